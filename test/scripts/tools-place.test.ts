import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
  mkdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { place, run, sweep } from '../../scripts/tools-place.ts';

const cache = mkdtempSync(join(tmpdir(), 'tools-'));
process.env.ECLUSE_TOOLS = cache;

afterAll(() => {
  rmSync(cache, { recursive: true });
});

test('of two runs that fill one place at once, one wins whole and nothing is left over', async () => {
  const target = join(cache, 'tool-1');
  const both = ['first', 'second'].map((who) =>
    place(target, async (folder) => {
      writeFileSync(join(folder, 'a'), who);
      await new Promise((resolve) => setTimeout(resolve, 20));
      writeFileSync(join(folder, 'b'), who);
    }),
  );
  await Promise.all(both);
  const read = (name: string) => readFileSync(join(target, name), 'utf8');
  expect(read('a')).toBe(read('b'));
  expect(readdirSync(cache)).toEqual(['tool-1']);
});

test('a place that could not be filled does not come to be', async () => {
  const target = join(cache, 'tool-2');
  const failing = place(target, async (folder) => {
    writeFileSync(join(folder, 'half'), '');
    throw new Error('no space');
  });
  await expect(failing).rejects.toThrow('no space');
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(cache)).toEqual(['tool-1']);
});

test('what a killed run left behind goes after a day, not before', () => {
  const now = Date.now();
  for (const [name, hours] of [
    ['.new-old', 25],
    ['.new-young', 23],
  ] as const) {
    mkdirSync(join(cache, name));
    utimesSync(join(cache, name), new Date(now), new Date(now - hours * 3_600_000));
  }
  sweep(now);
  expect(readdirSync(cache).sort()).toEqual(['.new-young', 'tool-1']);
});

test('a program that fails is a sentence with its last lines', async () => {
  await expect(run('sh', ['-c', 'echo because >&2; exit 4'])).rejects.toThrow(
    /^sh -c .*: because$/,
  );
  await expect(run('no-such-program', [])).rejects.toThrow(
    'no-such-program: spawn no-such-program ENOENT',
  );
});
