import type { Kind } from './entry.ts';
import type { Listed } from './listing.ts';

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

  double(value: number): void {
    const at = this.#more(8);
    this.#memory.writeDoubleLE(value, at);
  }

  short(value: number): void {
    const at = this.#more(2);
    this.#memory.writeUInt16LE(value, at);
  }

  byte(value: number): void {
    const at = this.#more(1);
    this.#memory[at] = value;
  }

  text(value: string, encoding: 'latin1' | 'hex'): void {
    const at = this.#more(encoding === 'hex' ? value.length / 2 : value.length);
    this.#memory.write(value, at, encoding);
  }

  /** Makes room for so many more bytes, and tells where. */
  #more(count: number): number {
    const start = this.#length;
    this.#length += count;
    if (this.#length > this.#memory.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#length, 2 * this.#memory.length));
      this.#memory.copy(larger, 0, 0, start);
      this.#memory = larger;
    }
    return start;
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
    sizes.double(entry.sizeBytes);
    times.double(entry.modified);
    uids.double(entry.uid);
    gids.double(entry.gid);
    modes.short(entry.mode);
    pathLengths.short(entry.path.length);
    linkLengths.short(link.length);
    this.#columns.kinds.byte(kinds.indexOf(kind) | (sha256 === undefined ? 0 : hashedBit));
    this.#columns.paths.text(entry.path, 'latin1');
    this.#columns.links.text(link, 'latin1');
    if (sha256 !== undefined) this.#hashes.text(sha256, 'hex');
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
