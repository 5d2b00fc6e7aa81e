import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import {
  LayerCache,
  readLayerIndex,
  readLayers,
  writeLayerIndex,
  type ImageLayer,
  type LayerReading,
} from '#image';
import { collectors } from '#inventory';
import { digestOf, openLayout, type Repository } from '#oci';

import { Packing } from '../../../packages/image/packing.ts';
import { notLocal, watchedReads } from './reading.ts';
import { putSample, sample } from '../oci/samples.ts';
import { tarOf, type Member } from './tars.ts';

const { signal } = new AbortController();
let folder = '';
let from: Repository;
let cache: LayerCache;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ecluse-layers-'));
  from = openLayout(join(folder, 'image'));
  cache = new LayerCache(join(folder, 'cache'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const layer = (text: string): Promise<ImageLayer> => layerOf({ path: text, text });

async function layerOf(...members: readonly Member[]): Promise<ImageLayer> {
  const tar = tarOf(...members);
  const blob = sample(gzipSync(tar));
  await putSample(from, blob);
  return { blob: blob.descriptor, diffId: digestOf(tar) };
}
const read = async (layers: readonly ImageLayer[], how: Partial<LayerReading> = {}) => {
  const indexes = await readLayers({ from, layers, signal, cache, ...how });
  return indexes.map(({ listing }) => [...listing].map(({ path }) => path).join());
};

test('layers come in the order of the image, each read once however often it is in it', async () => {
  const [a, b] = [await layer('a'), await layer('b')];
  const watched = watchedReads(notLocal(from));
  expect(await read([b, a, b], { from: watched.repository })).toEqual(['b', 'a', 'b']);
  expect(watched.reads()).toEqual([a, b].map(({ blob }) => blob.digest).sort());
});

test('what stands in the cache is not read again', async () => {
  const layers = [await layer('a'), await layer('b')];
  expect(await read(layers)).toEqual(['a', 'b']);
  const watched = watchedReads(notLocal(from));
  expect(await read([...layers, await layer('c')], { from: watched.repository })).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(watched.reads()).toHaveLength(1);
});

test('hashes that are wanted and not there are a reason to read again', async () => {
  const layers = [await layer('a')];
  await read(layers);
  const [index] = await readLayers({ from, layers, signal, cache, hash: true });
  expect(index?.header.hashed).toBe('sha256');
  expect((await readLayers({ from, layers, signal, cache }))[0]?.header.hashed).toBe('sha256');
});

describe('a newer collector', () => {
  const status = 'Package: a\nStatus: install ok installed\nVersion: 1\nArchitecture: any\n';
  const system = () =>
    layerOf(
      { path: 'etc/os-release', text: 'ID=debian\n' },
      { path: 'var/lib/dpkg/status', text: status },
    );
  const dpkg = { name: 'dpkg', version: collectors.find(({ name }) => name === 'dpkg')?.version };

  test('is a reason to read the layers alone that have a file for it', async () => {
    const layers = [await layer('a'), await system()];
    await read(layers, { collectors });
    const newer = collectors.map((each) => ({ ...each, version: each.version + 1 }));
    for (let run = 0; run < 2; run++) {
      const watched = watchedReads(notLocal(from));
      const [plain] = await readLayers({
        from: watched.repository,
        layers,
        signal,
        cache,
        collectors: newer,
      });
      expect(newer.map((each) => plain?.facts(each))).toEqual(newer.map(() => []));
      expect(watched.reads()).toEqual([layers[1]?.blob.digest]);
    }
  });

  test('knows of a file that was not read without a look at the layer', async () => {
    const made = await layerOf({ path: 'etc/os-release', text: 'ID=debian\n' });
    await read([made]);
    const newer = collectors.map((each) => ({ ...each, version: each.version + 1, maxBytes: 3 }));
    const how = { from: notLocal(from), layers: [made], signal, cache, collectors: newer };
    const watched = watchedReads(how.from);
    const [index] = await readLayers({ ...how, from: watched.repository });
    expect(index?.facts(newer[0] ?? collectors[0])).toEqual([
      { path: 'etc/os-release', facts: [], unread: true },
    ]);
    expect(watched.reads()).toEqual([]);
  });

  test('stales its own part: entries, hashes and all other facts stay, whoever found them', async () => {
    const made = await system();
    const [index] = await readLayers({ from, layers: [made], signal, cache, hash: true });
    const packing = new Packing();
    for (const entry of index?.listing ?? []) packing.add(entry);
    const found = (name: string) => [{ path: 'etc/os-release', facts: [{ id: name }] }];
    const older = writeLayerIndex({
      layer: index?.header.layer ?? { diffId: digestOf(Buffer.from('')) },
      sizeBytes: index?.header.sizeBytes ?? 0,
      packing,
      hashed: 'sha256',
      facts: new Map([
        ['dpkg', { version: 0, found: [] }],
        ...collectors
          .filter(({ name }) => name !== 'dpkg')
          .map(({ name, version }) => [name, { version, found: found(name) }] as const),
        ['later', { version: 7, found: found('later') }],
      ]),
    });
    await cache.put(made.blob, older, readLayerIndex(older, 'older'));
    const said: string[] = [];
    const onReadAgain = (why: string) => said.push(why);
    const how = { from, layers: [made], signal, cache, collectors, onReadAgain };
    // Who does not ask for it reads nothing.
    await readLayers({ ...how, collectors: [] });
    expect(said).toEqual([]);
    for (const hash of [false, true]) {
      const [now] = await readLayers({ ...how, hash });
      expect(now?.facts({ name: 'dpkg', version: dpkg.version ?? 0 })).toMatchObject([
        { facts: [{ name: 'a', version: '1' }] },
      ]);
      expect(now?.facts({ name: 'later', version: 7 })).toEqual(found('later'));
      expect(now?.facts(collectors[0])).toEqual(found(collectors[0].name));
      expect(now?.header.sections).toMatchObject({
        entries: { sha256: index?.header.sections.entries?.sha256 },
        hashes: { sha256: index?.header.sections.hashes?.sha256 },
      });
    }
    expect(said).toEqual([
      `the layer ${made.blob.digest} is read again: the cache has no facts of dpkg for this version`,
    ]);
  });
});

test('an image cannot claim what another layer was verified to be', async () => {
  const [good, bad] = [await layer('good'), await layer('bad')];
  await read([good]);
  const claim = { blob: bad.blob, diffId: good.diffId };
  await expect(read([claim])).rejects.toThrow(`and the image says ${good.diffId ?? ''}`);
  await expect(read([good, { ...good, diffId: bad.diffId }])).rejects.toThrow('is corrupt');
});

test('nothing of an image that is not verified is kept, and it takes nothing that was', async () => {
  const made = await layer('a');
  await read([made], { verify: false });
  expect(await readdir(join(folder, 'cache')).catch(() => [])).toEqual([]);
  const [index] = await readLayers({ from, layers: [made], signal, cache, verify: false });
  expect(index?.header.layer).toEqual({ unverified: `unverified:${made.blob.digest}` });
});

test('a cache that was spoilt is read past, and mended', async () => {
  const layers = [await layer('a')];
  await read(layers);
  const [name = ''] = (await readdir(join(folder, 'cache'))).filter((each) =>
    each.endsWith('.layer'),
  );
  const file = join(folder, 'cache', name);
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, -1));
  expect(await read(layers)).toEqual(['a']);
  expect((await readFile(file)).equals(bytes)).toBe(true);
  await writeFile(
    join(folder, 'cache/blobs', `sha256-${layers[0]?.blob.digest.slice(7) ?? ''}`),
    'x',
  );
  expect(await read(layers)).toEqual(['a']);
});

test('what stands in the cache is believed for a blob of its size alone', async () => {
  const made = await layer('a');
  await read([made]);
  const lies = { ...made, blob: { ...made.blob, size: 1 } };
  await expect(read([lies])).rejects.toThrow('it has more than the 1 bytes that were promised');
  await expect(read([made, lies])).rejects.toThrow('it has two sizes');
  expect(await read([made])).toEqual(['a']);
});

test('nothing but plain files is read in the cache: a pipe would never end', async () => {
  const made = await layer('a');
  await read([made]);
  const names = await readdir(join(folder, 'cache'));
  const file = join(folder, 'cache', names.find((name) => name.endsWith('.layer')) ?? '');
  await rm(file);
  execFileSync('mkfifo', [file]);
  expect(await read([made])).toEqual(['a']);
});

test('a cache that cannot be written is no error', async () => {
  const layers = [await layer('a')];
  await writeFile(join(folder, 'file'), '');
  expect(await read(layers, { cache: new LayerCache(join(folder, 'file/below')) })).toEqual(['a']);
});

test('the cache stays below its limit: what was not used for longest goes', async () => {
  const small = new LayerCache(join(folder, 'small'), { maxBytes: 1500 });
  for (const text of ['a', 'b', 'c', 'd', 'e']) await read([await layer(text)], { cache: small });
  const kept = (await readdir(join(folder, 'small'))).filter((name) => name.endsWith('.layer'));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(5);
  const watched = watchedReads(notLocal(from));
  await read([await layer('e')], { cache: small, from: watched.repository });
  expect(watched.reads()).toEqual([]);
});

test('a foreign layer that is missing is called so: nobody fetches what its URLs name', async () => {
  const made = await layer('a');
  const mediaType = 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip';
  const gone = { ...made, blob: { ...sample('never stored').descriptor, mediaType } };
  const sentence = `the foreign layer ${gone.blob.digest}, whose URLs are not followed, is not in `;
  for (const repository of [from, notLocal(from)]) {
    await expect(read([gone], { from: repository })).rejects.toThrow(sentence);
  }
});

test('a layer that is missing is named', async () => {
  const made = await layer('a');
  const gone = { ...made, blob: sample('never stored').descriptor };
  await expect(read([gone], { from: notLocal(from) })).rejects.toMatchObject({ code: 'not-there' });
});
