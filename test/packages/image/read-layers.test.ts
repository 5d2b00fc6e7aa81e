import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { LayerCache, readLayers, type ImageLayer, type LayerReading } from '#image';
import { digestOf, openLayout, type Repository } from '#oci';

import { notLocal, watchedReads } from './reading.ts';
import { putSample, sample } from '../oci/samples.ts';
import { tarOf } from './tars.ts';

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

async function layer(text: string): Promise<ImageLayer> {
  const tar = tarOf({ path: text, text });
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

test('a layer that is missing is named', async () => {
  const made = await layer('a');
  const gone = { ...made, blob: sample('never stored').descriptor };
  await expect(read([gone], { from: notLocal(from) })).rejects.toMatchObject({ code: 'not-there' });
});
