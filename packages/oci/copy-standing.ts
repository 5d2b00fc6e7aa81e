import type { Digest } from './digest.ts';

/** What copies that go on side by side have brought into one repository: nothing is asked for or sent twice. */
export class Standing {
  readonly #brought = new Map<Digest, Promise<unknown>>();

  /**
   * One of those who come with a digest brings it. To the others it is there as soon as it is.
   * @throws what `bring` throws, to all of them
   */
  async once<T>(digest: Digest, bring: () => Promise<T>): Promise<T | 'there'> {
    const brought = this.#brought.get(digest);
    if (brought !== undefined) return brought.then(() => 'there');
    const bringing = bring();
    this.#brought.set(digest, bringing);
    return bringing;
  }
}
