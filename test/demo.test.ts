import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { beforeAll, expect, test } from '@jest/globals';

import { runningDistribution } from './packages/oci/distribution.open.ts';
import { bundled } from './support/dist.ts';
import { registryShelf } from './support/shelf.ts';
import { tool, withTool } from './tools.ts';

const script = resolve(import.meta.dirname, '../scripts/demo.ts');

interface Told {
  readonly code: number | null;
  readonly story: string;
  /** What is still in the temporary folder that it had for itself. */
  readonly left: readonly string[];
}

/** The demo with the bundled command line, in a temporary folder of its own. */
async function demo(...args: readonly string[]): Promise<Told> {
  const temporary = mkdtempSync(join(tmpdir(), 'demo-'));
  try {
    const child = spawn(
      process.execPath,
      [script, '--clean', '--cli', join(bundled(), 'cli.js'), ...args],
      { env: { PATH: process.env.PATH, TMPDIR: temporary }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let story = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => (story += bytes.toString()));
    }
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, story, left: readdirSync(temporary) };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Every digest that it shows, in the order of their first appearance. */
const digestsIn = (story: string): readonly string[] => [
  ...new Set(Array.from(story.matchAll(/sha256:[0-9a-f]{64}/g), ([digest]) => digest)),
];

/** From the base image to the rollback and back to the commit, with refusals and the board. */
function expectWhole(
  { code, story, left }: Told,
  {
    refusals,
    newest,
    behind,
  }: { readonly refusals: number; readonly newest: string; readonly behind: number },
): void {
  expect({ code, story }).toMatchObject({ code: 0 });
  expect(left).toEqual([]);
  expect(count(story, /^\d+ · Refused: /gm)).toBe(refusals);
  expect(count(story, /^exit code 1$/gm)).toBe(refusals);
  expect(story).toMatch(/version 1\.0\.0 of ghcr\.io\/acme\/shop is written once/);
  expect(story).toContain(`order: 1.0.0 comes before ${newest} (by version)`);
  expect(story).toMatch(/after: it has not passed preprod/);
  const board = story.slice(story.indexOf('ecluse status'));
  expect(board).toMatch(new RegExp(`^shop +dev +${newest} .* 0$`, 'm'));
  expect(board).toMatch(new RegExp(`^shop +preprod +${newest} .* 0$`, 'm'));
  expect(board).toMatch(new RegExp(`^shop +prod \\(held\\) +1\\.0\\.0 .* ${behind}$`, 'm'));
}

/** Without an engine a picture is stored twice, refused, and mended as the advice says. */
function expectMended(told: Told): void {
  expectWhole(told, { refusals: 4, newest: '1.2.0', behind: 3 });
  expect(told.story).toMatch(
    /^- Leave .*\/app\S* out of this COPY: that of line \d+ brings \w+ again/m,
  );
  expect(told.story).toMatch(/^- compared with sha256:[0-9a-f]{12}: \+2\.1 MB, 1 file added/m);
}

// Where nothing of the images runs, any program is their Node, and this one is compressed at once.
const small = '/bin/true';

// They wait for each other's processor less than for disk and children: both begin at once.
let inFolder: Promise<Told>;
let withEngine: Promise<Told> | undefined;
beforeAll(() => {
  inFolder = demo('--node', small);
  if (tool('buildah') !== undefined) withEngine = demo('--builder', 'buildah');
});

test('the demo goes to production and back in a folder, and leaves nothing behind', async () => {
  expectMended(await inFolder);
}, 120_000);

withTool(
  'docker-registry',
  'the demo makes the same digests again, below a prefix of a registry',
  async (tools) => {
    const registry = await runningDistribution(tools['docker-registry']);
    try {
      const [there, here] = await Promise.all([
        demo('--node', small, '--store', new URL('team/a', registry.url).href),
        inFolder,
      ]);
      expectMended(there);
      expect(digestsIn(there.story)).toEqual(digestsIn(here.story));
      const shelf = registryShelf(registry.url, 'team/a/ghcr.io/acme/shop');
      const names = await shelf.names();
      expect(names.prod).toBe(names['1.0.0']);
      expect(names.dev).toBe(names['1.2.0']);
    } finally {
      await registry.close();
    }
  },
  120_000,
);

withTool(
  'buildah',
  'the demo builds from the Dockerfile with RUN when it has an engine',
  async () => {
    const told = await withEngine;
    if (told === undefined) throw new Error('it was not begun');
    expectWhole(told, { refusals: 3, newest: '1.1.0', behind: 1 });
    expect(count(told.story, /^Built linux\/\w+ with buildah \(.* s\)$/gm)).toBe(3);
    expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain('/ecluse-demo-');
  },
  120_000,
);
