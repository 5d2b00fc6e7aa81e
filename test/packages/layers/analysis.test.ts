import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { platformImages } from '#image';
import { Failed } from '#io';
import { analyse } from '#layers';
import { openLayout, type OpenRepository } from '#oci';

import { imageWith } from '../image/images.ts';
import { store } from '../oci/samples.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-analysis-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a registry that an image speaks of, and that never answers, is waited for no longer than allowed', async () => {
  const layout = openLayout(folder);
  const { digest } = await store(layout, imageWith([{ path: 'a', text: 'a' }]));
  const [image] = (await platformImages(layout, digest)).images;
  if (image === undefined) throw new Error('there is no image');
  const annotations = { 'org.opencontainers.image.base.name': 'registry.example/silent:1' };
  const asked: string[] = [];
  const openUntil =
    (signal: AbortSignal): OpenRepository =>
    (name) => ({
      ...layout,
      name,
      resolve: () => {
        asked.push(name);
        const { promise, reject } = Promise.withResolvers<undefined>();
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
        return promise;
      },
    });
  const { base, waste } = await analyse({
    from: layout,
    image: { ...image, manifest: { ...image.manifest, annotations } },
    open: () => layout,
    openUntil,
    untilMs: 50,
    signal: AbortSignal.timeout(10_000),
  });
  expect(base).toMatchObject({ verified: false, doubt: 'its registry did not answer in 0.05 s' });
  expect([asked, waste.storedBytes]).toEqual([['registry.example/silent'], 1]);
});

test('who ends it while such a registry is asked gets no analysis', async () => {
  const layout = openLayout(folder);
  const { digest } = await store(layout, imageWith([{ path: 'a', text: 'a' }]));
  const [image] = (await platformImages(layout, digest)).images;
  if (image === undefined) throw new Error('there is no image');
  const annotations = { 'org.opencontainers.image.base.name': 'registry.example/silent:1' };
  const ending = new AbortController();
  const reason = new Failed(3, 'signal', 'ended by SIGTERM');
  const ends = analyse({
    from: layout,
    image: { ...image, manifest: { ...image.manifest, annotations } },
    open: (name) => ({
      ...layout,
      name,
      resolve() {
        ending.abort(reason);
        return Promise.reject(reason);
      },
    }),
    signal: ending.signal,
  });
  await expect(ends).rejects.toBe(reason);
});
