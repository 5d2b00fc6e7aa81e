import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { openLayout, openStore, parseTag, resolveReference, type Repository } from '#oci';

import { imageOf, referrerOf, store, type SampleManifest } from './samples.ts';

let folder = '';
let layout: Repository;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'resolve-'));
  layout = openLayout(path.join(folder, 'dir'));
});
afterEach(() => rm(folder, { recursive: true }));

const resolve = (text: string, dryRun = false) =>
  resolveReference(
    openStore({
      cwd: folder,
      store: 'store',
      dryRun,
      written: () => true,
      registry: () => {
        throw new Error('no registry is asked');
      },
    }),
    text,
  );
const image = imageOf('a');
const put = async (tag: string, of: SampleManifest = image) => {
  await store(layout, of);
  await layout.tag(parseTag(tag), of.bytes, of.descriptor.mediaType, 'anything');
};

test('a tag, a digest, and both are what they say', async () => {
  await put('1.0');
  await put('2.0', imageOf('b'));
  const { digest } = image.descriptor;
  for (const text of ['oci:dir:1.0', `oci:dir@${digest}`, `oci:dir:2.0@${digest}`]) {
    expect((await resolve(text)).descriptor).toEqual(image.descriptor);
  }
  await expect(resolve('oci:dir:3.0')).rejects.toThrow('3.0 is not in oci:dir');
});

test.each([false, true])(
  'a folder with one image means that one, in a dry run: %s',
  async (dryRun) => {
    await put('1.0');
    await put('latest');
    await put(`${image.descriptor.digest.replace(':', '-')}.sig`, imageOf('signature'));
    await store(layout, referrerOf(image.descriptor, 'r', 'application/x.a'));
    const found = await resolve('oci:dir', dryRun);
    expect(found.descriptor).toEqual(image.descriptor);
    expect(found.reference).toMatchObject({ transport: 'oci', name: 'oci:dir' });
  },
);

test('a folder with several images means none, and its sentence names them', async () => {
  for (const tag of ['1', '2', '3', '4', '5', '6']) await put(tag, imageOf(tag));
  await expect(resolve('oci:dir')).rejects.toMatchObject({
    exit: 2,
    message:
      '"oci:dir" holds 6 images: write "oci:dir:1" or "oci:dir:2" or "oci:dir:3" or "oci:dir:4" or "oci:dir:5", …',
  });
});

test('a folder with none is told so', async () => {
  await expect(resolve('oci:dir')).rejects.toMatchObject({
    exit: 3,
    code: 'not-there',
    message: '"oci:dir" holds no image: name the folder of an OCI layout that has one',
  });
});

test('a repository of a registry means nothing without a tag', async () => {
  await expect(resolve('ghcr.io/acme/shop')).rejects.toMatchObject({
    exit: 2,
    message:
      '"ghcr.io/acme/shop" names no image: write ghcr.io/acme/shop:TAG or ghcr.io/acme/shop@sha256:…',
  });
});
