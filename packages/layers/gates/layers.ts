import * as v from 'valibot';

import type { Gate, Outcome, Result } from '#gate';
import { formatBytes } from '#io';

/** What the gates look at: of the candidate, and of the image that it is to replace. */
export interface LayersFacts {
  readonly platform: string;
  readonly sizeBytes: number;
  readonly reclaimableBytes: number;
  readonly layers: number;
  /** What a node that has the standing image must fetch; undefined when there is none to compare with. */
  readonly pullBytes: number | undefined;
  readonly root: boolean | undefined;
  readonly rootWhy: string;
}

const limit = v.pipe(v.number(), v.minValue(0));
const yes = v.literal(true);

const say =
  (gate: string) =>
  (outcome: Outcome, reason: string): Result => ({ gate, outcome, reason, evidence: [] });

/** A number of the candidate may not be above a limit. */
function atMost(
  name: string,
  what: string,
  how: {
    readonly of: (facts: LayersFacts) => number | undefined;
    readonly show: (value: number) => string;
  },
): Gate<number, LayersFacts> {
  const result = say(name);
  return {
    name,
    rule: limit,
    judge(rule, candidate) {
      if (candidate === undefined) return result('not evaluated', 'the image was not analysed');
      const value = how.of(candidate);
      const on = `on ${candidate.platform}`;
      if (value === undefined) {
        return result('not evaluated', `there is no other image to compare ${what} with, ${on}`);
      }
      const sentence = `${what} is ${how.show(value)} ${on}`;
      return value <= rule
        ? result('passed', `${sentence}, at most ${how.show(rule)} is allowed`)
        : result('failed', `${sentence}, and ${how.show(rule)} is the most`);
    },
  };
}

/** A number of the candidate may not be above that of what stands there. */
function noWorse(
  name: string,
  what: string,
  how: { readonly of: (facts: LayersFacts) => number; readonly show: (value: number) => string },
): Gate<true, LayersFacts> {
  const result = say(name);
  return {
    name,
    rule: yes,
    judge(_, candidate, standing) {
      if (candidate === undefined) return result('not evaluated', 'the image was not analysed');
      if (standing === 'nothing')
        return result('passed', 'there is no image that it could be worse than');
      if (standing === undefined) {
        return result('not evaluated', `there is no other image to compare ${what} with`);
      }
      const [now, before] = [how.of(candidate), how.of(standing)];
      const sentence = `${what} is ${how.show(now)} on ${candidate.platform}, and was ${how.show(before)}`;
      return result(now <= before ? 'passed' : 'failed', sentence);
    },
  };
}

const bytes = formatBytes;
const plain = String;

export const reclaimable = atMost('reclaimable', 'what the image stores in vain', {
  of: (facts) => facts.reclaimableBytes,
  show: bytes,
});
export const maxSize = atMost('max-size', 'the size of its files', {
  of: (facts) => facts.sizeBytes,
  show: bytes,
});
export const maxLayers = atMost('max-layers', 'the number of layers', {
  of: (facts) => facts.layers,
  show: plain,
});
export const maxPullCost = atMost('max-pull-cost', 'what a node must fetch', {
  of: (facts) => facts.pullBytes,
  show: bytes,
});
export const reclaimableNoWorse = noWorse('reclaimable-no-worse', 'what the image stores in vain', {
  of: (facts) => facts.reclaimableBytes,
  show: bytes,
});
export const sizeNoWorse = noWorse('size-no-worse', 'the size of its files', {
  of: (facts) => facts.sizeBytes,
  show: bytes,
});
export const layersNoWorse = noWorse('layers-no-worse', 'the number of layers', {
  of: (facts) => facts.layers,
  show: plain,
});

/** By how much an image may grow. */
export const maxSizeGrowth: Gate<number, LayersFacts> = {
  name: 'max-size-growth',
  rule: limit,
  judge(rule, candidate, standing) {
    const result = say('max-size-growth');
    if (candidate === undefined) return result('not evaluated', 'the image was not analysed');
    if (standing === 'nothing')
      return result('passed', 'there is no image that it could have grown from');
    if (standing === undefined)
      return result('not evaluated', 'there is no other image to compare with');
    const grown = candidate.sizeBytes - standing.sizeBytes;
    const sentence =
      grown > 0
        ? `the image grows by ${bytes(grown)} on ${candidate.platform}`
        : `the image does not grow on ${candidate.platform}`;
    return grown <= rule
      ? result('passed', sentence)
      : result('failed', `${sentence}, and ${bytes(rule)} is the most`);
  },
};

export const notRoot: Gate<true, LayersFacts> = {
  name: 'not-root',
  rule: yes,
  judge(_, candidate) {
    const result = say('not-root');
    if (candidate === undefined) return result('not evaluated', 'the image was not analysed');
    const { root, rootWhy } = candidate;
    if (root === undefined) return result('not evaluated', rootWhy);
    return result(root ? 'failed' : 'passed', rootWhy);
  },
};
