import { padding, type Fail } from './header.ts';
import type { ByteReader } from './reader.ts';

/** The body of the entry that the walk stands on. */
export class BodyReader {
  readonly #reader: ByteReader;
  readonly #fail: Fail;
  readonly #padding: number;
  #left: number;
  #passed = false;

  constructor(reader: ByteReader, sizeBytes: number, fail: Fail) {
    this.#reader = reader;
    this.#fail = fail;
    this.#left = sizeBytes;
    this.#padding = padding(sizeBytes);
  }

  async *read(): AsyncGenerator<Uint8Array, void, undefined> {
    for (let bytes = await this.#next(); bytes !== undefined; bytes = await this.#next()) {
      yield bytes;
    }
  }

  async finish(): Promise<void> {
    this.#passed = true;
    const rest = this.#left + this.#padding;
    if (rest > 0 && (await this.#reader.skip(rest)) < rest) this.#fail('it ends inside a file');
  }

  async #next(): Promise<Uint8Array | undefined> {
    if (this.#passed) this.#fail('the body of an entry was asked for after the next entry');
    if (this.#left === 0) return undefined;
    const bytes = await this.#reader.some(this.#left);
    if (bytes.length === 0) this.#fail('it ends inside a file');
    this.#left -= bytes.length;
    return bytes;
  }
}
