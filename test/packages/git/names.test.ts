import { spawnSync } from 'node:child_process';

import { expect, test } from '@jest/globals';

import { isCommit, isRefName } from '../../../packages/git/names.ts';

const names = [
  'main',
  'a/b',
  '-x',
  '--upload-pack=x',
  'ümlaut',
  'a+b',
  'a{b',
  'x@y',
  '@x',
  'a.b',
  '.a',
  'a/.b',
  'a.',
  'a..b',
  'a.lock',
  'a.lock/b',
  'a.locks',
  'a//b',
  '/a',
  'a/',
  'a b',
  'a~b',
  'a^b',
  'a:b',
  'a?b',
  'a*b',
  'a[b',
  'a\\b',
  'a@{b',
  'a\nb',
  'a\tb',
  'a\x7fb',
];

test.each(names)('we and git agree about the name %j', (name) => {
  const { status } = spawnSync('git', ['check-ref-format', `refs/heads/${name}`]);
  expect(isRefName(name)).toBe(status === 0);
});

test('an empty name, @ and one of more than 1000 characters are no names', () => {
  expect(['', '@', 'a'.repeat(1001)].filter(isRefName)).toEqual([]);
});

test('a commit is a whole hash in lower case', () => {
  expect(isCommit('a'.repeat(40)) && isCommit('0'.repeat(64))).toBe(true);
  const others = ['a'.repeat(39), 'A'.repeat(40), `${'a'.repeat(40)}\n`, 'HEAD', ''];
  expect(others.filter(isCommit)).toEqual([]);
});
