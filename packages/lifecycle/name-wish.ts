import type { Digest, Guarantee, Tag } from '#oci';

/** A name that an image is to get, and what keeps it from lying. */
export type NameWish = { readonly tag: Tag } & (
  ClaimWish | OnceWish | MovingWish | ForwardsWish | FreeWish
);
interface ClaimWish {
  /** The digest is what came out of the commit of the event. */
  readonly policy: 'claim';
}
interface OnceWish {
  /** Written once, for one digest. */
  readonly policy: 'once';
  /** The version that it is; undefined: it is none, such as a short commit. */
  readonly version?: string;
}
interface MovingWish {
  /** Moves to a higher version alone: the highest of its line. */
  readonly policy: 'monotonic';
  /** The version that is released, without prefix and suffix. */
  readonly version: string;
  /** `1` or `1.4`; undefined: all versions. */
  readonly line?: string | undefined;
  /** What stands before and behind versions in tags. */
  readonly prefix?: string;
  readonly suffix?: string;
}
interface ForwardsWish {
  /** Moves to what comes later: by commits, else by version. */
  readonly policy: 'forwards';
}
interface FreeWish {
  /** Moves wherever it is put. */
  readonly policy: 'free';
}
export type NamePolicy = NameWish['policy'];
export type MonotonicWish = Extract<NameWish, { readonly policy: 'monotonic' }>;

export type NameState =
  'planned' | 'written' | 'there' | 'stays' | 'skipped' | 'refused' | 'not evaluated';

/** What became of a name. */
export interface NameOutcome {
  readonly state: NameState;
  /** What it stood on before; null: nothing. */
  readonly before: Digest | null;
  /** null: nothing was written. */
  readonly guarantee: Guarantee | null;
  /** A sentence about how it was decided; empty where there is nothing to say. */
  readonly reason: string;
}

/** Each round means that somebody else has moved the name between our look and our write. */
export const nameRounds = 20;
