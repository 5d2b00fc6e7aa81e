import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { Workshop } from '../support/workshop.ts';

interface Result {
  readonly gate: string;
  readonly outcome: string;
  readonly reason: string;
}
interface Image {
  readonly digest: string;
  readonly results: readonly Result[];
  readonly moves: readonly { readonly environment: string; readonly state: string }[];
  readonly layers: {
    readonly digest: string;
    readonly platforms: readonly {
      readonly reclaimableBytes: number;
      readonly layers: readonly {
        readonly digest: string;
        readonly line: number | null;
        readonly class: string;
        readonly owner: string | null;
      }[];
      readonly advice: readonly { readonly kind: string; readonly line: number }[];
      readonly delta: { readonly added: number; readonly changed: number } | null;
    }[];
  } | null;
}

const policy = (dev: string, prod = ''): string => `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: ., file: Dockerfile}
environments:
  dev: {promote: auto${dev}}
  prod: {after: [dev], promote: manual${prod}}
`;
const once = 'FROM scratch\nCOPY app /app\nUSER 10001\nENTRYPOINT ["/app"]\n';
const twice = once.replace('COPY', 'COPY app /app\nCOPY --chown=1:1');

async function run(workshop: Workshop, ...args: readonly string[]) {
  const { code, document, stderr } = await workshop.json('run', ...args);
  const [image] = (document as unknown as { readonly images: readonly Image[] }).images;
  if (image === undefined) throw new Error(`no image in ${JSON.stringify(document)}`);
  const outcomes = Object.fromEntries(image.results.map(({ gate, outcome }) => [gate, outcome]));
  const states = image.moves.map(({ environment, state }) => `${environment} ${state}`);
  const steps = stderr.match(/^(?:Built|Stored|Read)(?= )/gm) ?? [];
  return { code, ...image, outcomes, states, steps };
}

test('a run tells what is in what it builds, with lines, advice and what is different', async () => {
  using workshop = new Workshop({ 'ecluse.yml': policy(''), Dockerfile: twice });
  workshop.commit();
  const first = await run(workshop);
  expect(first).toMatchObject({
    code: 0,
    steps: ['Built', 'Stored', 'Read'],
    layers: {
      digest: first.digest,
      platforms: [
        {
          reclaimableBytes: 6,
          layers: [
            { line: 2, class: 'application' },
            { line: 3, class: 'application' },
          ],
          advice: [{ kind: 'copy-once', line: 2 }],
          delta: null,
        },
      ],
    },
  });
  expect((await workshop.ecluse('promote', 'shop', '--environment', 'prod')).code).toBe(0);
  workshop.commit({ Dockerfile: once });
  const mended = await run(workshop);
  expect(mended.layers?.platforms).toMatchObject([
    { reclaimableBytes: 0, advice: [], delta: { added: 0, changed: 1 } },
  ]);
  expect((await run(workshop)).layers).toBeNull();
});

test('a run tells who answers for what it builds', async () => {
  using workshop = new Workshop({
    'ecluse.yml': policy(''),
    Dockerfile: `FROM scratch\nCOPY app /app\nCOPY --chmod=700 . /more/\nUSER 1\n`,
    CODEOWNERS: '/app @acme/shop\n/Dockerfile @acme/build\n',
  });
  workshop.commit();
  const { layers } = await run(workshop);
  expect(layers?.platforms[0]?.layers.map(({ owner }) => owner)).toEqual([
    '@acme/shop',
    '@acme/build',
  ]);
});

test('gates of ecluse.yml let no image into an environment that asks for another', async () => {
  const gates = ', gates: {layers: {reclaimable: 5, max-layers: 3, not-root: true}}';
  using workshop = new Workshop({ 'ecluse.yml': policy(gates), Dockerfile: twice });
  workshop.commit();
  expect(await run(workshop)).toMatchObject({
    code: 1,
    outcomes: { reclaimable: 'failed', 'max-layers': 'passed', 'not-root': 'passed' },
    states: ['dev refused', 'prod not reached'],
  });
  const shown = await workshop.ecluse('run');
  expect(shown.stdout).toMatch(/reclaimable: what the image stores in vain is 6 B/);
  workshop.commit({ Dockerfile: once });
  expect(await run(workshop, '--no-layers')).toMatchObject({
    code: 0,
    layers: null,
    states: ['dev moved', 'prod waiting'],
  });
});

test('an image may not be worse than the one that stands there, whoever promotes it', async () => {
  const gates = ', gates: {layers: {max-size-growth: 1kB, no-worse: [reclaimable, layers]}}';
  using workshop = new Workshop({ 'ecluse.yml': policy('', gates), Dockerfile: once });
  workshop.commit();
  await run(workshop);
  const promoted = await workshop.json('promote', 'shop', '--environment', 'prod');
  expect(promoted).toMatchObject({ code: 0, document: { move: { state: 'moved' } } });
  workshop.commit({ Dockerfile: twice, app: 'x'.repeat(2000) });
  expect((await run(workshop)).code).toBe(0);
  const worse = await workshop.json('promote', 'shop', '--environment', 'prod');
  expect(worse.code).toBe(1);
  const { results } = worse.document as unknown as { readonly results: readonly Result[] };
  const failed = results.filter(({ outcome }) => outcome === 'failed').map(({ gate }) => gate);
  expect(failed).toEqual(['max-size-growth', 'no-worse reclaimable', 'no-worse layers']);
});

test('a pull request is told what the environments would say, and stores nothing', async () => {
  const gates = ', gates: {layers: {reclaimable: 5}}';
  using workshop = new Workshop({ 'ecluse.yml': policy('', gates), Dockerfile: twice });
  workshop.commit();
  const path = join(workshop.home, 'event.json');
  writeFileSync(path, JSON.stringify({ repository: { default_branch: 'main' } }));
  workshop.env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: path,
    GITHUB_REF: 'refs/pull/1/merge',
    GITHUB_SHA: workshop.git('rev-parse', 'HEAD'),
  };
  const { code, results, layers } = await run(workshop);
  expect({ code, results }).toMatchObject({
    code: 1,
    results: [
      {
        gate: 'reclaimable',
        outcome: 'failed',
        reason: expect.stringMatching(/^prod: .* is 6 B on /),
      },
    ],
  });
  expect(layers?.platforms).toHaveLength(1);
  expect(readdirSync(workshop.home)).not.toContain('store');
  const shown = await workshop.ecluse('run');
  expect(shown.stdout).toMatch(/^- Leave \/app out of this COPY: .*; line 2: COPY app \/app\)$/m);
  expect(shown.stdout).not.toContain('Dockerfile:2');
});

test('a layer that cannot be read passes no gate, and is told', async () => {
  const gates = ', gates: {layers: {max-layers: 3}}';
  using workshop = new Workshop({ 'ecluse.yml': policy('', gates) });
  workshop.commit();
  const { layers } = await run(workshop);
  const [hex = ''] = /[0-9a-f]{64}/.exec(layers?.platforms[0]?.layers[0]?.digest ?? '') ?? [];
  const blob = join(workshop.store, 'ghcr.io/acme/shop/blobs/sha256', hex);
  chmodSync(blob, 0o644);
  writeFileSync(blob, 'nothing that anybody stored');
  rmSync(join(workshop.home, '.cache'), { recursive: true });
  const { code, document } = await workshop.json('promote', 'shop', '--environment', 'prod');
  const { results } = document as unknown as { readonly results: readonly Result[] };
  expect(code).toBe(3);
  expect(results).toContainEqual({
    gate: 'layers',
    outcome: 'not evaluated',
    reason: expect.stringMatching(/^the layer sha256:.* is corrupt/),
    evidence: [],
  });
});
