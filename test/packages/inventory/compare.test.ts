import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { compareVersions, type Ecosystem } from '#inventory';

import { withData } from '../../tools.ts';

const sign = (order: number | undefined) =>
  order === undefined ? '?' : order < 0 ? '<' : order > 0 ? '>' : '=';

/** Lines of a file of pairs for which the order is another, and those where there is none. */
function differences(ecosystem: Ecosystem, file: string) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = lines.filter((line) => /^[^#/]/.test(line));
  const found = pairs.map((line) => {
    const [one = '', order = '', other = ''] = line.split(' ');
    return { line, order, ours: sign(compareVersions(ecosystem, one, other)) };
  });
  return {
    count: found.length,
    wrong: found
      .filter(({ order, ours }) => ours !== '?' && ours !== order)
      .map(({ line }) => line),
    unknown: found.filter(({ ours }) => ours === '?').map(({ line }) => line),
  };
}

describe('pairs of versions that others have put in order', () => {
  const folder = 'scan/version-vectors';
  /** How many pairs, and how many of them with something that is no version. */
  const tables: readonly (readonly [Ecosystem, string, number, number])[] = [
    ['deb', 'debian-versions.txt', 30, 0],
    ['deb', 'debian-versions-generated.txt', 14_442, 0],
    ['apk', 'alpine-versions.txt', 778, 33],
    ['apk', 'alpine-versions-generated.txt', 13_979, 0],
    ['npm', 'semver-versions.txt', 86, 2],
  ];
  for (const [ecosystem, name, count, unknown] of tables) {
    const file = `${folder}/${name}`;
    withData(file, name, (paths) => {
      const found = differences(ecosystem, paths[file] ?? '');
      expect(found.wrong).toEqual([]);
      expect(found.count).toBe(count);
      expect(found.unknown).toHaveLength(unknown);
    });
  }
});

test.each<[Ecosystem, string, string]>([
  ['deb', '', '1'],
  ['deb', 'a:1', '1'],
  ['deb', ':1', '1'],
  ['deb', '1 2', '1'],
  ['deb', '1:', '1'],
  ['apk', '1.2-x', '1'],
  ['apk', 'a', '1'],
  ['apk', '1_x', '1'],
  ['npm', '1.2', '1.2.0'],
  ['npm', 'latest', '1.2.0'],
  ['npm', '1.2.0-', '1.2.0'],
  ['npm', '9'.repeat(2000), '1.0.0'],
])('%s: %j is no version', (ecosystem, one, other) => {
  expect(compareVersions(ecosystem, one, other)).toBeUndefined();
  expect(compareVersions(ecosystem, other, one)).toBeUndefined();
});

test.each<[Ecosystem, string, string, string]>([
  ['deb', `1.${'9'.repeat(30)}8`, `1.${'9'.repeat(31)}`, '<'],
  ['deb', `1.${'9'.repeat(30)}`, `1.0${'9'.repeat(30)}`, '='],
  ['apk', '1.0', '1.01', '<'],
  ['apk', '1.0.1', '1.01', '<'],
  ['apk', '1.2~ab1', '1.2-r0', '>'],
  ['apk', '1.2_rc1', '1.2a', '<'],
  ['npm', '1.0.0-a.1', '1.0.0-a', '>'],
  ['npm', '1.0.0-1', '1.0.0-a', '<'],
  ['npm', '1.0.0+1', '1.0.0+2', '='],
])('%s: %s against %s is %s', (ecosystem, one, other, order) => {
  expect(sign(compareVersions(ecosystem, one, other))).toBe(order);
  const turned = { '<': '>', '>': '<', '=': '=' }[order];
  expect(sign(compareVersions(ecosystem, other, one))).toBe(turned);
});
