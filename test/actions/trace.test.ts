import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { kindOf } from '#io';
import { inMarkdown, markdown, terminal } from '#report';
import type { TraceDocument } from '#trace';

import { trace as module } from '../../actions/trace/module.ts';
import { page } from '../../actions/trace/page.ts';
import { problems } from '../support/documents.ts';
import { serving } from '../support/serving.ts';
import { Workshop } from '../support/workshop.ts';
import { withData } from '../tools.ts';

const shop = 'ghcr.io/acme/shop';
const kind = kindOf('trace');

let workshop: Workshop;
let commit: string;

beforeAll(async () => {
  workshop = new Workshop({
    'ecluse.yml': `apiVersion: ecluse/v1
image: ${shop}
build: {context: ., file: Dockerfile, platforms: [linux/amd64, linux/arm64]}
environments:
  dev: {promote: auto}
  prod: {after: [dev], promote: manual, repository: ghcr.io/acme-prod/shop}
`,
  });
  commit = workshop.commit();
  workshop.git('tag', 'v1.0.0');
  expect((await workshop.ecluse('run', '--ref', 'v1.0.0')).code).toBe(0);
  expect((await workshop.ecluse('promote', '--environment', 'prod')).code).toBe(0);
  // The bundle may have to be made first.
}, 120_000);
afterAll(() => {
  workshop[Symbol.dispose]();
});

async function traced(...args: readonly string[]): Promise<TraceDocument> {
  const { code, document } = await workshop.json('trace', ...args);
  expect({ code, problems: problems(kind, document) }).toEqual({ code: 0, problems: [] });
  return document as unknown as TraceDocument;
}

const valuesOf = ({ lines }: TraceDocument, fact: string): readonly string[] =>
  lines
    .filter((line) => line.fact === fact)
    .map(({ value, verified }) => `${value}: ${verified.join(', ')}`);

describe('an image of the suite', () => {
  test('is traced from its tag', async () => {
    const found = await traced(`${shop}:1.0.0`);
    expect(found).toMatchObject({ role: 'index', platform: 'linux/amd64', contradictions: [] });
    expect(valuesOf(found, 'commit')).toEqual([
      `${commit}: its claim points here, this clone has it`,
    ]);
    expect(valuesOf(found, 'version')).toEqual(['1.0.0: the tag points here']);
    expect(valuesOf(found, 'git tag')).toEqual(['v1.0.0: it is on the commit']);
    expect(valuesOf(found, 'environment')).toEqual([
      'dev: its tag points here',
      'prod: its tag points here',
    ]);
    expect(valuesOf(found, 'passed')).toEqual(['dev: ', 'prod: ']);
    expect(found.gaps).toEqual([]);
    expect(found.evidence.length).toBeGreaterThan(0);
  });

  test('is traced from what a node or an engine calls it', async () => {
    const { platformDigest, configDigest, digest } = await traced(`shop:dev`);
    const [child, config] = [platformDigest ?? '', configDigest ?? ''];
    const ways = await Promise.all(
      [
        [`docker-pullable://${shop}@${child}`],
        [`ghcr.io/acme-prod/shop@${child}`],
        [config],
        [child, '--repository', shop],
      ].map((args) => traced(...args)),
    );
    for (const found of ways) {
      expect(found).toMatchObject({ digest: child, role: 'image of an index' });
      expect(found.lines[0]).toMatchObject({ fact: 'index', value: digest });
      expect(valuesOf(found, 'commit')[0]).toContain('its claim points to its index');
      expect(valuesOf(found, 'environment')).toHaveLength(2);
    }
    const [, , byConfig] = ways;
    const shown = terminal(page(byConfig ?? ways[0] ?? absent), { width: 120, colour: false });
    expect(shown).toContain('found by the digest of its config');
  });

  test('says the same from a registry as from a folder', async () => {
    const server = await serving(workshop.store);
    try {
      const ways = [`${shop}:1.0.0`, `ghcr.io/acme-prod/shop:prod`];
      for (const asked of ways) {
        expect(await traced(asked, '--store', server.url.href)).toEqual(await traced(asked));
      }
    } finally {
      await server.close();
    }
  });

  test('is a table on a terminal, and outputs in a workflow', async () => {
    const onTerminal = await workshop.ecluse('trace', `${shop}:1.0.0`);
    expect(onTerminal.stdout).toMatch(/Fact +Value +Source +Verified/);
    expect(onTerminal.stdout).toMatch(/version +1\.0\.0 +tag,.* +✔ the tag points here/);
    const file = (name: string) => {
      const path = join(workshop.home, name);
      writeFileSync(path, '');
      return path;
    };
    const output = file('output');
    workshop.env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: file('summary'),
    };
    expect((await workshop.ecluse('trace', `${shop}:1.0.0`)).code).toBe(0);
    workshop.env = {};
    const written = readFileSync(output, 'utf8');
    for (const [name, value] of Object.entries({
      commit,
      versions: '1.0.0',
      environments: 'dev\nprod',
    })) {
      expect(written).toMatch(new RegExp(`^${name}<<(\\S+)\n${value}\n\\1$`, 'm'));
    }
  });
});

test.each([
  [2, ['sha256:12'], 'is not a digest'],
  [2, [`${shop}:1.0.0`, '--repository', shop], 'names its repository itself'],
  [2, [`containerd://${'1'.repeat(64)}`], 'is the ID of a container'],
  [3, [`${shop}:9.9.9`], `9.9.9 is not in ${shop}`],
  [3, [`sha256:${'0'.repeat(64)}`], 'nor in ghcr.io/acme-prod/shop'],
])('exit %d for %j', async (code, args, why) => {
  const ran = await workshop.ecluse('trace', ...args);
  expect(ran).toMatchObject({ code, stdout: '' });
  expect(ran.stderr).toContain(why);
});

withData(
  'images/dockergoof.tar',
  'an image of nobody says little, and nothing is made up',
  async ({ 'images/dockergoof.tar': file }) => {
    const found = await traced(`docker-archive:${file}`, '--offline');
    expect(found).toMatchObject({ role: 'image', platform: 'linux/amd64', evidence: [], gaps: [] });
    expect(valuesOf(found, 'created')).toEqual(['2020-11-02T15:40:18.22876599Z: ']);
    expect(valuesOf(found, 'tag')).toEqual(['dockergoof: the tag points here']);
    expect(valuesOf(found, 'commit')).toEqual([]);
  },
);

const busybox = 'images/busybox-single-arch-with-attestation-manifest.tar';
withData(
  busybox,
  'provenance that BuildKit wrote is found from the image of the platform',
  async ({ [busybox]: file }) => {
    const child = 'sha256:cf7d823e4eea96316ae629fb9a45b4211869162a5f5dc1654928c7ca530ed810';
    const found = await traced(`oci-archive:${file}@${child}`, '--offline');
    expect(found).toMatchObject({ role: 'image of an index', platform: 'linux/arm64' });
    expect(found.lines).toContainEqual(
      expect.objectContaining({
        fact: 'base',
        value: `busybox:latest@sha256:f85340bf132ae937d2c2a763b8335c9bab35d6e8293f70f606b9c6178d84f42b`,
      }),
    );
    expect(valuesOf(found, 'dockerfile')).toEqual(['Dockerfile: ']);
    expect(found.evidence).toMatchObject([
      { place: 'index', predicates: ['https://slsa.dev/provenance/v0.2'] },
    ]);
  },
);

test('outputs hold nothing that a script would obey, and a commit alone is one', () => {
  const hostile = 'x\n::error::owned`id`$(id);"&|\u2028\u001b';
  const said = { source: 'label', where: null, by: null, at: null, signature: null } as const;
  const document: TraceDocument = {
    ...absent,
    contradictions: [
      { fact: 'commit', sentence: hostile },
      { fact: 'version', sentence: 'label says 1.0; tag says 2.0' },
    ],
    lines: [
      {
        fact: 'source repository',
        value: 'https://a.test/$(id)`',
        sources: [said],
        verified: [],
        doubt: null,
      },
      { fact: 'commit', value: hostile, sources: [said], verified: [], doubt: null },
    ],
  };
  const { outputs } = module;
  expect(outputs.commit?.of(document)).toBe('');
  expect(outputs['source-repository']?.of(document)).toBe('https://a.test/%24%28id%29%60');
  expect(outputs.contradictions?.of(document)).toBe(
    'x ::error::owned id id ,\nlabel says 1.0, tag says 2.0',
  );
});

const absent: TraceDocument = {
  kind,
  image: `${shop}@sha256:${'1'.repeat(64)}`,
  digest: `sha256:${'1'.repeat(64)}`,
  results: [],
  asked: shop,
  role: 'image',
  platform: null,
  platformDigest: null,
  configDigest: null,
  contradictions: [],
  lines: [],
  evidence: [],
  gaps: [],
  policy: 'none',
};

test('what strangers wrote is inert wherever it is shown', () => {
  const hostile = 'x\n::error::owned\u001b[31m<img src=x>|`$(id)`\u202e';
  const source = {
    source: 'label',
    where: hostile,
    by: hostile,
    at: hostile,
    signature: null,
  } as const;
  const signed = { ...source, source: 'provenance', signature: 'not verified' } as const;
  const shown = page({
    ...absent,
    contradictions: [{ fact: 'commit', sentence: hostile }],
    lines: [
      { fact: 'passed', value: hostile, sources: [source], verified: [], doubt: null },
      { fact: 'commit', value: hostile, sources: [source], verified: [], doubt: hostile },
      { fact: 'ref', value: hostile, sources: [signed], verified: [], doubt: null },
    ],
    evidence: [
      {
        about: hostile,
        digest: hostile,
        type: hostile,
        predicates: [hostile],
        created: hostile,
        place: 'referrer',
        tag: null,
      },
    ],
    gaps: [{ what: hostile, why: hostile }],
    policy: hostile,
  });
  const text = terminal(shown, { width: 100, colour: false });
  expect(text).not.toMatch(/^\s*::/m);
  for (const hidden of ['\u001b', '\u202e']) expect(text).not.toContain(hidden);
  expect(text).toContain('signature not verified');
  const summary = markdown(shown, { maxBytes: 1 << 20 });
  expect(summary).not.toContain('<img');
  expect(inMarkdown`${summary}`).toContain('Contradictions');
  expect(shown.annotations).toMatchObject([{ level: 'warning', message: hostile }]);
});
