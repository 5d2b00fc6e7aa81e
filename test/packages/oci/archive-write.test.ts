import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import {
  copy,
  createArchive,
  openArchive,
  openLayout,
  parseTag,
  sealArchive,
  type Repository,
} from '#oci';

import { withTool } from '../../tools.ts';
import { fsck } from './fsck.ts';
import { imageOf, indexOf, listOf, randomSample, referrerOf, sample, store } from './samples.ts';

let folder = '';
let file = '';
let from: Repository;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'archive-write-'));
  mkdirSync(path.join(folder, 'out'));
  file = path.join(folder, 'out', 'a.tar');
  from = openLayout(path.join(folder, 'from'));
});
afterEach(() => rm(folder, { recursive: true }));

const { signal } = new AbortController();
const tag = parseTag('1.0');
const image = imageOf('a');

/** The archive unpacked by tar, which must be a layout without a fault. */
function unpacked(): string {
  const into = path.join(folder, 'unpacked');
  mkdirSync(into);
  execFileSync('tar', ['-xf', file, '-C', into]);
  expect(fsck(into)).toEqual([]);
  return into;
}

test('an image that is copied into an archive has its name there, and nothing else is left', async () => {
  await store(from, image);
  const to = createArchive(file);
  expect(await to.resolve(tag)).toBeUndefined();
  const done = await copy({ from, to, root: image.descriptor, signal });
  expect(done.mounted).toBe(2);
  expect(existsSync(file)).toBe(false);
  await to.tag(tag, image.bytes, image.descriptor.mediaType, 'absent');
  expect(readdirSync(path.join(folder, 'out'))).toEqual(['a.tar']);
  expect(await to.resolve(tag)).toEqual(image.descriptor);
  expect(await openArchive('oci-archive', file).resolve(tag)).toEqual(image.descriptor);
  expect(await openLayout(unpacked()).resolve(tag)).toEqual(image.descriptor);
});

test('an image without a name is sealed in', async () => {
  await store(from, image);
  const to = createArchive(file);
  await copy({ from, to, root: image.descriptor, signal });
  await sealArchive(to, image.descriptor);
  const archive = openArchive('oci-archive', file);
  expect(await listOf(archive.tags())).toEqual([]);
  expect(await archive.resolve(image.descriptor.digest)).toEqual(image.descriptor);
  unpacked();
});

test('once it is there it is written no more', async () => {
  await store(from, image);
  const to = createArchive(file);
  await copy({ from, to, root: image.descriptor, signal });
  await to.tag(tag, image.bytes, image.descriptor.mediaType, 'absent');
  const more = to.tag(parseTag('2.0'), image.bytes, image.descriptor.mediaType, 'absent');
  await expect(more).rejects.toMatchObject({ code: 'read-only' });
});

test('the same image gives the same bytes, in whatever order it came', async () => {
  const index = indexOf([imageOf('x').descriptor, image.descriptor]);
  const referrers = ['r', 's', 't', 'u'].map((seed) =>
    referrerOf(index.descriptor, seed, 'application/x.a'),
  );
  const parts = [imageOf('x'), image, index, ...referrers];
  const bytes: Buffer[] = [];
  for (const order of [parts, parts.toReversed()]) {
    const name = path.join(folder, 'out', `${bytes.length}.tar`);
    const to = createArchive(name);
    for (const part of order) await store(to, part);
    await store(to, imageOf(`stray ${bytes.length}`));
    await to.tag(tag, index.bytes, index.descriptor.mediaType, 'absent');
    bytes.push(readFileSync(name));
    const archive = openArchive('oci-archive', name);
    expect(await listOf(archive.referrers(index.descriptor.digest))).toHaveLength(4);
  }
  expect(Buffer.compare(bytes[0] ?? Buffer.alloc(0), bytes[1] ?? Buffer.alloc(1))).toBe(0);
});

test('a copy that fails leaves the old archive as it was', async () => {
  writeFileSync(file, 'what stood there before');
  await store(from, image);
  await rm(
    path.join(folder, 'from/blobs/sha256', image.blobs[1]?.descriptor.digest.slice(7) ?? ''),
  );
  const to = createArchive(file);
  await expect(copy({ from, to, root: image.descriptor, signal })).rejects.toThrow('is not in');
  expect(readFileSync(file, 'utf8')).toBe('what stood there before');
});

test('what a killed process left is taken over', async () => {
  const layer = randomSample(1000);
  const big = imageOf('big', { layers: [layer.descriptor] });
  const url = new URL('../../../packages/oci/index.ts', import.meta.url);
  const script = `
    import { Readable } from 'node:stream';
    const { createArchive } = await import(${JSON.stringify(url.href)});
    const bytes = Buffer.from(${JSON.stringify(layer.bytes.toString())}, 'latin1');
    const given = Buffer.from(${JSON.stringify(Buffer.from(layer.bytes).toString('hex'))}, 'hex');
    await createArchive(${JSON.stringify(file)}).putBlob(${JSON.stringify(layer.descriptor)}, async () => Readable.from([given]));
    process.kill(process.pid, 'SIGKILL');`;
  expect(() => {
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
  }).toThrow();
  expect(readdirSync(path.join(folder, 'out'))).toEqual([
    expect.stringMatching(/^\.a\.tar\.partial\./),
  ]);
  await store(from, { ...big, blobs: [...big.blobs, layer] });
  const to = createArchive(file);
  const done = await copy({ from, to, root: big.descriptor, signal });
  expect(done).toMatchObject({ skipped: 1, mounted: 1 });
  await to.tag(tag, big.bytes, big.descriptor.mediaType, 'absent');
  expect(readdirSync(path.join(folder, 'out'))).toEqual(['a.tar']);
  unpacked();
});

test('a blob by sha512 has a longer name than ustar holds', async () => {
  const layer = sample('sha512 content', undefined, 'sha512');
  const odd = imageOf('odd', { layers: [layer.descriptor] });
  await store(from, { ...odd, blobs: [...odd.blobs, layer] });
  const to = createArchive(file);
  await copy({ from, to, root: odd.descriptor, signal });
  await to.tag(tag, odd.bytes, odd.descriptor.mediaType, 'absent');
  expect(await openArchive('oci-archive', file).hasBlob(layer.descriptor.digest)).toBe(true);
  unpacked();
});

test('a folder that is a file is one sentence', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  const to = createArchive(path.join(folder, 'file', 'a.tar'));
  const writing = to.putManifest(image.bytes, image.descriptor.mediaType);
  await expect(writing).rejects.toMatchObject({
    exit: 3,
    message: expect.stringContaining('a file stands where a folder must be'),
  });
});

withTool('skopeo', 'skopeo reads what was written', async ({ skopeo }) => {
  await store(from, image);
  const to = createArchive(file);
  await copy({ from, to, root: image.descriptor, signal });
  await to.tag(tag, image.bytes, image.descriptor.mediaType, 'absent');
  const args = ['inspect', '--raw', `oci-archive:${file}:1.0`];
  const env = { ...process.env, HOME: folder };
  expect(execFileSync(skopeo, args, { env, encoding: 'utf8' })).toBe(
    Buffer.from(image.bytes).toString(),
  );
});

test('a pipe, a device and a folder are not replaced by an archive', async () => {
  await store(from, image);
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const [target, what] of [
    [pipe, 'a device or a pipe'],
    [path.join(folder, 'out'), 'a folder'],
  ] as const) {
    const copied = copy({ from, to: createArchive(target), root: image.descriptor, signal });
    await expect(copied).rejects.toThrow(`${JSON.stringify(target)} is ${what}, and an archive is`);
  }
  expect(statSync(pipe).isFIFO()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['from', 'out', 'pipe']);
});
