import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import {
  attachIndexes,
  LayerCache,
  openIndexes,
  platformImages,
  readLayers,
  type ImageLayer,
  type LayerIndex,
  type LayerReading,
} from '#image';
import { annotation, artifactType, layerIndexType } from '#io';
import { collectors } from '#inventory';
import { analyse, reportOf, type AnalysisRequest } from '#layers';
import {
  digestOf,
  mediaType,
  openLayout,
  type Descriptor,
  type Digest,
  type Repository,
} from '#oci';

import { runningDistribution } from '../oci/distribution.open.ts';
import { registryBehind } from '../oci/registry.open.ts';
import {
  imageOf,
  listOf,
  putSample,
  referrerOf,
  sample,
  store,
  type SampleManifest,
} from '../oci/samples.ts';
import { remote } from '../oci/server.open.ts';
import { tool, withTool } from '../../tools.ts';
import { imageWith } from './images.ts';
import { notLocal, watchedReads } from './reading.ts';

const { signal } = new AbortController();
const type = artifactType('layer-indexes');
const image = imageWith(
  [{ path: 'etc/os-release', text: 'ID=debian\nVERSION_ID="12"\n' }],
  [{ path: 'app/big', text: 'b'.repeat(50_000) }],
  [{ path: 'app/.wh.big' }, { path: 'app/small', text: 'small' }],
);

let folder = '';
let from: Repository;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ecluse-attached-'));
  from = openLayout(join(folder, 'image'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** The repository, of which no layer of the image can be read, and no list of referrers. */
function withoutLayers(repository: Repository): Repository {
  const layers = new Set(layersOf(image).map(({ blob }) => blob.digest));
  return {
    ...notLocal(repository),
    blob: async (descriptor, how) => {
      if (layers.has(descriptor.digest)) throw new Error('a layer was read');
      return repository.blob(descriptor, how);
    },
    referrers: () => {
      throw new Error('referrers were listed');
    },
  };
}

function layersOf({ blobs: [config, ...blobs] }: SampleManifest): readonly ImageLayer[] {
  const { rootfs } = JSON.parse(String(config && Buffer.from(config.bytes))) as {
    readonly rootfs: { readonly diff_ids: readonly Digest[] };
  };
  return blobs.map(({ descriptor }, at) => ({ blob: descriptor, diffId: rootfs.diff_ids[at] }));
}

async function analysed(repository: Repository, how: Partial<AnalysisRequest> = {}) {
  const { images } = await platformImages(repository, image.descriptor.digest);
  const [only] = images;
  if (only === undefined) throw new Error('there is no image');
  const open = () => repository;
  return analyse({ from: repository, image: only, open, signal, ...how });
}
const documentOf = async (...args: Parameters<typeof analysed>) =>
  JSON.stringify(reportOf(await analysed(...args), null));

/** Stores the image, and attaches its indexes to it. */
async function attached(to: Repository): Promise<Digest> {
  await store(to, image);
  const { indexes } = await analysed(to);
  const artifact = await attachIndexes(to, image.descriptor, { indexes, signal });
  if (artifact === undefined) throw new Error('nothing was attached');
  return artifact;
}
const named = async (repository: Repository, artifact: Digest) => {
  const opened = await openIndexes(repository, artifact);
  return new Map([[opened.subject, opened]]);
};

/** The way of two jobs: one attaches, the other reads no layer. */
async function standsForLayers(to: Repository): Promise<void> {
  const artifact = await attached(to);
  const first = await documentOf(to);
  const [entry, ...others] = await listOf(to.referrers(image.descriptor.digest, type));
  expect([entry?.digest, entry?.artifactType, others]).toEqual([artifact, type, []]);
  const bare = withoutLayers(to);
  expect(await documentOf(bare, { attached: await named(bare, artifact) })).toBe(first);
}

describe('indexes that were attached to an image stand for its layers', () => {
  test('in a folder', async () => standsForLayers(from));

  test('in our server, to which a second time no blob is sent', async () => {
    const server = await registryBehind();
    try {
      await standsForLayers(server.at('acme/shop'));
      const sent = server.count('POST');
      await attached(server.at('acme/shop'));
      expect([sent > 0, server.count('POST')]).toEqual([true, sent]);
    } finally {
      await server.close();
    }
  });

  withTool('docker-registry', 'in Distribution, which lists no referrers', async () => {
    const server = await runningDistribution(tool('docker-registry') ?? '');
    try {
      await standsForLayers(remote(server.url, 'acme/shop'));
    } finally {
      await server.close();
    }
  });
});

test('the same indexes are the same artifact, and it is written once', async () => {
  const artifact = await attached(from);
  const contents = async () => {
    const names = await readdir(join(folder, 'image'), { recursive: true });
    return [names.toSorted(), await readFile(join(folder, 'image/index.json'), 'utf8')];
  };
  const before = await contents();
  expect(await attached(from)).toBe(artifact);
  const again = await analysed(withoutLayers(from), { attached: await named(from, artifact) });
  const { indexes } = again;
  expect(await attachIndexes(from, image.descriptor, { indexes, signal })).toBe(artifact);
  expect(await contents()).toEqual(before);
});

test('each index names its layer, its format and its collectors', async () => {
  const stored = await from.manifest(await attached(from));
  const { layers } = JSON.parse(Buffer.from(stored?.bytes ?? []).toString()) as {
    readonly layers: readonly Descriptor[];
  };
  expect(layers.map(({ mediaType: is, annotations }) => [is, annotations])).toEqual(
    layersOf(image).map(({ diffId }) => [
      layerIndexType,
      {
        [annotation.diffId]: diffId,
        [annotation.indexFormat]: '1',
        [annotation.collectors]: collectors.map((each) => `${each.name}@${each.version}`).join(' '),
      },
    ]),
  );
});

test('what is attached and was not named is not used', async () => {
  await attached(from);
  await expect(documentOf(withoutLayers(from))).rejects.toThrow('a layer was read');
  const other = new Map([
    [digestOf(Buffer.from('another image')), await openIndexes(from, await attached(from))],
  ]);
  await expect(documentOf(withoutLayers(from), { attached: other })).rejects.toThrow(
    'a layer was read',
  );
});

test('what is attached never enters the cache', async () => {
  const artifact = await attached(from);
  const cache = new LayerCache(join(folder, 'cache'));
  const how = { cache, attached: await named(from, artifact) };
  await documentOf(withoutLayers(from), how);
  expect(await readdir(join(folder, 'cache')).catch(() => 'nothing')).toBe('nothing');
});

test('of an image that nobody verified nothing is attached, and nothing that is attached is used', async () => {
  const artifact = await attached(from);
  const { indexes } = await analysed(from, { verify: false });
  expect(await attachIndexes(from, image.descriptor, { indexes, signal })).toBeUndefined();
  const how = { verify: false, attached: await named(from, artifact) };
  await expect(documentOf(withoutLayers(from), how)).rejects.toThrow('a layer was read');
});

describe('an index that cannot be used is passed over, and its layer is read', () => {
  const [, second] = layersOf(image);
  const at = second?.diffId ?? '';

  /** An artifact like the one that was attached, with another index for the second layer. */
  async function lying(
    change: (index: LayerIndex, blob: Descriptor) => Promise<readonly Descriptor[]>,
  ) {
    const artifact = await attached(from);
    const honest = await from.manifest(artifact);
    const manifest = JSON.parse(Buffer.from(honest?.bytes ?? []).toString()) as {
      readonly layers: readonly Descriptor[];
    };
    const { indexes } = await analysed(from);
    const layers: Descriptor[] = [];
    for (const blob of manifest.layers) {
      const index = indexes[layers.length];
      const isSecond = blob.annotations?.[annotation.diffId] === at;
      layers.push(...(isSecond && index ? await change(index, blob) : [blob]));
    }
    const bytes = Buffer.from(JSON.stringify({ ...manifest, layers }));
    const descriptor = {
      mediaType: mediaType.manifest,
      digest: digestOf(bytes),
      size: bytes.length,
    };
    // Not stored, so that it may name what is not there.
    const repository = notLocal(from);
    return {
      artifact: descriptor.digest,
      from: {
        ...repository,
        manifest: async (which: Parameters<Repository['manifest']>[0]) =>
          which === descriptor.digest ? { descriptor, bytes } : from.manifest(which),
      },
    };
  }
  const stored = async (bytes: Uint8Array, { annotations = {} }: Descriptor) => {
    const blob = sample(bytes, layerIndexType);
    await putSample(from, blob);
    return [{ ...blob.descriptor, annotations }];
  };

  /** Reads with such an artifact. @returns which layers were read, and what was said */
  async function passedOver(
    artifact: { readonly artifact: Digest; readonly from: Repository },
    how: Partial<LayerReading> = {},
  ) {
    const { repository, reads } = watchedReads(artifact.from);
    const opened = await openIndexes(repository, artifact.artifact);
    const said: string[] = [];
    const onPassedOver = (why: string) => said.push(why);
    const layers = layersOf(image);
    const indexes = await readLayers({
      from: repository,
      layers,
      signal,
      collectors,
      hash: true,
      attached: opened,
      onPassedOver,
      ...how,
    });
    const blobs = layers.map(({ blob }) => blob.digest);
    const read = reads().filter((digest) => blobs.includes(digest));
    return {
      indexes,
      said,
      read: blobs.flatMap((digest, layer) => (read.includes(digest) ? [layer] : [])),
    };
  }

  const flipped = (bytes: Uint8Array) => bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1);
  const lies: Readonly<Record<string, readonly [Parameters<typeof lying>[0], string]>> = {
    'one with a byte flipped': [
      async ({ bytes }, blob) => stored(flipped(bytes), blob),
      'was changed',
    ],
    'one that is none': [
      async (_, blob) => stored(Buffer.from('x'), blob),
      'it is no index of a layer',
    ],
    'one that is not there': [
      async (_, { annotations = {} }) => [
        { ...sample('gone', layerIndexType).descriptor, annotations },
      ],
      'is not in',
    ],
    'one that is not listed': [async () => [], 'is not used: there is none'],
    'one of another layer': [
      async (_, { annotations = {} }) => {
        const [other] = (await analysed(from)).indexes;
        return [{ ...sample(other?.bytes ?? '', layerIndexType).descriptor, annotations }];
      },
      `it is not that of the layer ${at}`,
    ],
    'one that nobody verified': [
      async (_, blob) => {
        const [, other] = (await analysed(from, { verify: false })).indexes;
        return stored(other?.bytes ?? Buffer.alloc(0), blob);
      },
      `it is not that of the layer ${at}`,
    ],
    'one that is too long': [
      async ({ bytes }, blob) => [{ ...blob, size: 2 ** 40 + bytes.length }],
      'it is longer than',
    ],
    'one of another length than it says': [
      async ({ bytes }, blob) => [{ ...blob, size: bytes.length + 1 }],
      'is corrupt',
    ],
  };
  test.each(Object.entries(lies))('%s', async (_, [change, why]) => {
    const { indexes, said, read } = await passedOver(await lying(change));
    expect([read, said]).toEqual([[1], [expect.stringContaining(why)]]);
    expect(indexes.map(({ bytes }) => digestOf(bytes))).toEqual(
      (await analysed(from)).indexes.map(({ bytes }) => digestOf(bytes)),
    );
  });

  test('those with a file for a collector of today that has not seen it', async () => {
    const artifact = await attached(from);
    const newer = collectors.map((each) => ({ ...each, version: each.version + 1 }));
    const { read, said } = await passedOver(
      { artifact, from: notLocal(from) },
      { collectors: newer },
    );
    expect([read, said.length]).toEqual([[0], 1]);
  });

  test('all without hashes, where those are wanted', async () => {
    await store(from, image);
    const { indexes } = await analysed(from, { hash: false });
    const artifact = await attachIndexes(from, image.descriptor, { indexes, signal });
    const reading = { artifact: artifact ?? ('' as Digest), from: notLocal(from) };
    expect((await passedOver(reading)).read).toEqual([0, 1, 2]);
    expect((await passedOver(reading, { hash: false })).read).toEqual([]);
  });
});

describe('an artifact that was named must be there, and be one of indexes', () => {
  test('one that is not there is named', async () => {
    await store(from, image);
    await expect(openIndexes(from, digestOf(Buffer.from('none')))).rejects.toMatchObject({
      code: 'not-there',
      message: expect.stringMatching(/^the artifact sha256:\S+ is not in /),
    });
  });

  test.each([
    ['an image', image],
    ['an artifact of another kind', referrerOf(image.descriptor, 'a', 'application/x.other')],
    ['one that refers to nothing', imageOf('a', { artifactType: type })],
  ])('%s is refused', async (_, other) => {
    await store(from, image);
    const { digest } = await store(from, other);
    await expect(openIndexes(from, digest)).rejects.toMatchObject({
      exit: 2,
      message: expect.stringContaining('holds no indexes of layers: name an artifact of --attach'),
    });
  });
});
