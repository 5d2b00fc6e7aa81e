const nothing = new Uint8Array(0);

/** Takes stretches of wanted lengths out of chunks of any length; copies only across a border. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = nothing;
  #at = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** `length` bytes if they are here already: the way around a promise for each header. */
  buffered(length: number): Uint8Array | undefined {
    if (this.#chunk.length - this.#at < length) return undefined;
    return this.#chunk.subarray(this.#at, (this.#at += length));
  }

  /** At most `max` bytes, at least one; none at the end. */
  async some(max: number): Promise<Uint8Array> {
    if (!(await this.#fill())) return nothing;
    const end = Math.min(this.#chunk.length, this.#at + max);
    return this.#chunk.subarray(this.#at, (this.#at = end));
  }

  /** `length` bytes, or what was left of them. */
  async upTo(length: number): Promise<Uint8Array> {
    const here = this.buffered(length);
    if (here !== undefined) return here;
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      const part = await this.some(missing);
      if (part.length === 0) break;
      // The next chunk may come in the same memory.
      parts.push(Uint8Array.from(part));
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** How many of `length` bytes there were to skip. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0 && (await this.#fill())) {
      const step = Math.min(left, this.#chunk.length - this.#at);
      this.#at += step;
      left -= step;
    }
    return length - left;
  }

  /** Reads to the end and forgets it, so that a source that checks itself gets to its check. */
  async drain(): Promise<void> {
    do this.#at = this.#chunk.length;
    while (await this.#fill());
  }

  /** Gives the source up. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #fill(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#source.next();
      if (next.done === true) return false;
      this.#chunk = next.value;
      this.#at = 0;
    }
    return true;
  }
}
