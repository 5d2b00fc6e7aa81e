import type { Fed } from './fed.ts';
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

  /** Some more of it, there until the next is asked for; undefined at its end. */
  *next(): Fed<Uint8Array | undefined> {
    if (this.#passed) this.#fail('the body of an entry was asked for after the next entry');
    if (this.#left === 0) return undefined;
    const bytes = yield* this.#reader.some(this.#left);
    if (bytes.length === 0) this.#fail('it ends inside a file');
    this.#left -= bytes.length;
    return bytes;
  }

  /** Leaves the body; gives how much of it has not arrived, which is to be passed over before anything else. */
  leave(): number {
    this.#passed = true;
    return this.#reader.skipBuffered(this.#left + this.#padding);
  }
}
