import { expect, test } from '@jest/globals';

import { parseTag } from '#oci';
import { parseVersion } from '#version';

import { isLineOf, isReleaseName } from '../../../packages/lifecycle/release-name.ts';

test('names that people follow releases by', () => {
  const all = ['latest', '1', 'v1', '1.4', 'v1.4', '1.4.2', 'v1.4.2-rc.1', '1.4.2-r3', '2026'];
  for (const name of all) expect([name, isReleaseName(parseTag(name))]).toEqual([name, true]);
  const none = ['main', 'pr-7', 'vlatest', '1.4-alpine', 'stable', '1.4.2.1', 'sha-1234567', '1.'];
  for (const name of none) expect([name, isReleaseName(parseTag(name))]).toEqual([name, false]);
});

test('a version is of its own lines alone', () => {
  const version = parseVersion('1.4.2');
  if (version === undefined) throw new Error('1.4.2 is a version');
  const names = ['latest', '1', 'v1.4', '1.5', '2', '2026', '14', 'v1.4.2'];
  expect(names.filter((name) => isLineOf(parseTag(name), version))).toEqual([
    'latest',
    '1',
    'v1.4',
  ]);
});
