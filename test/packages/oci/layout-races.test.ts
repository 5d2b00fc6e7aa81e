import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { openLayout } from '#oci';

import { crowd, killing } from './layout-scenarios.ts';
import { imageOf, listOf, referrerOf, store } from './samples.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'races-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('ten processes store and tag in one new layout at once: nothing is lost, nothing torn, one wins', async () => {
  const layout = path.join(folder, 'layout');
  const { problems, writes } = await crowd(layout, 10, 3);
  expect(problems).toEqual([]);
  expect(writes).toBe(10 * 3 * 3);
  const tags = await listOf(openLayout(layout).tags());
  expect(tags).toHaveLength(10 * 3 + 3);
}, 60_000);

test('processes that are killed leave a layout that is whole, and the next one goes on', async () => {
  const layout = path.join(folder, 'layout');
  const { problems, kills } = await killing(layout, { seed: 1, ms: 2500 });
  expect(problems).toEqual([]);
  expect(kills).toBeGreaterThan(1);
}, 60_000);

test('what killed processes left is swept away', async () => {
  const layout = path.join(folder, 'layout');
  await killing(layout, { seed: 2, ms: 500 });
  await store(openLayout(layout), imageOf('after'));
  expect(readdirSync(path.join(layout, '.ecluse'))).toEqual(['lock']);
  expect(existsSync(path.join(layout, 'index.json'))).toBe(true);
}, 60_000);

test('a referrer that one removes and another stores at once is in the list exactly when it is there', async () => {
  const [one, other] = [openLayout(folder), openLayout(folder)];
  const subject = await store(one, imageOf('a'));
  const referrer = referrerOf(subject, 'one', 'application/x.a');
  const { digest, mediaType } = referrer.descriptor;
  for (let ms = 0; ms < 30; ms += 1) {
    await store(one, referrer);
    const storing = sleep(ms).then(() => other.putManifest(referrer.bytes, mediaType));
    await Promise.all([one.remove(digest), storing]);
    const listed = await listOf(one.referrers(subject.digest));
    const standing = await one.resolve(digest);
    expect({ ms, listed: listed.map((each) => each.digest) }).toEqual({
      ms,
      listed: standing === undefined ? [] : [digest],
    });
  }
});
