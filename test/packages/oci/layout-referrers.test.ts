import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { openLayout, type Repository } from '#oci';

import { imageOf, listOf, referrerOf, sample, store, type SampleManifest } from './samples.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layout-referrers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const image = imageOf('a');

/** A referrer with one long annotation among short ones. */
function longWinded(seed: string, length: number): SampleManifest {
  const plain = referrerOf(image.descriptor, seed, 'application/x.long');
  const manifest = JSON.parse(Buffer.from(plain.bytes).toString()) as object;
  const annotations = { seed, long: 'x'.repeat(length), last: seed };
  const text = JSON.stringify({ ...manifest, annotations });
  return { ...sample(text, plain.descriptor.mediaType), blobs: plain.blobs };
}

async function shelf(): Promise<Repository> {
  const repository = openLayout(folder);
  await store(repository, image);
  return repository;
}

test('a list of referrers stays readable, however long their annotations are', async () => {
  const repository = await shelf();
  for (const seed of ['a', 'b', 'c']) await store(repository, longWinded(seed, 2_500_000));
  await store(repository, referrerOf(image.descriptor, 'short', 'application/x.short'));
  const found = await listOf(repository.referrers(image.descriptor.digest));
  expect(found.map(({ annotations }) => annotations)).toEqual([
    ...['a', 'b', 'c'].map((seed) => ({ seed, last: seed })),
    { seed: 'short' },
  ]);
  const whole = await repository.manifest(found[0]?.digest ?? image.descriptor.digest);
  expect(whole?.bytes.length).toBeGreaterThan(2_500_000);
});
