import type { Device, Entry, Kind } from './entry.ts';
import type { RawPath } from './path.ts';

/** One entry of a layer without its body, as it stands in the archive: nothing is cleaned, nothing is believed. */
export interface Listed {
  readonly path: RawPath;
  readonly kind: Kind;
  /** Permission bits with setuid, setgid and sticky: 0 to 0o7777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Of files; 0 for all others. */
  readonly sizeBytes: number;
  /** Seconds since the epoch. */
  readonly modified: number;
  /** Target of a symlink or hardlink, as written. */
  readonly link?: RawPath;
  readonly device?: Device;
  /** Extended attributes: hex by name. */
  readonly xattrs?: Readonly<Record<string, string>>;
  /** SHA-256 of the body in hex, where hashing was asked for; of files that have a body. */
  readonly sha256?: string;
}

/**
 * All entries of one layer in their order, whiteouts and duplicates among them. An entry is made when it is asked
 * for, since a layer may have millions.
 */
export interface Listing extends Iterable<Listed> {
  readonly count: number;
  entry(at: number): Listed;
}

/** A listing of entries that are in memory. */
export function listingOf(entries: readonly Listed[]): Listing {
  return {
    count: entries.length,
    entry(at) {
      const found = entries[at];
      if (found === undefined) throw new RangeError(`there is no entry ${at}`);
      return found;
    },
    [Symbol.iterator]: () => entries[Symbol.iterator](),
  };
}

/** What a listing keeps of an entry of an archive. */
export function listed(entry: Omit<Entry, 'body'>, sha256?: string): Listed {
  const { path, kind, mode, uid, gid, sizeBytes, modified, link, device, xattrs } = entry;
  const hex = ([name, value]: readonly [string, Uint8Array]) =>
    [name, Buffer.from(value).toString('hex')] as const;
  return {
    path,
    kind,
    mode,
    uid,
    gid,
    sizeBytes,
    modified,
    ...(link === undefined ? {} : { link }),
    ...(device === undefined ? {} : { device }),
    ...(xattrs === undefined ? {} : { xattrs: Object.fromEntries([...xattrs].map(hex)) }),
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}
