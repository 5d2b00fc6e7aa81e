import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';

import { layersSchema } from '#layers';
import { digestOf, mediaType, parseTag, type Repository } from '#oci';

import { Yard } from '../packages/builder/buildah.fixture.ts';
import { runningDistribution } from '../packages/oci/distribution.open.ts';
import { sample, store } from '../packages/oci/samples.ts';
import type { Running } from '../packages/oci/server.open.ts';
import { notRun } from '../reporter.ts';
import { runningBuildkit } from '../support/buildkit.ts';
import { serving, type Serving } from '../support/serving.ts';
import { tool, withTool } from '../tools.ts';
import { layersCommand, layersJson } from './layers-command.ts';

const run = promisify(execFile);
const files = { 'app.txt': 'the application\n', 'lib.js': 'export {};\n' };
const [app, library] = Object.values(files).map(({ length }) => length) as [number, number];
const big = 200_000;

/** One file is removed by another RUN than made it, and one gets its mode from a RUN. */
const dockerfile = (base: string): string =>
  [
    `FROM ${base}`,
    '# The application',
    'COPY app.txt lib.js /app/',
    `RUN head -c ${big} /dev/zero > /app/big && \\`,
    '    cat /app/app.txt > /app/copy',
    'RUN rm /app/big',
    'RUN chmod 600 /app/app.txt',
    'COPY lib.js /app/node_modules/one/',
    'ENV GREETING=hello',
    'USER 1000',
    '',
  ].join('\n');

/** An image with the files of the yard's root. @returns how many bytes they are */
async function putBase(yard: Yard, repository: Repository): Promise<number> {
  const root = join(yard.context, 'root');
  const tar = execFileSync('tar', ['-C', root, '-c', '.'], { maxBuffer: 1 << 28 });
  const layer = sample(gzipSync(tar, { level: 1 }), mediaType.layerGzip);
  const config = sample(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config: { Env: ['PATH=/bin:/usr/bin'] },
      history: [{ created_by: 'COPY root /' }],
      rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
    }),
    mediaType.config,
  );
  const parts = { config: config.descriptor, layers: [layer.descriptor] };
  const manifest = sample(
    JSON.stringify({ schemaVersion: 2, mediaType: mediaType.manifest, ...parts }),
    mediaType.manifest,
  );
  await store(repository, { ...manifest, blobs: [config, layer] });
  await repository.tag(parseTag('1.0'), manifest.bytes, mediaType.manifest, 'absent');
  return execFileSync('find', [root, '-type', 'f', '-printf', '%s\n'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .reduce((sum, size) => sum + Number(size), 0);
}

/** Builds the Dockerfile and pushes it to these names. @returns the digests that the builder says */
type Build = (yard: Yard, text: string, names: readonly string[]) => Promise<readonly string[]>;

const buildah: Build = async (yard, text, names) => {
  yard.write({ ...files, Dockerfile: text });
  const place = (name: string) => join(yard.home, name);
  const storage = ['--root', place('root'), '--runroot', place('runroot')];
  const env = { PATH: process.env.PATH, HOME: yard.home, BUILDAH_ISOLATION: 'chroot' };
  const ran = async (...args: readonly string[]) =>
    run(tool('buildah') ?? '', [...storage, ...args], { env });
  const plain = '--tls-verify=false';
  await ran('bud', plain, '--layers', '--tag', 'localhost/built:1', yard.context);
  const digests: string[] = [];
  for (const name of names) {
    const digest = ['--digestfile', place('digest')];
    await ran('push', plain, ...digest, 'localhost/built:1', `docker://${name}`);
    digests.push(readFileSync(place('digest'), 'utf8').trim());
  }
  return digests;
};

const buildkit: Build = async (yard, text, names) => {
  const [buildkitd = '', buildctl = '', runc = ''] = ['buildkitd', 'buildctl', 'runc'].map(tool);
  const daemon = await runningBuildkit({ buildkitd, buildctl, runc });
  try {
    const metadata = join(yard.home, 'metadata.json');
    const output = ['--output', `type=image,"name=${names.join(',')}",push=true`];
    const provenance = ['--opt', 'attest:provenance=mode=max', '--metadata-file', metadata];
    await daemon.build(text, [...output, ...provenance], { files });
    const said = JSON.parse(readFileSync(metadata, 'utf8')) as Readonly<Record<string, string>>;
    return names.map(() => said['containerimage.digest'] ?? '');
  } finally {
    await daemon.close();
  }
};

const isRoot = process.getuid?.() === 0;
const builders = {
  // It says what it built on; BuildKit does not.
  Buildah: { build: buildah, tools: ['buildah'], saysBase: true },
  BuildKit: { build: buildkit, tools: ['buildkitd', 'buildctl', 'runc'], saysBase: false },
} as const;

describe('an image with a known waste', () => {
  let yard: Yard;
  let ours: Serving;
  let distribution: Running | undefined;
  let baseBytes: number;
  beforeAll(async () => {
    yard = new Yard();
    yard.root('/bin/rm', '/bin/chmod', '/usr/bin/head');
    ours = await serving(join(yard.home, 'store'));
    const program = tool('docker-registry');
    if (program !== undefined) distribution = await runningDistribution(program);
    baseBytes = await putBase(yard, ours.layout('acme/base'));
  });
  afterAll(async () => {
    await Promise.all([ours.close(), distribution?.close()]);
    await yard[Symbol.asyncDispose]();
  });

  for (const [name, { build, tools, saysBase }] of Object.entries(builders)) {
    const title = `that ${name} pushed to ecluse serve and to Distribution is told from there`;
    const body = async () => {
      const base = `${ours.url.host}/acme/base:1.0`;
      const text = dockerfile(base);
      const hosts = [ours.url.host, distribution?.url.host ?? ''];
      const names = hosts.map((host) => `${host}/acme/${name.toLowerCase()}:1.0`);
      const digests = await build(yard, text, names);
      writeFileSync(join(yard.home, 'Dockerfile'), text);
      const asked = ['--file', 'Dockerfile', ...(saysBase ? [] : ['--base', base])];
      for (const [at, image] of names.entries()) {
        const { exit, document } = await layersJson(yard.home, image, ...asked);
        expect(v.parse(layersSchema, document)).toEqual(document);
        const whole = `${image.replace(/:1.0$/, '')}@${digests[at]}`;
        expect([exit, document.image, document.verified]).toEqual([0, whole, true]);
        const [platform, ...attestations] = document.platforms;
        expect(attestations).toEqual([]);
        expect(
          platform?.layers.map((each) => [each.line, each.class, each.sizeBytes, each.wastedBytes]),
        ).toEqual([
          [null, 'base', baseBytes, 0],
          [3, 'application', app + library, app],
          [4, 'application', big + app, big],
          [6, 'application', 0, 0],
          [7, 'application', app, 0],
          [8, 'library', library, 0],
        ]);
        expect(platform).toMatchObject({
          platform: 'linux/amd64',
          sizeBytes: baseBytes + big + 3 * app + 2 * library,
          reclaimableBytes: big + app,
          waste: [
            { path: '/app/big', bytes: big, addedIn: 2, hiddenIn: 3, reason: 'deleted' },
            {
              path: '/app/app.txt',
              bytes: app,
              addedIn: 1,
              hiddenIn: 4,
              reason: 'rewritten',
              sameContent: true,
            },
          ],
          advice: [
            { kind: 'same-run', line: 4, layer: 2, bytes: big },
            { kind: 'copy-chown', line: 3, layer: 1, bytes: app },
          ],
          classes: {
            base: baseBytes,
            tooling: 0,
            library,
            application: 2 * app + library,
          },
          wasteClasses: { base: 0, tooling: 0, library: 0, application: big + app },
          duplicateBytes: app + library,
          duplicates: [{ copies: 2 }, { copies: 2 }],
          base: {
            name: base,
            digest: (await ours.layout('acme/base').resolve(parseTag('1.0')))?.digest,
            layers: 1,
            from: saysBase ? 'annotation' : 'given',
            verified: true,
          },
          user: { root: false },
        });
        expect(platform?.layers.map(({ command }) => command).slice(2, 5)).toEqual([
          `RUN head -c ${big} /dev/zero > /app/big && cat /app/app.txt > /app/copy`,
          'RUN rm /app/big',
          'RUN chmod 600 /app/app.txt',
        ]);
      }
      const { stdout } = await layersCommand(yard.home, names[0] ?? '', ...asked);
      expect(stdout).toContain('Wasted: 200.0 kB');
    };
    const needed = [...tools, 'docker-registry'];
    if (isRoot) withTool(needed, title, body, 60_000);
    else test.skip(`${title}${notRun}${name} needs root`, () => undefined);
  }
});
