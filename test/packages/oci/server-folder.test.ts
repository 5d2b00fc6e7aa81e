import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { openFolder, openLayout, parseTag, serve } from '#oci';

import { imageOf, putSample, randomSample, store } from './samples.ts';
import { remote, running } from './server.open.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ecluse-folder-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const tag = parseTag('1.0');
const image = imageOf('a');

test('a folder that is not there is a store, in which each name is a layout', async () => {
  const folder = join(home, 'store');
  const served = await openFolder(folder);
  expect(served.only).toBeUndefined();
  const server = await running(serve(served.open, { uploads: served.uploads }));
  try {
    const repository = remote(server.url, 'ghcr.io/acme/shop');
    await store(repository, image);
    await repository.tag(tag, image.bytes, image.descriptor.mediaType, 'absent');
    const layout = openLayout(join(folder, 'ghcr.io/acme/shop'));
    expect(await layout.resolve(tag)).toEqual(image.descriptor);
    expect(await readdir(folder)).toEqual(['.ecluse', 'ghcr.io']);
    for (const name of ['acme/blobs', 'acme/index.json/x', 'oci-layout']) {
      await expect(putSample(remote(server.url, name), randomSample(10))).rejects.toThrow(
        'answered 400',
      );
    }
  } finally {
    await server.close();
  }
});

test.each([
  ['Shop', undefined, 'shop'],
  ['shop', 'acme/other', 'acme/other'],
  ['-no name-', undefined, 'image'],
])('the layout %j, named %j, is the repository %j alone', async (base, name, only) => {
  const folder = join(home, base);
  const layout = openLayout(folder);
  await store(layout, image);
  await layout.tag(tag, image.bytes, image.descriptor.mediaType, 'absent');
  const served = await openFolder(folder, name === undefined ? {} : { name });
  expect(served.only).toBe(only);
  const server = await running(serve(served.open, { uploads: served.uploads }));
  try {
    expect(await remote(server.url, only).resolve(tag)).toEqual(image.descriptor);
    expect(await remote(server.url, 'acme/none').resolve(tag)).toBeUndefined();
    await putSample(remote(server.url, only), randomSample(1000));
  } finally {
    await server.close();
  }
});
