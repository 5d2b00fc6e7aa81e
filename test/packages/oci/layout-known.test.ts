import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { openLayout, parseTag } from '#oci';

import { fsck } from './fsck.ts';
import { imageOf, listOf, referrerOf, store } from './samples.ts';

const [a, b] = [imageOf('a'), imageOf('b')];
const { mediaType } = a.descriptor;
const tag = parseTag('1.0');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ecluse-known-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const index = () => path.join(folder, 'index.json');
/** As if it had been written long ago. */
const age = () => utimes(index(), new Date('2026-01-01'), new Date('2026-01-01'));

describe('an index that is known', () => {
  test('is read again when another process has replaced it', async () => {
    const [ours, theirs] = [openLayout(folder), openLayout(folder)];
    for (const image of [a, b]) await store(ours, image);
    await ours.tag(tag, a.bytes, mediaType, 'absent');
    await age();
    expect((await ours.resolve(tag))?.digest).toBe(a.descriptor.digest);
    await theirs.tag(tag, b.bytes, mediaType, a.descriptor.digest);
    expect((await ours.resolve(tag))?.digest).toBe(b.descriptor.digest);
    await age();
    expect((await ours.resolve(tag))?.digest).toBe(b.descriptor.digest);
    await rm(folder, { recursive: true });
    expect(await ours.resolve(tag)).toBeUndefined();
  });

  test('is read again when another tool has written into it', async () => {
    const ours = openLayout(folder);
    for (const image of [a, b]) await store(ours, image);
    await ours.tag(tag, a.bytes, mediaType, 'absent');
    await age();
    expect((await ours.resolve(tag))?.digest).toBe(a.descriptor.digest);
    const text = await readFile(index(), 'utf8');
    await writeFile(index(), text.replace(a.descriptor.digest, b.descriptor.digest));
    expect((await ours.resolve(tag))?.digest).toBe(b.descriptor.digest);
  });

  test('may be forgotten by one reader while others look at it', async () => {
    const [ours, theirs] = [openLayout(folder), openLayout(folder)];
    for (const image of [a, b]) await store(ours, image);
    for (let round = 0; round < 5; round += 1) {
      await theirs.tag(tag, a.bytes, mediaType, 'anything');
      await age();
      await ours.resolve(tag);
      await theirs.tag(tag, b.bytes, mediaType, 'anything');
      const readers: Promise<unknown>[] = [];
      for (let each = 0; each < 100; each += 1) {
        readers.push(ours.resolve(tag));
        await setImmediate();
      }
      expect(await Promise.all(readers)).toEqual(readers.map(() => b.descriptor));
    }
  });

  test('is not trusted while it is so young that the next one may have the same times', async () => {
    const [ours, theirs] = [openLayout(folder), openLayout(folder)];
    for (const image of [a, b]) await store(ours, image);
    await ours.tag(tag, a.bytes, mediaType, 'absent');
    for (let round = 0; round < 50; round += 1) {
      const image = round % 2 === 0 ? b : a;
      await theirs.tag(tag, image.bytes, mediaType, 'anything');
      expect((await ours.resolve(tag))?.digest).toBe(image.descriptor.digest);
    }
  });
});

test('lists of referrers that were replaced do not pile up', async () => {
  const layout = openLayout(folder);
  const subject = await store(layout, a);
  const count = () => readdirSync(path.join(folder, 'blobs/sha256')).length;
  await store(layout, referrerOf(subject, '0', 'application/x.a'));
  const before = count();
  for (let each = 1; each <= 20; each += 1) {
    await store(layout, referrerOf(subject, `${each}`, 'application/x.a'));
  }
  // A manifest and its layer each; and at most two lists where one was.
  expect(count() - before).toBeLessThanOrEqual(41);
  expect(await listOf(layout.referrers(subject.digest))).toHaveLength(21);
  expect(fsck(folder)).toEqual([]);
});

test('readers find all referrers while others come and go', async () => {
  const [writer, reader] = [openLayout(folder), openLayout(folder)];
  const subject = await store(writer, a);
  const stays = await store(writer, referrerOf(subject, 'stays', 'application/x.a'));
  const state = { over: false };
  const writing = (async () => {
    for (let round = 0; round < 12; round += 1) {
      const { digest } = await store(writer, referrerOf(subject, `${round}`, 'application/x.a'));
      await writer.remove(digest);
    }
    state.over = true;
  })();
  while (!state.over) {
    const found = await listOf(reader.referrers(subject.digest));
    expect(found.map(({ digest }) => digest)).toContain(stays.digest);
  }
  await writing;
});
