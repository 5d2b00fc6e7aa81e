import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { historyOf, trees } from './repository.ts';

const make = trees();

test('a file is read as it was at that commit, byte for byte', async () => {
  const tree = make.init();
  const bytes = Buffer.from([0, 255, 13, 10, 200]);
  const first = tree.commit({ 'a b/ü*?': bytes });
  tree.commit({ 'a b/ü*?': 'later' });
  expect(await (await historyOf(tree)).file(first, 'a b/ü*?')).toEqual(bytes);
});

test('what is not there, or lies outside, is undefined', async () => {
  const tree = make.init();
  const commit = tree.commit({ 'a/b': '1' });
  const history = await historyOf(tree);
  const paths = ['b', 'a/c', 'a/b/c', 'a/*', '../a/b', '/a/b', './a/b', 'a//b', 'a/', '', 'a\0b'];
  expect(await Promise.all(paths.map((path) => history.file(commit, path)))).toEqual(
    paths.map(() => undefined),
  );
});

test('links and folders are refused with what they are', async () => {
  const tree = make.init();
  symlinkSync('/etc/passwd', join(tree.root, 'link'));
  const commit = tree.commit({ 'a/b': '1' });
  const history = await historyOf(tree);
  const where = `in commit ${commit.slice(0, 12)}`;
  await expect(history.file(commit, 'link')).rejects.toMatchObject({
    exit: 2,
    message: `"link" ${where} is a symbolic link: make it a regular file`,
  });
  await expect(history.file(commit, 'a')).rejects.toMatchObject({
    message: `"a" ${where} is a folder: make it a regular file`,
  });
});

test('a file of 1 MiB is read and one byte more is refused', async () => {
  const tree = make.init();
  const size = 1 << 20;
  const commit = tree.commit({ fits: 'x'.repeat(size), big: 'x'.repeat(size + 1) });
  const history = await historyOf(tree);
  expect((await history.file(commit, 'fits'))?.byteLength).toBe(size);
  await expect(history.file(commit, 'big')).rejects.toMatchObject({
    exit: 2,
    message: `"big" in commit ${commit.slice(0, 12)} has ${size + 1} bytes: at most ${size} are read`,
  });
});

test('a commit that is not in the clone is an error, not a missing file', async () => {
  const tree = make.init();
  tree.commit({ file: '1' });
  const history = await historyOf(tree);
  await expect(history.file('a'.repeat(40), 'file')).rejects.toMatchObject({
    exit: 3,
    message: `git ls-tree failed: "fatal: not a tree object"`,
  });
  await expect(history.file('main', 'file')).rejects.toMatchObject({ exit: 3 });
});
