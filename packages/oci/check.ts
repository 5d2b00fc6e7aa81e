import type { Descriptor } from './descriptor.ts';
import { algorithmOf, Hasher } from './digest.ts';
import { Corrupt } from './errors.ts';

/** Holds bytes against what a descriptor promises of them. */
export class Check {
  readonly #descriptor: Descriptor;
  readonly #what: string;
  readonly #hasher: Hasher;
  #bytes: number;

  /** @param from where bytes that were hashed before end */
  constructor(
    descriptor: Descriptor,
    what: string,
    from?: { readonly at: number; readonly hasher: Hasher },
  ) {
    this.#descriptor = descriptor;
    this.#what = what;
    this.#hasher = from?.hasher ?? new Hasher(algorithmOf(descriptor.digest));
    this.#bytes = from?.at ?? 0;
  }

  /** How many there were. */
  get bytes(): number {
    return this.#bytes;
  }

  /** What was hashed so far, to go on from. */
  get mark() {
    return { at: this.#bytes, hasher: this.#hasher.copy() };
  }

  /** @throws Corrupt when there are too many; with the last ones, when the digest of all is another one */
  add(bytes: Uint8Array): void {
    this.#hasher.update(bytes);
    this.#bytes += bytes.byteLength;
    const { size } = this.#descriptor;
    if (this.#bytes > size)
      throw this.#corrupt(`it has more than the ${size} bytes that were promised`);
    if (this.#bytes === size && bytes.byteLength > 0) this.#compare();
  }

  /** @throws Corrupt when there were too few */
  end(): void {
    const { size } = this.#descriptor;
    if (this.#bytes < size) throw this.#corrupt(`it ended after ${this.#bytes} of ${size} bytes`);
    if (size === 0) this.#compare();
  }

  #compare(): void {
    const { digest } = this.#descriptor;
    const found = this.#hasher.copy().digest();
    if (found !== digest) throw this.#corrupt(`its digest is ${found} and should be ${digest}`);
  }

  #corrupt(why: string): Corrupt {
    return new Corrupt(this.#what, why);
  }
}
