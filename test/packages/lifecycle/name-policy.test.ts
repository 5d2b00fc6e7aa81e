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
type Row = readonly [
  tag: string,
  rule: Rule,
  meaning?: Computed['reason']['meaning'],
  version?: string,
];

const wishes = (event: Event, rows: readonly Row[], order = 'revisions', tagPrefix = '') =>
  wishesOf(
    rows.map(([tag, rule, meaning = 'text', version]) => ({
      tag: parseTag(tag),
      reason: { rule, meaning, ...(version !== undefined && { version }) },
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
    '0.1.4 once',
    '21.4.2 once',
    '1.4.20 once',
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

test('a version that a rule reads from its value, or from a git tag of another form, is the released one', () => {
  const rows: readonly Row[] = [
    ['1.4.2', 'semver', 'version', '1.4.2'],
    ['1.4', 'semver', 'pointer', '1.4.2'],
    ['1', 'match', 'text', '1'],
    ['latest', 'latest', 'pointer'],
  ];
  const all = ['1.4.2 once', '1.4 monotonic', '1 monotonic', 'latest monotonic'];
  expect(policies(push, rows)).toEqual(all);
  expect(policies(tagged('release/1.4.2'), rows)).toEqual(all);
  expect(wishes(tagged('shop-v1.4.2'), rows)[3]).toMatchObject({ version: '1.4.2', prefix: '' });
});

test('what reads as a version is one, whichever rule gives it', () => {
  const rows: readonly Row[] = [
    ['1.2.3', 'raw'],
    ['v1.2.3-rc.1', 'ref', 'pointer'],
    ['1.2.3.4', 'raw'],
    ['v1', 'raw'],
  ];
  const all = ['1.2.3 once', 'v1.2.3-rc.1 once', '1.2.3.4 forwards', 'v1 forwards'];
  expect(policies(push, rows)).toEqual(all);
});

test('a pull request has no name of its own that people would take for a release', () => {
  const own = ['7', 'v7', '1.7', 'latest', '1.2.7', 'pr-7', '7-preview'] as const;
  expect(
    policies(
      change,
      own.map((tag) => [tag, 'ref', 'pointer']),
    ),
  ).toEqual([
    '7 forwards',
    'v7 forwards',
    '1.7 forwards',
    'latest forwards',
    '1.2.7 once',
    'pr-7 free',
    '7-preview free',
  ]);
});
