/** One of the two that are compared. Only `run` is timed. */
export interface Contender {
  readonly name: string;
  before?(): Promise<void>;
  run(): Promise<void>;
}

/** What was prepared, or the sentence why this machine cannot. */
export type Prepared =
  | {
      readonly ours: Contender;
      readonly theirs: Contender;
      /** What a reader of the numbers has to know: what is cold and what is warm, and what else was held equal. */
      readonly conditions: string;
      /** Throws when the two did not do the same work; what it says goes with the numbers. */
      check?(): Promise<string>;
    }
  | { readonly cannot: string };

/** A comparison side by side, in one run, of which only the ratio counts: machines differ. */
export interface Bench {
  readonly title: string;
  readonly rounds: number;
  /** Ours may take this many times as long as theirs. */
  readonly goal: number;
  /** `folder` is empty, private and removed afterwards. */
  prepare(folder: string): Promise<Prepared>;
}
