import type { Contender } from './bench.ts';

export interface Times {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** Of each round, in their order. */
  readonly eachMs: readonly number[];
}

export interface Measured {
  readonly ours: Times;
  readonly theirs: Times;
  /** Of the medians. */
  readonly ratio: number;
}

/** The middle value; of an even number the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

/** Runs both in turn, the first one of a round alternating, so that a busy moment hits both; one round is not counted. */
export async function measure(
  { ours, theirs }: { readonly ours: Contender; readonly theirs: Contender },
  rounds: number,
): Promise<Measured> {
  const times = new Map<Contender, number[]>([
    [ours, []],
    [theirs, []],
  ]);
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of round % 2 === 0 ? [ours, theirs] : [theirs, ours]) {
      await contender.before?.();
      const start = performance.now();
      await contender.run();
      if (round > 0) times.get(contender)?.push(performance.now() - start);
    }
  }
  const of = (contender: Contender): Times => {
    const all = times.get(contender) ?? [];
    const { name } = contender;
    const [minMs, maxMs] = [Math.min(...all), Math.max(...all)];
    return { name, medianMs: median(all), minMs, maxMs, eachMs: all.map(Math.round) };
  };
  const measured = { ours: of(ours), theirs: of(theirs) };
  return { ...measured, ratio: measured.ours.medianMs / measured.theirs.medianMs };
}
