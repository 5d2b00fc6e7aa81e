import { expect, test } from '@jest/globals';

import {
  claimTag,
  dirtyVersion,
  isClaim,
  isVersionTag,
  orderOf,
  planNames,
  versionIn,
  versionTag,
} from '#version';

const commit = '0123456789abcdef0123456789abcdef01234567';
const names = (...args: Parameters<typeof planNames>) => planNames(...args).map(({ tag }) => tag);

test('a push claims its commit, a tag adds its version, a change names nothing', () => {
  expect(names({ kind: 'push', commit, branch: 'main' })).toEqual([`sha-${commit}`]);
  expect(names({ kind: 'tag', commit, tag: 'v1.2.0' })).toEqual([`sha-${commit}`, '1.2.0']);
  expect(names({ kind: 'change', commit, number: 7 })).toEqual([]);
  expect(names({ kind: 'schedule', commit })).toEqual([]);
});

test('a tag that is no version of the image names nothing', () => {
  expect(names({ kind: 'tag', commit, tag: 'nightly' })).toEqual([]);
  expect(names({ kind: 'tag', commit, tag: 'cart-v1.0.0' }, 'shop-')).toEqual([]);
  expect(names({ kind: 'tag', commit, tag: 'shop-v1.0.0' }, 'shop-')).toEqual([
    `sha-${commit}`,
    '1.0.0',
  ]);
});

test('a claim is made of a whole commit', () => {
  expect(isClaim(claimTag(commit))).toBe(true);
  expect(isClaim('sha-860c190')).toBe(false);
  expect(isVersionTag(claimTag(commit))).toBe(false);
  expect(() => claimTag('860c190')).toThrow(
    '"860c190" is not a commit: write its 40 hexadecimal digits',
  );
});

test('a dirty tree has a name that sorts below every release', () => {
  expect(dirtyVersion(commit)).toBe('0.0.0-g0123456789ab-dirty');
});

test('the order says which git tags are versions', () => {
  const calver = orderOf('calver');
  expect(names({ kind: 'tag', commit, tag: 'v2026.05.3' }, '', calver)).toContain('2026.05.3');
  expect(names({ kind: 'tag', commit, tag: 'v2026.05.3' })).toEqual([]);
  const natural = orderOf('natural');
  expect(versionIn(natural, 'shop-7b', 'shop-')?.text).toBe('7b');
  expect(versionIn(natural, 'release', '')).toBeUndefined();
  expect(versionIn(natural, 'cart-7b', 'shop-')).toBeUndefined();
});

test.each(['1.2.3+build', `1.2.3-${'a'.repeat(130)}`])(
  'a version that no tag can be: %s',
  (text) => {
    expect(() => versionTag({ text })).toThrow('cannot be a tag: use 128 characters at most');
  },
);
