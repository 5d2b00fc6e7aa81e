import { fault, type Place } from '#dockerfile';
import {
  bytesOfBody,
  cleanPath,
  compressionOf,
  entries,
  joinPath,
  quoted,
  splitPath,
  uncompressed,
  type Attributes,
  type Entry,
  type Leaf,
  type LayerSource,
  type RawPath,
} from '#image';
import { Corrupt } from '#oci';

import type { LayerDraft } from './draft.ts';

/**
 * The archive that a file is, plain or compressed; undefined for any other file.
 * @throws UsageError for a compression that an engine would undo and we cannot
 */
export async function archiveOf(
  leaf: Leaf,
  path: RawPath,
  at: Place,
): Promise<LayerSource | undefined> {
  const { body } = leaf;
  if (leaf.kind !== 'file' || body === undefined) return undefined;
  for await (const start of bytesOfBody(body)) {
    const compression = compressionOf(start);
    if (compression === 'none' || compression === 'gzip' || compression === 'zstd') break;
    throw fault(
      at,
      `${quoted(path)} is compressed with ${compression}, which this builder cannot unpack: use gzip or zstd, or an engine`,
    );
  }
  const what = `the archive ${quoted(path)}`;
  const source = { what, open: () => uncompressed(bytesOfBody(body), { what }) };
  return (await startsAsTar(source)) ? source : undefined;
}

async function startsAsTar(source: LayerSource): Promise<boolean> {
  try {
    for await (const entry of entries(source.open())) return entry.path.length > 0;
    return false;
  } catch (error) {
    if (error instanceof Corrupt) return false;
    throw error;
  }
}

/** Where an archive goes. */
interface Into {
  /** An existing folder of the image. */
  readonly folder: RawPath;
  readonly at: Place;
}

/**
 * Puts what an archive holds into a folder, owners and modes as they are in it.
 * @throws UsageError for one that is malformed or reaches out of the folder
 */
export async function unpack(source: LayerSource, draft: LayerDraft, into: Into): Promise<void> {
  const unpacker = new Unpacker(source, draft, into);
  try {
    for await (const entry of entries(source.open(), { what: source.what })) unpacker.add(entry);
  } catch (error) {
    throw error instanceof Corrupt ? fault(into.at, error.message) : error;
  }
}

class Unpacker {
  readonly #source: LayerSource;
  readonly #draft: LayerDraft;
  readonly #into: Into;
  /** Symlinks of the archive itself: nothing is written through them. */
  readonly #links = new Set<RawPath>();
  #ordinal = -1;

  constructor(source: LayerSource, draft: LayerDraft, into: Into) {
    this.#source = source;
    this.#draft = draft;
    this.#into = into;
  }

  add(entry: Entry): void {
    this.#ordinal++;
    const inside = this.#inside(entry.path, 'has an entry');
    if (inside === '') return;
    const path = this.#place(inside);
    const { kind, mode, uid, gid, modified, xattrs } = entry;
    const attributes: Attributes = { mode, uid, gid, modified, ...(xattrs ? { xattrs } : {}) };
    this.#links.delete(inside);
    if (kind === 'directory') this.#draft.directory(path, attributes);
    else if (kind === 'hardlink') this.#draft.put(path, this.#linked(entry, inside));
    else this.#draft.put(path, this.#leaf({ ...entry, kind }, attributes));
    if (kind === 'symlink') this.#links.add(inside);
  }

  #leaf(entry: Entry & { readonly kind: Leaf['kind'] }, attributes: Attributes): Leaf {
    const { kind, sizeBytes, link, device, body } = entry;
    if (kind === 'file' && body === undefined) {
      this.#refuse(`stores ${quoted(entry.path)} sparse, which is not supported`);
    }
    return {
      kind,
      ...attributes,
      sizeBytes,
      ...(link === undefined ? {} : { link: link }),
      ...(device === undefined ? {} : { device }),
      ...(body === undefined ? {} : { body: { layer: this.#source, ordinal: this.#ordinal } }),
    };
  }

  #linked(entry: Entry, path: RawPath): Leaf {
    const target = this.#inside(entry.link ?? '', 'has a hard link to');
    const node = this.#draft.tree.get(this.#place(target));
    if (node !== undefined && node.kind !== 'directory') return node;
    return this.#refuse(
      `has a hard link ${quoted(path)} to ${quoted(target)}, which is no file in it`,
    );
  }

  /** Where an entry goes: links of the image on the way to it are followed, as an engine follows them. */
  #place(inside: RawPath): RawPath {
    for (let at = splitPath(inside).parent; at !== ''; at = splitPath(at).parent) {
      if (!this.#links.has(at)) continue;
      this.#refuse(`has an entry ${quoted(inside)} that goes through its own link ${quoted(at)}`);
    }
    const { parent, name } = splitPath(inside);
    const { tree } = this.#draft;
    const { path, blocked } = tree.resolve(joinPath(this.#into.folder, parent), {
      followLast: true,
    });
    return joinPath(blocked === undefined ? path : joinPath(this.#into.folder, parent), name);
  }

  #inside(raw: RawPath, what: string): RawPath {
    if (raw.startsWith('/')) this.#refuse(`${what} ${quoted(raw)}, which is absolute`);
    return cleanPath(raw) ?? this.#refuse(`${what} ${quoted(raw)}, which leads out of it`);
  }

  #refuse(why: string): never {
    throw fault(this.#into.at, `${this.#source.what} ${why}`);
  }
}
