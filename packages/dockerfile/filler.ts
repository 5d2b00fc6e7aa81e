import type { Dockerfile } from './dockerfile.ts';
import { BadSubstitution, expand, type ExpandOptions, type Lookup } from './expand.ts';
import { fault, type Place } from './fault.ts';
import { SearchBudget } from './shell-pattern.ts';

/** Characters. A thousand lines that each use a variable of a megabyte would fill the memory. */
const mostText = 1 << 26;

/** Fills variables in for one Dockerfile: with the line in messages, and with a bound for all of it together. */
export class Filler {
  readonly #file: string;
  readonly #escape: string;
  readonly #budget = new SearchBudget();
  #left = mostText;

  constructor({ file, escape }: Pick<Dockerfile, 'file' | 'escape'>) {
    this.#file = file;
    this.#escape = escape;
  }

  at(line: number): Place {
    return { file: this.#file, line };
  }

  /** As `expand`. */
  fill(line: number, text: string, lookup: Lookup): string {
    return this.#expand(line, text, lookup, { escape: this.#escape });
  }

  /** As `fill`, for the body of a heredoc: quotes are text, and the escape character is always `\`. */
  fillDocument(line: number, text: string, lookup: Lookup): string {
    return this.#expand(line, text, lookup, { escape: '\\', quotes: false });
  }

  /** Counts what else grows with the file. */
  count(line: number, characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) {
      throw fault(
        this.at(line),
        'the file is too large once its variables and ranges are filled in',
      );
    }
  }

  #expand(line: number, text: string, lookup: Lookup, options: ExpandOptions): string {
    try {
      const result = expand(text, lookup, { ...options, budget: this.#budget });
      this.count(line, result.length);
      return result;
    } catch (error) {
      if (error instanceof BadSubstitution) throw fault(this.at(line), error.message);
      throw error;
    }
  }
}
