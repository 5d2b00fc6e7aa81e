import { open, rm, type FileHandle } from 'node:fs/promises';

import {
  bodies,
  tarEnd,
  tarHeader,
  tarPadding,
  type Body,
  type LayerSource,
  type Leaf,
  type RawPath,
} from '#image';
import { Corrupt } from '#oci';

import type { Change } from './draft.ts';

/**
 * The tar of a layer: entries in the order given, every time the same `modified`, a file that comes again under
 * another name a hard link.
 */
export async function* layerTar(
  changes: readonly Change[],
  how: { readonly modified: number; readonly bodies: BodyReader; readonly signal: AbortSignal },
): AsyncGenerator<Uint8Array, void, undefined> {
  const seen = new Map<Leaf, RawPath>();
  for (const { path, node } of changes) {
    how.signal.throwIfAborted();
    const { mode, uid, gid, xattrs } = node;
    const common = { path, mode, uid, gid, modified: how.modified, ...(xattrs && { xattrs }) };
    if (node.kind === 'directory') {
      yield tarHeader({ ...common, kind: 'directory', sizeBytes: 0 });
      continue;
    }
    const link = seen.get(node);
    if (link !== undefined) {
      yield tarHeader({ ...common, kind: 'hardlink', link, sizeBytes: 0 });
      continue;
    }
    if (node.kind === 'file') seen.set(node, path);
    const { kind, sizeBytes, device } = node;
    yield tarHeader({
      ...common,
      kind,
      sizeBytes,
      ...(node.link === undefined ? {} : { link: node.link }),
      ...(device && { device }),
    });
    if (node.body !== undefined) yield* exactly(how.bodies.read(node, node.body), node, path);
  }
  yield tarEnd();
}

/** A body that is not as long as its header says would shift everything after it. */
async function* exactly(
  body: AsyncIterable<Uint8Array>,
  { sizeBytes }: Leaf,
  path: RawPath,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > sizeBytes) break;
    yield part;
  }
  if (bytes !== sizeBytes) {
    throw new Corrupt(JSON.stringify(path), `it does not have the ${sizeBytes} bytes that it had`);
  }
  yield tarPadding(sizeBytes);
}

/** Where the bytes of files come from while a layer is written. */
export interface BodyReader {
  read(leaf: Leaf, body: Body): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Reads the files of other layers once, in their order, into a file of its own at `path`, so that they can be
 * written in another order; all other bodies are opened when they are asked for.
 */
export async function openBodies(changes: readonly Change[], path: string): Promise<BodyReader> {
  const wanted = wantedOf(changes);
  if (wanted.size === 0) return { read: direct, close: async () => undefined };
  const file = await open(path, 'wx+', 0o600);
  const places = new Map<Leaf, number>();
  const close = async (): Promise<void> => {
    await file.close();
    await rm(path, { force: true });
  };
  try {
    await fill(file, wanted, places);
  } catch (error) {
    await close();
    throw error;
  }
  const read = (leaf: Leaf, body: Body): AsyncIterable<Uint8Array> => {
    const at = places.get(leaf);
    return at === undefined ? direct(leaf, body) : slice(file, at, leaf.sizeBytes);
  };
  return { read, close };
}

type Wanted = ReadonlyMap<LayerSource, ReadonlyMap<number, readonly Leaf[]>>;

function wantedOf(changes: readonly Change[]): Wanted {
  const wanted = new Map<LayerSource, Map<number, Leaf[]>>();
  for (const { node } of changes) {
    if (node.kind !== 'file' || node.body === undefined || 'open' in node.body) continue;
    const { layer, ordinal } = node.body;
    const ordinals = wanted.get(layer) ?? new Map<number, Leaf[]>();
    wanted.set(layer, ordinals);
    ordinals.set(ordinal, [...(ordinals.get(ordinal) ?? []), node]);
  }
  return wanted;
}

async function fill(file: FileHandle, wanted: Wanted, places: Map<Leaf, number>): Promise<void> {
  let at = 0;
  for (const [source, ordinals] of wanted) {
    for await (const { ordinal, body } of bodies(source, new Set(ordinals.keys()))) {
      for (const leaf of ordinals.get(ordinal) ?? []) places.set(leaf, at);
      for await (const part of body()) {
        await file.writeFile(part);
        at += part.length;
      }
    }
  }
}

const chunkBytes = 1 << 20;

async function* slice(
  file: FileHandle,
  from: number,
  length: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < length;) {
    const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, length - at));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, from + at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

function direct(_: Leaf, body: Body): AsyncIterable<Uint8Array> {
  if ('open' in body) return body.open();
  throw new Error('the body of a layer was not read before');
}
