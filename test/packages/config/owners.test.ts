import { describe, expect, test } from '@jest/globals';

import { findOwners, maxOwnersBytes, parseOwners } from '#config';

const parse = (text: string) => parseOwners(Buffer.from(text));

describe('a pattern', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['app', ['app', 'app/x', 'x/app', 'x/app/y'], ['app.txt', 'x/apps', 'xapp']],
    ['/app', ['app', 'app/x/y'], ['x/app', 'apps']],
    ['app/', ['app/x', 'x/app/y/z'], ['app', 'x/app']],
    ['/app/', ['app/x', 'app/x/y'], ['app', 'x/app/y']],
    ['app/api', ['app/api', 'app/api/x'], ['app/apis', 'x/app/api']],
    ['*', ['a', 'a/b', 'a/b/c'], []],
    ['**', ['a', 'a/b', 'a/b/c'], []],
    ['/*', ['a', 'b.txt'], ['a/b']],
    ['/*/', ['a/b', 'a/b/c'], ['a']],
    ['docs/*', ['docs/a'], ['docs', 'docs/a/b', 'x/docs/a']],
    ['docs/**', ['docs/a', 'docs/a/b'], ['docs', 'x/docs/a']],
    ['docs/**/', ['docs/a', 'docs/a/b'], ['docs']],
    ['*.js', ['a.js', 'x/a.js', 'x.js/a'], ['a.jsx', 'ajs']],
    ['/f*', ['foo', 'f/x/y'], ['x/foo']],
    ['docs/*.md', ['docs/a.md'], ['docs/a/b.md', 'x/docs/a.md']],
    ['a/*/c', ['a/b/c', 'a/b/c/d'], ['a/c', 'a/b/b/c']],
    ['**/a/b', ['a/b', 'x/a/b', 'x/y/a/b/z'], ['a/x/b']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b/z'], ['x/a/b', 'a/x']],
    ['a/**/b*/c', ['a/bx/c', 'a/x/b/c'], ['a/x/c', 'a/b']],
    ['d?c', ['doc', 'x/dac'], ['dc', 'dooc', 'd/c']],
    ['a*b*c', ['abc', 'axbxbxc', 'aabbcc'], ['acb', 'ab', 'ac']],
    ['*ab', ['ab', 'aab', 'abab'], ['aba', 'b']],
    ['d\\*c', ['d*c'], ['doc']],
    ['d\\?c', ['d?c'], ['doc']],
    ['with\\ blank', ['with blank', 'with blank/x'], ['with']],
    ['a(1).{txt', ['a(1).{txt'], ['a1.txt']],
    ['Docker.+', ['Docker.+'], ['Dockerfile', 'Docker..']],
  ])('%s', (pattern, yes, no) => {
    const owners = parse(`${pattern} @me`);
    expect(owners.faults).toEqual([]);
    expect(yes.filter((path) => owners.of(path).length === 0)).toEqual([]);
    expect(no.filter((path) => owners.of(path).length > 0)).toEqual([]);
  });
});

test('the last one that matches counts, also when it names nobody', () => {
  const { of } = parse(`
    # the whole repository
    *  @org/all   someone@acme.test # both
    /deploy/ @ops_acme
    /deploy/free
    *.md\t@docs\r
`);
  expect(of('src/a.ts')).toEqual(['@org/all', 'someone@acme.test']);
  expect(of('./deploy/Dockerfile')).toEqual(['@ops_acme']);
  expect(of('deploy/free/Dockerfile')).toEqual([]);
  expect(of('deploy/free/a.md')).toEqual(['@docs']);
});

test('a line that GitHub does not understand is passed over and told', () => {
  const { of, faults } = parse(
    '* @all\n!a @x\n\\#a @x\na[bc] @x\nfile nobody\n@x\n/ @x\n[Section] @x\nb @-x\nc @ok @not/a/team\n',
  );
  expect(of('a')).toEqual(['@all']);
  expect(of('file')).toEqual(['@all']);
  expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7, 8, 9, 10]);
  expect(faults[3]?.why).toContain('"nobody" is no @person');
});

test('a file over the limit says nothing, and one at the limit all', () => {
  const text = '* @all\n';
  const full = Buffer.alloc(maxOwnersBytes, ' ');
  full.write(text);
  expect(parseOwners(full).of('a')).toEqual(['@all']);
  const over = parseOwners(Buffer.concat([full, Buffer.from(' ')]));
  expect(over.of('a')).toEqual([]);
  expect(over.faults).toEqual([{ line: 1, why: 'the file is larger than 3 MB' }]);
});

test.each([
  ['many stars', `${'*a'.repeat(1 << 16)} @x`],
  ['many folders', `${'**/a/'.repeat(1 << 16)}b @x`],
  ['many lines', '*a*b*c*d*e*f @x\n'.repeat(1 << 14)],
  ['many backslashes', `${'\\'.repeat(1 << 21)} @x`],
  ['bytes that are no text', '\xff\0\xfe @x\n'.repeat(1 << 14)],
])('%s are read in no time', (_, text) => {
  const started = performance.now();
  const { of } = parse(text);
  expect(of(`${'a/'.repeat(100)}${'a'.repeat(200)}`)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(3000);
});

test('the first of three places counts, also when it says nothing', async () => {
  const from = (files: Readonly<Record<string, string>>) => async (path: string) => {
    const text = files[path];
    return text === undefined ? undefined : Buffer.from(text);
  };
  const all = { 'docs/CODEOWNERS': '* @docs', CODEOWNERS: '* @root', '.github/CODEOWNERS': '' };
  expect((await findOwners(from(all)))?.file).toBe('.github/CODEOWNERS');
  const two = { 'docs/CODEOWNERS': '* @docs', CODEOWNERS: '* @root' };
  expect((await findOwners(from(two)))?.of('a')).toEqual(['@root']);
  expect((await findOwners(from({ 'docs/CODEOWNERS': '* @docs' })))?.of('a')).toEqual(['@docs']);
  expect(await findOwners(from({ 'x/CODEOWNERS': '* @x' }))).toBeUndefined();
});
