import * as v from 'valibot';

import type { Gate } from '#gate';

import type { LayersFacts } from './facts.ts';
import { notVerified, say } from './limits.ts';
import { quantities, type Quantity } from './quantities.ts';

const yes = v.literal(true);

/** A number of the candidate may not be above that of what stands there. */
function noWorse(name: string, { what, of, show }: Quantity): Gate<true, LayersFacts> {
  const result = say(`no-worse ${name}`);
  return {
    name,
    rule: yes,
    judge(_, candidate, standing) {
      if (candidate === undefined) return result('not evaluated', notVerified);
      if (standing === 'nothing')
        return result('passed', 'nothing stands there that it could be worse than');
      if (standing === undefined) {
        return result('not evaluated', `there is no other image to compare ${what} with`);
      }
      const [now, before] = [of(candidate), of(standing)];
      if (now === undefined || before === undefined) {
        return result('not evaluated', `${what} was not counted`);
      }
      const sentence = `${what} is ${show(now)} on ${candidate.platform}, and was ${show(before)}`;
      return result(now <= before ? 'passed' : 'failed', sentence);
    },
  };
}

/** Processes may be root only where they were before. */
const notMoreRoot: Gate<true, LayersFacts> = {
  name: 'not-root',
  rule: yes,
  judge(_, candidate, standing) {
    const result = say('no-worse not-root');
    if (candidate === undefined) return result('not evaluated', notVerified);
    if (candidate.root === false) return result('passed', candidate.rootWhy);
    if (standing === 'nothing')
      return result('passed', 'nothing stands there that it could be worse than');
    if (standing?.root === undefined || candidate.root === undefined) {
      const why = candidate.root === undefined ? candidate.rootWhy : standing?.rootWhy;
      return result('not evaluated', why ?? 'there is no other image to compare its user with');
    }
    return result(
      standing.root ? 'passed' : 'failed',
      `${candidate.rootWhy}; of what stands there, ${standing.rootWhy}`,
    );
  },
};

/** The image's processes are not root. */
export const notRoot: Gate<true, LayersFacts> = {
  name: 'not-root',
  rule: yes,
  judge(_, candidate) {
    const result = say('not-root');
    if (candidate === undefined) return result('not evaluated', notVerified);
    const { root, rootWhy } = candidate;
    if (root === undefined) return result('not evaluated', rootWhy);
    return result(root ? 'failed' : 'passed', rootWhy);
  },
};

/** Gates that compare with what stands there, each by the name of what it compares. */
export const comparisons = {
  reclaimable: noWorse('reclaimable', quantities.reclaimable),
  size: noWorse('size', quantities.size),
  layers: noWorse('layers', quantities.layers),
  'pull-cost': noWorse('pull-cost', quantities['pull-cost']),
  'not-root': notMoreRoot,
  efficiency: noWorse('efficiency', quantities.inefficiency),
  'wasted-bytes': noWorse('wasted-bytes', quantities['wasted-bytes']),
  'user-wasted-percent': noWorse('user-wasted-percent', quantities['user-wasted-percent']),
} as const satisfies Readonly<Record<string, Gate<true, LayersFacts>>>;
