import * as v from 'valibot';

import type { Gate } from '#gate';
import { isDigest, type Digest } from '#oci';

export type Expected = Digest | 'absent';

/** What the one who approved has seen must still stand there. */
export const expectGate: Gate<Expected, { readonly digest: Digest }> = {
  name: 'expect',
  rule: v.union([v.pipe(v.string(), v.guard(isDigest)), v.literal('absent')]),
  judge(rule, _candidate, standing) {
    const found = standing === undefined || standing === 'nothing' ? standing : standing.digest;
    if (found === undefined) {
      return {
        gate: 'expect',
        outcome: 'not evaluated',
        reason: 'what stands there could not be read',
        evidence: [],
      };
    }
    const outcome = found === (rule === 'absent' ? 'nothing' : rule) ? 'passed' : 'failed';
    return {
      gate: 'expect',
      outcome,
      reason:
        outcome === 'passed'
          ? `${rule} stands there as expected`
          : `${rule === 'absent' ? 'nothing' : rule} was expected and ${found} stands there: it moved since`,
      evidence: found === 'nothing' ? [] : [found],
    };
  },
};
