import * as v from 'valibot';

import type { Gate } from '#gate';
import type { Digest } from '#oci';

export interface PassedBefore {
  /** Environments that this digest has passed, each with the statement that says so. */
  readonly passed: readonly { readonly environment: string; readonly artifact: Digest }[];
}

/** A digest passes the environments before this one first: what counts is its statements, not where tags stand. */
export const afterGate: Gate<readonly string[], PassedBefore> = {
  name: 'after',
  rule: v.pipe(v.array(v.string()), v.readonly()),
  judge(rule, candidate) {
    if (candidate === undefined) {
      return {
        gate: 'after',
        outcome: 'not evaluated',
        reason: 'what the digest has passed could not be read',
        evidence: [],
      };
    }
    const missing = rule.filter(
      (name) => !candidate.passed.some(({ environment }) => environment === name),
    );
    const evidence = candidate.passed
      .filter(({ environment }) => rule.includes(environment))
      .map(({ artifact }) => artifact);
    return missing.length === 0
      ? { gate: 'after', outcome: 'passed', reason: `it has passed ${rule.join(', ')}`, evidence }
      : {
          gate: 'after',
          outcome: 'failed',
          reason: `it has not passed ${missing.join(', ')}`,
          evidence,
        };
  },
};
