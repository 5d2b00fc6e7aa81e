import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { open as openFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { messageOf } from '#io';
import {
  copy,
  Corrupt,
  digestOf,
  hexOf,
  isIndex,
  mediaType,
  NotThere,
  openArchive,
  openLayout,
  openStore,
  parseDigest,
  parseManifest,
  parseTag,
  resolveReference,
  type Repository,
  type StoreSettings,
} from '#oci';

import { compiled } from '../../support/compiled.ts';
import { data, withData, withTool } from '../../tools.ts';
import { pax, tarOf, writeTar, type TarEntry } from './archives.ts';
import { fsck } from './fsck.ts';
import { bytesOf, imageOf, indexOf, listOf, referrerOf, sample, type Sample } from './samples.ts';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'archive-'));
  file = path.join(folder, 'a.tar');
});
afterEach(() => rm(folder, { recursive: true }));

const { signal } = new AbortController();
const opener = (how: Pick<StoreSettings, 'temporary'> = {}) =>
  openStore({
    cwd: folder,
    written: () => false,
    registry: () => {
      throw new Error('no registry is asked');
    },
    ...how,
  });
const open = (name: string) => opener()(name, 'read');
const resolved = (name: string) => resolveReference(open, name);

const blobOf = ({ descriptor, bytes }: Sample): TarEntry => ({
  name: `blobs/sha256/${hexOf(descriptor.digest)}`,
  bytes,
});
const image = imageOf('a');
const named = (tag: string, of: Sample = image) => ({
  ...of.descriptor,
  annotations: { 'org.opencontainers.image.ref.name': tag },
});
const indexJson = (manifests: readonly object[]): TarEntry => ({
  name: 'index.json',
  bytes: JSON.stringify({ schemaVersion: 2, manifests }),
});
const oci = (...manifests: readonly object[]): readonly TarEntry[] => [
  { name: 'oci-layout', bytes: '{"imageLayoutVersion":"1.0.0"}' },
  indexJson(manifests),
  blobOf(image),
  ...image.blobs.map(blobOf),
];
const copyOut = async (from: Repository, root: Sample['descriptor']) => {
  const to = openLayout(path.join(folder, 'to'));
  await copy({ from, to, root, signal, withReferrers: true });
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
  return to;
};

describe('an OCI archive', () => {
  test('has its names, its manifests and its blobs', async () => {
    writeTar(file, oci(named('1.0'), named('latest')));
    const archive = openArchive('oci-archive', file);
    expect(await listOf(archive.tags())).toEqual(['1.0', 'latest']);
    expect(await archive.resolve(parseTag('1.0'))).toEqual(image.descriptor);
    expect(await archive.manifest(image.descriptor.digest)).toEqual({
      descriptor: image.descriptor,
      bytes: image.bytes,
    });
    for (const { descriptor, bytes } of image.blobs) {
      expect(await archive.blobSize(descriptor.digest)).toBe(bytes.length);
      expect(await bytesOf(await archive.blob(descriptor))).toEqual(bytes);
      expect(await bytesOf(await archive.blob(descriptor, { from: 3 }))).toEqual(bytes.subarray(3));
    }
    await copyOut(archive, image.descriptor);
  });

  test('what is not in it is undefined or NotThere', async () => {
    writeTar(file, oci(named('1.0')));
    const archive = openArchive('oci-archive', file);
    const absent = parseDigest(`sha256:${'0'.repeat(64)}`);
    expect(await archive.resolve(parseTag('2.0'))).toBeUndefined();
    expect(await archive.resolve(absent)).toBeUndefined();
    expect(await archive.hasBlob(absent)).toBe(false);
    await expect(archive.blob({ ...image.descriptor, digest: absent })).rejects.toBeInstanceOf(
      NotThere,
    );
  });

  test('cannot be written', async () => {
    writeTar(file, oci(named('1.0')));
    const archive = openArchive('oci-archive', file);
    await expect(
      archive.putManifest(image.bytes, image.descriptor.mediaType),
    ).rejects.toMatchObject({ code: 'read-only', exit: 3 });
  });

  test.each(['listed', 'unnamed'])('finds referrers that are %s', async (how) => {
    const referrer = referrerOf(image.descriptor, 'r', 'application/x.a');
    const list = indexOf([referrer.descriptor]);
    const tag = image.descriptor.digest.replace(':', '-');
    const more = how === 'listed' ? [blobOf(list)] : [];
    const entry = how === 'listed' ? named(tag, list) : referrer.descriptor;
    const parts = [referrer, ...referrer.blobs].map(blobOf);
    writeTar(file, [...oci(named('1.0'), entry), ...parts, ...more]);
    const archive = openArchive('oci-archive', file);
    expect(await listOf(archive.tags())).toEqual(['1.0']);
    expect(await listOf(archive.referrers(image.descriptor.digest))).toMatchObject([
      { digest: referrer.descriptor.digest, artifactType: 'application/x.a' },
    ]);
    expect(await listOf(archive.referrers(image.descriptor.digest, 'x/y'))).toEqual([]);
    const { descriptor } = await resolved('oci-archive:a.tar');
    expect(descriptor).toEqual(image.descriptor);
    const to = await copyOut(archive, image.descriptor);
    expect(await listOf(to.referrers(image.descriptor.digest))).toHaveLength(1);
  });

  test('is read anew when the file has become another one', async () => {
    writeTar(file, oci(named('1.0')));
    const archive = openArchive('oci-archive', file);
    expect(await listOf(archive.tags())).toEqual(['1.0']);
    writeTar(file, oci(named('2.0'), named('2.1')));
    expect(await listOf(archive.tags())).toEqual(['2.0', '2.1']);
  });

  test('a blob that is not what its name says ends in an error', async () => {
    const [config] = image.blobs as [Sample];
    const torn = { ...blobOf(config), bytes: Buffer.alloc(config.bytes.length, 'x') };
    writeTar(file, [...oci(named('1.0')).filter(({ name }) => name !== torn.name), torn]);
    const archive = openArchive('oci-archive', file);
    await expect(bytesOf(await archive.blob(config.descriptor))).rejects.toBeInstanceOf(Corrupt);
    await expect(copyOut(archive, image.descriptor)).rejects.toBeInstanceOf(Corrupt);
  });

  test('long names may stand in pax and GNU headers', async () => {
    const entries = oci(named('1.0')).flatMap((entry, at): readonly TarEntry[] => {
      const short = { ...entry, name: 'short' };
      return at % 2 === 0
        ? [{ name: 'pax', type: 'x', bytes: pax('mtime', '1.5') + pax('path', entry.name) }, short]
        : [{ name: '././@LongLink', type: 'L', bytes: `${entry.name}\0` }, short];
    });
    writeTar(file, [{ name: 'g', type: 'g', bytes: pax('path', 'no') }, ...entries]);
    await copyOut(openArchive('oci-archive', file), image.descriptor);
  });
});

describe('an archive of docker save', () => {
  const [config, layer] = image.blobs as [Sample, Sample];
  const saved = (list: unknown, ...more: readonly TarEntry[]): readonly TarEntry[] => [
    { name: 'manifest.json', bytes: JSON.stringify(list) },
    { name: 'config.json', bytes: config.bytes },
    { name: 'one/', type: '5' },
    { name: 'one/layer.tar', bytes: layer.bytes },
    ...more,
  ];
  const one = {
    Config: 'config.json',
    RepoTags: ['acme/shop:1.0', 'acme/shop:latest'],
    Layers: ['one/layer.tar'],
  };

  test('becomes an image with the configuration as it is', async () => {
    writeTar(file, saved([one]));
    const archive = openArchive('docker-archive', file);
    expect(await listOf(archive.tags())).toEqual(['1.0', 'latest']);
    const found = await archive.manifest(parseTag('latest'));
    const manifest = parseManifest(found?.bytes ?? image.bytes, mediaType.manifest);
    expect(manifest).toEqual({
      mediaType: mediaType.manifest,
      config: config.descriptor,
      layers: [layer.descriptor],
    });
    expect(found?.descriptor.digest).toBe(image.descriptor.digest);
    await copyOut(archive, image.descriptor);
  });

  test('tells the compression of layers by their bytes', async () => {
    const gzip = gzipSync(layer.bytes);
    const zstd = Buffer.from('28b52ffd00', 'hex');
    const Layers = ['one/layer.tar', 'gz.tar', 'zst'];
    const more = [
      { name: 'gz.tar', bytes: gzip },
      { name: 'zst', bytes: zstd },
    ];
    writeTar(file, saved([{ ...one, Layers }], ...more));
    const found = await openArchive('docker-archive', file).manifest(parseTag('1.0'));
    const manifest = parseManifest(found?.bytes ?? image.bytes, mediaType.manifest);
    const layers = isIndex(manifest) ? [] : manifest.layers;
    expect(layers.map((each) => [each.mediaType, each.digest])).toEqual([
      [mediaType.layerTar, layer.descriptor.digest],
      [mediaType.layerGzip, digestOf(gzip)],
      [mediaType.layerZstd, digestOf(zstd)],
    ]);
  });

  test('a layer may be a link to one that was written before', async () => {
    const Layers = ['one/layer.tar', 'two/layer.tar', 'three'];
    const more = [
      { name: 'two/layer.tar', type: '2', link: '../one/layer.tar' },
      { name: 'three', type: '1', link: 'one/layer.tar' },
    ];
    writeTar(file, saved([{ ...one, Layers }], ...more));
    const found = await openArchive('docker-archive', file).manifest(parseTag('1.0'));
    const manifest = parseManifest(found?.bytes ?? image.bytes, mediaType.manifest);
    const layers = isIndex(manifest) ? [] : manifest.layers;
    expect(layers.map(({ digest }) => digest)).toEqual(Array(3).fill(layer.descriptor.digest));
  });

  test('is read by a link to it too', async () => {
    writeTar(file, saved([one]));
    await symlink('a.tar', path.join(folder, 'link.tar'));
    expect((await resolved('docker-archive:link.tar')).descriptor).toEqual(
      (await resolved('docker-archive:a.tar')).descriptor,
    );
  });

  test('of two images neither is meant without its tag', async () => {
    const two = { Config: 'two.json', RepoTags: null, Layers: null };
    writeTar(file, saved([one, two], { name: 'two.json', bytes: '{}' }));
    await expect(resolved('docker-archive:a.tar')).rejects.toMatchObject({
      exit: 2,
      message: expect.stringMatching(
        /holds 2 images: write "docker-archive:a.tar:1.0" or "docker-archive:a.tar@sha256:/,
      ),
    });
    expect((await resolved('docker-archive:a.tar:1.0')).descriptor).toEqual(image.descriptor);
  });

  test('a tag that two of its repositories have is refused, and found with the name', async () => {
    const two = { Config: 'two.json', RepoTags: ['docker.io/acme/other:1.0'], Layers: [] };
    writeTar(file, saved([one, two], { name: 'two.json', bytes: '{}' }));
    await expect(resolved('docker-archive:a.tar:1.0')).rejects.toThrow(
      '"1.0" stands in it for more than one digest',
    );
    const found = await resolved('docker-archive:a.tar:acme/shop:1.0');
    expect(found.descriptor).toEqual(image.descriptor);
    expect(await listOf(found.repository.tags())).toEqual(['1.0', 'latest']);
    const other = await resolved('docker-archive:a.tar:acme/other');
    expect(other.descriptor.digest).not.toBe(image.descriptor.digest);
    expect(await listOf(other.repository.tags())).toEqual(['1.0']);
    await copyOut(other.repository, other.descriptor);
  });

  test.each([
    ['acme/none:1.0', 'docker.io/acme/none is not in "'],
    ['none:1.0', 'docker.io/library/none is not in "'],
    ['acme/none', 'a.tar", which holds "acme/shop:1.0", "acme/shop:latest", "Not a name"'],
    ['acme/shop:2.0', 'acme/shop, which holds "1.0", "latest"'],
    ['2.0', '2.0 is not in docker-archive:a.tar, which holds "1.0", "latest", "Not a name"'],
  ])('%s is not in it, and the sentence says what is', async (name, sentence) => {
    const odd = { ...one, RepoTags: ['Not a name'] };
    writeTar(file, saved([one, odd]));
    const found = resolved(`docker-archive:a.tar:${name}`);
    await expect(found).rejects.toBeInstanceOf(NotThere);
    await expect(found).rejects.toThrow(sentence);
  });

  test('without a name it says so', async () => {
    writeTar(file, saved([{ ...one, RepoTags: null }]));
    await expect(resolved('docker-archive:a.tar:acme/shop:1.0')).rejects.toThrow(
      'which holds no name',
    );
  });

  test.each([
    ['{}', 'it is no list of images'],
    ['[{"Config":1}]', 'it is no list of images'],
    ['[', 'it is not JSON in UTF-8'],
    [JSON.stringify([{ ...one, Config: 'x' }]), '"x" is not in it'],
    [JSON.stringify([{ ...one, Layers: ['../x'] }]), '"../x" is not in it'],
    [JSON.stringify([{ ...one, Layers: ['/etc/passwd'] }]), '"/etc/passwd" is not in it'],
    [JSON.stringify(Array(1001).fill(one)), 'it lists more than 1000 images'],
  ])('with the list %.40s is corrupt', async (bytes, sentence) => {
    writeTar(file, [{ name: 'manifest.json', bytes }, ...saved([one]).slice(1)]);
    const reading = openArchive('docker-archive', file).resolve(parseTag('1.0'));
    await expect(reading).rejects.toBeInstanceOf(Corrupt);
    await expect(reading).rejects.toThrow(sentence);
  });
});

describe('a hostile archive', () => {
  const corrupt = async (bytes: Uint8Array, sentence: string) => {
    await writeFile(file, bytes);
    const reading = openArchive('oci-archive', file).resolve(parseTag('1.0'));
    await expect(reading).rejects.toBeInstanceOf(Corrupt);
    await expect(reading).rejects.toThrow(sentence);
  };
  const whole = tarOf(oci(named('1.0')));

  test.each<readonly [string, Uint8Array, string]>([
    ['no archive', Buffer.alloc(2000, 'x'), 'it is no tar archive'],
    ['an empty file', Buffer.alloc(0), 'it has no "index.json"'],
    ['zeros', Buffer.alloc(10_240), 'it has no "index.json"'],
    ['gzip', gzipSync(whole), 'it is compressed by gzip: unpack that first'],
    ['cut off in a header', whole.subarray(0, 700), 'it is cut off'],
    ['cut off in a body', whole.subarray(0, 1_100), 'it is cut off'],
    ['a wrong sum', tarOf([{ name: 'x', badSum: true }]), 'it is no tar archive'],
    ['a size that lies', tarOf([{ name: 'x', sizeBytes: 10 ** 9 }]), 'it is cut off'],
    [
      'a long header',
      tarOf([{ name: 'x', type: 'x', bytes: Buffer.alloc(70_000) }]),
      'a header in it is longer',
    ],
    [
      'a damaged pax header',
      tarOf([{ name: 'x', type: 'x', bytes: '999 path=x\n' }]),
      'a pax header in it is damaged',
    ],
    [
      'a pax header without an end',
      tarOf([{ name: 'x', type: 'x', bytes: '0 a=b\n' }]),
      'a pax header in it is damaged',
    ],
    [
      'a pax size that is none',
      tarOf([{ name: 'x', type: 'x', bytes: pax('size', '-1') }]),
      'a size in it is no number',
    ],
    [
      'two indexes',
      tarOf([...oci(named('1.0')), indexJson([])]),
      '"index.json" stands in it twice',
    ],
    [
      'a link round',
      tarOf([
        { name: 'index.json', type: '2', link: 'x' },
        { name: 'x', type: '2', link: 'index.json' },
      ]),
      '"index.json" is a link without an end',
    ],
    [
      'a link out',
      tarOf([{ name: 'index.json', type: '2', link: '../../../etc/passwd' }]),
      'it has no "index.json"',
    ],
    ['no index', tarOf([{ name: 'index.json', bytes: '[]' }]), 'it is no index'],
    [
      'a large index',
      tarOf([{ name: 'index.json', bytes: Buffer.alloc(33 * 1024 * 1024, ' ') }]),
      'it has more than 33554432 bytes',
    ],
  ])('that is %s is one sentence', async (_, bytes, sentence) => {
    await corrupt(bytes, sentence);
  });

  test('that is the other kind is told so', async () => {
    await corrupt(
      tarOf([{ name: 'manifest.json', bytes: '[]' }]),
      'read it as docker-archive:FILE',
    );
    writeTar(file, oci(named('1.0')));
    await expect(openArchive('docker-archive', file).resolve(parseTag('1.0'))).rejects.toThrow(
      'read it as oci-archive:FILE',
    );
  });

  test('a manifest of 5 MiB is not read', async () => {
    const large = sample(Buffer.alloc(5 * 1024 * 1024, ' '), mediaType.manifest);
    writeTar(file, [...oci(named('1.0', large)), blobOf(large)]);
    await expect(openArchive('oci-archive', file).manifest(parseTag('1.0'))).rejects.toBeInstanceOf(
      NotThere,
    );
  });
});

describe('an archive that is compressed as a whole', () => {
  let made: string[] = [];
  beforeEach(() => {
    made = [];
  });
  const temporary = async () => {
    const place = path.join(folder, `temporary-${made.length}`);
    await mkdir(place);
    made.push(place);
    return place;
  };
  const inflating = { temporary };
  const left = () => made.flatMap((place) => readdirSync(place));
  const whole = tarOf(oci(named('1.0')));
  const zeros = gzipSync(Buffer.alloc(2 ** 21));

  test('is inflated once, and read as a plain one', async () => {
    await writeFile(file, gzipSync(whole));
    const archive = openArchive('oci-archive', file, { inflating });
    const all = image.blobs.map(async ({ descriptor }) => bytesOf(await archive.blob(descriptor)));
    expect(await Promise.all(all)).toEqual(image.blobs.map(({ bytes }) => bytes));
    expect(await archive.resolve(parseTag('1.0'))).toEqual(image.descriptor);
    await copyOut(archive, image.descriptor);
    expect(left()).toEqual(['archive.tar']);
  });

  test('may have several members', async () => {
    await writeFile(
      file,
      Buffer.concat([whole.subarray(0, 700), whole.subarray(700)].map((part) => gzipSync(part))),
    );
    await copyOut(openArchive('oci-archive', file, { inflating }), image.descriptor);
  });

  test('is inflated anew when the file has become another one, and the old one goes', async () => {
    await writeFile(file, gzipSync(whole));
    const archive = openArchive('oci-archive', file, { inflating });
    expect(await listOf(archive.tags())).toEqual(['1.0']);
    await writeFile(file, gzipSync(tarOf(oci(named('2.0'), named('2.1')))));
    expect(await listOf(archive.tags())).toEqual(['2.0', '2.1']);
    expect([made.length, left()]).toEqual([2, ['archive.tar']]);
    writeTar(file, oci(named('3.0')));
    expect(await listOf(archive.tags())).toEqual(['3.0']);
    expect(left()).toEqual([]);
  });

  test.each<readonly [string, Uint8Array, string]>([
    ['cut off', gzipSync(whole).subarray(0, -20), 'it does not inflate (gzip: unexpected end'],
    ['damaged', gzipSync(whole).fill(0xff, 30, 60), 'it does not inflate (gzip: '],
    ['no tar archive inside', gzipSync(Buffer.alloc(2000, 'x')), 'it is no tar archive'],
    ['compressed twice', gzipSync(gzipSync(whole)), 'it is compressed by gzip: unpack that first'],
    ['compressed by zstd', zstdCompressSync(whole), 'it is compressed by zstd: unpack that first'],
  ])('that is %s is one sentence', async (_, bytes, sentence) => {
    await writeFile(file, bytes);
    const reading = openArchive('oci-archive', file, { inflating }).resolve(parseTag('1.0'));
    await expect(reading).rejects.toBeInstanceOf(Corrupt);
    await expect(reading).rejects.toThrow(`${JSON.stringify(file)} is corrupt: ${sentence}`);
  });

  test.each([
    [{ maxBytes: 10_000 }, 10_000],
    [{ freeBytes: 10_000, maxRatio: 20 }, 20 * zeros.length],
  ])('is refused when more comes out than %j', async (limits, most) => {
    await writeFile(file, zeros);
    const archive = openArchive('oci-archive', file, { inflating: { temporary, ...limits } });
    await expect(archive.resolve(parseTag('1.0'))).rejects.toThrow(
      `it inflates to more than ${most} bytes: unpack it first`,
    );
    expect(left()).toEqual([]);
  });

  test('leaves nothing when the run ends', async () => {
    await writeFile(file, gzipSync(whole));
    const signal = AbortSignal.abort(new Error('enough'));
    const archive = openArchive('oci-archive', file, { inflating: { temporary, signal } });
    await expect(archive.resolve(parseTag('1.0'))).rejects.toThrow('enough');
    expect(left()).toEqual([]);
  });

  withData('images/java.tar', 'docker save | gzip of another machine is read', async (paths) => {
    const archive = openArchive('docker-archive', paths['images/java.tar'], { inflating });
    const found = await archive.manifest(parseTag('latest'));
    const manifest = parseManifest(found?.bytes ?? image.bytes, mediaType.manifest);
    expect(isIndex(manifest) ? [] : manifest.layers).toEqual([
      {
        mediaType: mediaType.layerGzip,
        digest: 'sha256:a3fb931eaa65b25f6f2ea6152f4c8bda79b77899116a19b723a364e42f5f9da1',
        size: 156_593,
      },
    ]);
    await copyOut(archive, found?.descriptor ?? image.descriptor);
  });
});

describe('archives of other tools', () => {
  const source = (name: string) => data(name) ?? name;
  const images: readonly (readonly [string, string, string | undefined])[] = [
    [
      'docker-archive',
      'images/alpine.tar',
      'c8844343d5ccbc9f24a7cca4bdcf5b2d43cde2c83d201b18365c99b1e5f24c80',
    ],
    [
      'oci-archive',
      'images/alpine.tar',
      '6cc7fe2dd7a4ee19c589de7371870f9350b6218db31c610939251e189edf2288',
    ],
    [
      'docker-archive',
      'images/busybox-single-arch-with-attestation-manifest.tar',
      'cf7d823e4eea96316ae629fb9a45b4211869162a5f5dc1654928c7ca530ed810',
    ],
    [
      'oci-archive',
      'images/busybox-single-arch-with-attestation-manifest.tar',
      '183b1c266030c632d6d7decc62be45b72509c6a48c81b32a31d5ab58e91cb92a',
    ],
    [
      'docker-archive',
      'images/hello-world.tar',
      '8876a860b8c40b280440ed7678ba677f5a3cb972fddde4198a9a5e159184732f',
    ],
    ['docker-archive', 'images/dockergoof.tar', undefined],
    ['docker-archive', 'layers/dive/test-kaniko-image.tar', undefined],
    [
      'oci-archive',
      'layers/dive/test-oci-zstd-image.tar',
      'f5e3515f39a16543547c03d03ec34faf9276742e6ce7c7dd6e467a14e90b29fc',
    ],
    ['docker-archive', 'layers/random/100.tar', undefined],
  ];
  for (const [kind, name, hex] of images) {
    withData(name, `${kind} ${name} is copied whole`, async () => {
      const found = await resolved(`${kind}:${source(name)}`);
      if (hex !== undefined) expect(found.descriptor.digest).toBe(`sha256:${hex}`);
      const to = await copyOut(found.repository, found.descriptor);
      expect(await to.resolve(found.descriptor.digest)).toEqual(found.descriptor);
    });
  }

  withTool(
    'skopeo',
    'skopeo writes an archive of each kind, and both are the same image',
    async ({ skopeo }) => {
      const layer = path.join(folder, 'layer');
      await writeFile(layer, 'hello');
      const bytes = execFileSync('tar', ['-c', '-C', folder, 'layer']);
      const config = sample(
        JSON.stringify({
          architecture: 'amd64',
          os: 'linux',
          config: {},
          rootfs: { type: 'layers', diff_ids: [digestOf(bytes)] },
        }),
        mediaType.config,
      );
      const content = sample(bytes, mediaType.layerTar);
      const real = sample(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: mediaType.manifest,
          config: config.descriptor,
          layers: [content.descriptor],
        }),
        mediaType.manifest,
      );
      writeTar(file, [
        { name: 'oci-layout', bytes: '{"imageLayoutVersion":"1.0.0"}' },
        indexJson([named('1.0', real)]),
        ...[real, config, content].map(blobOf),
      ]);
      for (const to of ['docker-archive:d.tar:acme/shop:1.0', 'oci-archive:o.tar:1.0']) {
        const args = ['--insecure-policy', 'copy', '--quiet', 'oci-archive:a.tar:1.0', to];
        execFileSync(skopeo, args, { cwd: folder, env: { ...process.env, HOME: folder } });
      }
      for (const name of [
        'docker-archive:d.tar:acme/shop:1.0',
        'docker-archive:d.tar:1.0',
        'docker-archive:d.tar',
        'oci-archive:o.tar',
      ]) {
        const found = await resolved(name);
        const manifest = await found.repository.manifest(found.descriptor.digest);
        const parsed = parseManifest(manifest?.bytes ?? real.bytes, found.descriptor.mediaType);
        expect(isIndex(parsed) ? undefined : parsed.config.digest).toBe(config.descriptor.digest);
        await copyOut(found.repository, found.descriptor);
      }
      await writeFile(
        path.join(folder, 'd.tgz'),
        gzipSync(readFileSync(path.join(folder, 'd.tar'))),
      );
      const inflating = { temporary: async () => mkdtemp(path.join(folder, 'temporary-')) };
      const zipped = openArchive('docker-archive', path.join(folder, 'd.tgz'), { inflating });
      const { descriptor } = await resolved('docker-archive:d.tar');
      expect(await zipped.resolve(parseTag('1.0'))).toEqual(descriptor);
      const seen = execFileSync(skopeo, ['inspect', 'docker-archive:d.tar'], { cwd: folder });
      const { Layers } = JSON.parse(seen.toString()) as { readonly Layers: readonly string[] };
      const unzipped = await zipped.manifest(parseTag('1.0'));
      const manifest = parseManifest(unzipped?.bytes ?? real.bytes, descriptor.mediaType);
      expect(isIndex(manifest) ? [] : manifest.layers.map(({ digest }) => digest)).toEqual(Layers);
    },
  );
});

describe('an archive that comes through a pipe', () => {
  const whole = tarOf(oci(named('1.0')));
  const inflating = { temporary: async () => mkdtemp(path.join(folder, 'temporary-')) };
  const pipe = () => path.join(folder, 'pipe');
  beforeEach(() => {
    execFileSync('mkfifo', [pipe()]);
  });

  test.each([
    ['plain', whole],
    ['compressed', gzipSync(whole)],
  ])('is kept, and read as a file: %s', async (_, bytes) => {
    const written = writeFile(pipe(), bytes);
    const archive = openArchive('oci-archive', pipe(), { inflating });
    expect(await archive.resolve(parseTag('1.0'))).toEqual(image.descriptor);
    await written;
    await copyOut(archive, image.descriptor);
  });

  test('is kept once, whichever of its images are asked for', async () => {
    const names = ['shop', 'cart'];
    const list = names.map((name) => ({ Config: name, RepoTags: [`${name}:1`], Layers: null }));
    const saved = tarOf([
      { name: 'manifest.json', bytes: JSON.stringify(list) },
      ...names.map((name) => ({ name, bytes: JSON.stringify({ name }) })),
    ]);
    const written = writeFile(pipe(), saved);
    const opened = opener(inflating);
    const found = names.map((name) => resolveReference(opened, `docker-archive:pipe:${name}:1`));
    const digests = (await Promise.all(found)).map(({ descriptor }) => descriptor.digest);
    expect(new Set(digests).size).toBe(2);
    await written;
    expect(readdirSync(folder).filter((name) => name.startsWith('temporary-'))).toHaveLength(1);
  });

  test('is waited for no longer than until the run ends, and nothing of it is left', async () => {
    const ended = new AbortController();
    const place = await inflating.temporary();
    const how = { temporary: async () => Promise.resolve(place), signal: ended.signal };
    const reading = openArchive('oci-archive', pipe(), { inflating: how }).resolve(parseTag('1.0'));
    const writer = await openFile(pipe(), 'w');
    await writer.write(whole.subarray(0, 1000));
    ended.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    await writer.close();
    expect(readdirSync(place)).toEqual([]);
  });

  test('and brings nothing or a part is one sentence', async () => {
    const why = async (bytes: Uint8Array) => {
      const written = writeFile(pipe(), bytes);
      const reading = openArchive('oci-archive', pipe(), { inflating }).resolve(parseTag('1.0'));
      const [read] = await Promise.allSettled([reading, written]);
      return read.status === 'rejected' ? messageOf(read.reason) : 'it was read';
    };
    expect(await why(Buffer.alloc(0))).toMatch('is corrupt: the pipe brought nothing');
    expect(await why(whole.subarray(0, 1000))).toMatch('is corrupt: it is cut off');
  });

  test('or through standard input is read by its dash, whatever kind of pipe that is', async () => {
    const script = path.resolve(import.meta.dirname, '../../../cli/main.ts');
    // Node gives its children sockets.
    execFileSync(process.execPath, [script, 'copy', 'oci-archive:-:1.0', 'oci:out:1.0'], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, ...compiled },
      input: whole,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out = openLayout(path.join(folder, 'out'), 'out');
    expect(await out.resolve(parseTag('1.0'))).toEqual(image.descriptor);
  });
});

test('what is no file is not called missing', async () => {
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  const why = async (name: string) =>
    resolved(name).then(
      () => 'it was read',
      (error: unknown) => messageOf(error),
    );
  expect(await why('oci-archive:.')).toBe(
    `${JSON.stringify(folder)} could not be reached: it is a folder, not a file: a layout in a folder is read as oci:DIR`,
  );
  expect(await why('docker-archive:pipe')).toMatch('it is a pipe, not a file');
  expect(await why('docker-archive:/dev/null')).toMatch('it is a device, not a file');
  expect(await why('docker-archive:none')).toMatch('there is no such file');
});
