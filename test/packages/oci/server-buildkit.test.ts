import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import {
  digestOf,
  isIndex,
  mediaType,
  parseDigest,
  parseManifest,
  parseTag,
  type Descriptor,
  type Repository,
} from '#oci';

import { notRun } from '../../reporter.ts';
import { runningBuildkit, type Buildkit } from '../../support/buildkit.ts';
import { serving, type Serving } from '../../support/serving.ts';
import { withTool } from '../../tools.ts';
import { tarOf } from './archives.ts';
import { fsck } from './fsck.ts';
import { listOf, randomSample, sample, store } from './samples.ts';

let home: string;
let server: Serving;
let at: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ecluse-server-buildkit-'));
  const token = { ECLUSE_SERVE_TOKEN: 'secret' };
  server = await serving(join(home, 'store'), ['--anonymous-read'], token);
  at = `${server.url.host}/acme`;
});
afterEach(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true });
});

const tools = ['buildkitd', 'buildctl', 'runc'] as const;
const isRoot = process.getuid?.() === 0;

/** A test with a daemon of its own. */
function withBuildkit(title: string, body: (buildkit: Buildkit) => Promise<void>): void {
  const tested = async (paths: Readonly<Record<(typeof tools)[number], string>>) => {
    const buildkit = await runningBuildkit(paths);
    try {
      await body(buildkit);
    } finally {
      await buildkit.close();
    }
  };
  if (isRoot) withTool(tools, title, tested, 60_000);
  else test.skip(`${title}${notRun}BuildKit needs root`, () => undefined);
}

const big = randomSample(3_000_000);
const one = parseTag('1.0');

/** An image with a file that is big enough to be sent in pieces. */
async function putBase(): Promise<Descriptor> {
  const tar = tarOf([{ name: 'big', bytes: big.bytes }]);
  const layer = sample(gzipSync(tar), mediaType.layerGzip);
  const rootfs = { type: 'layers', diff_ids: [digestOf(tar)] };
  const config = sample(
    JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs }),
    mediaType.config,
  );
  const parts = { config: config.descriptor, layers: [layer.descriptor] };
  const manifest = sample(
    JSON.stringify({ schemaVersion: 2, mediaType: mediaType.manifest, ...parts }),
    mediaType.manifest,
  );
  const base = server.layout('acme/base');
  await store(base, { ...manifest, blobs: [config, layer] });
  await base.tag(one, manifest.bytes, mediaType.manifest, 'absent');
  return layer.descriptor;
}

const manifestOf = async (repository: Repository, digest: string) => {
  const found = await repository.manifest(parseDigest(digest));
  if (found === undefined) throw new Error(`${digest} is not there`);
  return parseManifest(found.bytes, found.descriptor.mediaType);
};
const imageTo = (name: string, ...more: readonly string[]) =>
  ['--output', `type=image,name=${name},push=true`, ...more] as const;
const login = () => `ada:secret@${server.url.host}`;
const files = { 'own.txt': 'own' };

withBuildkit(
  'BuildKit builds on an image of ours and pushes it with provenance',
  async (buildkit) => {
    await putBase();
    const dockerfile = `FROM ${at}/base:1.0 AS base\nFROM base\nCOPY --from=base /big /copied\nCOPY own.txt /\n`;
    const metadata = join(home, 'metadata.json');
    const provenance = ['--opt', 'attest:provenance=mode=max', '--metadata-file', metadata];
    const args = imageTo(`${at}/shop:1.0`, ...provenance);
    await expect(buildkit.build(dockerfile, args, { files })).rejects.toThrow(
      'unauthorized: log in: the token is the password',
    );
    await buildkit.build(dockerfile, args, { files, login: login() });

    const shop = server.layout('acme/shop');
    const said = JSON.parse(await readFile(metadata, 'utf8')) as Readonly<Record<string, unknown>>;
    const digest = (await shop.resolve(one))?.digest ?? '';
    expect(said).toMatchObject({
      'containerimage.digest': digest,
      'containerimage.descriptor': { mediaType: mediaType.index },
    });
    expect(fsck(join(home, 'store', 'acme/shop'))).toEqual([]);
    const index = await manifestOf(shop, digest);
    const [image, attestation] = isIndex(index) ? index.manifests : [];
    expect(attestation).toMatchObject({
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': image?.digest,
      },
    });
    expect(await listOf(shop.referrers(parseDigest(image?.digest ?? '')))).toMatchObject([
      {
        digest: attestation?.digest,
        artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
      },
    ]);

    await buildkit.prune();
    const out = join(home, 'out');
    const all = `FROM scratch\nCOPY --from=${at}/shop:1.0 / /\n`;
    await buildkit.build(all, ['--output', `type=local,dest=${out}`]);
    expect(await readFile(join(out, 'own.txt'), 'utf8')).toBe('own');
    expect((await readFile(join(out, 'copied'))).equals(big.bytes)).toBe(true);
  },
);

withBuildkit('BuildKit keeps its cache here, and takes layers over from it', async (buildkit) => {
  const layer = await putBase();
  const dockerfile = `FROM ${at}/base:1.0\nCOPY own.txt /\n`;
  const cache = `type=registry,ref=${at}/cache:main`;
  const kept = ['--export-cache', `${cache},mode=max`];
  const how = { files, login: login() };
  await buildkit.build(dockerfile, imageTo(`${at}/shop:1.0`, ...kept), how);
  await buildkit.prune();
  await buildkit.build(dockerfile, imageTo(`${at}/other:1.0`, '--import-cache', cache), how);
  for (const name of ['acme/cache', 'acme/shop', 'acme/other']) {
    expect(fsck(join(home, 'store', name))).toEqual([]);
    expect(await server.layout(name).hasBlob(layer.digest)).toBe(true);
  }
  const layersOf = async (name: string) => {
    const repository = server.layout(name);
    const manifest = await manifestOf(repository, (await repository.resolve(one))?.digest ?? '');
    return isIndex(manifest) ? [] : manifest.layers.map(({ digest }) => digest);
  };
  const layers = await layersOf('acme/shop');
  expect(layers).toHaveLength(2);
  // Not built anew: its files would have another time.
  expect(await layersOf('acme/other')).toEqual(layers);
});
