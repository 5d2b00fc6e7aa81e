import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { readLayerIndex } from '#image';
import { Corrupt, digestOf } from '#oci';

import { Workers } from '../../../packages/image/workers.ts';
import { tarOf } from './tars.ts';

const { signal } = new AbortController();
const tar = tarOf({ path: 'a', text: 'x'.repeat(3_000_000) }, { path: 'b', text: 'y' });
const stored = gzipSync(tar, { level: 0 });
const errand = {
  what: 'the layer',
  blob: { mediaType: 'x', digest: digestOf(stored), size: stored.length },
  diffId: digestOf(tar),
  verify: true,
  hash: true,
};
const pieces = () =>
  Readable.from(
    Array.from({ length: 40 }, (_, at) => stored.subarray(at * 100_000, (at + 1) * 100_000)),
    { objectMode: false },
  );

let workers: Workers;
beforeEach(() => {
  workers = new Workers(2);
});
afterEach(async () => {
  await workers.close();
});
const paths = (bytes: Buffer) =>
  [...readLayerIndex(bytes, 'the index').listing].map(({ path }) => path);

test('a worker walks over a layer that is poured into it, and over the next one', async () => {
  for (let round = 0; round < 3; round += 1) {
    expect(paths(await workers.run(errand, pieces(), signal))).toEqual(['a', 'b']);
  }
});

test('threads that rest end, and others take their place', async () => {
  const running = workers.run(errand, pieces(), signal);
  await workers.rest();
  expect(paths(await running)).toEqual(['a', 'b']);
  await workers.rest();
  expect(paths(await workers.run(errand, pieces(), signal))).toEqual(['a', 'b']);
});

test('and over a part of a file, without a byte through this thread', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ecluse-workers-'));
  const path = join(folder, 'file');
  await writeFile(path, Buffer.concat([Buffer.alloc(777, 'z'), stored, Buffer.alloc(99, 'z')]));
  const file = { path, from: 777, lengthBytes: stored.length };
  expect(paths(await workers.run({ ...errand, file }, undefined, signal))).toEqual(['a', 'b']);
  await rm(folder, { recursive: true });
});

test('a plain layer in a file is read in full to be verified, and else with its large bodies passed over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ecluse-workers-'));
  const path = join(folder, 'file');
  await writeFile(path, tar);
  const blob = { mediaType: 'x', digest: digestOf(tar), size: tar.length };
  const file = { path, from: 0, lengthBytes: tar.length };
  const plain = { ...errand, blob, file, hash: false };
  const index = async (how: { readonly verify: boolean; readonly lengthBytes?: number }) => {
    const part = { ...file, lengthBytes: how.lengthBytes ?? tar.length };
    const request = { ...plain, file: part, verify: how.verify };
    return readLayerIndex(await workers.run(request, undefined, signal), 'the index');
  };
  const [verified, told] = [await index({ verify: true }), await index({ verify: false })];
  expect(verified.header.layer).toEqual({ diffId: digestOf(tar) });
  expect([...told.listing]).toEqual([...verified.listing]);
  expect(told.header.sizeBytes).toBe(tar.length);
  const cut = index({ verify: false, lengthBytes: 2_000_000 });
  await expect(cut).rejects.toThrow('the layer is corrupt: it ends inside a file');
  const other = { ...plain, diffId: digestOf(stored) };
  await expect(workers.run(other, undefined, signal)).rejects.toThrow('and the image says');
  await rm(folder, { recursive: true });
});

test('errors keep their class and their sentence on the way back, and the next errand works', async () => {
  const broken = { ...errand, diffId: digestOf(Buffer.from('another')) };
  const error = await workers.run(broken, pieces(), signal).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Corrupt);
  expect(error).toMatchObject({
    message: `the layer is corrupt: its content is ${digestOf(tar)}, and the image says ${broken.diffId}`,
  });
  expect(paths(await workers.run(errand, pieces(), signal))).toEqual(['a', 'b']);
});

test('one that refuses its first bytes does not wait for the others', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(100_000, 'x');
    })(),
    { objectMode: false },
  );
  await expect(workers.run(errand, endless, signal)).rejects.toBeInstanceOf(Corrupt);
  expect(endless.destroyed).toBe(true);
});

test('an error of the stream ends the errand', async () => {
  const breaking = Readable.from(
    (async function* () {
      yield stored.subarray(0, 100_000);
      await Promise.resolve();
      throw new Error('the network is gone');
    })(),
    { objectMode: false },
  );
  await expect(workers.run(errand, breaking, signal)).rejects.toThrow('the network is gone');
  expect(paths(await workers.run(errand, pieces(), signal))).toEqual(['a', 'b']);
});

test('an abort ends it in its reason', async () => {
  const stop = new AbortController();
  const stuck = new Readable({ read: () => undefined });
  const running = workers.run(errand, stuck, stop.signal);
  setTimeout(() => {
    stop.abort(new Error('enough'));
  }, 50);
  await expect(running).rejects.toThrow('enough');
});

test('a file that is not there is an error of its own', async () => {
  const file = { path: '/nowhere/at/all', from: 0, lengthBytes: 1 };
  await expect(workers.run({ ...errand, file }, undefined, signal)).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
