import { collectors } from '#inventory';
import { codeOf, Failed, messageOf } from '#io';
import { Corrupt, type FilePart } from '#oci';

import { FileBytes } from './file-bytes.ts';
import { writeLayerIndex } from './layer-index-write.ts';
import { walkLayer, type WalkRequest } from './walk-layer.ts';

/** A layer to walk over. Its bytes lie in a part of a file, or are brought. */
export interface Errand extends WalkRequest {
  readonly file?: FilePart;
}

/** What a worker says: that it has used some bytes that were brought, and in the end what came of the errand. */
export type Answer = 'more' | Done | Failure;
export interface Done {
  /** In memory of its own, which is handed over. */
  readonly index: Uint8Array<ArrayBuffer>;
}
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** Runs an errand in this thread. @throws Corrupt as `walkLayer`, Failed for a file, and what the bytes end in */
export async function indexOf(
  { file, ...request }: Errand,
  brought: () => AsyncIterable<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  using opened = file && new FileBytes(file);
  const walked = await walkLayer(opened ?? brought(), request, collectors);
  return new Uint8Array(writeLayerIndex(walked));
}

/** Runs an errand for another thread. Errors become answers, since their classes do not survive the way there. */
export async function run(
  errand: Errand,
  brought: () => AsyncIterable<Uint8Array>,
): Promise<Done | Failure> {
  try {
    return { index: await indexOf(errand, brought) };
  } catch (error) {
    return { code: codeOf(error) ?? 'unknown', message: messageOf(error) };
  }
}

/** What came of an errand. @throws Corrupt, Failed: the error that it was where it ran */
export function indexIn(answer: Done | Failure, what: string): Buffer {
  if ('index' in answer) return Buffer.from(answer.index.buffer);
  const { code, message } = answer;
  const start = `${what} is corrupt: `;
  if (message.startsWith(start)) throw new Corrupt(what, message.slice(start.length));
  throw new Failed(3, code, message);
}
