import { describe, expect, test } from '@jest/globals';

import { hasWildcard, literalSource, matchSource, remoteKind } from '#dockerfile';

import { sentence } from './text.ts';

const at = { file: 'Dockerfile', line: 3 };

describe('a source of COPY', () => {
  // The cases of Go's own test of filepath.Match, by what they show.
  test.each<[string, string, boolean]>([
    ['abc', 'abc', true],
    ['*', 'abc', true],
    ['*c', 'abc', true],
    ['a*', 'a', true],
    ['a*', 'ab/c', false],
    ['a*/b', 'abc/b', true],
    ['a*/b', 'a/c/b', false],
    ['a*b*c*d*e*/f', 'axbxcxdxe/f', true],
    ['a*b*c*d*e*/f', 'axbxcxdxexxx/fff', false],
    ['a*b?c*x', 'abxbbxdbxebxczzx', true],
    ['a*b?c*x', 'abxbbxdbxebxczzy', false],
    ['ab[c]', 'abc', true],
    ['ab[b-d]', 'abc', true],
    ['ab[e-g]', 'abc', false],
    ['ab[^c]', 'abc', false],
    ['ab[^e-g]', 'abc', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'ab', false],
    ['a?b', 'a☺b', true],
    ['a[^a]b', 'a☺b', true],
    ['[\\]a]', ']', true],
    ['[x\\-]', '-', true],
    ['[!a]', 'a', true],
    ['*', 'a/b', false],
    ['a?b', 'a/b', false],
    ['**', 'a/b', false],
    ['a.c', 'abc', false],
  ])('%s on %s: %j', (pattern, path, yes) => {
    expect(matchSource(pattern, at)(path)).toBe(yes);
  });

  test.each(['[', '[]a]', '[-]', '[x-]', '[a-b-c]', 'a[', '\\'])('%s is malformed', (pattern) => {
    expect(sentence(() => matchSource(pattern, at))).toContain('Dockerfile:3: ');
  });

  test.each<[string, boolean, string]>([
    ['a/b', false, 'a/b'],
    ['a*', true, 'a*'],
    ['a\\*', false, 'a*'],
    ['[ab]', true, '[ab]'],
  ])('%s has a wildcard: %j', (source, wild, literal) => {
    expect([hasWildcard(source), literalSource(source)]).toEqual([wild, literal]);
  });

  test.each([
    ['https://example.com/a.tar', 'http'],
    ['HTTP://example.com/a', 'http'],
    ['https://example.com/a.git', 'git'],
    ['https://example.com/a.git#v1:dir', 'git'],
    ['git@example.com:a/b', 'git'],
    ['git://example.com/a', 'git'],
    ['a.git', undefined],
    ['http/a', undefined],
  ])('%s is remote as %s', (source, kind) => {
    expect(remoteKind(source)).toBe(kind);
  });
});
