import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { openHistory } from '#git';
import type { Parts } from '#io';
import { mediaType, openLayout, parseTag } from '#oci';

import { indexOf, sample, store, type SampleManifest } from '../packages/oci/samples.ts';
import { imageOf, layersStage, type Made } from './layers.fixture.ts';

const { at, ecluse, json, put, putManifest } = layersStage();

const base: Made = {
  layers: [[{ path: 'etc/os-release', text: 'ID=debian\nPRETTY_NAME="Debian 12"\n' }]],
  history: ['COPY / / # buildkit'],
};
const shop: Made = {
  layers: [...base.layers, [{ path: 'app/a', text: 'a' }], [{ path: 'app/b', text: 'b' }]],
  history: ['COPY / / # buildkit', 'COPY src /app # buildkit', 'RUN /bin/sh -c make # buildkit'],
};
const dockerfile = [
  'ARG FROM=registry.example/team/base:1',
  'FROM ${FROM} AS below',
  'FROM below',
  'COPY src /app',
  'RUN make \\',
  '  all',
].join('\n');

/** An index with the image and what BuildKit wrote of its build. */
async function putProvenance(tag: string, predicate: object | string): Promise<void> {
  const image = imageOf(shop);
  const descriptor = await putManifest(`${tag}-image`, image);
  const statement = sample(
    typeof predicate === 'string' ? predicate : JSON.stringify({ predicate }),
    'application/vnd.in-toto+json',
  );
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    config: sample('{}', mediaType.config).descriptor,
    layers: [
      {
        ...statement.descriptor,
        annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v0.2' },
      },
    ],
  };
  const attestation: SampleManifest = {
    ...sample(JSON.stringify(manifest), mediaType.manifest),
    blobs: [sample('{}', mediaType.config), statement],
  };
  const about = await putManifest(`${tag}-about`, attestation);
  const index = indexOf([
    { ...descriptor, platform: { os: 'linux', architecture: 'amd64' } },
    {
      ...about,
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': descriptor.digest,
      },
    },
  ]);
  await putManifest(tag, index);
}

function recorded(): object {
  const digests = imageOf(shop).layers.map(({ digest }) => ({ digest }));
  const line = (start: number, end = start) => ({
    locations: [{ ranges: [{ start: { line: start }, end: { line: end } }] }],
  });
  return {
    source: {
      infos: [{ data: Buffer.from(dockerfile).toString('base64') }],
      locations: { step0: line(2), step1: line(4), step2: line(5, 6) },
    },
    layers: {
      'step0:0': [digests.slice(0, 1)],
      'step1:0': [digests.slice(0, 2)],
      'step2:0': [digests],
    },
  };
}
const named = 'https://mobyproject.org/buildkit@v1#metadata';

describe('the instruction that made a layer', () => {
  test('is what the engine wrote down of the build, with the Dockerfile that it kept', async () => {
    await putProvenance('1', { metadata: { [named]: recorded() } });
    const { document } = await json(['oci:images:1', '--offline']);
    expect(document.platforms[0]?.layers).toMatchObject([
      { line: null, lineFrom: null, instruction: null },
      { line: 4, lineFrom: 'provenance', instruction: 'COPY src /app' },
      { line: 5, lineFrom: 'provenance', instruction: 'RUN make all' },
    ]);
    expect(document.dockerfile).toBeNull();
    const { stdout } = await ecluse(['oci:images:1', '--offline']);
    expect(stdout).toMatch(/ 5 +RUN make all\n/);
  });

  test('is looked for in the Dockerfile that is given, where the engine built from another', async () => {
    await putProvenance('1', { metadata: { [named]: recorded() } });
    writeFileSync(at('Dockerfile'), `# more\n${dockerfile.replace(' \\\n  all', '')}\n`);
    const { document } = await json(['oci:images:1', '--offline', '--file', 'Dockerfile']);
    expect(document.platforms[0]?.layers).toMatchObject([
      { line: null, lineFrom: null },
      { line: 5, lineFrom: 'dockerfile', instruction: 'COPY src /app' },
      { line: 6, lineFrom: 'dockerfile', instruction: 'RUN make' },
    ]);
  });

  test.each([
    ['no JSON', '{'],
    ['a Dockerfile that is none', { infos: [{ data: Buffer.from('what?').toString('base64') }] }],
  ])('is not known from provenance with %s, and the image is looked into', async (_, source) => {
    const metadata = { [named]: { ...recorded(), source } };
    await putProvenance('1', typeof source === 'string' ? source : { metadata });
    const { exit, document, stderr } = await json(['oci:images:1', '--offline']);
    expect([exit, document.platforms[0]?.layers[2]?.line]).toEqual([0, null]);
    expect(stderr.includes('what the engine wrote of the build is not used')).toBe(
      typeof source === 'string',
    );
  });
});

describe('the base', () => {
  const bases = ['--store', 'images-of-bases'];
  const inStore = async (name: string, made: Made) => {
    const layout = openLayout(at('images-of-bases', name));
    const image = imageOf(made);
    const descriptor = await store(layout, image);
    await layout.tag(parseTag('1'), image.bytes, descriptor.mediaType, 'anything');
    return descriptor.digest;
  };

  test.each([
    ['provenance', 'pkg:docker/registry.example/team/base@1'],
    ['dockerfile', undefined],
  ])('is found by the %s and proven by its layers', async (from, uri) => {
    await inStore('registry.example/team/base', base);
    writeFileSync(at('Dockerfile'), dockerfile);
    const materials = uri === undefined ? [] : [{ uri }];
    await putProvenance('1', { materials });
    const file = uri === undefined ? ['--file', 'Dockerfile'] : [];
    const { document } = await json(['oci:images:1', ...bases, '--offline', ...file]);
    expect(document.platforms[0]?.base).toMatchObject({
      name: 'registry.example/team/base:1',
      layers: 1,
      from,
      verified: true,
      doubt: null,
    });
    expect(document.platforms[0]?.layers[0]?.class).toBe('base');
  });

  test('is found by the annotations of the index', async () => {
    const digest = await inStore('registry.example/team/base', base);
    const image = await put('1', shop);
    const index = indexOf([{ ...image, platform: { os: 'linux', architecture: 'amd64' } }], {
      annotations: {
        'org.opencontainers.image.base.name': 'registry.example/team/base:1',
        'org.opencontainers.image.base.digest': digest,
      },
    });
    await putManifest('all', index);
    const { document } = await json(['oci:images:all', ...bases, '--offline']);
    expect(document.platforms[0]?.base).toMatchObject({ from: 'annotation', verified: true });
  });

  test('that cannot be had is a doubt and no failure', async () => {
    const annotations = { 'org.opencontainers.image.base.name': 'registry.example/team/gone:1' };
    await put('1', { ...shop, annotations });
    const { exit, document } = await json(['oci:images:1', '--offline']);
    expect([exit, document.platforms[0]?.base]).toMatchObject([
      0,
      { verified: false, doubt: expect.stringContaining('--offline forbids') },
    ]);
    const { stdout } = await ecluse(['oci:images:1', '--offline']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'registry.example/team/gone:1 by an annotation, not proven: registry.example/team/gone:1 cannot be had',
    );
  });
});

describe('owners', () => {
  const git = (): Parts => ({
    history: ({ exec, cwd, signal }) => openHistory({ exec, cwd, signal }),
    terminalEvent: () => Promise.reject(new Error('nobody asks')),
  });
  const tree = (files: Readonly<Record<string, string>>): void => {
    execFileSync('git', ['init', '--quiet', at()]);
    mkdirSync(at('src'));
    mkdirSync(at('.github'));
    for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  };
  const config = [
    'apiVersion: ecluse/v1',
    'image: ghcr.io/acme/shop',
    "base: {allowed: [registry.example/team/base], owner: '@acme/platform'}",
  ].join('\n');
  const owners = ({ platforms: [of] }: Awaited<ReturnType<typeof json>>['document']) =>
    of?.layers.map(({ owner }) => owner);

  test('are those of the base, of what was copied, and of the Dockerfile', async () => {
    tree({
      Dockerfile: dockerfile,
      '.github/CODEOWNERS': '* @acme/all\n/Dockerfile @acme/build @ann\n/src/ @acme/shop\n',
      'ecluse.yml': config,
    });
    await put('0', base);
    await put('1', shop);
    const ran = ['oci:images:1', '--offline', '--base', 'oci:images:0', '--file', 'Dockerfile'];
    const { document, stderr } = await json(ran, { parts: git() });
    expect(stderr).not.toContain('owner');
    expect(owners(document)).toEqual(['@acme/platform', '@acme/shop', '@acme/build @ann']);
    const { stdout } = await ecluse(ran, { parts: git() });
    expect(stdout).toMatch(/Class +Owner +Line +Made by/);
    const several = [
      'oci:images:1',
      '--offline',
      '--base',
      'oci:images:1',
      '--base',
      'oci:images:0',
    ];
    await put('other', { layers: [[{ path: 'other', text: 'other' }]] });
    const chosen = await json([...several.slice(0, 3), 'oci:images:other', ...several.slice(4)]);
    expect(chosen.document.platforms[0]?.base).toMatchObject({
      name: 'oci:images:0',
      from: 'candidate',
      verified: true,
    });
    const { document: unlined } = await json(ran.slice(0, 4), { parts: git() });
    expect(owners(unlined)).toEqual(['@acme/platform', null, null]);
  });

  test('that nobody knows have no column, and what is wrong with them fails nothing', async () => {
    tree({ Dockerfile: dockerfile, 'ecluse.yml': 'apiVersion: ecluse/v9\n' });
    await put('1', shop);
    const { exit, document, stderr } = await json(['oci:images:1', '--offline'], { parts: git() });
    expect([exit, owners(document)]).toEqual([0, [null, null, null]]);
    expect(stderr).toContain('not every owner is known: ');
    expect((await ecluse(['oci:images:1', '--offline'], { parts: git() })).stdout).not.toContain(
      'Owner',
    );
  });
});
