import { expect, test } from '@jest/globals';

import { afterGate, baseGate, expectGate, orderGate, type Relation } from '#lifecycle';
import { parseDigest } from '#oci';

const a = parseDigest(`sha256:${'a'.repeat(64)}`);
const b = parseDigest(`sha256:${'b'.repeat(64)}`);

test.each([
  [a, { digest: a }, 'passed', `${a} stands there as expected`],
  [a, { digest: b }, 'failed', `${a} was expected and ${b} stands there: it moved since`],
  [a, 'nothing', 'failed', `${a} was expected and nothing stands there: it moved since`],
  ['absent', 'nothing', 'passed', 'absent stands there as expected'],
  ['absent', { digest: b }, 'failed', `nothing was expected and ${b} stands there: it moved since`],
  [a, undefined, 'not evaluated', 'what stands there could not be read'],
] as const)('expect %s, found %j: %s', (rule, standing, outcome, reason) => {
  expect(expectGate.judge(rule, { digest: b }, standing)).toMatchObject({ outcome, reason });
});

const standing = { digest: b, name: '1.1.0' };
const because = 'by version';
test.each<[Relation['order'], boolean, string, string]>([
  ['same', false, 'passed', '1.0.0 stands there already (by version)'],
  ['after', false, 'passed', '1.0.0 comes after 1.1.0 (by version)'],
  ['before', false, 'failed', 'going back takes --rollback --to'],
  // Naming what stands there settles a doubt; it is no way back.
  ['before', true, 'failed', 'going back takes --rollback --to'],
  ['diverged', false, 'not evaluated', `a person decides it with ecluse promote --expect ${b}`],
  ['diverged', true, 'passed', 'a person expects 1.1.0 there and puts 1.0.0'],
  ['unknown', false, 'not evaluated', `a person decides it with ecluse promote --expect ${b}`],
  ['unknown', true, 'passed', 'a person expects 1.1.0 there and puts 1.0.0'],
])('order %s, expected %s: %s', (order, expected, outcome, reason) => {
  const candidate = { digest: a, name: '1.0.0', relation: { order, because } };
  const result = orderGate.judge({ expected }, candidate, standing);
  expect(result).toMatchObject({ gate: 'order', outcome, evidence: [a, b] });
  expect(result.reason).toContain(reason);
});

test('anything may come where nothing stands; what cannot be read never passes', () => {
  const rule = { expected: false };
  expect(orderGate.judge(rule, { digest: a, name: 'x' }, 'nothing').outcome).toBe('passed');
  expect(orderGate.judge(rule, { digest: a, name: 'x' }, standing).outcome).toBe('not evaluated');
  expect(orderGate.judge(rule, undefined, undefined).outcome).toBe('not evaluated');
});

test.each([
  [['dev'], [{ environment: 'dev', artifact: a }], 'passed', 'it has passed dev'],
  [['dev', 'e2e'], [{ environment: 'dev', artifact: a }], 'failed', 'it has not passed e2e'],
  [['dev'], [], 'failed', 'it has not passed dev'],
] as const)('after %j with %j: %s', (rule, passed, outcome, reason) => {
  expect(afterGate.judge(rule, { passed }, undefined)).toMatchObject({ outcome, reason });
});

test('after does not pass when the statements could not be read', () => {
  expect(afterGate.judge(['dev'], undefined, undefined).outcome).toBe('not evaluated');
});

const allowed = ['ghcr.io/acme/base/*', 'docker.io/library/debian'];
test.each([
  [{ name: 'ghcr.io/acme/base/node:1.0.0', digest: a }, 'passed', 'it stands on'],
  [{ name: 'docker.io/library/debian:12', digest: a }, 'passed', 'it stands on'],
  [{ name: 'docker.io/library/alpine:3', digest: a }, 'failed', 'is not among the allowed bases'],
  [{ name: 'ghcr.io/acme/base-x/node:1', digest: a }, 'failed', 'is not among the allowed bases'],
  [{ name: 'scratch', digest: undefined }, 'failed', 'is not among the allowed bases'],
  [{ name: undefined, digest: undefined }, 'not evaluated', 'does not say on which base'],
  [
    { name: 'docker.io/library/debian:12', digest: a, doubt: 'the base is not there' },
    'not evaluated',
    'is not proven: the base is not there',
  ],
  [
    { name: 'docker.io/library/debian:12', digest: a, disproof: 'its layers differ' },
    'failed',
    'it does not stand on docker.io/library/debian:12: its layers differ',
  ],
])('base %j: %s', (facts, outcome, reason) => {
  const result = baseGate.judge(allowed, facts, undefined);
  expect(result.outcome).toBe(outcome);
  expect(result.reason).toContain(reason);
});
