import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from '@jest/globals';

import { copy, openLayout, parseTag, type Repository } from '#oci';

import { faultProxy, type Fault } from '../faults.ts';
import { runningDistribution } from '../packages/oci/distribution.open.ts';
import { fsck } from '../packages/oci/fsck.ts';
import {
  bytesOf,
  imageOf,
  indexOf,
  listOf,
  putSample,
  referrerOf,
  sample,
  store,
  type SampleManifest,
} from '../packages/oci/samples.ts';
import { remote } from '../packages/oci/server.open.ts';
import { randomFrom, type Random } from '../rounds.ts';
import { withTool } from '../tools.ts';
import { watched } from './watched.ts';

/** Some requests come late, some much; one is not answered at all, and one with "later". */
const slow = (random: Random): readonly Fault[] => [
  { nth: 1 + random.below(150), harm: { kind: 'reset' } },
  {
    nth: 1 + random.below(150),
    harm: { kind: 'answer', status: 503, headers: { 'retry-after': '0' } },
  },
  { chance: 0.02, harm: { kind: 'slow', ms: 1500 } },
  { chance: 0.3, harm: { kind: 'slow', ms: 1 + random.below(200) } },
  { chance: 0.3, harm: { kind: 'slow', ms: 1 + random.below(20) } },
];

interface Written {
  readonly tag: string;
  readonly image: SampleManifest;
}

/** One of several clients at once: its own images, and evidence for what all know. */
async function write(
  repository: Repository,
  random: Random,
  { name, shared }: { readonly name: string; readonly shared: SampleManifest },
): Promise<{ readonly written: readonly Written[]; readonly evidence: readonly string[] }> {
  const written: Written[] = [];
  const evidence: string[] = [];
  for (let count = 1 + random.below(2); count > 0; count -= 1) {
    const tag = `${name}-${count}`;
    const layer = sample(random.bytes(random.below(300_000)));
    await putSample(repository, layer);
    const image = imageOf(tag, { annotations: { layer: layer.descriptor.digest } });
    const { mediaType } = await store(repository, image);
    await repository.tag(parseTag(tag), image.bytes, mediaType, 'absent');
    written.push({ tag, image });
    const about = referrerOf(shared.descriptor, tag, 'application/x.evidence');
    evidence.push((await store(repository, about)).digest);
  }
  return { written, evidence };
}

async function checked(
  repository: Repository,
  all: readonly Awaited<ReturnType<typeof write>>[],
  shared: SampleManifest,
): Promise<void> {
  const written = all.flatMap((one) => one.written);
  for (const { tag, image } of written) {
    const standing = await repository.resolve(parseTag(tag));
    expect([tag, standing?.digest]).toEqual([tag, image.descriptor.digest]);
    for (const blob of image.blobs) {
      const bytes = await bytesOf(await repository.blob(blob.descriptor));
      expect(bytes.equals(blob.bytes)).toBe(true);
    }
  }
  expect(await listOf(repository.tags())).toEqual(written.map(({ tag }) => tag).sort());
  const referrers = await listOf(repository.referrers(shared.descriptor.digest));
  const evidence = all.flatMap((one) => one.evidence);
  expect(referrers.map(({ digest }) => digest as string).sort()).toEqual([...evidence].sort());
}

withTool(
  'docker-registry',
  'clients of a slow registry that write at once find all that they wrote, and copy it out and in again',
  async ({ 'docker-registry': program }) => {
    const server = await runningDistribution(program);
    const folder = await mkdtemp(join(tmpdir(), 'deep-slow-'));
    try {
      const done = await watched(async (random, seed) => {
        const proxy = await faultProxy(server.url, slow(random), { seed });
        try {
          const repository = remote(proxy.url, `acme/slow-${seed}`);
          const shared = imageOf('shared');
          await store(repository, shared);
          const names = ['a', 'b', 'c'].slice(random.below(3));
          const all = await Promise.all(
            names.map((name, at) => write(repository, randomFrom(seed * 3 + at), { name, shared })),
          );
          await checked(repository, all, shared);
          const root = indexOf(
            all.flatMap(({ written }) => written.map((one) => one.image.descriptor)),
          );
          await store(repository, root);
          const layout = openLayout(join(folder, String(seed)));
          const { signal } = new AbortController();
          const withReferrers = random.below(2) === 0;
          await copy({
            from: repository,
            to: layout,
            root: root.descriptor,
            withReferrers,
            signal,
          });
          expect(fsck(join(folder, String(seed)))).toEqual([]);
          const back = remote(proxy.url, `acme/back-${seed}`);
          const copied = await copy({ from: layout, to: back, root: root.descriptor, signal });
          expect(copied.skipped).toBe(0);
          expect((await back.resolve(root.descriptor.digest))?.size).toBe(root.descriptor.size);
        } finally {
          await proxy.close();
          await rm(join(folder, String(seed)), { recursive: true, force: true });
        }
      });
      expect(done).toBeGreaterThan(0);
    } finally {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
);
