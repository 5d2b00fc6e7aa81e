import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { Failed, outputFile, UsageError, writePieces } from '#io';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'output-file-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});
const named = (path: string | undefined) => outputFile({ cwd, input: () => path }, 'report');

test('a file is there before anything is written, and keeps what it had', async () => {
  expect(await named(undefined)).toBeUndefined();
  const path = await named('a/b.json');
  expect([path, readFileSync(join(cwd, 'a/b.json'), 'utf8')]).toEqual([join(cwd, 'a/b.json'), '']);
  writeFileSync(join(cwd, 'c'), 'old');
  await named('c');
  expect(readFileSync(join(cwd, 'c'), 'utf8')).toBe('old');
});

test('one that cannot be written is refused by the name of its input', async () => {
  writeFileSync(join(cwd, 'file'), '');
  const refused = named('file/below');
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow('change "report"');
  // Node's own way to make folders never ends there.
  await expect(named('/proc/none/at/all')).rejects.toThrow('change "report"');
});

test('pieces are written in their order over what was there', async () => {
  const path = join(cwd, 'out');
  writeFileSync(path, 'x'.repeat(3_000_000));
  const pieces = Array.from({ length: 100_000 }, (_, at) => `${at}\n`);
  await writePieces(path, pieces);
  expect(readFileSync(path, 'utf8')).toBe(pieces.join(''));
  await writePieces(path, []);
  expect(readFileSync(path, 'utf8')).toBe('');
});

test('a file that cannot be written any more is a failure of the world', async () => {
  await expect(writePieces(cwd, ['a'])).rejects.toThrow(Failed);
  await expect(writePieces(join(cwd, 'gone/file'), ['a'])).rejects.toThrow('could not be written');
});
