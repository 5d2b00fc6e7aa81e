import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { fromTop, namesIn, treeOwners } from '#config';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tree-owners-'));
  for (const folder of ['.github', 'src', 'docs/deep'])
    mkdirSync(join(root, folder), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});
const write = (path: string, text: string): void => {
  writeFileSync(join(root, path), text);
};

test('a folder has the owners of what is in it, a file its own', async () => {
  write('.github/CODEOWNERS', '* @all\n/src/ @src @two\n/docs/* @docs\n/free\n');
  for (const file of ['src/a', 'docs/a', 'docs/deep/a', 'free']) write(file, '');
  const owners = await treeOwners(root);
  const of = (path: string) => owners?.of(path);
  expect(owners?.file).toBe('.github/CODEOWNERS');
  expect(await of('src')).toBe('@src @two');
  expect(await of('src/a')).toBe('@src @two');
  expect(await of('docs')).toBe('@docs');
  expect(await of('docs/a')).toBe('@docs');
  expect(await of('docs/deep')).toBe('@all');
  expect(await of('')).toBe('@all');
  expect(await of('free')).toBeUndefined();
  expect(await of('src/a/not/there')).toBe('@src @two');
  expect(await of('src/\0')).toBe('@src @two');
  expect(await of(`src/${'a'.repeat(300)}`)).toBe('@src @two');
});

test('what is no file of its own is not read', async () => {
  expect(await treeOwners(root)).toBeUndefined();
  symlinkSync('/dev/zero', join(root, '.github/CODEOWNERS'));
  expect(await treeOwners(root)).toBeUndefined();
  write('CODEOWNERS', `* @big\n${'#'.repeat(3 << 20)}`);
  expect(await treeOwners(root)).toBeUndefined();
  write('docs/CODEOWNERS', '* @docs\n');
  expect(await (await treeOwners(root))?.of('a')).toBe('@docs');
});

test('a path is told from the top, whichever way leads there', async () => {
  write('src/a', '');
  const other = mkdtempSync(join(tmpdir(), 'tree-owners-link-'));
  symlinkSync(root, join(other, 'link'));
  expect(await fromTop(root, join(root, 'src/a'))).toBe('src/a');
  expect(await fromTop(root, join(other, 'link/src/a'))).toBe('src/a');
  expect(await fromTop(root, other)).toBeUndefined();
  expect(await fromTop(root, root)).toBeUndefined();
  rmSync(other, { recursive: true });
});

test('names in a folder are sorted, and there are none where there is no folder', async () => {
  for (const name of ['b', 'a']) write(`src/${name}`, '');
  expect(await namesIn(join(root, 'src'))).toEqual(['a', 'b']);
  expect(await namesIn(join(root, 'none'))).toEqual([]);
  expect(await namesIn(join(root, 'src/a'))).toEqual([]);
});
