import { openSync, writeSync } from 'node:fs';

import { randomFrom, type Random } from '../rounds.ts';
import { absent, type How, type Line, type Writes } from './soak-history.ts';
import { askEither, Lost, Unasked, type Ask, type Told } from './soak-wire.ts';

/** Microseconds of a clock that all processes of the machine share. */
export const now = (): number => Number(process.hrtime.bigint() / 1000n);

/** An answer that no registry may give here. */
export class Complaint extends Error {}

/** One client of the soak: what it draws, whom it asks, and the journal of what it did. */
export class Hand {
  readonly random: Random;
  readonly name: string;
  readonly #bases: readonly [string, string];
  readonly #journal: number;
  #count = 0;

  constructor(how: { bases: readonly [string, string]; seed: number; name: string; file: string }) {
    this.random = randomFrom(how.seed);
    this.name = how.name;
    this.#bases = how.bases;
    this.#journal = openSync(how.file, 'a');
  }

  /** A word that nobody else has. */
  unique(): string {
    this.#count += 1;
    return `${this.name}-${this.#count}`;
  }

  /** Asks one of the servers; a status that is not among these is a complaint. */
  async ask(what: Ask, ...statuses: readonly number[]): Promise<Told> {
    const [a, b] = this.#bases;
    const told = await askEither(this.random.below(2) === 0 ? [a, b] : [b, a], what);
    if (statuses.includes(told.status)) return told;
    const says = told.body.toString().slice(0, 300);
    throw new Complaint(`${what.method} ${what.path} was answered ${told.status}: ${says}`);
  }

  /** Does what writes; the journal knows of it before it begins, and what came of it. */
  async write(writes: Writes, work: () => Promise<How>, from?: string): Promise<How> {
    const id = this.#count;
    this.#count += 1;
    this.#note({ begin: id, at: now(), writes, ...(from === undefined ? {} : { from }) });
    const how = await work().catch((error: unknown): How => {
      this.#forgive(error);
      return 'unknown';
    });
    this.#note({ end: id, at: now(), how });
    return how;
  }

  /** Does what reads; of a connection that breaks nothing is learnt. */
  async read(work: () => Promise<Writes>): Promise<void> {
    const since = now();
    try {
      this.saw(await work(), since);
    } catch (error) {
      this.#forgive(error);
    }
  }

  /** DELETE; `place` is that of the keys of which 404 says that it was not there. */
  async remove(path: string, writes: Writes, place: string): Promise<How> {
    const since = now();
    const how = await this.write(writes, async () => {
      const { status } = await this.ask({ method: 'DELETE', path }, 202, 404);
      return status === 202 ? 'done' : 'undone';
    });
    if (how === 'undone') this.saw({ [place]: absent }, since);
    return how;
  }

  saw(reads: Writes, since: number): void {
    this.#note({ reads, since, at: now() });
  }

  #forgive(error: unknown): void {
    if (error instanceof Complaint) this.#note({ complaint: error.message });
    else if (!(error instanceof Lost || error instanceof Unasked)) throw error;
  }

  #note(line: Line): void {
    writeSync(this.#journal, `${JSON.stringify(line)}\n`);
  }
}
