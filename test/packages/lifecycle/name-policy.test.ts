import { expect, test } from '@jest/globals';

import type { Event } from '#io';
import { wishesOf, type Computed } from '#lifecycle';
import { parseTag } from '#oci';
import { orderOf } from '#version';

const commit = 'a'.repeat(40);
const push: Event = { kind: 'push', commit, branch: 'main' };
const tagged = (tag: string): Event => ({ kind: 'tag', commit, tag });
const change: Event = { kind: 'change', commit, number: 7 };

type Rule = Computed['reason']['rule'];
type Row = readonly [tag: string, rule: Rule, meaning?: Computed['reason']['meaning']];

const wishes = (event: Event, rows: readonly Row[], order = 'revisions', tagPrefix = '') =>
  wishesOf(
    rows.map(([tag, rule, meaning = 'text']) => ({
      tag: parseTag(tag),
      reason: { rule, meaning },
    })),
    { event, order: orderOf(order), tagPrefix },
  );
const policies = (...all: Parameters<typeof wishes>) =>
  wishes(...all).map(({ tag, policy }) => `${tag} ${policy}`);

test('a release, its lines and latest', () => {
  const rows: readonly Row[] = [
    ['1.4.2', 'semver', 'version'],
    ['1.4', 'semver', 'pointer'],
    ['1', 'semver', 'pointer'],
    ['latest', 'latest', 'pointer'],
    ['sha-aaaaaaa', 'sha', 'version'],
    ['stable', 'raw'],
  ];
  expect(wishes(tagged('v1.4.2'), rows)).toEqual([
    { tag: '1.4.2', policy: 'once', version: '1.4.2' },
    { tag: '1.4', policy: 'monotonic', version: '1.4.2', line: '1.4', prefix: '', suffix: '' },
    { tag: '1', policy: 'monotonic', version: '1.4.2', line: '1', prefix: '', suffix: '' },
    { tag: 'latest', policy: 'monotonic', version: '1.4.2', prefix: '', suffix: '' },
    { tag: 'sha-aaaaaaa', policy: 'once' },
    { tag: 'stable', policy: 'forwards' },
  ]);
});

test('variants follow the versions that are written as they are', () => {
  const rows: readonly Row[] = [
    ['v1.4.2-alpine', 'semver', 'version'],
    ['v1.4-alpine', 'semver', 'pointer'],
    ['1.4', 'match'],
    ['latest', 'latest', 'pointer'],
  ];
  expect(wishes(tagged('shop-v1.4.2'), rows, 'revisions', 'shop-')).toMatchObject([
    { policy: 'once', version: 'v1.4.2-alpine' },
    { policy: 'monotonic', line: '1.4', prefix: 'v', suffix: '-alpine' },
    { policy: 'monotonic', line: '1.4', prefix: 'v', suffix: '-alpine' },
    { policy: 'monotonic', version: '1.4.2', prefix: 'v', suffix: '-alpine' },
  ]);
});

test('without a version among the names, lines follow commits', () => {
  const rows: readonly Row[] = [
    ['1.4', 'semver', 'pointer'],
    ['latest', 'latest', 'pointer'],
  ];
  expect(policies(tagged('v1.4.2'), rows)).toEqual(['1.4 forwards', 'latest forwards']);
});

test('the git tag as it is, when it is a version, is written once', () => {
  const rows: readonly Row[] = [
    ['v1.4.2', 'ref', 'pointer'],
    ['latest', 'latest', 'pointer'],
  ];
  expect(policies(tagged('v1.4.2'), rows)).toEqual(['v1.4.2 once', 'latest monotonic']);
  expect(policies(tagged('nightly'), [['nightly', 'ref', 'pointer']])).toEqual([
    'nightly forwards',
  ]);
});

test('a push: branch, edge and raw names follow commits, versions by value are written once', () => {
  const rows: readonly Row[] = [
    ['main', 'ref', 'pointer'],
    ['edge', 'edge', 'pointer'],
    ['latest', 'raw'],
    ['2.0.0', 'semver', 'version'],
    ['v1.4.2-3-gabc1234', 'describe', 'version'],
    [`sha-${commit}`, 'sha', 'version'],
    [`sha-${'b'.repeat(40)}`, 'raw'],
    ['nightly', 'schedule', 'pointer'],
  ];
  expect(policies(push, rows)).toEqual([
    'main forwards',
    'edge forwards',
    'latest forwards',
    '2.0.0 once',
    'v1.4.2-3-gabc1234 once',
    `sha-${commit} claim`,
    `sha-${'b'.repeat(40)} once`,
    'nightly free',
  ]);
});

test('a pull request moves its own name freely', () => {
  expect(policies(change, [['pr-7', 'ref', 'pointer']])).toEqual(['pr-7 free']);
});

test('numbers that only look like a line of the version are none', () => {
  const rows: readonly Row[] = [
    ['1.4.2', 'semver', 'version'],
    ['11', 'raw'],
    ['1.40', 'raw'],
    ['0.1.4', 'raw'],
    ['21.4.2', 'raw'],
    ['1.4.20', 'raw'],
  ];
  expect(policies(tagged('1.4.2'), rows).slice(1)).toEqual([
    '11 forwards',
    '1.40 forwards',
    '0.1.4 forwards',
    '21.4.2 forwards',
    '1.4.20 forwards',
  ]);
});

test('the order says what a version is', () => {
  const rows: readonly Row[] = [
    ['2026.05.3', 'calver', 'version'],
    ['2026.05', 'match'],
  ];
  expect(policies(tagged('2026.05.3'), rows, 'calver')).toEqual([
    '2026.05.3 once',
    '2026.05 monotonic',
  ]);
  expect(policies(tagged('2026.05.3'), rows)).toEqual(['2026.05.3 once', '2026.05 forwards']);
});
