import type { Readable } from 'node:stream';

import { Flow, pour } from '#io';

import { Check } from './check.ts';
import type { Descriptor } from './descriptor.ts';
import { algorithmOf, Hasher } from './digest.ts';

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
  readonly #marks: Check['mark'][];
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
   * @throws Corrupt as soon as there are too many, or before the last ones are out, when the whole is not what the
   * descriptor promises
   */
  from(start: number): Flow {
    return new Flow(async (sink, signal) => {
      const mark = this.#marks.findLast(({ at }) => at <= start);
      const check = new Check(
        this.#descriptor,
        this.#what,
        mark && { at: mark.at, hasher: mark.hasher.copy() },
      );
      const source = await this.#open(check.bytes);
      const stop = () => source.destroy();
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      await pour(source, async (bytes) => {
        const skip = Math.min(Math.max(start - check.bytes, 0), bytes.byteLength);
        check.add(bytes);
        this.#remember(check);
        if (skip < bytes.byteLength) await sink(bytes.subarray(skip));
      });
      check.end();
    });
  }

  #remember(check: Check): void {
    if (check.bytes - (this.#marks.at(-1)?.at ?? 0) < this.#apartBytes) return;
    this.#marks.push(check.mark);
  }
}
