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
      /** Throws when the two did not do the same work. */
      check?(): Promise<void>;
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
