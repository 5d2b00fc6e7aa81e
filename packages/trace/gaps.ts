import { Failed } from '#io';

import type { Gap } from './document.ts';
import { clipped } from './findings.ts';

/** What is more says nothing new. */
const most = 100;

/** What could not be found out: one source that is silent does not end the search. */
export class Gaps {
  readonly #found: Gap[] = [];
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  get found(): readonly Gap[] {
    return this.#found;
  }

  add(what: string, why: string): void {
    if (this.#found.length < most) this.#found.push({ what: clipped(what), why: clipped(why) });
  }

  /** The answer; where the world fails, the other one, and a note of it. */
  async ask<T, U>(what: string, work: () => Promise<T>, otherwise: U): Promise<T | U> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Failed) || this.#signal.aborted) throw error;
      this.add(what, error.message);
      return otherwise;
    }
  }
}
