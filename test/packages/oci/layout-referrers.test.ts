import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { Corrupt, openLayout, putBytes, type Repository } from '#oci';

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
  for (const seed of ['a', 'b']) await store(repository, longWinded(seed, 2_500_000));
  await store(repository, referrerOf(image.descriptor, 'short', 'application/x.short'));
  const found = await listOf(repository.referrers(image.descriptor.digest));
  expect(found.map(({ annotations }) => annotations)).toEqual([
    ...['a', 'b'].map((seed) => ({ seed, last: seed })),
    { seed: 'short' },
  ]);
  const whole = await repository.manifest(found[0]?.digest ?? image.descriptor.digest);
  expect(whole?.bytes.length).toBeGreaterThan(2_500_000);
});

test('what reads as no manifest hides no other referrer', async () => {
  const repository = await shelf();
  const odd = referrerOf(image.descriptor, 'odd', 'application/x.a', { Annotations: {} });
  await putBytes(repository, odd.bytes, odd.descriptor.mediaType);
  const file = join(folder, 'index.json');
  writeFileSync(file, JSON.stringify({ schemaVersion: 2, manifests: [odd.descriptor] }));
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  const good = referrerOf(image.descriptor, 'good', 'application/x.a');
  await store(repository, good);
  const found = await listOf(repository.referrers(image.descriptor.digest));
  expect(found.map(({ digest }) => digest)).toEqual([good.descriptor.digest]);
});

test('of a long list only what is asked for is opened', async () => {
  const repository = await shelf();
  const { digest } = image.descriptor;
  const [first, second] = ['a', 'b'].map((type) =>
    referrerOf(image.descriptor, type, `application/x.${type}`),
  );
  if (first === undefined || second === undefined) throw new Error('there are two');
  await store(repository, first);
  await store(repository, second);
  // Whoever opens it finds out.
  writeFileSync(join(folder, 'blobs', ...second.descriptor.digest.split(':')), 'broken');
  const ofType = await listOf(repository.referrers(digest, 'application/x.a'));
  expect(ofType.map((one) => one.digest)).toEqual([first.descriptor.digest]);
  for await (const one of repository.referrers(digest)) {
    expect(one.digest).toBe(first.descriptor.digest);
    break;
  }
  await expect(listOf(repository.referrers(digest))).rejects.toThrow(Corrupt);
});
