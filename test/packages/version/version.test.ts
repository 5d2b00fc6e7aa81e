import { expect, test } from '@jest/globals';

import { compareVersions, highest, parseVersion, versionOfGitTag } from '#version';

const version = (text: string) => {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`${text} is not a version`);
  return parsed;
};

test('versions stand in the order in which they are released', () => {
  const order = [
    '0.0.0',
    '0.9.9',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0-rc.1-r1',
    '1.0.0-rc.2',
    '1.0.0',
    '1.4.2-rc.1',
    '1.4.2',
    '1.4.2-r1',
    '1.4.2-r2',
    '1.4.2-r10',
    '1.4.3-rc.1',
    '1.10.0',
    '2.0.0',
  ].map(version);
  for (const [i, a] of order.entries()) {
    for (const [j, b] of order.entries()) {
      expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j));
    }
  }
  expect(highest(order.toReversed())?.text).toBe('2.0.0');
  expect(highest([])).toBeUndefined();
});

test('numbers in a pre-release compare as numbers, however long', () => {
  const a = version(`1.0.0-a.${'9'.repeat(40)}`);
  const b = version(`1.0.0-a.1${'0'.repeat(40)}`);
  expect(compareVersions(a, b)).toBeLessThan(0);
});

test.each([
  ['1.4.2-r3', [1, 4, 2], [], 3],
  ['1.4.2-rc.1-r3', [1, 4, 2], ['rc', '1'], 3],
  ['1.4.2-r', [1, 4, 2], ['r'], 0],
  ['1.4.2-r0', [1, 4, 2], ['r0'], 0],
  ['1.4.2-0a', [1, 4, 2], ['0a'], 0],
])('%s is read', (text, numbers, pre, revision) => {
  expect(parseVersion(text)).toEqual({ text, numbers, pre, revision });
});

test.each([
  '',
  '1',
  '1.2',
  '01.2.3',
  '1.2.3.4',
  '1.2.3-',
  '1.2.3-01',
  '1.2.3-a..b',
  '1.2.3+build',
  'v1.2.3',
  ' 1.2.3',
  '1.2.3\n',
  '1.2.3-$(id)',
  `1.2.3-${'a'.repeat(200)}`,
  `1.2.${'9'.repeat(16)}`,
  'latest',
])('%j is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test.each([
  ['v1.2.3', '', '1.2.3'],
  ['1.2.3', '', '1.2.3'],
  ['shop-v1.2.3-rc.1', 'shop-', '1.2.3-rc.1'],
  ['shop-1.2.3-r2', 'shop-', '1.2.3-r2'],
  ['v1.2.3', 'shop-', undefined],
  ['shop-v1.2.3', '', undefined],
  ['vv1.2.3', '', undefined],
  ['release', '', undefined],
])('the git tag %s with prefix %j gives %s', (tag, prefix, expected) => {
  expect(versionOfGitTag(tag, prefix)?.text).toBe(expected);
});
