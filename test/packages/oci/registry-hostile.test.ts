import { Readable } from 'node:stream';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Handler, ServerResponse } from '#io';
import { Corrupt, digestOf, mediaType, parseTag, type Repository } from '#oci';

import { faultProxy } from '../../faults.ts';
import { registryBehind } from './registry.open.ts';
import { bytesOf, imageOf, indexOf, listOf, sample, store } from './samples.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});
async function behind(change?: (handler: Handler) => Handler) {
  const registry = await registryBehind(change);
  open.push(registry);
  return registry;
}

const name = 'registry.test/acme/shop';
const tag = parseTag('1.0');
const image = imageOf('a');

/** A registry that gives this content for every manifest. */
const giving = (content: string | Uint8Array, type: string = mediaType.manifest) => {
  const body = Buffer.from(content);
  return (handler: Handler): Handler =>
    async (request) =>
      request.url.pathname.includes('/manifests/')
        ? {
            status: 200,
            headers: { 'content-type': type, 'docker-content-digest': digestOf(body) },
            body,
          }
        : handler(request);
};

const manifestWith = (fields: object): string =>
  JSON.stringify({ ...(JSON.parse(image.bytes.toString()) as object), ...fields });
const { digest, size } = image.blobs[1]?.descriptor ?? image.descriptor;
const layer = { mediaType: mediaType.layerGzip, digest, size };
const kept = Buffer.from('kept here').toString('base64');
const keptOne = sample('kept here').descriptor;

interface Row {
  readonly what: string;
  readonly content: string;
  readonly type?: string;
  readonly why: string;
}

const rows: readonly Row[] = [
  {
    what: 'of more than 4 MiB',
    content: ' '.repeat(4 * 1024 * 1024 + 1),
    why: 'it has more than 4194304 bytes',
  },
  {
    what: 'nested 65 levels deep',
    content: `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`,
    why: 'its JSON is nested more than 64 levels deep',
  },
  {
    what: 'nested a million levels deep',
    content: '['.repeat(1_000_000),
    why: 'its JSON is nested more than 64 levels deep',
  },
  { what: 'that is no JSON', content: '<html>sign in</html>', why: 'it is not JSON in UTF-8' },
  {
    what: 'of schema version 1',
    content: '{"schemaVersion":1,"fsLayers":[],"history":[]}',
    type: 'application/vnd.docker.distribution.manifest.v1+prettyjws',
    why: 'it has the schema version 1 of Docker, which is given up: push the image anew',
  },
  {
    what: 'that is called an index and is an image',
    content: image.bytes.toString(),
    type: mediaType.index,
    why: `it calls itself "${mediaType.manifest}" and was given as "${mediaType.index}"`,
  },
];

describe('a manifest in a registry', () => {
  test('that cannot be read says why by its digest too, where a tag has led us to it', async () => {
    const content = `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`;
    const registry = await behind(giving(content));
    const at = digestOf(Buffer.from(content));
    const why = 'its JSON is nested more than 64 levels deep';
    await expect(registry.at('acme/shop').manifest(at)).rejects.toThrow(why);
  });

  test.each(rows)('$what is Corrupt when it is read', async ({ content, type, why }) => {
    const registry = await behind(giving(content, type));
    const error: unknown = await registry
      .at('acme/shop')
      .manifest(tag)
      .catch((reason: unknown) => reason);
    expect(error).toEqual(new Corrupt(`the manifest ${name}:1.0`, why));
    expect(error).toMatchObject({ exit: 3 });
    expect(registry.requests).toHaveLength(1);
  });

  // What a reader must not believe is found when it is read into fields; so is what we are asked to store.
  test.each<[string, string, string]>([
    [
      'has a key twice',
      image.bytes.toString().replace('"layers":', '"layers":[],"layers":'),
      'its key "layers" is not read alike by all tools',
    ],
    [
      'has a key that Go reads for another',
      manifestWith({ Layers: [] }),
      'its key "Layers" is not read alike by all tools',
    ],
    [
      'has more than 4 KiB in "data"',
      manifestWith({ layers: [{ ...layer, data: 'x'.repeat(5_465) }] }),
      '"layers.0.data" must be at most 4096 bytes in base64',
    ],
    [
      'has other bytes in "data" than the digest says',
      manifestWith({ layers: [{ ...layer, data: kept }] }),
      '"layers.0" must be a descriptor whose "data" has its size and digest',
    ],
    [
      'has no base64 in "data"',
      manifestWith({ layers: [{ ...keptOne, data: '!!!!' }] }),
      '"layers.0" must be a descriptor whose "data" has its size and digest',
    ],
    [
      'has a size that is no number',
      manifestWith({ layers: [{ ...layer, size: '7' }] }),
      '"layers.0.size" must be a whole number of bytes, not "7"',
    ],
    [
      'has a negative size',
      manifestWith({ layers: [{ ...layer, size: -1 }] }),
      '"layers.0.size" must be a whole number of bytes, not -1',
    ],
    [
      'is an image and an index at once',
      manifestWith({ manifests: [] }),
      `"${mediaType.manifest}" has no "manifests"`,
    ],
  ])('that %s is Corrupt, and is not sent', async (_, content, why) => {
    const registry = await behind();
    const put = registry.at('acme/shop').putManifest(Buffer.from(content), mediaType.manifest);
    const error: unknown = await put.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Corrupt);
    expect(error).toMatchObject({ exit: 3 });
    expect(String(error)).toContain(why);
    expect(String(error).length).toBeLessThan(500);
    expect(registry.requests).toEqual([]);
  });

  test('may have the content of a descriptor in "data" when that is what it says', async () => {
    const registry = await behind();
    const at = registry.at('acme/shop');
    const content = manifestWith({ layers: [{ ...keptOne, data: kept }] });
    for (const blob of [...image.blobs, sample('kept here')])
      await at.putBlob(blob.descriptor, async () => Readable.from([blob.bytes]));
    const stored = await at.putManifest(Buffer.from(content), mediaType.manifest);
    expect((await at.manifest(stored.digest))?.bytes.toString()).toBe(content);
  });

  test('that lists itself is another one: no content holds its own digest', async () => {
    const asked = digestOf(Buffer.from('the digest of the index'));
    const self = { mediaType: mediaType.index, digest: asked, size: 100 };
    const registry = await behind(giving(indexOf([self]).bytes, mediaType.index));
    await expect(registry.at('acme/shop').manifest(asked)).rejects.toBeInstanceOf(Corrupt);
  });

  test('whose layer is elsewhere, and says where, makes us ask nobody there', async () => {
    const elsewhere = await faultProxy(undefined, []);
    open.push(elsewhere);
    const foreign = {
      ...layer,
      mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
      urls: [elsewhere.url.href],
    };
    const registry = await behind();
    const at = registry.at('acme/shop');
    const sent = { ...image, bytes: Buffer.from(manifestWith({ layers: [foreign] })) };
    const stored = await store(at, sent);
    await at.manifest(stored.digest);
    await at.blob(foreign).then(bytesOf);
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('a blob', () => {
  test.each([
    ['is longer', 5],
    ['is shorter', 50],
  ])('that %s than its descriptor says is Corrupt before its end is believed', async (_, said) => {
    const registry = await behind();
    const { bytes, descriptor } = sample('ten bytes.');
    await registry
      .layout('acme/shop')
      .putBlob(descriptor, async () => Readable.from([bytes], { objectMode: false }));
    const read = async () =>
      bytesOf(await registry.at('acme/shop').blob({ ...descriptor, size: said }));
    await expect(read()).rejects.toBeInstanceOf(Corrupt);
  });
});

describe('ten thousand tags', () => {
  const all = Array.from({ length: 10_000 }, (_, index) => `t${String(index).padStart(5, '0')}`);
  const paged =
    (most: number) =>
    (): Handler =>
    async ({ url }): Promise<ServerResponse> => {
      const last = url.searchParams.get('last') ?? '';
      const rest = all.slice(all.findIndex((each) => each > last));
      const tags = rest.slice(0, Math.min(Number(url.searchParams.get('n')), most));
      const link = `</v2/acme/shop/tags/list?n=${most}&last=${tags.at(-1) ?? ''}>; rel="next"`;
      return {
        status: 200,
        headers: tags.length < rest.length ? { link } : {},
        body: Buffer.from(JSON.stringify({ name: 'acme/shop', tags })),
      };
    };

  test.each([
    [1000, 10],
    [100, 100],
  ])('on pages of %i are read in no time', async (most, requests) => {
    const registry = await behind(paged(most));
    const before = performance.now();
    expect(await listOf(registry.at('acme/shop').tags())).toEqual(all);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(registry.requests).toHaveLength(requests);
  });

  const endless = (): Handler => {
    let count = 0;
    return async () => {
      count += 1;
      const tags = Array.from({ length: 100_000 }, (_, index) => `t${count}-${index}`);
      const link = `</v2/acme/shop/tags/list?last=${count}>; rel="next"`;
      return { status: 200, headers: { link }, body: Buffer.from(JSON.stringify({ tags })) };
    };
  };
  test('a thousand times over are Corrupt', async () => {
    const registry = await behind(endless);
    const tags = async (at: Repository) => listOf(at.tags());
    await expect(tags(registry.at('acme/shop'))).rejects.toEqual(
      new Corrupt(`the list of tags of ${name}`, 'it has more than 1000000 tags'),
    );
  }, 20_000);
});
