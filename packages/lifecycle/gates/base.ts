import * as v from 'valibot';

import { matchesBase } from '#config';
import type { Gate, Outcome } from '#gate';
import type { Digest } from '#oci';

export interface BaseFacts {
  /** As the image names it; undefined: it names none. `scratch` is no image. */
  readonly name: string | undefined;
  readonly digest: Digest | undefined;
  /** Why it could not be found out whether the image's first layers are the base's. */
  readonly doubt?: string;
  /** Why they are not. Neither doubt nor disproof: it is proven. */
  readonly disproof?: string;
}

/** An image stands on a base that the policy allows, and its layers prove that it does. */
export const baseGate: Gate<readonly string[], BaseFacts> = {
  name: 'base',
  rule: v.pipe(v.array(v.string()), v.readonly()),
  judge(allowed, candidate) {
    const result = (outcome: Outcome, reason: string) => ({
      gate: 'base',
      outcome,
      reason,
      evidence: candidate?.digest === undefined ? [] : [candidate.digest],
    });
    if (candidate?.name === undefined) {
      return result('not evaluated', 'the image does not say on which base it stands');
    }
    const { name, doubt, disproof } = candidate;
    const repository = repositoryOf(name);
    if (!allowed.some((pattern) => matchesBase(pattern, repository))) {
      return result('failed', `${name} is not among the allowed bases: ${allowed.join(', ')}`);
    }
    if (disproof !== undefined) {
      return result('failed', `it does not stand on ${name}: ${disproof}`);
    }
    return doubt === undefined
      ? result('passed', `it stands on ${name}`)
      : result('not evaluated', `that it stands on ${name} is not proven: ${doubt}`);
  },
};

/** Patterns speak of repositories. The name is somebody's text: one that is no reference is allowed by no pattern. */
const repositoryOf = (name: string): string => /^[^:@]*(?::[0-9]+\/[^:@]*)?/.exec(name)?.[0] ?? '';
