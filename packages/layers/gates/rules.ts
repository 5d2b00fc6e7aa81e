import type { Result } from '#gate';
import { didYouMean, quote, UsageError } from '#io';

import type { LayersFacts, Standing } from './facts.ts';
import { limits } from './limits.ts';
import { comparisons, notRoot } from './no-worse.ts';

export type LimitName = keyof typeof limits;
export type ComparisonName = keyof typeof comparisons;
export const limitNames = [
  'reclaimable',
  'max-size',
  'max-size-growth',
  'max-layers',
  'max-pull-cost',
  'lowest-efficiency',
  'highest-wasted-bytes',
  'highest-user-wasted-percent',
] as const satisfies readonly LimitName[];
export const comparisonNames = [
  'reclaimable',
  'size',
  'layers',
  'pull-cost',
  'not-root',
  'efficiency',
  'wasted-bytes',
  'user-wasted-percent',
] as const satisfies readonly ComparisonName[];

/** What is asked of the layers of an image. Bytes, counts, and parts from 0 to 1. */
export type LayersRules = Readonly<Partial<Record<LimitName, number | undefined>>> & {
  readonly 'not-root'?: boolean | undefined;
  /** What may not be worse than in the image that stands there. */
  readonly 'no-worse'?: readonly ComparisonName[] | undefined;
};

/** @throws UsageError for a name that is none */
export const comparisonsNamed = (names: readonly string[]): readonly ComparisonName[] =>
  names.map((name) => {
    const found = comparisonNames.find((known) => known === name);
    if (found !== undefined) return found;
    const hint = didYouMean(name, comparisonNames) || `: write ${comparisonNames.join(', ')}`;
    throw new UsageError(`no-worse ${quote(name)} is not known${hint}`, { input: 'no-worse' });
  });

/** Every gate that was asked for, of one platform. An image that nobody verified, which is undefined, passes none. */
export function judgeLayers(
  rules: LayersRules,
  candidate: LayersFacts | undefined,
  standing: Standing,
): readonly Result[] {
  const results: Result[] = [];
  for (const name of limitNames) {
    const rule = rules[name];
    if (rule !== undefined) results.push(limits[name].judge(rule, candidate, standing));
  }
  if (rules['not-root'] === true) results.push(notRoot.judge(true, candidate, standing));
  for (const name of rules['no-worse'] ?? []) {
    results.push(comparisons[name].judge(true, candidate, standing));
  }
  return results;
}

const ofDive: readonly string[] = [
  'lowest-efficiency',
  'highest-wasted-bytes',
  'highest-user-wasted-percent',
  'efficiency',
  'wasted-bytes',
  'user-wasted-percent',
];

/** Does any of them ask for what Dive counts? */
export const needsDive = (rules: LayersRules): boolean =>
  limitNames.some((name) => rules[name] !== undefined && ofDive.includes(name)) ||
  (rules['no-worse'] ?? []).some((name) => ofDive.includes(name));
