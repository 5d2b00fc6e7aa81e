import { endianness } from 'node:os';

import type { Fail } from './header.ts';

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** Numbers of one kind, in memory that grows by doubling. */
export class Numbers {
  readonly #make: (length: number) => Column;
  #column: Column;
  #length = 0;

  constructor(make: (length: number) => Column) {
    this.#make = make;
    this.#column = make(1 << 6);
  }

  add(value: number): void {
    const at = this.#length++;
    if (at === this.#column.length) {
      const larger = this.#make(2 * at);
      larger.set(this.#column);
      this.#column = larger;
    }
    this.#column[at] = value;
  }

  /** Little-endian. */
  bytes(): Buffer {
    const { buffer, BYTES_PER_ELEMENT: width } = this.#column;
    return inOrder(Buffer.from(buffer, 0, this.#length * width), width);
  }
}

/** Texts one after the other, in memory that grows by doubling. */
export class Texts {
  #memory = Buffer.allocUnsafeSlow(1 << 12);
  #length = 0;

  add(value: string, encoding: 'latin1' | 'hex'): void {
    const start = this.#length;
    this.#length += encoding === 'hex' ? value.length / 2 : value.length;
    if (this.#length > this.#memory.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#length, 2 * this.#memory.length));
      this.#memory.copy(larger, 0, 0, start);
      this.#memory = larger;
    }
    this.#memory.write(value, start, encoding);
  }

  bytes(): Buffer {
    return this.#memory.subarray(0, this.#length);
  }
}

/** Takes columns off bytes that begin where eight-byte numbers may stand; widest first, so that each does. */
export class Columns {
  readonly #bytes: Buffer;
  readonly #fail: Fail;
  #at = 0;

  /** @param fail is called when there is less than is taken */
  constructor(bytes: Buffer, fail: Fail) {
    this.#bytes = bytes.byteOffset % 8 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
    this.#fail = fail;
  }

  rest(): Buffer {
    return this.#bytes.subarray(this.#at);
  }

  doubles(count: number): Float64Array {
    return new Float64Array(...this.#next(count, 8));
  }

  words(count: number): Uint32Array {
    return new Uint32Array(...this.#next(count, 4));
  }

  shorts(count: number): Uint16Array {
    return new Uint16Array(...this.#next(count, 2));
  }

  bytes(count: number): Buffer {
    if (count > this.#bytes.length - this.#at) this.#fail('it is shorter than it says');
    return this.#bytes.subarray(this.#at, (this.#at += count));
  }

  #next(count: number, width: number): [ArrayBufferLike, number, number] {
    const { buffer, byteOffset } = inOrder(this.bytes(count * width), width);
    return [buffer, byteOffset, count];
  }
}

/** To little-endian or back. */
function inOrder(bytes: Buffer, width: number): Buffer {
  if (endianness() === 'LE' || width === 1) return bytes;
  const copy = Buffer.from(bytes);
  return width === 8 ? copy.swap64() : width === 4 ? copy.swap32() : copy.swap16();
}
