import { collectors } from '#inventory';
import { codeOf, messageOf } from '#io';
import type { FilePart } from '#oci';

import { FileBytes } from './file-bytes.ts';
import { writeLayerIndex } from './layer-index-file.ts';
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

/** Runs an errand. Errors become answers, since their classes do not survive the way between threads. */
export async function run(
  { file, ...request }: Errand,
  brought: () => AsyncIterable<Uint8Array>,
): Promise<Done | Failure> {
  try {
    using opened = file && new FileBytes(file);
    const walked = await walkLayer(opened ?? brought(), request, collectors);
    return { index: new Uint8Array(writeLayerIndex(walked)) };
  } catch (error) {
    return { code: codeOf(error) ?? 'unknown', message: messageOf(error) };
  }
}
