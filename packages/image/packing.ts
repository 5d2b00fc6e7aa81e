import type { Kind } from './entry.ts';
import type { Listed } from './listing.ts';
import { bytesOf } from './path.ts';

/** In the order of their numbers in an index: only ever appended to. */
export const kinds = [
  'file',
  'directory',
  'symlink',
  'hardlink',
  'character',
  'block',
  'fifo',
] as const satisfies readonly Kind[];

export const hashBytes = 32;
/** Beside the number of its kind: the entry has a hash. */
export const hashedBit = 0x80;

/** Few entries have these. */
export type Rare = Pick<Listed, 'device' | 'xattrs'>;

/** Memory that grows by doubling. */
class Growing {
  #memory = Buffer.allocUnsafeSlow(1 << 12);
  #length = 0;

  /** Room for so many more bytes, which the caller fills. */
  more(count: number): Buffer {
    const start = this.#length;
    this.#length += count;
    if (this.#length > this.#memory.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#length, 2 * this.#memory.length));
      this.#memory.copy(larger, 0, 0, start);
      this.#memory = larger;
    }
    return this.#memory.subarray(start, this.#length);
  }

  get bytes(): Buffer {
    return this.#memory.subarray(0, this.#length);
  }
}

/**
 * Packs entries into columns, since objects of a million entries take more memory than their layer. Numbers are
 * little-endian.
 */
export class Packing {
  readonly #columns = {
    sizes: new Growing(),
    times: new Growing(),
    uids: new Growing(),
    gids: new Growing(),
    modes: new Growing(),
    pathLengths: new Growing(),
    linkLengths: new Growing(),
    kinds: new Growing(),
    paths: new Growing(),
    links: new Growing(),
  };
  readonly #hashes = new Growing();
  readonly #rare: Record<string, Rare> = {};
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(entry: Listed): void {
    const { sizes, times, uids, gids, modes, pathLengths, linkLengths } = this.#columns;
    const { kind, link = '', sha256, device, xattrs } = entry;
    sizes.more(8).writeDoubleLE(entry.sizeBytes);
    times.more(8).writeDoubleLE(entry.modified);
    uids.more(8).writeDoubleLE(entry.uid);
    gids.more(8).writeDoubleLE(entry.gid);
    modes.more(2).writeUInt16LE(entry.mode);
    pathLengths.more(2).writeUInt16LE(entry.path.length);
    linkLengths.more(2).writeUInt16LE(link.length);
    this.#columns.kinds.more(1)[0] = kinds.indexOf(kind) | (sha256 === undefined ? 0 : hashedBit);
    this.#columns.paths.more(entry.path.length).set(bytesOf(entry.path));
    this.#columns.links.more(link.length).set(bytesOf(link));
    if (sha256 !== undefined) this.#hashes.more(hashBytes).write(sha256, 'hex');
    if (device !== undefined || xattrs !== undefined) {
      this.#rare[this.#count] = {
        ...(device === undefined ? {} : { device }),
        ...(xattrs === undefined ? {} : { xattrs }),
      };
    }
    this.#count += 1;
  }

  /** All columns one after the other, and what is rare as JSON behind them. */
  entries(): Buffer {
    const columns = Object.values(this.#columns).map(({ bytes }) => bytes);
    return Buffer.concat([...columns, Buffer.from(JSON.stringify(this.#rare))]);
  }

  hashes(): Buffer {
    return this.#hashes.bytes;
  }
}
