import * as v from 'valibot';

import type { Gate, Outcome } from '#gate';
import { quote } from '#io';
import { missingFrom, type Labels } from '#labels';

/** The labels of one image of a digest. */
export interface Labelled {
  /** As its index says; undefined: it stands in none. */
  readonly platform: string | undefined;
  readonly labels: Labels;
}

/** Every image of a digest has the labels that the policy requires, and something in them. */
export const labelsGate: Gate<readonly string[], readonly Labelled[]> = {
  name: 'labels',
  rule: v.pipe(v.array(v.string()), v.readonly()),
  judge(required, candidate) {
    const result = (outcome: Outcome, reason: string) => ({
      gate: 'labels',
      outcome,
      reason,
      evidence: [],
    });
    if (candidate === undefined || candidate.length === 0) {
      return result('not evaluated', 'there is no image whose labels could be read');
    }
    const missing = withoutLabel(candidate, required);
    return missing === undefined
      ? result('passed', `it has ${required.map(quote).join(', ')}`)
      : result('failed', `${missing}, which ecluse.yml requires`);
  },
};

/** The first image that lacks labels, and which, as the start of a sentence; undefined: none does. */
export function withoutLabel(
  images: readonly Labelled[],
  required: readonly string[],
): string | undefined {
  for (const { platform, labels } of images) {
    const missing = missingFrom(labels, required);
    if (missing.length === 0) continue;
    const which = platform === undefined ? 'the image' : `the image for ${platform}`;
    return `${which} has no label ${missing.map(quote).join(', ')}`;
  }
  return undefined;
}
