import { Corrupt } from '#oci';

import { tarLimits, type Entry, type Kind, type TarLimits } from './entry.ts';
import { entries } from './entries.ts';
import { cleanPath, joinPath, quoted, splitPath, type RawPath } from './path.ts';

/** A layer that can be read more than once. */
export interface LayerSource {
  /** For the sentence of an error: `layer sha256:…`. */
  readonly what: string;
  /** The plain tar, from its start. */
  open(): AsyncIterable<Uint8Array>;
}

/** An entry without its body; `ordinal` finds that again. */
export interface LayerEntry extends Omit<Entry, 'path' | 'link' | 'body'> {
  readonly path: RawPath;
  /** Of a symlink as written, of a hardlink a clean path. */
  readonly link?: RawPath;
  readonly ordinal: number;
  readonly hasBody: boolean;
  /** The body of a file that was kept while the layer went by. */
  readonly bytes?: Uint8Array;
}

/** What one layer does to the tree below it. */
export interface LayerEntries {
  readonly source: LayerSource;
  readonly entries: readonly LayerEntry[];
  /** Paths that it hides. */
  readonly whiteouts: readonly RawPath[];
  /** Directories whose lower content it hides. */
  readonly opaque: readonly RawPath[];
}

const whiteout = '.wh.';
const opaque = '.wh..wh..opq';
/** Bookkeeping of aufs, which engines ignore. */
const bookkeeping = '.wh..wh.';

/**
 * Reads the headers of a layer once, and keeps the bodies that `keep` asks for: whoever wants them needs no second walk. https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 * @throws Corrupt for a malformed archive, a path that leaves the root, a whiteout of nothing
 */
export async function readLayer(
  source: LayerSource,
  limits: TarLimits = {},
  keep: (path: RawPath, sizeBytes: number) => boolean = () => false,
): Promise<LayerEntries> {
  const kept: LayerEntry[] = [];
  const whiteouts: RawPath[] = [];
  const opaques: RawPath[] = [];
  let ordinal = -1;
  for await (const entry of entries(source.open(), { ...limits, what: source.what })) {
    ordinal++;
    const path = inside(entry.path, source.what);
    const { parent, name } = splitPath(path);
    if (name === opaque) opaques.push(parent);
    else if (name.startsWith(bookkeeping)) continue;
    else if (!name.startsWith(whiteout)) {
      const plain = layerEntry(entry, path, ordinal, source.what);
      const bytes = keep(path, entry.sizeBytes) ? await bytesOf(entry) : undefined;
      kept.push(bytes === undefined ? plain : { ...plain, bytes });
    } else whiteouts.push(joinPath(parent, hidden(name, path, source.what)));
  }
  return { source, entries: kept, whiteouts, opaque: opaques };
}

async function bytesOf({ body }: Entry): Promise<Uint8Array | undefined> {
  if (body === undefined) return undefined;
  const parts: Uint8Array[] = [];
  // Copied: a chunk belongs to the walk that gave it.
  for await (const part of body()) parts.push(Uint8Array.from(part));
  return Buffer.concat(parts);
}

function hidden(name: string, path: RawPath, what: string): string {
  const target = name.slice(whiteout.length);
  if (target !== '' && target !== '.' && target !== '..') return target;
  throw new Corrupt(what, `${quoted(path)} is a whiteout of nothing`);
}

function inside(path: RawPath, what: string): RawPath {
  const clean = cleanPath(path);
  if (clean !== undefined) return clean;
  throw new Corrupt(what, `its entry ${quoted(path)} leads out of the root`);
}

function layerEntry(entry: Entry, path: RawPath, ordinal: number, what: string): LayerEntry {
  const { kind, mode, uid, gid, sizeBytes, modified, link, device, xattrs, body } = entry;
  const target = link === undefined ? undefined : kind === 'hardlink' ? inside(link, what) : link;
  return {
    path,
    kind,
    mode,
    uid,
    gid,
    sizeBytes,
    modified,
    ...(device === undefined ? {} : { device }),
    ...(xattrs === undefined ? {} : { xattrs }),
    ordinal,
    hasBody: body !== undefined,
    ...(target === undefined ? {} : { link: target }),
  };
}

/** One that was asked for, standing at its place in the layer. */
export interface Found {
  readonly ordinal: number;
  readonly body: () => AsyncIterable<Uint8Array>;
}

/** The bodies of the entries with these ordinals, in the order of the layer; stops after the last one. */
export async function* bodies(
  source: LayerSource,
  ordinals: ReadonlySet<number>,
): AsyncGenerator<Found, void, undefined> {
  let at = -1;
  let missing = ordinals.size;
  if (missing === 0) return;
  for await (const { body } of entries(source.open(), { ...tarLimits, what: source.what })) {
    if (!ordinals.has(++at) || body === undefined) continue;
    yield { ordinal: at, body };
    if (--missing === 0) return;
  }
  throw new Corrupt(source.what, 'it is not the same when it is read again');
}

export const isPlain = (kind: Kind): kind is Exclude<Kind, 'hardlink'> => kind !== 'hardlink';
