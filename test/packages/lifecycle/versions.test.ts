import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { Versions } from '#lifecycle';
import { openLayout, parseTag, type Repository } from '#oci';
import { parseVersion } from '#version';

import { imageOf, store } from '../oci/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'versions-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the newest version of a digest is asked for from the newest on, and no more than that', async () => {
  const layout = openLayout(folder, 'ghcr.io/acme/shop');
  const [one, other] = [imageOf('one'), imageOf('other')];
  for (const image of [one, other]) await store(layout, image);
  for (let minor = 0; minor < 40; minor += 1) {
    const { bytes, descriptor } = minor === 20 || minor === 38 ? one : other;
    await layout.tag(parseTag(`1.${minor}.0`), bytes, descriptor.mediaType, 'absent');
  }
  const asked: string[] = [];
  const repository: Repository = {
    ...layout,
    tags: () => layout.tags(),
    resolve: async (at) => {
      asked.push(at);
      return layout.resolve(at);
    },
  };
  const versions = new Versions();
  const { digest } = one.descriptor;
  const newest = await versions.newest(repository, digest, { read: parseVersion });
  expect([newest?.text, asked.length]).toEqual(['1.38.0', 8]);
  const isWanted = ({ text }: { readonly text: string }) => text.startsWith('1.2');
  const older = await versions.newest(repository, digest, { read: parseVersion, isWanted });
  expect([older?.text, asked.length]).toEqual(['1.20.0', 19]);
  expect(await versions.of(repository, digest)).toEqual(['1.38.0', '1.20.0']);
  const none = await versions.newest(repository, imageOf('none').descriptor.digest, {
    read: parseVersion,
  });
  expect([none, asked.length]).toEqual([undefined, 40]);
});
