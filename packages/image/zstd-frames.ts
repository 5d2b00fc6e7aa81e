import type { Fed } from './fed.ts';
import type { Fail } from './header.ts';
import { ByteReader } from './reader.ts';

const magic = 0xfd2fb528;
const isSkippable = (number: number): boolean => (number & 0xfffffff0) >>> 0 === 0x184d2a50;
const cutOff = 'zstd: it is cut off';

/**
 * Cuts a zstd stream where its frames end, by nothing but the lengths in it. node:zlib takes the end of the first
 * frame in a chunk for the end of the stream, and a stream that is cut off for one that ended.
 * https://www.rfc-editor.org/rfc/rfc8878#section-3.1
 */
export class ZstdFrames {
  readonly #reader = new ByteReader();
  readonly #fail: Fail;
  readonly #ends: Generator<number | undefined, void, Uint8Array | undefined>;

  constructor(fail: Fail) {
    this.#fail = fail;
    this.#ends = this.#walk();
    this.#ends.next();
  }

  /** A chunk in pieces, of which none reaches into a next frame. */
  *cut(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
    if (chunk.length === 0) return;
    let from = 0;
    let end = this.#ends.next(chunk).value;
    for (; end !== undefined; end = this.#ends.next().value) {
      yield chunk.subarray(from, end);
      from = end;
    }
    if (from < chunk.length) yield chunk.subarray(from);
  }

  /** Fails when a frame has not ended. */
  end(): void {
    this.#ends.next();
  }

  /** Gives where in the chunk each frame ends; undefined when the next chunk is wanted. */
  *#walk(): Generator<number | undefined, void, Uint8Array | undefined> {
    for (;;) {
      const start = yield* this.#reader.upTo(4);
      if (start.length === 0) return;
      const number = start.length < 4 ? this.#fail(cutOff) : start.readUInt32LE();
      if (number === magic) yield* this.#frame();
      else if (isSkippable(number)) yield* this.#pass((yield* this.#exactly(4)).readUInt32LE());
      else this.#fail('zstd: something else stands after a frame');
      yield this.#reader.at;
    }
  }

  *#frame(): Fed<void> {
    const flags = (yield* this.#exactly(1))[0] ?? 0;
    yield* this.#pass(headerBytes(flags));
    for (let last = false; !last;) {
      const number = (yield* this.#exactly(3)).readUIntLE(0, 3);
      last = (number & 1) === 1;
      // A block of type 1 is one byte, repeated.
      yield* this.#pass(((number >> 1) & 3) === 1 ? 1 : number >> 3);
    }
    const hasChecksum = (flags & 4) !== 0;
    if (hasChecksum) yield* this.#pass(4);
  }

  *#exactly(length: number): Fed<Buffer> {
    const bytes = yield* this.#reader.upTo(length);
    return bytes.length < length ? this.#fail(cutOff) : bytes;
  }

  *#pass(length: number): Fed<void> {
    if ((yield* this.#reader.skip(length)) < length) this.#fail(cutOff);
  }
}

/** Of the frame header after its first byte: window, dictionary, content size. */
function headerBytes(flags: number): number {
  const single = (flags & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  const contentSize = [single ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  return (single ? 0 : 1) + dictionary + contentSize;
}
