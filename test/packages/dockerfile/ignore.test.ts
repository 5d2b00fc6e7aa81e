import { describe, expect, test } from '@jest/globals';

import { ignoreFileNames, ignoreRules } from '#dockerfile';

import { sentence } from './text.ts';

describe('a path', () => {
  test.each<[string, string, boolean]>([
    ['a', 'a', true],
    ['a', 'a/b/c', true],
    ['a', 'b/a', false],
    ['a', 'ab', false],
    ['/a', 'a', true],
    ['a/', 'a', true],
    ['./a/../b', 'b', true],
    ['a//b', 'a/b', true],
    ['  a  ', 'a', true],
    ['/ a /', 'a', true],
    ['*.md', 'a.md', true],
    ['*.md', 'x/a.md', false],
    ['*/b', 'a/b', true],
    ['*/b', 'a/c/b', false],
    ['*/*/b', 'a/c/b', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[ab].x', 'b.x', true],
    ['[^ab].x', 'b.x', false],
    ['[a-c]x', 'bx', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['**', 'a/b', true],
    ['**/b', 'b', true],
    ['**/b', 'a/c/b', true],
    ['**/b', 'xb', false],
    ['**b', 'a/xb', true],
    ['**/*.go', 'a/b.go', true],
    ['**/*.go', 'b.go', true],
    ['a/**', 'a', false],
    ['a/**', 'a/b/c', true],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/z', true],
    ['a**', 'abc/d', true],
    ['a.b', 'axb', false],
    ['a+(b)|c$', 'a+(b)|c$', true],
    ['#a', 'a', false],
    ['#a', '#a', false],
    [' #a', '#a', true],
    ['.', 'a', false],
    ['/', 'a', false],
    ['../a', 'a', false],
    ['*\n!b', 'b', false],
    ['*\n!b', 'b/c', false],
    ['*\n!b', 'a', true],
    ['*\n!b/c', 'b/c', false],
    ['*\n!b/c', 'b/d', true],
    ['*\n!b\nb/d', 'b/d', true],
    ['!b\n*', 'b', true],
    ['a\n!a/*.md\na/x.md', 'a/x.md', true],
    ['a\n!a/*.md\na/x.md', 'a/y.md', false],
    ['! b\nb\n!  /b', 'b', false],
    ['\uFEFFa', 'a', true],
    ['a\r\nb\r\n', 'b', true],
    ['', 'a', false],
  ])('with %j the path %j: %j', (text, path, ignored) => {
    expect(ignoreRules(text).ignores(path)).toBe(ignored);
  });

  test.each([
    ['[a', '.dockerignore:1: "[a" is a malformed pattern'],
    ['a\n[]', '.dockerignore:2: "[]" is a malformed pattern'],
    ['a\\', '"a\\\\" is a malformed pattern'],
    ['[b-]', 'is a malformed pattern'],
    ['a\n! ', '.dockerignore:2: a "!" stands alone'],
  ])('%j is refused', (text, message) => {
    expect(sentence(() => ignoreRules(text))).toContain(message);
  });

  test('is judged in bounded time by a pattern of many stars', () => {
    const rules = ignoreRules(`${'*a'.repeat(200)}b`);
    expect(rules.ignores('a'.repeat(2000))).toBe(false);
  });

  test.each([
    ['**/'.repeat(50_000) + 'b', 'a/'.repeat(500) + 'b', true],
    ['*'.repeat(2) + '/*/**'.repeat(500), 'a/'.repeat(200), false],
  ])('is judged in bounded time by a pattern of many folders', (pattern, path, ignored) => {
    expect(ignoreRules(pattern).ignores(path)).toBe(ignored);
  });
});

describe('an ignored folder', () => {
  test.each<[string, string, boolean]>([
    ['*', 'a', false],
    ['*\n!a/b', 'a', true],
    ['*\n!a/b', 'c', false],
    ['*\n!a/b/c', 'a/b', true],
    ['*\n!**/keep', 'x/y', true],
    ['*\n!*/keep', 'x', true],
    ['*\n!*/keep', 'x/y', false],
    ['a\n!b', 'a', false],
  ])('with %j the folder %j may hold what a later rule lets in: %j', (text, folder, may) => {
    expect(ignoreRules(text).mayHoldIncluded(folder)).toBe(may);
  });
});

test('the ignore file beside the Dockerfile comes before the common one', () => {
  expect(ignoreFileNames('docker/app.Dockerfile')).toEqual([
    'docker/app.Dockerfile.dockerignore',
    '.dockerignore',
  ]);
});
