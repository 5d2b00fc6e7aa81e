import * as v from 'valibot';

import type { Gate, Outcome } from '#gate';
import type { Digest } from '#oci';

/** How a candidate stands to what is there: `after` is forwards. */
export interface Relation {
  readonly order: 'same' | 'after' | 'before' | 'diverged' | 'unknown';
  readonly because: string;
}

export interface Ordered {
  readonly digest: Digest;
  readonly name: string;
  /** Of the candidate to what stands there; the standing side has none. */
  readonly relation?: Relation;
}

/** A purpose tag goes forwards. `expected`: a person has named what stands there, which settles a doubt. */
export const orderGate: Gate<{ readonly expected: boolean }, Ordered> = {
  name: 'order',
  rule: v.object({ expected: v.boolean() }),
  judge({ expected }, candidate, standing) {
    const result = (outcome: Outcome, reason: string) => ({
      gate: 'order',
      outcome,
      reason,
      evidence: [candidate, standing].flatMap((one) =>
        typeof one === 'object' ? [one.digest] : [],
      ),
    });
    if (standing === 'nothing') return result('passed', 'nothing stands there');
    if (candidate?.relation === undefined || standing === undefined) {
      return result('not evaluated', 'the order of the two could not be found out');
    }
    const { order, because } = candidate.relation;
    switch (order) {
      case 'same':
        return result('passed', `${candidate.name} stands there already (${because})`);
      case 'after':
        return result('passed', `${candidate.name} comes after ${standing.name} (${because})`);
      case 'before':
        return result(
          'failed',
          `${candidate.name} comes before ${standing.name} (${because}): going back takes --rollback --to`,
        );
      case 'diverged':
      case 'unknown':
        return expected
          ? result('passed', `a person expects ${standing.name} there and puts ${candidate.name}`)
          : result(
              'not evaluated',
              order === 'diverged'
                ? `${candidate.name} and ${standing.name} have diverged (${because}): a person decides it with ecluse promote --expect ${standing.digest}`
                : `${because}; or a person decides it with ecluse promote --expect ${standing.digest}`,
            );
    }
  },
};
