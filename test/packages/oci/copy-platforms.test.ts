import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { UsageError } from '#io';
import { copy, forPlatforms, mediaType, openLayout, parsePlatform, type Repository } from '#oci';

import { fsck } from './fsck.ts';
import { imageOf, indexOf, store, type SampleManifest } from './samples.ts';

let folder = '';
let from: Repository;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'platforms-'));
  from = openLayout(path.join(folder, 'from'));
});
afterEach(() => rm(folder, { recursive: true }));

const [amd, arm, arm7, told] = ['amd', 'arm', 'arm7', 'told'].map((seed) => imageOf(seed)) as [
  SampleManifest,
  SampleManifest,
  SampleManifest,
  SampleManifest,
];
const linux = (image: SampleManifest, architecture: string, variant?: string) => ({
  ...image.descriptor,
  platform: { os: 'linux', architecture, ...(variant === undefined ? {} : { variant }) },
});
const index = indexOf(
  [
    linux(amd, 'amd64'),
    linux(arm, 'arm64', 'v8'),
    linux(arm7, 'arm', 'v7'),
    {
      ...told.descriptor,
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': arm.descriptor.digest,
      },
    },
  ],
  { annotations: { kept: 'yes' } },
);
beforeEach(async () => {
  for (const image of [amd, arm, arm7, told, index]) await store(from, image);
});
const choose = (...names: readonly string[]) =>
  forPlatforms(from, index.descriptor, names.map(parsePlatform));

test.each([
  ['linux/amd64', amd],
  ['linux/arm64', arm],
  ['linux/arm64/v8', arm],
  ['linux/arm', arm7],
  ['linux/arm/v7', arm7],
])('one platform, %s, is the manifest itself', async (name, image) => {
  expect(await choose(name)).toEqual({ root: image.descriptor, known: new Map() });
});

test('several are an index of their own, with what is told about them', async () => {
  const { root, known } = await choose('linux/amd64', 'linux/arm64');
  const made = known.get(root.digest);
  const whole = JSON.parse(Buffer.from(index.bytes).toString()) as { manifests: object[] };
  const { manifests } = whole;
  expect(JSON.parse(Buffer.from(made?.bytes ?? []).toString())).toEqual({
    ...whole,
    manifests: [manifests[0], manifests[1], manifests[3]],
  });
  const to = openLayout(path.join(folder, 'to'));
  await copy({ from, to, root, known, signal: new AbortController().signal });
  expect(await to.resolve(root.digest)).toEqual({ ...root, mediaType: mediaType.index });
  expect(await to.resolve(arm7.descriptor.digest)).toBeUndefined();
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
});

test('one that is not there is named with those that are', async () => {
  await expect(choose('linux/arm/v6')).rejects.toThrow(
    new UsageError(
      'the image is not for linux/arm/v6: there is linux/amd64, linux/arm64/v8, linux/arm/v7',
    ),
  );
});

test('an image that is no index must be for the platform that its configuration names', async () => {
  const amd64 = [parsePlatform('linux/amd64')];
  expect((await forPlatforms(from, amd.descriptor, amd64)).root).toEqual(amd.descriptor);
  await expect(forPlatforms(from, amd.descriptor, [parsePlatform('linux/arm64')])).rejects.toThrow(
    'the image is not for linux/arm64: there is linux/amd64',
  );
});

test.each(['linux', 'Linux/amd64', 'linux/amd64/v1/x', 'linux/amd64 ', '/'])(
  '%j is no platform',
  (text) => {
    expect(() => parsePlatform(text)).toThrow(UsageError);
  },
);
