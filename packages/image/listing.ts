import type { Entry, EntryMetadata, Kind } from './entry.ts';
import { Folders } from './folders.ts';
import type { RawPath } from './path.ts';

/** One entry of a layer without its body, as it stands in the archive: nothing is cleaned, nothing is believed. */
export interface Listed extends EntryMetadata {
  /** Extended attributes: hex by name. */
  readonly xattrs?: Readonly<Record<string, string>>;
  /** SHA-256 of the body in hex, where hashing was asked for; of files that have a body. */
  readonly sha256?: string;
}

/**
 * All entries of one layer in their order, whiteouts and duplicates among them. An entry is made when it is asked
 * for, since a layer may have millions; whoever looks at all of them asks for what it needs.
 */
export interface Listing extends Iterable<Listed> {
  readonly count: number;
  entry(at: number): Listed;
  kind(at: number): Kind;
  sizeBytes(at: number): number;
  /** Have its files hashes? */
  readonly isHashed: boolean;
  sha256(at: number): string | undefined;
  /** The first six bytes of that as a number, for whoever compares all of them: different ones are rarely the same. */
  sha256Start(at: number): number | undefined;
  /** Clean paths, each once, of all folders that entries stand in; the root is `''`. */
  readonly folders: readonly RawPath[];
  /** Which of them the entry stands in; -1 for one whose path leads out of the root or has a NUL. */
  folder(at: number): number;
  /** Its name there; of the root itself `''`. */
  name(at: number): RawPath;
  /** Has its clean path a name in it that starts with `.wh.`, or something like it? */
  isMarked(at: number): boolean;
}

/** A listing of entries that are in memory. */
export function listingOf(entries: readonly Listed[]): Listing {
  const folders = new Folders();
  const places = entries.map(({ path }) => folders.place(path));
  const at = <Item>(items: readonly Item[], index: number): Item => {
    const found = items[index];
    if (found === undefined) throw new RangeError(`there is no entry ${index}`);
    return found;
  };
  return {
    count: entries.length,
    entry: (index) => at(entries, index),
    kind: (index) => at(entries, index).kind,
    sizeBytes: (index) => at(entries, index).sizeBytes,
    sha256: (index) => at(entries, index).sha256,
    sha256Start: (index) => {
      const { sha256 } = at(entries, index);
      return sha256 === undefined ? undefined : Number.parseInt(sha256.slice(0, 12), 16);
    },
    isHashed: entries.some(({ sha256 }) => sha256 !== undefined),
    folders: folders.paths,
    folder: (index) => at(places, index).folder,
    name: (index) => at(places, index).name,
    isMarked: (index) => at(places, index).isMarked,
    [Symbol.iterator]: () => entries[Symbol.iterator](),
  };
}

/** What a listing keeps of an entry of an archive. */
export function listed(entry: Omit<Entry, 'body'>, sha256?: string): Listed {
  const { path, kind, mode, uid, gid, sizeBytes, modified, link, device, xattrs } = entry;
  const found: { -readonly [Key in keyof Listed]: Listed[Key] } = {
    path,
    kind,
    mode,
    uid,
    gid,
    sizeBytes,
    modified,
  };
  if (link !== undefined) found.link = link;
  if (device !== undefined) found.device = device;
  if (xattrs !== undefined) found.xattrs = Object.fromEntries([...xattrs].map(inHex));
  if (sha256 !== undefined) found.sha256 = sha256;
  return found;
}

const inHex = ([name, value]: readonly [string, Uint8Array]) =>
  [name, Buffer.from(value).toString('hex')] as const;
