import type { Result } from '#gate';
import type { Digest } from '#oci';

import { baseOf } from './base.ts';
import { afterGate } from './gates/after.ts';
import { baseGate } from './gates/base.ts';
import { expectGate, type Expected } from './gates/expect.ts';
import { labelsGate } from './gates/labels.ts';
import { orderGate, type Ordered } from './gates/order.ts';
import type { Ground } from './ground.ts';
import { know, nameOf, type Known } from './known.ts';
import { labelsOf } from './labels.ts';
import { judgeLayersOf } from './layers.ts';
import { relate } from './order.ts';
import { commitSaid, passedAmong } from './passed.ts';
import { placeOf, type Image, type Place } from './place.ts';

export interface Case {
  readonly image: Image;
  readonly place: Place;
  readonly candidate: Known;
  /** The digest behind the purpose tag when it was read. */
  readonly standing: Digest | undefined;
  readonly expected: Expected | undefined;
}

/** Every gate before one environment, judged for one digest. */
export async function judge(one: Case, ground: Ground): Promise<readonly Result[]> {
  const { image, place, candidate, standing, expected } = one;
  const own = ground.open(image.repository, 'write');
  const results: Result[] = [];
  if (expected !== undefined) {
    const there = standing === undefined ? 'nothing' : { digest: standing };
    results.push(expectGate.judge(expected, candidate, there));
  }
  results.push(await judgeOrder(one, ground));
  if (place.environment.after.length > 0) results.push(await judgeAfter(one, ground));
  const { layers } = place.environment.gates;
  if (layers !== undefined) {
    const about = { own, place, candidate: candidate.digest, standing };
    results.push(...(await judgeLayersOf(layers, about, ground.layers)));
  }
  const { base, labels } = ground.policy;
  if (labels !== undefined && labels.required.length > 0) {
    results.push(
      labelsGate.judge(labels.required, await labelsOf(own, candidate.digest), undefined),
    );
  }
  if (base !== undefined) {
    const facts = await baseOf(own, candidate.digest, ground.open);
    results.push(baseGate.judge(base.allowed, facts, undefined));
  }
  return results;
}

async function judgeOrder(one: Case, ground: Ground): Promise<Result> {
  const { image, place, candidate, standing, expected } = one;
  const rule = { expected: expected !== undefined && expected !== 'absent' };
  const name = nameOf(candidate);
  if (standing === undefined) {
    return orderGate.judge(rule, { digest: candidate.digest, name }, 'nothing');
  }
  const known = await know(image, standing, ground);
  // What lost its claim, or stands in another repository alone, was of a known commit when it passed.
  const commit =
    known?.commit ?? (await commitSaid(place.repository, standing, place.environment.name));
  const there = { digest: standing, version: known?.version, commit };
  const relation = await relate(candidate, there, ground.history);
  const facts: Ordered = { digest: candidate.digest, name, relation };
  return orderGate.judge(rule, facts, { digest: standing, name: nameOf(there) });
}

async function judgeAfter(one: Case, ground: Ground): Promise<Result> {
  const { image, place, candidate } = one;
  const { environments } = ground.policy;
  const before = environments.filter(({ name }) => place.environment.after.includes(name));
  const passed = await passedAmong(
    candidate.digest,
    before,
    (environment) => placeOf(image, environment, ground.open).repository,
  );
  return afterGate.judge(place.environment.after, { passed }, undefined);
}
