import type { Instruction, ResolvedPlan } from '#dockerfile';

import type { Step } from './builder.ts';

const tailLines = 20;
const tailLength = 300;
const mostSteps = 10_000;

/** What is compared: Buildah joins lines with other white space than we do. */
const bare = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

interface Running {
  readonly line: number | null;
  readonly text: string;
  readonly since: number;
  cached: boolean;
}

/**
 * Reads what `buildah build` prints, one line at a time, and knows which instruction runs. The output of a RUN
 * can look like Buildah's own: then steps are shown wrongly, and nothing else follows from it.
 */
export class BuildahOutput {
  readonly #stages: readonly (readonly Instruction[])[];
  readonly #heads: readonly { readonly line: number; readonly text: string }[];
  readonly #now: () => Date;
  readonly #done: Step[] = [];
  #running: Running | undefined;
  #stage = -1;
  #next = 0;
  #tail: string[] = [];
  #error = '';

  constructor({ stages }: ResolvedPlan, now: () => Date) {
    // Buildah goes through the stages that are needed in the order of the file.
    const inFile = stages.map(({ stage }) => stage).toSorted((a, b) => a.index - b.index);
    this.#stages = inFile.map(({ instructions }) => instructions);
    this.#heads = inFile;
    this.#now = now;
  }

  read(line: string, from: 'stdout' | 'stderr'): void {
    const [, number, text] = /^(?:\[\d+\/\d+\] )?STEP (\d+)\/\d+: (.*)$/s.exec(line) ?? [];
    if (from === 'stdout' && text !== undefined) this.#start(Number(number), text);
    else if (from === 'stdout' && /^(?:\[\d+\/\d+\] )?COMMIT\b/.test(line)) this.#finish();
    else if (from === 'stdout' && line.startsWith('--> ')) this.#mark(line);
    else if (from === 'stderr' && line.startsWith('Error: ')) this.#error = line.slice(7);
    else if (!/^time=".*" level=|^subprocess exited with status/.test(line)) this.#keep(line);
  }

  /** All steps up to now. */
  steps(): readonly Step[] {
    this.#finish();
    return this.#done;
  }

  /** The instruction that ran last: the one that failed, when something did. */
  get last(): Pick<Step, 'line' | 'text'> | undefined {
    return this.#running ?? this.#done.at(-1);
  }

  /** Buildah's own last words. */
  get error(): string {
    return this.#error;
  }

  /** The last lines that the running instruction printed. */
  get tail(): readonly string[] {
    return this.#tail;
  }

  #start(number: number, printed: string): void {
    this.#finish();
    this.#tail = [];
    const found = number === 1 ? this.#head() : this.#instruction(printed);
    this.#running = {
      line: found?.line ?? null,
      text: found?.text ?? printed.slice(0, tailLength),
      since: this.#now().getTime(),
      cached: false,
    };
  }

  #head(): { readonly line: number; readonly text: string } | undefined {
    this.#stage += 1;
    this.#next = 0;
    return this.#heads[this.#stage];
  }

  /** The next instruction of the stage with this text; triggers and labels of ours have none. */
  #instruction(printed: string): Instruction | undefined {
    const instructions = this.#stages[this.#stage] ?? [];
    const wanted = bare(printed);
    const index = instructions.findIndex(
      ({ text }, at) => at >= this.#next && bare(text) === wanted,
    );
    if (index >= 0) this.#next = index + 1;
    return instructions[index];
  }

  #mark(line: string): void {
    if (this.#running !== undefined && line.startsWith('--> Using cache ')) {
      this.#running.cached = true;
    }
  }

  #finish(): void {
    if (this.#running === undefined) return;
    const { line, text, cached, since } = this.#running;
    const ms = Math.max(0, this.#now().getTime() - since);
    if (this.#done.length < mostSteps) this.#done.push({ line, text, ms, cached });
    this.#running = undefined;
  }

  #keep(line: string): void {
    if (line.trim() === '') return;
    this.#tail.push(line.slice(0, tailLength));
    if (this.#tail.length > tailLines) this.#tail.shift();
  }
}
