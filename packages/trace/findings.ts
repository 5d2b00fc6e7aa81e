import type { Contradiction, Fact, Teller } from './document.ts';

/** Somebody says something. */
export interface Told {
  readonly fact: Fact;
  readonly value: string;
  readonly source: Teller;
  readonly where: string | null;
  readonly by: string | null;
  readonly at: string | null;
  /** There is one, and nobody has looked at it. */
  readonly signature?: 'not verified';
  /** The base has the same label: nobody may have said it of this image. */
  readonly inherited?: true;
}

/** What was said was looked up. */
export interface Check {
  readonly fact: Fact;
  readonly value: string;
  readonly verified?: string;
  /** It is there, which does not yet say that it belongs to the image. */
  readonly weak?: true;
  readonly doubt?: string;
}

/** What one way of looking has found. */
export interface Findings {
  readonly told: readonly Told[];
  readonly checks: readonly Check[];
  readonly contradictions: readonly Contradiction[];
}

export const found = (some: Partial<Findings>): Findings => ({
  told: [],
  checks: [],
  contradictions: [],
  ...some,
});

export const together = (all: readonly Findings[]): Findings => ({
  told: all.flatMap(({ told }) => told),
  checks: all.flatMap(({ checks }) => checks),
  contradictions: all.flatMap(({ contradictions }) => contradictions),
});

/** One thing said; what it does not name is not known. */
export const tell = (
  fact: Fact,
  value: string,
  said: Pick<Told, 'source'> & Partial<Pick<Told, 'where' | 'by' | 'at' | 'signature'>>,
): Told => ({ where: null, by: null, at: null, ...said, fact, value });

const longest = 500;

/** A text of a stranger, no longer than a line bears. Half of a surrogate pair would be no text. */
export const clipped = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;

/** Enough of a digest to tell two apart by eye. */
export const short = (digest: string): string => digest.replace(/^(sha\d+:[0-9a-f]{12}).*$/, '$1');

/** A whole commit of git, SHA-1 or SHA-256. */
export const isCommit = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
