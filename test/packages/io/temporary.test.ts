import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { openTemporary } from '../../../packages/io/temporary.ts';

const parent = mkdtempSync(join(tmpdir(), 'temporary-'));
afterAll(() => {
  rmSync(parent, { recursive: true });
});

test('a folder is new, private, and gone at the end with all that is in it', async () => {
  const temporary = openTemporary(parent);
  const folders = [await temporary.make(), await temporary.make()];
  expect(new Set(folders).size).toBe(2);
  for (const folder of folders) {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'deep', 'file'), '');
  }
  expect(await temporary.remove()).toEqual([]);
  expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
});

test('folders go at once when there is no time', async () => {
  const temporary = openTemporary(parent);
  const folder = await temporary.make();
  temporary.removeNow();
  expect(existsSync(folder)).toBe(false);
});

test('a place that is not there is one sentence', async () => {
  await expect(openTemporary(join(parent, 'gone')).make()).rejects.toMatchObject({
    exit: 3,
    code: 'temporary',
    message: `no temporary folder could be made in ${JSON.stringify(join(parent, 'gone'))}`,
  });
});
