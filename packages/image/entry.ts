import type { RawPath } from './path.ts';

export type Kind = 'file' | 'directory' | 'symlink' | 'hardlink' | 'character' | 'block' | 'fifo';

/** What every entry of a layer has. */
export interface EntryMetadata {
  readonly path: RawPath;
  readonly kind: Kind;
  /** Permission bits with setuid, setgid and sticky: 0 to 0o7777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Of files; 0 for all others. */
  readonly sizeBytes: number;
  /** Seconds since the epoch, with fractions where the archive has them. */
  readonly modified: number;
  /** Target of a symlink or hardlink, as written. */
  readonly link?: RawPath;
  readonly device?: Device;
}

/** One member of a tar archive, as it stands there: nothing is cleaned, nothing is believed. */
export interface Entry extends EntryMetadata {
  /** Extended attributes by name; the pax prefix `SCHILY.xattr.` is taken off. */
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
  /** Of files that are not stored sparse. To be read before the next entry is asked for; what is left is skipped. */
  readonly body?: () => AsyncIterable<Uint8Array>;
}

export interface Device {
  readonly major: number;
  readonly minor: number;
}

/** What a stranger's archive may cost. */
export interface TarLimits {
  /** What is read, for the sentence of an error. */
  readonly what?: string;
  readonly maxEntries?: number;
  readonly maxPathBytes?: number;
  /** Of one pax header or one GNU long name. */
  readonly maxHeaderBytes?: number;
  /** Of all of them together, as they stay in memory. */
  readonly maxHeadersBytes?: number;
}

export const tarLimits = {
  what: 'the tar archive',
  maxEntries: 2_000_000,
  // PATH_MAX of Linux: what is longer cannot be unpacked anywhere.
  maxPathBytes: 4096,
  maxHeaderBytes: 1 << 20,
  maxHeadersBytes: 1 << 28,
} as const satisfies Required<TarLimits>;
