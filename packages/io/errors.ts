interface Details extends ErrorOptions {
  /** The input or flag that has to change. */
  readonly input?: string;
  readonly at?: { readonly file: string; readonly line: number };
  readonly conflict?: Conflict;
}

/** Two images that want one name, as far as they are known. */
export interface Conflict {
  readonly standing: Side;
  readonly ours: Side;
}
export interface Side {
  readonly digest: string | null;
  readonly commit: string | null;
  /** The run or the person. */
  readonly by: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string | null;
}

/** An end with a sentence for a person and a code for a machine. `exit` is design contract: 1 no, 2 wrong use, 3 unknown. */
export class Failed extends Error {
  override readonly name: string = 'Failed';
  readonly exit: 1 | 2 | 3;
  readonly code: string;
  readonly input: string | undefined;
  readonly at: { readonly file: string; readonly line: number } | undefined;
  readonly conflict: Conflict | undefined;

  constructor(exit: 1 | 2 | 3, code: string, sentence: string, details: Details = {}) {
    super(sentence, details.cause === undefined ? undefined : { cause: details.cause });
    this.exit = exit;
    this.code = code;
    this.input = details.input;
    this.at = details.at;
    this.conflict = details.conflict;
  }
}

/** The person who wrote the workflow or the command can mend this one. */
export class UsageError extends Failed {
  override readonly name = 'UsageError';

  constructor(sentence: string, details: Details = {}) {
    super(2, 'usage', sentence, details);
  }
}

/** A rule of the product or of a policy says no: nothing is broken, and a rerun changes nothing. */
export class Refused extends Failed {
  override readonly name = 'Refused';

  constructor(code: string, sentence: string, details: Details = {}) {
    super(1, code, sentence, details);
  }
}

/** One sentence for a thrown value, its causes included. */
export function messageOf(thrown: unknown): string {
  // Not instanceof: an error of another realm (worker, vm) is an error too.
  if (!Error.isError(thrown)) return String(thrown);
  return thrown.cause === undefined
    ? thrown.message
    : `${thrown.message}: ${messageOf(thrown.cause)}`;
}

/** The `code` of a system error (`ENOENT`), for thrown values of any realm. */
export function codeOf(thrown: unknown): string | undefined {
  if (!Error.isError(thrown) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
