import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { openLayout } from '#oci';

import { crowd, killing } from '../packages/oci/layout-scenarios.ts';
import { imageOf, store } from '../packages/oci/samples.ts';
import { watched } from './watched.ts';

async function inFolder<T>(work: (layout: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'deep-layout-'));
  try {
    return await work(join(folder, 'layout'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('processes that store and tag in one layout at once lose nothing, and each name has one winner', async () => {
  const done = await watched(
    (random) =>
      inFolder(async (layout) => {
        const [processes, each] = [2 + random.below(14), 1 + random.below(4)];
        const first = await crowd(layout, processes, each);
        expect(first).toEqual({ problems: [], writes: processes * each * 3 });
        // The same names again, in a layout that is not new: all stand already.
        const again = await crowd(layout, 2, each);
        expect(again.problems).toEqual([]);
      }),
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});

test('processes that are killed at any moment leave a layout that is whole and that the next one cleans', async () => {
  const done = await watched(
    (random, seed) =>
      inFolder(async (layout) => {
        const { problems, kills } = await killing(layout, { seed, ms: 1000 + random.below(9000) });
        expect(problems).toEqual([]);
        expect(kills).toBeGreaterThan(1);
        await store(openLayout(layout), imageOf('after'));
        expect(await readdir(join(layout, '.ecluse'))).toEqual(['lock']);
      }),
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});
