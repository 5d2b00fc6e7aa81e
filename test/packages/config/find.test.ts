import { mkdirSync, realpathSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from '@jest/globals';

import { findConfig } from '#config';

import { trees } from '../git/repository.ts';

const make = trees();
const folder = (...files: readonly string[]): string => {
  const root = realpathSync(make.folder());
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
  return root;
};
const found = async (root: string, below = '') => (await findConfig(join(root, below), root))?.path;

test('no file is no error', async () => {
  expect(await found(folder('a/b/x'), 'a/b')).toBeUndefined();
});

test('both places are known, and the bytes are those of the file', async () => {
  const root = folder('.github/ecluse.yml');
  expect(await findConfig(root, root)).toEqual({
    path: '.github/ecluse.yml',
    bytes: Buffer.from('.github/ecluse.yml'),
  });
  expect(await found(folder('ecluse.yml'))).toBe('ecluse.yml');
});

test('the nearest file on the way up to the top counts', async () => {
  const root = folder('ecluse.yml', 'a/.github/ecluse.yml', 'a/b/x', 'c/x');
  expect(await found(root, 'a/b')).toBe('a/.github/ecluse.yml');
  expect(await found(root, 'a')).toBe('a/.github/ecluse.yml');
  expect(await found(root, 'c')).toBe('ecluse.yml');
});

test('nothing above the top is read', async () => {
  const root = folder('ecluse.yml', 'inner/a/x');
  expect(await findConfig(join(root, 'inner/a'), join(root, 'inner'))).toBeUndefined();
});

test('the top and the folder may be reached through links', async () => {
  const root = folder('a/ecluse.yml', 'a/b/x');
  const link = join(folder(), 'link');
  symlinkSync(root, link);
  expect((await findConfig(join(link, 'a/b'), root))?.path).toBe('a/ecluse.yml');
});

test('both files in one folder are refused', async () => {
  await expect(found(folder('a/ecluse.yml', 'a/.github/ecluse.yml'), 'a')).rejects.toMatchObject({
    exit: 2,
    message: '"a/.github/ecluse.yml" and "a/ecluse.yml" are both there: remove one',
  });
});

test('a link and a folder are refused, and so is the other ending', async () => {
  const linked = folder();
  symlinkSync('/etc/passwd', join(linked, 'ecluse.yml'));
  await expect(found(linked)).rejects.toMatchObject({
    exit: 2,
    message: '"ecluse.yml" is no regular file: write the file itself',
  });
  await expect(found(folder('ecluse.yml/x'))).rejects.toMatchObject({ exit: 2 });
  await expect(found(folder('.github/ecluse.yaml'))).rejects.toMatchObject({
    exit: 2,
    message: '".github/ecluse.yaml" is not read: call it ecluse.yml',
  });
});

test('a file that is too big is not even read', async () => {
  const root = folder('ecluse.yml');
  truncateSync(join(root, 'ecluse.yml'), 2 ** 40);
  await expect(found(root)).rejects.toMatchObject({
    exit: 2,
    message: `"ecluse.yml" has ${2 ** 40} bytes: at most 262144 are read`,
  });
});
