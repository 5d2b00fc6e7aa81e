import type { Fed } from './fed.ts';

const nothing: Buffer = Buffer.alloc(0);

/** Passes over bytes that have not arrived, as many of them as it can, and tells how many. */
export type Seek = (length: number) => number;

/** Takes stretches of wanted lengths out of chunks of any length; copies only across a border. */
export class ByteReader {
  readonly #seek: Seek | undefined;
  #chunk = nothing;
  #at = 0;
  #ended = false;

  /** @param seek of a source that need not read what is skipped */
  constructor(seek?: Seek) {
    this.#seek = seek;
  }

  /** Where the chunk stands that was given last. */
  get at(): number {
    return this.#at;
  }

  /** `length` bytes if they are here already: the way around a generator for each header. */
  buffered(length: number): Buffer | undefined {
    if (this.#chunk.length - this.#at < length) return undefined;
    return this.#chunk.subarray(this.#at, (this.#at += length));
  }

  /** At most `max` bytes, at least one; none at the end. */
  *some(max: number): Fed<Buffer> {
    if (!(yield* this.#fill())) return nothing;
    const end = Math.min(this.#chunk.length, this.#at + max);
    return this.#chunk.subarray(this.#at, (this.#at = end));
  }

  /** `length` bytes, or what was left of them. */
  *upTo(length: number): Fed<Buffer> {
    const here = this.buffered(length);
    if (here !== undefined) return here;
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      const part = yield* this.some(missing);
      if (part.length === 0) break;
      // The next chunk may come in the same memory.
      parts.push(Uint8Array.from(part));
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Skips as many of `length` bytes as are here, and gives how many are not. */
  skipBuffered(length: number): number {
    const step = Math.min(length, this.#chunk.length - this.#at);
    this.#at += step;
    return length - step;
  }

  /** How many of `length` bytes there were to skip. */
  *skip(length: number): Fed<number> {
    let left = this.skipBuffered(length);
    while (left > 0) {
      left -= this.#seek?.(left) ?? 0;
      if (left === 0 || !(yield* this.#fill())) break;
      left = this.skipBuffered(left);
    }
    return length - left;
  }

  /** Reads to the end and forgets it, so that a source that checks itself gets to its check. */
  *drain(): Fed<void> {
    do this.#at = this.#chunk.length;
    while (yield* this.#fill());
  }

  *#fill(): Fed<boolean> {
    while (this.#at >= this.#chunk.length) {
      const next = this.#ended ? undefined : yield;
      if (next === undefined) {
        this.#ended = true;
        return false;
      }
      this.#chunk = Buffer.isBuffer(next)
        ? next
        : Buffer.from(next.buffer, next.byteOffset, next.length);
      this.#at = 0;
    }
    return true;
  }
}
