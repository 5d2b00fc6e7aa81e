import type { RawPath } from './path.ts';

/** What is longer than this stays bytes, as a string has an end. */
const maxTextBytes = 1 << 26;

/** Texts that stand one after the other, each made when it is asked for. */
export class Stretches {
  readonly #ends: Uint32Array;
  readonly #bytes: Buffer;
  readonly #text: string | undefined;

  /** @param take gives so many bytes, which the texts are */
  constructor(lengths: Uint16Array, take: (length: number) => Buffer) {
    this.#ends = new Uint32Array(lengths.length);
    let end = 0;
    for (let at = 0; at < lengths.length; at++) this.#ends[at] = end += lengths[at] ?? 0;
    this.#bytes = take(end);
    this.#text = end > maxTextBytes ? undefined : this.#bytes.toString('latin1');
  }

  get(at: number): RawPath {
    const start = at === 0 ? 0 : (this.#ends[at - 1] ?? 0);
    const end = this.#ends[at] ?? start;
    return this.#text?.slice(start, end) ?? this.#bytes.toString('latin1', start, end);
  }
}
