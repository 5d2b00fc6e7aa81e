import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { Refused } from '#io';
import { labelsGate, refuseUnlabelled } from '#lifecycle';
import { openLayout, type Digest, type Repository } from '#oci';

import { imageOf, indexOf, referrerOf, store, type SampleManifest } from '../oci/samples.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labels-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = async (repository: Repository, image: SampleManifest): Promise<Digest> => {
  await store(repository, image);
  return image.descriptor.digest;
};
const policy = (required: readonly string[]) => ({ set: {}, required });

test('every image of an index needs the labels, and an artifact the annotations', async () => {
  const repository = openLayout(folder);
  const image = imageOf('a');
  const digest = await put(repository, image);
  await refuseUnlabelled(repository, digest, policy(['seed']));
  await refuseUnlabelled(repository, digest, undefined);
  const artifact = await put(repository, referrerOf(image.descriptor, 'b', 'application/x.chart'));
  await refuseUnlabelled(repository, artifact, policy(['seed']));
  const platform = { os: 'linux', architecture: 'arm64' };
  const both = await put(repository, indexOf([{ ...image.descriptor, platform }]));
  await refuseUnlabelled(repository, both, policy(['seed']));
  const empty = await put(repository, indexOf([]));
  for (const [of, why] of [
    [digest, 'the image has no label "team", "tier"'],
    [artifact, 'the image has no label "team", "tier"'],
    [both, 'the image for linux/arm64 has no label "team", "tier"'],
    [empty, 'it holds no image with a label'],
  ] as const) {
    const ends = refuseUnlabelled(repository, of, policy(['seed', 'team', 'tier']));
    await expect(ends).rejects.toThrow(Refused);
    await expect(ends).rejects.toThrow(`${of} gets no name: ${why}, which ecluse.yml requires`);
  }
});

test('the gate does not pass what could not be read', () => {
  const one = { platform: undefined, labels: { team: 'shop', tier: ' ' } };
  const outcome = (required: readonly string[], images: Parameters<typeof labelsGate.judge>[1]) =>
    labelsGate.judge(required, images, undefined).outcome;
  expect(outcome(['team'], [one])).toBe('passed');
  expect(outcome(['tier'], [one])).toBe('failed');
  expect(outcome(['team'], [])).toBe('not evaluated');
  expect(outcome(['team'], undefined)).toBe('not evaluated');
});
