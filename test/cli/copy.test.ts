import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import type { Parts } from '#io';
import { descriptorAnnotations, openArchive, openLayout, parseTag, type Repository } from '#oci';
import * as v from 'valibot';

import { parts } from '../../actions/host.ts';
import { table } from '../../actions/table.ts';
import { cli } from '../../cli/cli.ts';
import { copySchema } from '../../cli/copy/document.ts';
import { faultProxy, type FaultProxy } from '../faults.ts';
import { runningDistribution } from '../packages/oci/distribution.open.ts';
import { noGit, streams } from '../packages/io/stage.fixture.ts';
import {
  imageOf,
  indexOf,
  listOf,
  referrerOf,
  store,
  type SampleManifest,
} from '../packages/oci/samples.ts';
import { remote, runningServer, type RunningServer } from '../packages/oci/server.open.ts';
import { serving } from '../support/serving.ts';
import { Workshop } from '../support/workshop.ts';
import { withTool } from '../tools.ts';

let folder = '';
let from: Repository;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-copy-'));
  from = openLayout(join(folder, 'from'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const image = imageOf('a');
const put = async (tag: string, of: SampleManifest = image) => {
  await store(from, of);
  await from.tag(parseTag(tag), of.bytes, of.descriptor.mediaType, 'anything');
};
const copied = (...args: readonly string[]) => copiedIn(folder, noGit, args);
async function copiedIn(
  cwd: string,
  parts: Parts,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const { written, ...std } = streams();
  const env = {
    HOME: folder,
    TMPDIR: folder,
    ECLUSE_STORE: 'store',
    PATH: process.env.PATH,
    ...more,
  };
  const around = { table, parts, process: { ...std, env, cwd: () => cwd } };
  const exit = await cli(['copy', ...args, '--json'], around);
  return { exit, document: JSON.parse(written.stdout) as Readonly<Record<string, unknown>> };
}
const inStore = (name: string) => openLayout(join(folder, 'store', name));

test('an image is copied with its evidence, and named last', async () => {
  await put('1.0');
  const referrer = await store(from, referrerOf(image.descriptor, 'r', 'application/x.a'));
  const { exit, document } = await copied('oci:from:1.0', 'ghcr.io/acme/shop:1.0');
  expect(v.parse(copySchema, document)).toEqual(document);
  expect([exit, document]).toMatchObject([
    0,
    {
      image: `ghcr.io/acme/shop@${image.descriptor.digest}`,
      source: `oci:from@${image.descriptor.digest}`,
      names: [{ tag: '1.0', state: 'written', before: null }],
      kept: [],
      dryRun: false,
    },
  ]);
  const there = inStore('ghcr.io/acme/shop');
  expect(await there.resolve(parseTag('1.0'))).toEqual(image.descriptor);
  const referrers = await listOf(there.referrers(image.descriptor.digest));
  expect(referrers.map(({ digest }) => digest)).toEqual([referrer.digest]);
  const again = await copied('oci:from:1.0', 'ghcr.io/acme/shop:1.0');
  expect(again.document).toMatchObject({ mounted: 0, names: [{ state: 'there' }] });
});

test('--no-referrers leaves the evidence where it is', async () => {
  await put('1.0');
  await store(from, referrerOf(image.descriptor, 'r', 'application/x.a'));
  await copied('oci:from:1.0', 'ghcr.io/acme/shop:1.0', '--no-referrers');
  const there = inStore('ghcr.io/acme/shop');
  expect(await listOf(there.referrers(image.descriptor.digest))).toEqual([]);
});

test('a version that stands on another digest is refused before anything is copied', async () => {
  await put('1.0');
  await put('2.0', imageOf('b'));
  await copied('oci:from:1.0', 'ghcr.io/acme/shop:1.0.0');
  const { exit, document } = await copied('oci:from:2.0', 'ghcr.io/acme/shop:1.0.0');
  expect([exit, document.code]).toEqual([1, 'version-taken']);
  expect(document.message).toContain('ghcr.io/acme/shop:1.0.0 is a version, which is written once');
  const there = inStore('ghcr.io/acme/shop');
  expect(await there.resolve(imageOf('b').descriptor.digest)).toBeUndefined();
});

test('other tags move, and so does every tag of a folder that is named by its path', async () => {
  await put('1.0');
  await put('2.0', imageOf('b'));
  for (const name of ['ghcr.io/acme/shop:latest', 'oci:to:1.0.0']) {
    await copied('oci:from:1.0', name);
    const { exit, document } = await copied('oci:from:2.0', name);
    expect([exit, document.names]).toMatchObject([
      0,
      [{ state: 'moved', before: image.descriptor.digest }],
    ]);
  }
});

test('one platform of an index has a digest of its own', async () => {
  const platform = { os: 'linux', architecture: 'amd64' };
  const index = indexOf([{ ...image.descriptor, platform }]);
  await put('a');
  await put('1.0', index);
  const { document } = await copied('oci:from:1.0', 'oci:to:x', '--platform', 'linux/amd64');
  expect(document).toMatchObject({
    digest: image.descriptor.digest,
    source: `oci:from@${index.descriptor.digest}`,
    platforms: ['linux/amd64'],
  });
  const wrong = await copied('oci:from:1.0', 'oci:to:x', '--platform', 'linux/riscv64');
  expect([wrong.exit, wrong.document.message]).toEqual([
    2,
    'the image is not for linux/riscv64: there is linux/amd64',
  ]);
});

test.each([
  [['oci-archive:out.tar:1.0'], ['1.0']],
  [['oci-archive:out.tar'], []],
])('into an archive, %j', async ([destination = ''], tags) => {
  await put('1.0');
  expect((await copied('oci:from:1.0', destination)).exit).toBe(0);
  const archive = openArchive('oci-archive', join(folder, 'out.tar'));
  expect(await listOf(archive.tags())).toEqual(tags);
  const { exit, document } = await copied('oci-archive:out.tar', 'oci:to:2.0');
  expect([exit, document.digest]).toEqual([0, image.descriptor.digest]);
});

test('out of an archive that is compressed, and what it was inflated to goes', async () => {
  await put('1.0');
  await copied('oci:from:1.0', 'oci-archive:out.tar:1.0');
  writeFileSync(join(folder, 'out.tgz'), gzipSync(readFileSync(join(folder, 'out.tar'))));
  const { exit, document } = await copied('oci-archive:out.tgz:1.0', 'oci:to:2.0');
  expect([exit, document.digest]).toEqual([0, image.descriptor.digest]);
  expect(readdirSync(folder).toSorted()).toEqual(['from', 'out.tar', 'out.tgz', 'to']);
});

test('a login goes over plain http to another machine when plain-http names it', async () => {
  await put('1.0');
  const token = { ECLUSE_SERVE_TOKEN: 'secret' };
  const server = await serving(join(folder, 'served'), ['--listen', '0.0.0.0'], token);
  // For all that can be told it is another machine.
  const host = `0.0.0.0:${server.url.port}`;
  const auths = { [host]: { auth: Buffer.from('ada:secret').toString('base64') } };
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths }));
  const there = `${host}/acme/shop:1.0`;
  const to = (name: string, env: Readonly<Record<string, string>>) =>
    copiedIn(folder, noGit, ['oci:from:1.0', name], { DOCKER_CONFIG: folder, ...env });
  try {
    const store = { ECLUSE_STORE: `http://${host}` };
    const refused = await to('ghcr.io/acme/shop:1.0', store);
    expect([refused.exit, refused.document.message]).toEqual([
      3,
      expect.stringContaining(`and to loopback: name ${host} in plain-http to send it`),
    ]);
    const asked = { ECLUSE_PLAIN_HTTP: host };
    expect((await to('ghcr.io/acme/shop:1.0', { ...store, ...asked })).exit).toBe(0);
    expect((await to(there, { ECLUSE_STORE: '', ...asked })).exit).toBe(0);
    for (const name of ['ghcr.io/acme/shop', 'acme/shop']) {
      expect(await server.layout(name).resolve(parseTag('1.0'))).toEqual(image.descriptor);
    }
  } finally {
    await server.close();
  }
});

test('a dry run writes nothing and says what it would write', async () => {
  await put('1.0');
  const { exit, document } = await copied('oci:from:1.0', 'ghcr.io/acme/shop:1.0', '--dry-run');
  expect([exit, document]).toMatchObject([
    0,
    { copied: 3, skipped: 0, dryRun: true, names: [{ state: 'written' }] },
  ]);
  expect(existsSync(join(folder, 'store'))).toBe(false);
  const archive = await copied('oci:from:1.0', 'oci-archive:out.tar', '--dry-run');
  expect([archive.exit, existsSync(join(folder, 'out.tar'))]).toEqual([0, false]);
});

test.each([
  [['oci:from:1.0', 'oci:to'], 'destination "oci:to" needs a tag'],
  [
    ['oci:from:1.0', 'oci:to:1', 'x'],
    '"x" is one argument too many: "destination" is given already',
  ],
  [['oci:from:1.0'], 'input "destination" is required'],
  [['oci:from:1.0', `ghcr.io/a/b@sha256:${'0'.repeat(64)}`], 'must have no digest'],
  [['oci:from:1.0', 'docker-archive:x.tar'], 'can only be read'],
  [['oci:from:1.0', 'ghcr.io/a/b', '--all-tags'], 'name a tag on neither side'],
  [['oci:from', 'oci-archive:x', '--all-tags'], 'an archive, which holds one image'],
  [['oci:from', 'oci:to', '--all-tags', '--platform', 'linux/amd64'], 'for all platforms'],
  [['ghcr.io/a/b', 'oci:to:1'], 'names no image'],
])('%j is wrong use', async (args, sentence) => {
  await put('1.0');
  const { exit, document } = await copied(...args);
  expect([exit, document.message]).toEqual([2, expect.stringContaining(sentence)]);
});

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

test('all tags of a repository go over, with cosign tags, and versions that stand stay', async () => {
  server = await runningServer();
  const name = `${server.url.host}/acme/shop`;
  const [other, signature] = [imageOf('b'), imageOf('signature')];
  await put('1.0.0');
  await put('2.0.0', other);
  await put('latest', other);
  await put(`${image.descriptor.digest.replace(':', '-')}.sig`, signature);
  await store(from, referrerOf(image.descriptor, 'r', 'application/x.a'));
  const taken = imageOf('taken');
  const there = server.layout('acme/shop');
  await store(there, taken);
  await there.tag(parseTag('2.0.0'), taken.bytes, taken.descriptor.mediaType, 'absent');
  const { exit, document } = await copied('oci:from', name, '--all-tags', '--store', '');
  expect([exit, document]).toMatchObject([
    1,
    {
      image: null,
      names: [
        { tag: '1.0.0', state: 'written' },
        { tag: '2.0.0', state: 'refused', before: taken.descriptor.digest },
        { tag: 'latest', state: 'written' },
      ],
      results: [{ gate: 'names', outcome: 'failed' }],
    },
  ]);
  expect(await there.resolve(parseTag('latest'))).toEqual(other.descriptor);
  expect(await listOf(there.referrers(image.descriptor.digest))).toHaveLength(1);
  expect(await listOf(there.tags())).toContain(`${image.descriptor.digest.replace(':', '-')}.sig`);
});

test('all tags of a folder go over with what stands beside them in index.json', async () => {
  await put('1.0.0');
  const { bytes, descriptor } = image;
  const annotations = { 'example.team': 'shop' };
  await from.tag(parseTag('said'), bytes, descriptor.mediaType, 'absent', { annotations });
  await copied('oci:from', 'oci:to', '--all-tags', '--store', '');
  const to = openLayout(join(folder, 'to'));
  expect(await descriptorAnnotations(to, descriptor.digest)).toEqual(annotations);
});

const sent = (proxy: FaultProxy | undefined) =>
  proxy?.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/blobs/')).length;

withTool(
  'docker-registry',
  'many small images with their evidence take no more requests than that needs, also where no registry lists referrers, and a second time no blob is sent',
  async ({ 'docker-registry': program }) => {
    const registries = [await runningDistribution(program), await runningDistribution(program)];
    const proxies: FaultProxy[] = [];
    try {
      for (const { url } of registries) proxies.push(await faultProxy(url, []));
      const images = Array.from({ length: 55 }, (_, index) => imageOf(`image ${index}`));
      const judged = images.filter((_, index) => index % 3 === 0);
      const [source = '', target = ''] = proxies.map(({ url }) => `${url.host}/acme/shop`);
      for (const [index, each] of images.entries()) {
        await put(`t${index}`, each);
      }
      for (const { descriptor } of judged) {
        for (const seed of ['one', 'two'])
          await store(from, referrerOf(descriptor, `${descriptor.digest} ${seed}`, 'text/x'));
      }
      const counts = () => proxies.map(({ requests }) => requests.length);
      const between = async (...args: readonly string[]) => {
        const before = counts();
        const { exit, document } = await copied(...args, '--all-tags', '--store', '');
        expect(exit).toBe(0);
        const requests = counts().map((count, index) => count - (before[index] ?? 0));
        return { ...document, requests };
      };
      await between('oci:from', source);
      const first = await between(source, target);
      // A manifest and two blobs; then a list, two that refer to the image, and a blob of each.
      expect(first.requests[0]).toBeLessThanOrEqual(images.length * 3 + judged.length * 5 + 25);
      // Two blobs in two requests each, a manifest, a tag in three; then two blobs, two manifests, a list in three.
      expect(first.requests[1]).toBeLessThanOrEqual(images.length * 8 + judged.length * 9 + 40);
      // What all of them have for a config goes over once.
      const copiedOnes = images.length * 3 + judged.length * 4 + 1;
      expect(first).toMatchObject({ copied: copiedOnes, skipped: 1 });
      const sentBefore = sent(proxies[1]);
      await between(source, target);
      expect(sent(proxies[1])).toBe(sentBefore);
      const at = remote(new URL(`http://${target.split('/')[0] ?? ''}`), 'acme/shop');
      for (const { descriptor } of judged)
        expect(await listOf(at.referrers(descriptor.digest))).toHaveLength(2);
    } finally {
      for (const each of [...proxies, ...registries]) await each.close();
    }
  },
  60_000,
);

test('a purpose tag of ecluse.yml is refused: it moves through gates', async () => {
  using shop = new Workshop();
  shop.commit();
  await put('1.0');
  const source = `oci:${join(folder, 'from')}:1.0`;
  const { exit, document } = await copiedIn(shop.tree, parts, [source, 'ghcr.io/acme/shop:prod']);
  expect([exit, document]).toMatchObject([
    1,
    {
      code: 'purpose-tag',
      message:
        'ghcr.io/acme/shop:prod is the purpose tag of the environment "prod": use ecluse promote --environment prod',
    },
  ]);
  const elsewhere = await copiedIn(shop.tree, parts, [source, 'ghcr.io/acme/other:prod']);
  expect(elsewhere.exit).toBe(0);
});
