import type { Device, Kind } from './entry.ts';
import { bodies, type LayerSource } from './layer.ts';
import type { RawPath } from './path.ts';

/** Where the bytes of a file are: in an entry of a layer, or wherever `open` finds them. */
export type Body =
  | { readonly layer: LayerSource; readonly ordinal: number }
  | { readonly open: () => AsyncIterable<Uint8Array> };

export interface Attributes {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly modified: number;
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
}
/** A file is one object under all its hard links. */
export interface Leaf extends Attributes {
  readonly kind: Exclude<Kind, 'hardlink' | 'directory'>;
  readonly sizeBytes: number;
  readonly link?: RawPath;
  readonly device?: Device;
  /** Of files, unless they are stored sparse. */
  readonly body?: Body;
}
export interface Directory extends Attributes {
  readonly kind: 'directory';
  readonly children: ReadonlyMap<string, TreeNode>;
}
export type TreeNode = Leaf | Directory;

/** The bytes of one body. */
export async function* bytesOfBody(body: Body): AsyncGenerator<Uint8Array, void, undefined> {
  if ('open' in body) yield* body.open();
  else {
    for await (const found of bodies(body.layer, new Set([body.ordinal]))) yield* found.body();
  }
}
