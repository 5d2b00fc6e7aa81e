import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { UsageError } from '#io';
import {
  openLayout,
  openStore,
  parseDigest,
  parseTag,
  plainHttp,
  serve,
  Unreachable,
  type Repository,
  type StoreSettings,
} from '#oci';

import {
  bytesOf,
  imageOf,
  listOf,
  opened,
  referrerOf,
  store,
  type SampleManifest,
} from './samples.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'store-'));
});
afterEach(() => rm(folder, { recursive: true }));

const tag = parseTag('1.0');
const put = async (repository: Repository, image: SampleManifest) => {
  await store(repository, image);
  await repository.tag(tag, image.bytes, image.descriptor.mediaType, 'anything');
};
/** A folder for each registry that is asked, and a record of what was asked. */
function settings(
  changes: Partial<StoreSettings> = {},
): StoreSettings & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    cwd: folder,
    written: (name) => name === 'ghcr.io/acme/shop',
    registry: ({ base, repository, name }) => {
      asked.push(`${base.href}${repository} as ${name}`);
      return openLayout(path.join(folder, 'registries', base.host, repository), name);
    },
    ...changes,
  };
}

test.each([
  ['debian', 'https://registry-1.docker.io/library/debian as docker.io/library/debian'],
  ['docker.io/acme/shop', 'https://registry-1.docker.io/acme/shop as docker.io/acme/shop'],
  ['ghcr.io/acme/shop:1.0', 'https://ghcr.io/acme/shop as ghcr.io/acme/shop'],
  [
    'registry.acme.io:8443/a/b/c',
    'https://registry.acme.io:8443/a/b/c as registry.acme.io:8443/a/b/c',
  ],
  ['localhost:5000/shop', 'http://localhost:5000/shop as localhost:5000/shop'],
  ['127.0.0.1:5000/shop', 'http://127.0.0.1:5000/shop as 127.0.0.1:5000/shop'],
  ['[::1]:5000/shop', 'http://[::1]:5000/shop as [::1]:5000/shop'],
  ['localhost.evil.io/shop', 'https://localhost.evil.io/shop as localhost.evil.io/shop'],
])('without a store %s is in its own registry', (name, where) => {
  const how = settings();
  openStore(how)(name, 'write');
  expect(how.asked).toEqual([where]);
});

test.each([
  ['registry.lan:5000/shop', 'http://registry.lan:5000/shop as registry.lan:5000/shop'],
  ['Registry.lan/shop', 'http://registry.lan/shop as Registry.lan/shop'],
  ['registry.lan:80/shop', 'http://registry.lan/shop as registry.lan:80/shop'],
  ['registry.lan:5001/shop', 'https://registry.lan:5001/shop as registry.lan:5001/shop'],
  ['[fd00::1]:5000/shop', 'http://[fd00::1]:5000/shop as [fd00::1]:5000/shop'],
  ['ghcr.io/shop', 'https://ghcr.io/shop as ghcr.io/shop'],
])('with some registries over plain http, %s is asked there', (name, where) => {
  const named = ['registry.lan:5000', 'registry.lan', '[FD00::1]:5000'];
  const how = settings({ plainHttp: plainHttp(named) });
  openStore(how)(name, 'write');
  expect(how.asked).toEqual([where]);
});

test.each(['http://registry.lan', 'registry.lan/x', 'a b', '', 'x:99999', '*.lan', 'u@registry'])(
  '%j is no registry to be asked over plain http',
  (text) => {
    expect(() => plainHttp(['localhost', text])).toThrow(UsageError);
    expect(() => plainHttp(['localhost', text])).toThrow(
      `input "plain-http" must name registries as host or host:port, not "${text}"`,
    );
  },
);

test.each([
  ['ghcr.io/acme/shop', 'store/ghcr.io/acme/shop'],
  ['debian', 'store/docker.io/library/debian'],
  ['localhost:5000/shop', 'store/localhost_5000/shop'],
  ['GHCR.io/shop', 'store/ghcr.io/shop'],
])('in a folder %s is written to %s', async (name, place) => {
  const how = settings({ store: 'store' });
  await put(openStore(how)(name, 'write'), imageOf('a'));
  expect(existsSync(path.join(folder, place, 'index.json'))).toBe(true);
  expect(how.asked).toEqual([]);
});

test.each([
  [
    'http://127.0.0.1:5000',
    'ghcr.io/acme/shop',
    'http://127.0.0.1:5000/ghcr.io/acme/shop as ghcr.io/acme/shop',
  ],
  [
    'https://mirror.acme.io/cache/',
    'localhost:5000/shop',
    'https://mirror.acme.io/cache/localhost_5000/shop as localhost:5000/shop',
  ],
])('in the registry %s %s has a place', (url, name, where) => {
  const how = settings({ store: url });
  openStore(how)(name, 'write');
  expect(how.asked).toEqual([where]);
});

test('names that are written are read in the store alone', async () => {
  const how = settings({ store: 'store' });
  await put(openLayout(path.join(folder, 'registries/ghcr.io/acme/shop')), imageOf('a'));
  const shop = openStore(how)('ghcr.io/acme/shop', 'read');
  expect(await shop.resolve(tag)).toBeUndefined();
  expect(how.asked).toEqual([]);
});

test('other names are read in the store when they are there, else in their registry', async () => {
  const open = openStore(settings({ store: 'store' }));
  const origin = openLayout(path.join(folder, 'registries/registry-1.docker.io/library/debian'));
  const [old, current] = [imageOf('old'), imageOf('current')];
  await put(origin, old);
  await store(origin, referrerOf(old.descriptor, 'x', 'application/x.a'));
  const debian = open('debian', 'read');
  expect(await debian.resolve(tag)).toEqual(old.descriptor);
  expect(await listOf(debian.tags())).toEqual(['1.0']);
  expect(await listOf(debian.referrers(old.descriptor.digest))).toHaveLength(1);

  await put(open('debian', 'write'), current);
  expect(await debian.resolve(tag)).toEqual(current.descriptor);
  expect((await debian.manifest(tag))?.descriptor).toEqual(current.descriptor);
  expect(await debian.resolve(old.descriptor.digest)).toEqual(old.descriptor);
  for (const { descriptor, bytes } of [...old.blobs, ...current.blobs]) {
    expect(await debian.hasBlob(descriptor.digest)).toBe(true);
    expect(await debian.blobSize(descriptor.digest)).toBe(bytes.length);
    expect(Buffer.compare(await bytesOf(await debian.blob(descriptor)), bytes)).toBe(0);
  }
  await expect(debian.remove(tag)).rejects.toMatchObject({ code: 'read-only', exit: 3 });
});

test('what comes from the store is linked, not copied', async () => {
  const open = openStore(settings({ store: 'store' }));
  const image = imageOf('a');
  await put(open('debian', 'write'), image);
  const [blob] = image.blobs;
  const shop = open('ghcr.io/acme/shop', 'write');
  const descriptor = blob?.descriptor ?? image.descriptor;
  const how = await shop.putBlob(descriptor, opened(Buffer.from('not this')), {
    mount: open('debian', 'read'),
  });
  expect(how).toBe('mounted');
});

test('offline, what the store does not hold is an error that names it', async () => {
  const how = settings({ store: 'store', offline: true });
  const debian = openStore(how)('debian', 'read');
  const failure = { code: 'offline', exit: 3 };
  const sentence =
    'docker.io/library/debian:1.0 cannot be had: it is not in the store "store", and --offline forbids to ask docker.io';
  await expect(debian.resolve(tag)).rejects.toMatchObject({ ...failure, message: sentence });
  const { descriptor } = imageOf('a');
  await expect(debian.blob(descriptor)).rejects.toMatchObject(failure);
  await expect(debian.manifest(descriptor.digest)).rejects.toThrow(
    `docker.io/library/debian@${descriptor.digest} cannot be had`,
  );
  await expect(listOf(debian.tags())).rejects.toMatchObject(failure);
  await expect(listOf(debian.referrers(descriptor.digest))).rejects.toMatchObject(failure);
  expect(how.asked).toEqual([]);
  await put(openStore(how)('debian', 'write'), imageOf('a'));
  expect(await debian.resolve(tag)).toEqual(descriptor);
});

test("what is said of an image in the store is read there alone, also by cosign's tags", async () => {
  const how = settings({ store: 'store', offline: true });
  const image = imageOf('a');
  const debian = openStore(how)('debian', 'read');
  const signature = (of: string) => parseTag(`${of.replace(':', '-')}.sig`);
  await put(openStore(how)('debian', 'write'), image);
  expect(await debian.resolve(signature(image.descriptor.digest))).toBeUndefined();
  expect(await debian.manifest(signature(image.descriptor.digest))).toBeUndefined();
  const elsewhere = debian.resolve(signature(imageOf('b').descriptor.digest));
  await expect(elsewhere).rejects.toMatchObject({ code: 'offline' });
  expect(how.asked).toEqual([]);
});

test('offline and without a store nothing can be had', async () => {
  const shop = openStore(settings({ offline: true }))('ghcr.io/acme/shop', 'write');
  const { bytes, descriptor } = imageOf('a');
  await expect(shop.putManifest(bytes, descriptor.mediaType)).rejects.toThrow(
    'ghcr.io/acme/shop cannot be had: there is no store, and --offline forbids to ask ghcr.io',
  );
});

test('oci:DIR is that folder, whatever the store', async () => {
  const open = openStore(settings({ store: 'store', offline: true }));
  await put(open('oci:some/dir:1.0', 'write'), imageOf('a'));
  expect(existsSync(path.join(folder, 'some/dir/index.json'))).toBe(true);
  expect(await open('oci:some/dir', 'read').resolve(tag)).toEqual(imageOf('a').descriptor);
});

test('oci-archive:FILE is written and read again, whatever the store', async () => {
  const open = openStore(settings({ store: 'store', offline: true }));
  await put(open('oci-archive:some/a.tar:1.0', 'write'), imageOf('a'));
  expect(existsSync(path.join(folder, 'some/a.tar'))).toBe(true);
  const found = await open('oci-archive:some/a.tar', 'read').resolve(tag);
  expect(found).toEqual(imageOf('a').descriptor);
});

test('docker-archive:FILE is read alone', async () => {
  const open = openStore(settings());
  expect(() => open('docker-archive:a.tar', 'write')).toThrow(UsageError);
  expect(() => open('docker-archive:a.tar', 'write')).toThrow('can only be read');
  await expect(open('docker-archive:a.tar', 'read').resolve(tag)).rejects.toThrow(
    'could not be reached: there is no such file',
  );
});

test.each(['ghcr.io/acme/blobs', 'ghcr.io/acme/index.json/x', 'ghcr.io/oci-layout'])(
  '%s would lie in the files of another repository',
  (name) => {
    const open = openStore(settings({ store: 'store' }));
    expect(() => open(name, 'write')).toThrow('is the name of a file in an OCI layout');
  },
);

test.each([
  'ghcr.io/../../etc',
  'ghcr.io/a/../b',
  '../x',
  'ghcr.io/.ecluse',
  '/etc/passwd',
  'a//b',
])('%s is no name of an image', (name) => {
  expect(() => openStore(settings({ store: 'store' }))(name, 'write')).toThrow(UsageError);
});

test.each(['http://', 'https://user:secret@host', 'https://host/?x=1', 'https://host/#x'])(
  'the store %s is refused without its password',
  (url) => {
    const open = () => openStore(settings({ store: url }));
    expect(open).toThrow(UsageError);
    expect(open).toThrow('is not the URL of a registry');
    expect(open).not.toThrow('secret');
  },
);

test.each([
  ['ftp://x', 'is neither a folder nor a registry: write a folder, http://HOST:PORT or'],
  ['docker://ghcr.io', 'is neither a folder nor a registry'],
  ['oci://x', 'is neither a folder nor a registry'],
  ['file:///var/store', 'is neither a folder nor a registry'],
  ['oci:images', 'starts with "oci:" as an image does: write a folder'],
  ['oci-archive:a.tar', 'starts with "oci-archive:"'],
  ['docker-archive:a.tar', 'starts with "docker-archive:"'],
  ['docker-daemon:x', 'starts with "docker-daemon:"'],
  [
    '127.0.0.1:5000',
    'may be a registry or a folder: write http://127.0.0.1:5000 or ./127.0.0.1:5000',
  ],
  ['[::1]:5000', 'may be a registry or a folder: write http://[::1]:5000 or'],
  ['localhost:5000/cache', 'may be a registry or a folder: write http://localhost:5000/cache or'],
  [
    'registry.acme.io:8443',
    'may be a registry or a folder: write https://registry.acme.io:8443 or',
  ],
])('the store %s is refused: it is no folder that somebody meant', (text, sentence) => {
  const open = () => openStore(settings({ store: text }));
  expect(open).toThrow(UsageError);
  expect(open).toThrow(`the store "${text}" ${sentence}`);
});

test.each(['ada:secret@registry.acme.io:5000', 'ftp://ada:secret@host/x'])(
  'the store %s is refused without its password',
  (text) => {
    const open = () => openStore(settings({ store: text }));
    expect(open).toThrow('…@');
    expect(open).not.toThrow('secret');
  },
);

test.each(['./a:5000', './oci:x', 'a/b:5000', 'a:b', 'C:store'])(
  'the store %s is a folder',
  async (text) => {
    const open = openStore(settings({ store: text }));
    await put(open('ghcr.io/acme/shop', 'write'), imageOf('a'));
    expect(existsSync(path.join(folder, text, 'ghcr.io/acme/shop/index.json'))).toBe(true);
  },
);

test('the store may be the absolute path of any folder', () => {
  const place = path.join(folder, 'localhost:5000');
  expect(() => openStore(settings({ store: place }))).not.toThrow();
});

test('a name that has no place in a registry is refused', () => {
  const open = openStore(settings({ store: 'http://localhost:5000' }));
  expect(() => open('[::1]:5000/shop', 'write')).toThrow('cannot stand in the store');
});

test('a dry run reads, and every write is an error', async () => {
  const image = imageOf('a');
  await put(openStore(settings({ store: 'store' }))('ghcr.io/acme/shop', 'write'), image);
  const dry = openStore(settings({ store: 'store', dryRun: true }))('ghcr.io/acme/shop', 'write');
  expect(await dry.resolve(tag)).toEqual(image.descriptor);
  expect(await listOf(dry.tags())).toEqual(['1.0']);
  const absent = { ...image.descriptor, digest: parseDigest(`sha256:${'0'.repeat(64)}`) };
  const writes = [
    () => dry.putBlob(absent, opened(Buffer.alloc(0))),
    () => dry.putManifest(image.bytes, image.descriptor.mediaType),
    () => dry.tag(tag, image.bytes, image.descriptor.mediaType, 'anything'),
    () => dry.remove(tag),
  ];
  for (const write of writes) {
    await expect(write()).rejects.toMatchObject({
      code: 'dry-run',
      message: expect.stringContaining('was not written to ghcr.io/acme/shop: this is a dry run'),
    });
  }
});

test('a registry that cannot be reached is told together with the store that does not have the image', async () => {
  const gone = async (): Promise<never> => {
    throw new Unreachable('ghcr.io/acme/shop', 'its name is not known');
  };
  const open = openStore(
    settings({
      store: 'shelf',
      written: () => false,
      registry: ({ name }) => ({
        ...openLayout(folder, name),
        name,
        resolve: gone,
        manifest: gone,
      }),
    }),
  );
  await expect(open('ghcr.io/acme/shop', 'read').resolve(tag)).rejects.toThrow(
    'the store "shelf" does not have it, and ghcr.io/acme/shop could not be reached: its name is not known',
  );
  const url = new URL('http://127.0.0.1/v2/acme/shop/manifests/1.0');
  const request = { method: 'GET', url, headers: {}, body: Readable.from([]) };
  const { signal } = new AbortController();
  const served = serve(() => open('ghcr.io/acme/shop', 'read'));
  const { status } = await served({ ...request, signal });
  expect(status).toBe(503);
});
