import { expect, test } from '@jest/globals';

import { movingTargets, orderOf, planMoving, type MovingSettings } from '#version';

import { randomFrom } from '../../rounds.ts';

interface Release extends MovingSettings {
  readonly order?: string;
  readonly tags: readonly string[];
}

function plan(version: string, { order = 'revisions', tags, ...settings }: Release) {
  const moving = planMoving(orderOf(order), version, settings);
  for (const tag of tags) moving.see(tag);
  return moving.decide();
}

const decisions = (version: string, release: Release) =>
  plan(version, release).map(({ name, decision, why }) => `${name} ${decision}: ${why}`);
const moves = (version: string, release: Release) =>
  plan(version, release).flatMap(({ name, decision }) => (decision === 'moves' ? [name] : []));

test('the highest version of all takes every name', () => {
  const tags = [
    '1.1.8',
    '1.2.0',
    '1.10.0',
    '0.9.0',
    'latest',
    '1',
    '1.10',
    'prod',
    `sha-${'a'.repeat(40)}`,
  ];
  expect(plan('1.10.1', { tags })).toEqual([
    {
      name: 'latest',
      decision: 'moves',
      why: '1.10.1 is higher than 1.10.0, the highest that stands there',
      stands: true,
      candidates: ['1.10.0', '1.2.0', '1.1.8', '0.9.0'],
    },
    {
      name: '1',
      decision: 'moves',
      why: '1.10.1 is higher than 1.10.0, the highest that stands there',
      stands: true,
      candidates: ['1.10.0', '1.2.0', '1.1.8'],
    },
    {
      name: '1.10',
      decision: 'moves',
      why: '1.10.1 is higher than 1.10.0, the highest that stands there',
      stands: true,
      candidates: ['1.10.0'],
    },
  ]);
});

test('only the names that are asked for are decided', () => {
  const order = orderOf('revisions');
  const released = order.parse('1.4.2');
  if (released === undefined) throw new Error('1.4.2 is a version');
  const targets = movingTargets(released, ['minor'], { prefix: 'v' });
  expect(targets).toEqual([{ name: 'v1.4', line: '1.4' }]);
  expect(moves('1.4.2', { tags: ['v1.4.1', '1.4.9'], prefix: 'v', targets })).toEqual(['v1.4']);
  expect(movingTargets(released, [])).toEqual([]);
});

test('a hotfix of an older line moves that line alone', () => {
  expect(decisions('1.1.9', { tags: ['1.2.0', '1.1.8', '1.1.7'] })).toEqual([
    'latest stays: 1.2.0 stands there and is higher',
    '1 stays: 1.2.0 stands there and is higher',
    '1.1 moves: 1.1.9 is higher than 1.1.8, the highest that stands there',
  ]);
  expect(moves('0.9.9', { tags: ['1.2.0'] })).toEqual(['0', '0.9']);
});

test('of a name that stays, the one that keeps it is the candidate', () => {
  const [latest] = plan('1.1.9', { tags: ['1.1.8', '1.2.0', '1.3.0', '1.2.5'] });
  expect(latest).toMatchObject({ decision: 'stays', stands: false, candidates: ['1.3.0'] });
});

test('a tag that is shown twice is one candidate', () => {
  const [latest] = plan('1.2.0', { tags: ['1.1.0', '1.0.0', '1.1.0'] });
  expect(latest?.candidates).toEqual(['1.1.0', '1.0.0']);
});

test('the first version of all takes every name, and reads nothing', () => {
  expect(decisions('1.0.0', { tags: ['main', 'prod'] })).toEqual([
    'latest moves: 1.0.0 is the first',
    '1 moves: 1.0.0 is the first of 1',
    '1.0 moves: 1.0.0 is the first of 1.0',
  ]);
});

test('the own tag of a version is no rival, so that a rerun decides the same', () => {
  const tags = ['1.1.0', '1.2.0', '1', 'latest'];
  expect(plan('1.2.0', { tags })).toEqual(
    plan('1.2.0', { tags: tags.filter((tag) => tag !== '1.2.0') }),
  );
});

test('a pre-release moves nothing unless asked, latest never, and keeps no release from its names', () => {
  const tags = ['1.2.0', '2.0.0-rc.1'];
  expect(decisions('2.0.0-rc.2', { tags })).toEqual([
    'latest stays: 2.0.0-rc.2 is a pre-release',
    '2 stays: 2.0.0-rc.2 is a pre-release',
    '2.0 stays: 2.0.0-rc.2 is a pre-release',
  ]);
  expect(moves('2.0.0-rc.2', { tags, preReleases: true })).toEqual(['2', '2.0']);
  expect(moves('1.2.1', { tags })).toEqual(['latest', '1', '1.2']);
  expect(moves('2.0.0', { tags, preReleases: true })).toEqual(['latest', '2', '2.0']);
  expect(moves('2.0.0-rc.1', { tags: ['2.0.0'], preReleases: true })).toEqual([]);
});

test('a revision takes the names of its release, and the release itself where that is wanted', () => {
  const tags = ['1.4.1', '1.4.2', '1.4.2-r1', 'latest', '1', '1.4'];
  expect(moves('1.4.2-r2', { tags })).toEqual(['latest', '1', '1.4']);
  expect(moves('1.4.2-r2', { tags, revisions: true })).toEqual(['latest', '1', '1.4', '1.4.2']);
  expect(decisions('1.4.2-r1', { tags: ['1.4.2', '1.4.2-r2', '1.4.3'], revisions: true })).toEqual([
    'latest stays: 1.4.3 stands there and is higher',
    '1 stays: 1.4.3 stands there and is higher',
    '1.4 stays: 1.4.3 stands there and is higher',
    '1.4.2 stays: 1.4.2-r2 stands there and is higher',
  ]);
  expect(decisions('1.4.2-r1', { tags: ['1.4.2'], revisions: true }).at(-1)).toBe(
    '1.4.2 moves: 1.4.2-r1 is the first of 1.4.2',
  );
});

test('variants are lines of their own', () => {
  const tags = ['v1.2.0', 'v1.2.0-alpine', 'v1.3.0', '9.9.9-alpine', 'v1-alpine'];
  const settings = { prefix: 'v', suffix: '-alpine', latest: 'alpine' };
  expect(plan('1.2.1', { tags, ...settings })).toMatchObject([
    { name: 'alpine', decision: 'moves', stands: false, candidates: ['v1.2.0-alpine'] },
    { name: 'v1-alpine', decision: 'moves', stands: true, candidates: ['v1.2.0-alpine'] },
    { name: 'v1.2-alpine', decision: 'moves', stands: false, candidates: ['v1.2.0-alpine'] },
  ]);
  expect(moves('1.2.1', { tags, prefix: 'v' })).toEqual(['v1.2']);
});

test('a v before a version is a spelling of it, unless names are asked for with a prefix', () => {
  const tags = ['v1.1.0', 'v1.3.0', '1.2.0', 'v1', 'latest'];
  expect(decisions('1.2.1', { tags })).toEqual([
    'latest stays: v1.3.0 stands there and is higher',
    '1 stays: v1.3.0 stands there and is higher',
    '1.2 moves: 1.2.1 is higher than 1.2.0, the highest that stands there',
  ]);
  expect(plan('1.3.1', { tags })[0]).toMatchObject({ candidates: ['v1.3.0', '1.2.0', 'v1.1.0'] });
  expect(moves('1.3.0', { tags })).toEqual(['latest', '1', '1.3']);
  expect(moves('1.2.1', { tags: ['1.3.0'], prefix: 'v' })).toContain('latest');
});

test('a name that may be a version itself is left alone when nothing tells', () => {
  expect(decisions('1.4.1', { order: 'pep440', tags: ['1.4', '1.3'] })).toEqual([
    'latest moves: 1.4.1 is higher than 1.3, the highest that stands there',
    '1 moves: 1.4.1 is higher than 1.3, the highest that stands there',
    '1.4 stays: 1.4 stands there, may be a version itself, and none of its line is there to tell',
  ]);
  expect(moves('1.4.1', { order: 'pep440', tags: ['1.4', '1.4.0'] })).toContain('1.4');
});

test('one version in two spellings has one owner', () => {
  expect(decisions('1.0.0', { order: 'maven', tags: ['1.0.0.Final'] })[0]).toBe(
    'latest stays: 1.0.0.Final stands there and is the same version in another spelling',
  );
});

test('orders without a grammar of their own do not take a commit or a word for a version', () => {
  for (const order of ['maven', 'natural', 'pep440']) {
    const tags = [
      '1.2.0',
      '8641092',
      '7fd1a60b',
      'sha-8641092',
      'prod',
      'zz9.9',
      '1.2',
      '.9',
      '9 9',
    ];
    expect(moves('1.2.1', { order, tags })).toEqual(['latest', '1', '1.2']);
  }
});

test('CalVer keeps the zeros of its months', () => {
  const tags = ['2026.05.3', '2026.10.1', '2025.12.9'];
  expect(moves('2026.05.4', { order: 'calver', tags })).toEqual(['2026.05']);
  expect(moves('2026.10.2', { order: 'calver', tags })).toEqual(['latest', '2026', '2026.10']);
});

test.each([
  ['1.2', {}, '"1.2" is no version of the order revisions'],
  ['v1.2.3', { order: 'pep440' }, 'write one that starts with a digit'],
  ['1.2.3+b', { order: 'semver' }, '"1.2.3+b" is not a tag'],
  [`1.2.3-${'a'.repeat(130)}`, { order: 'semver' }, 'is not a tag'],
  ['1.2.3', { prefix: '-' }, '"-1.2.3" is not a tag'],
  ['1.2.3', { suffix: 'a'.repeat(128) }, 'is not a tag'],
  ['1.2.3', { latest: '.latest' }, '".latest" is not a tag'],
])('%s with %j is refused', (version, settings, sentence) => {
  expect(() => plan(version, { tags: [], ...settings })).toThrow(sentence);
});

test('10,000 tags in any order give the same decisions, and few candidates', () => {
  const random = randomFrom(5);
  const tags = Array.from({ length: 10_000 }, (_, at) => {
    const patch = `${at % 40}.${Math.floor(at / 40) % 25}.${Math.floor(at / 1000)}`;
    return random.below(4) === 0 ? `${patch}-r${1 + random.below(9)}` : patch;
  });
  const shuffled = tags
    .map((tag) => ({ tag, at: random.below(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ tag }) => tag);
  const began = performance.now();
  const decided = plan('39.24.99', { tags });
  const ms = performance.now() - began;
  expect(plan('39.24.99', { tags: shuffled })).toEqual(decided);
  expect(decided.map(({ decision }) => decision)).toEqual(['moves', 'moves', 'moves']);
  expect(new Set(decided.flatMap(({ candidates }) => candidates)).size).toBeLessThanOrEqual(96);
  // Some 40 ms on an idle machine; what compares every tag with every other takes minutes.
  expect(ms).toBeLessThan(3000);
});
