import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect } from '@jest/globals';

import { openLayout, parseDigest, parseTag } from '#oci';

import { serving, type Serving } from '../../support/serving.ts';
import { withTool } from '../../tools.ts';
import { runningDistribution } from './distribution.open.ts';
import { imageOf, listOf, putSample, randomSample, referrerOf, sample, store } from './samples.ts';
import { remote } from './server.open.ts';

const run = promisify(execFile);

let server: Serving;
let home: string;
let at: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'ecluse-clients-'));
  server = await serving(join(home, 'store'));
  at = `${server.url.host}/acme/shop`;
});
afterEach(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true });
});

/** An image whose layer is big enough to be sent in pieces. */
function bigImage() {
  const layer = randomSample(3_000_000);
  const config = sample(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [layer.descriptor.digest] },
    }),
    'application/vnd.oci.image.config.v1+json',
  );
  const manifest = sample(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: config.descriptor,
      layers: [layer.descriptor],
    }),
    'application/vnd.oci.image.manifest.v1+json',
  );
  return { ...manifest, blobs: [config, layer] };
}

async function localImage(): Promise<{ readonly folder: string; readonly digest: string }> {
  const folder = join(home, 'local');
  const layout = openLayout(folder);
  const image = bigImage();
  const { digest, mediaType } = await store(layout, image);
  await layout.tag(parseTag('1.0'), image.bytes, mediaType, 'absent');
  return { folder, digest };
}

describe('ecluse serve', () => {
  withTool('skopeo', 'is pushed to, read and pulled from by skopeo', async ({ skopeo }) => {
    const { folder, digest } = await localImage();
    const plain = ['--dest-tls-verify=false', '--preserve-digests'];
    await run(skopeo, ['copy', ...plain, `oci:${folder}:1.0`, `docker://${at}:1.0`]);
    expect((await server.layout('acme/shop').resolve(parseTag('1.0')))?.digest).toBe(digest);
    const tags = await run(skopeo, ['list-tags', '--tls-verify=false', `docker://${at}`]);
    expect(JSON.parse(tags.stdout)).toEqual({ Repository: at, Tags: ['1.0'] });
    const back = join(home, 'back');
    await run(skopeo, [
      'copy',
      '--preserve-digests',
      '--src-tls-verify=false',
      `docker://${at}:1.0`,
      `oci:${back}:1.0`,
    ]);
    expect((await openLayout(back).resolve(parseTag('1.0')))?.digest).toBe(digest);
    await run(skopeo, ['delete', '--tls-verify=false', `docker://${at}:1.0`]);
    expect(await server.layout('acme/shop').resolve(parseTag('1.0'))).toBeUndefined();
  });

  withTool('crane', 'is pushed to, read and pulled from by crane', async ({ crane }) => {
    const { folder, digest } = await localImage();
    await run(crane, ['push', '--insecure', folder, `${at}:1.0`]);
    expect((await run(crane, ['digest', '--insecure', `${at}:1.0`])).stdout.trim()).toBe(digest);
    await run(crane, ['copy', '--insecure', `${at}:1.0`, `${server.url.host}/acme/other:2.0`]);
    expect((await server.layout('acme/other').resolve(parseTag('2.0')))?.digest).toBe(digest);
    await run(crane, ['validate', '--insecure', '--fast', '--remote', `${at}:1.0`]);
    const back = join(home, 'back');
    await run(crane, ['pull', '--insecure', '--format=oci', `${at}:1.0`, back]);
    expect(await openLayout(back).hasBlob(parseDigest(digest))).toBe(true);
    expect((await run(crane, ['ls', '--insecure', at])).stdout.trim()).toBe('1.0');
  });

  withTool(
    'oras',
    'is given artifacts by oras, and lists what refers to what',
    async ({ oras }) => {
      const layout = server.layout('acme/shop');
      const image = imageOf('a');
      const { digest, mediaType } = await store(layout, image);
      await layout.tag(parseTag('1.0'), image.bytes, mediaType, 'absent');
      await writeFile(join(home, 'report.json'), '{"ok":true}');
      await run(
        oras,
        [
          'attach',
          '--plain-http',
          '--artifact-type',
          'application/x.report',
          `${at}:1.0`,
          'report.json:application/json',
        ],
        { cwd: home },
      );
      const found = await listOf(layout.referrers(parseDigest(digest), 'application/x.report'));
      expect(found).toHaveLength(1);
      const listed = await run(oras, ['discover', '--plain-http', '--format=json', `${at}:1.0`]);
      expect(listed.stdout).toContain(found[0]?.digest);
      const copied = `${server.url.host}/acme/copied:1.0`;
      await run(oras, ['cp', '-r', '--from-plain-http', '--to-plain-http', `${at}:1.0`, copied]);
      const there = await listOf(server.layout('acme/copied').referrers(parseDigest(digest)));
      expect(there.map((each) => each.digest)).toEqual(found.map((each) => each.digest));
    },
  );

  withTool('oras', 'is pushed to and pulled from by oras', async ({ oras }) => {
    const report = Buffer.from(randomSample(300_000).bytes);
    await writeFile(join(home, 'report.bin'), report);
    const place = [`${at}:1.0`, '--plain-http'];
    const pushed = ['push', ...place, '--artifact-type', 'application/x.report', 'report.bin'];
    await run(oras, pushed, { cwd: home });
    expect(await listOf(server.layout('acme/shop').tags())).toEqual(['1.0']);
    await run(oras, ['pull', ...place, '--output', join(home, 'back')]);
    expect((await readFile(join(home, 'back', 'report.bin'))).equals(report)).toBe(true);
  });

  withTool('regctl', 'is pushed to, read, pruned and pulled from by regctl', async ({ regctl }) => {
    const { folder, digest } = await localImage();
    const env = { HOME: home, PATH: process.env.PATH, REGCTL_CONFIG: join(home, 'regctl.json') };
    const ran = async (...args: readonly string[]) =>
      (await run(regctl, ['--host', `reg=${server.url.host},tls=disabled`, ...args], { env }))
        .stdout;
    await ran('image', 'copy', `ocidir://${folder}:1.0`, `${at}:1.0`);
    expect((await ran('image', 'digest', `${at}:1.0`)).trim()).toBe(digest);
    expect((await ran('tag', 'ls', at)).trim()).toBe('1.0');
    await writeFile(join(home, 'note.txt'), 'a note');
    const note = ['--artifact-type', 'application/x.note', '--file', join(home, 'note.txt')];
    await ran('artifact', 'put', ...note, '--subject', `${at}:1.0`);
    const listed = await ran('artifact', 'list', `${at}:1.0`, '--format', '{{jsonPretty .}}');
    expect(listed).toContain('application/x.note');
    await ran('image', 'copy', '--referrers', `${at}:1.0`, `${server.url.host}/acme/other:1.0`);
    const there = server.layout('acme/other');
    expect(await listOf(there.referrers(parseDigest(digest)))).toHaveLength(1);
    await ran('tag', 'delete', `${at}:1.0`);
    expect(await server.layout('acme/shop').resolve(parseTag('1.0'))).toBeUndefined();
    await ran('manifest', 'delete', `${at}@${digest}`);
    expect(await server.layout('acme/shop').resolve(parseDigest(digest))).toBeUndefined();
  });

  withTool(
    'buildah',
    'is pushed to and pulled from by Buildah, with a login',
    async ({ buildah }) => {
      const token = { ECLUSE_SERVE_TOKEN: 'secret' };
      const guarded = await serving(join(home, 'guarded'), ['--anonymous-read'], token);
      const storage = ['--root', join(home, 'root'), '--runroot', join(home, 'run')];
      const plain = [...storage, '--storage-driver', 'vfs'];
      const ran = (...args: readonly string[]) => run(buildah, [...plain, ...args]);
      try {
        const place = `${guarded.url.host}/acme/shop:1.0`;
        const container = (await ran('from', 'scratch')).stdout.trim();
        await ran('config', '--label', 'made=here', container);
        const id = (await ran('commit', '-q', '--rm', container)).stdout.trim();
        const push = ['push', '--tls-verify=false', '--format', 'oci'];
        await expect(ran(...push, id, `docker://${place}`)).rejects.toThrow(
          /401|unauthorized|denied/i,
        );
        await ran(...push, '--creds', 'ada:secret', id, `docker://${place}`);
        const pushed = await guarded.layout('acme/shop').manifest(parseTag('1.0'));
        expect(pushed?.descriptor.mediaType).toBe('application/vnd.oci.image.manifest.v1+json');
        await ran('rmi', '-a', '-f');
        const pulled = (await ran('pull', '-q', '--tls-verify=false', `docker://${place}`)).stdout;
        expect(pulled.trim()).toBe(id);
      } finally {
        await guarded.close();
      }
    },
  );
});

describe('Distribution', () => {
  withTool(
    ['docker-registry', 'oras'],
    'keeps lists of referrers of ours that oras reads, and the other way round',
    async (tools) => {
      const registry = await runningDistribution(tools['docker-registry']);
      try {
        const repository = remote(registry.url, 'acme/shop');
        const image = imageOf('a');
        const subject = await store(repository, image);
        await repository.tag(parseTag('1.0'), image.bytes, subject.mediaType, 'absent');
        const ours = await store(repository, referrerOf(subject, 'one', 'application/x.one'));
        const place = `${registry.url.host}/acme/shop:1.0`;
        const listed = await run(tools.oras, ['discover', '--plain-http', '--format=json', place]);
        expect(listed.stdout).toContain(ours.digest);
        await writeFile(join(home, 'report.json'), '{}');
        await run(
          tools.oras,
          [
            'attach',
            '--plain-http',
            '--artifact-type',
            'application/x.two',
            place,
            'report.json:application/json',
          ],
          { cwd: home },
        );
        const found = await listOf(repository.referrers(subject.digest));
        expect(found.map(({ artifactType }) => artifactType).toSorted()).toEqual([
          'application/x.one',
          'application/x.two',
        ]);
        await putSample(repository, randomSample(10));
        expect(await listOf(repository.tags())).toEqual(['1.0']);
      } finally {
        await registry.close();
      }
    },
  );
});
