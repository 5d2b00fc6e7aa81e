import * as v from 'valibot';

import type { Gate, Outcome, Result } from '#gate';
import { pullCost } from '#image';
import { formatBytes } from '#io';

import type { LayersFacts } from './facts.ts';
import { quantities, type Quantity } from './quantities.ts';

const limit = v.pipe(v.number(), v.minValue(0));

export const say =
  (gate: string) =>
  (outcome: Outcome, reason: string): Result => ({ gate, outcome, reason, evidence: [] });

/** Nobody looked, or nobody verified what was seen. */
export const notVerified = 'what is in the image was not verified';

/** A number of the candidate may not be above a limit. */
function atMost(name: string, { what, of, show }: Quantity): Gate<number, LayersFacts> {
  const result = say(name);
  return {
    name,
    rule: limit,
    judge(rule, candidate) {
      if (candidate === undefined) return result('not evaluated', notVerified);
      const value = of(candidate);
      if (value === undefined) return result('not evaluated', `${what} was not counted`);
      const sentence = `${what} is ${show(value)} on ${candidate.platform}`;
      return value <= rule
        ? result('passed', `${sentence}, at most ${show(rule)} is allowed`)
        : result('failed', `${sentence}, and ${show(rule)} is the most`);
    },
  };
}

/** What grows from the image before may not be above a limit; undefined: there is nothing to measure it against. */
function growth(
  name: string,
  of: (before: LayersFacts, now: LayersFacts) => { readonly value: number; readonly says: string },
): Gate<number, LayersFacts> {
  const result = say(name);
  return {
    name,
    rule: limit,
    judge(rule, candidate, standing) {
      if (candidate === undefined) return result('not evaluated', notVerified);
      if (standing === 'nothing') return result('passed', 'nothing stands there to compare with');
      if (standing === undefined) {
        return result('not evaluated', 'there is no other image to compare with');
      }
      const { value, says } = of(standing, candidate);
      const sentence = `${says} on ${candidate.platform}`;
      return value <= rule
        ? result('passed', `${sentence}, at most ${formatBytes(rule)} is allowed`)
        : result('failed', `${sentence}, and ${formatBytes(rule)} is the most`);
    },
  };
}

const lowestEfficiency: Gate<number, LayersFacts> = {
  name: 'lowest-efficiency',
  rule: v.pipe(limit, v.maxValue(1)),
  judge(rule, candidate) {
    const result = say('lowest-efficiency');
    if (candidate === undefined) return result('not evaluated', notVerified);
    const efficiency = candidate.dive?.efficiency;
    if (efficiency === undefined) {
      return result('not evaluated', "Dive's efficiency was not counted");
    }
    return result(
      efficiency >= rule ? 'passed' : 'failed',
      `Dive's efficiency is ${efficiency.toFixed(4)} on ${candidate.platform}, at least ${rule} is asked`,
    );
  },
};

/** Gates with a number, by the names that inputs and `ecluse.yml` give them. */
export const limits = {
  reclaimable: atMost('reclaimable', quantities.reclaimable),
  'max-size': atMost('max-size', quantities.size),
  'max-size-growth': growth('max-size-growth', (before, now) => {
    const grown = now.sizeBytes - before.sizeBytes;
    return {
      value: grown,
      says: grown > 0 ? `the image grows by ${formatBytes(grown)}` : 'the image does not grow',
    };
  }),
  'max-layers': atMost('max-layers', quantities.layers),
  'max-pull-cost': growth('max-pull-cost', (before, now) => {
    const { sizeBytes } = pullCost(before.manifest, now.manifest);
    const says = `a node that has the image before must fetch ${formatBytes(sizeBytes)}`;
    return { value: sizeBytes, says };
  }),
  'lowest-efficiency': lowestEfficiency,
  'highest-wasted-bytes': atMost('highest-wasted-bytes', quantities['wasted-bytes']),
  'highest-user-wasted-percent': atMost(
    'highest-user-wasted-percent',
    quantities['user-wasted-percent'],
  ),
} as const satisfies Readonly<Record<string, Gate<number, LayersFacts>>>;
