import type { Readable } from 'node:stream';

import type { Descriptor } from './descriptor.ts';
import { algorithmOf, Hasher } from './digest.ts';
import { Corrupt } from './errors.ts';

interface Mark {
  readonly at: number;
  readonly hasher: Hasher;
}

const closestBytes = 8 * 1024 * 1024;
const mostMarks = 256;

/**
 * Bytes that can be had from any place on, as often as needed, and are hashed on the way: where a reading begins
 * in the middle, it takes the digest up from a place that was hashed before.
 */
export class CarriedBytes {
  readonly #descriptor: Descriptor;
  readonly #open: (from: number) => Promise<Readable>;
  readonly #what: string;
  readonly #marks: Mark[];
  readonly #apartBytes: number;

  constructor(descriptor: Descriptor, open: (from: number) => Promise<Readable>, what: string) {
    this.#descriptor = descriptor;
    this.#open = open;
    this.#what = what;
    this.#marks = [{ at: 0, hasher: new Hasher(algorithmOf(descriptor.digest)) }];
    this.#apartBytes = Math.max(closestBytes, descriptor.size / mostMarks);
  }

  /**
   * The bytes from `start` on.
   * @throws Corrupt as soon as there are too many, or at the end, when the whole is not what the descriptor promises
   */
  async *from(start: number): AsyncGenerator<Uint8Array, void, undefined> {
    const { size, digest } = this.#descriptor;
    const mark = this.#marks.findLast(({ at }) => at <= start);
    const hasher = mark?.hasher.copy() ?? new Hasher(algorithmOf(digest));
    let at = mark?.at ?? 0;
    for await (const chunk of (await this.#open(at)) as AsyncIterable<Uint8Array>) {
      hasher.update(chunk);
      const skip = Math.min(Math.max(start - at, 0), chunk.byteLength);
      at += chunk.byteLength;
      if (at > size) throw this.#corrupt(`it has more than the ${size} bytes that were promised`);
      this.#remember(at, hasher);
      if (skip < chunk.byteLength) yield chunk.subarray(skip);
    }
    if (at < size) throw this.#corrupt(`it ended after ${at} of ${size} bytes`);
    const found = hasher.digest();
    if (found !== digest) throw this.#corrupt(`its digest is ${found} and should be ${digest}`);
  }

  #remember(at: number, hasher: Hasher): void {
    if (at - (this.#marks.at(-1)?.at ?? 0) < this.#apartBytes) return;
    this.#marks.push({ at, hasher: hasher.copy() });
  }

  #corrupt(why: string): Corrupt {
    return new Corrupt(this.#what, why);
  }
}
