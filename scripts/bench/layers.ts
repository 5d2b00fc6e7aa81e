import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { locate } from '../tools-lock.ts';
import type { Bench } from './bench.ts';
import { bundle } from './child.ts';
import { watched } from './copy-run.ts';
import { spread, writeImage, type Made, type Stored } from './layer-image.ts';

interface Case {
  readonly title: string;
  readonly goal: number;
  readonly stored: Stored;
  readonly layers: () => readonly (readonly Made[])[];
  /** For ours alone. */
  readonly args?: readonly string[];
  /** What ours has read before: all layers but the last. */
  readonly isKnown?: true;
}

const two = () => [spread('usr', 40_000, 500e6), spread('opt', 35_000, 500e6)];
const whiteouts = (count: number) => () => [
  spread('usr', 40_000, 100e6),
  Array.from({ length: count }, (_, at) => ({
    path: `usr/dir-${at % 997}/.wh.file-${at}`,
    sizeBytes: 0,
  })),
];
const cold = ['--no-hashes'];

const cases: Readonly<Record<string, Case>> = {
  'layers-gzip': {
    title: 'layers of 1 GB in 2 gzip layers, verified',
    goal: 1 / 3,
    stored: 'gzip',
    layers: two,
    args: cold,
  },
  'layers-unverified': {
    title: 'layers of 1 GB in 2 gzip layers, not verified',
    goal: 1 / 4,
    stored: 'gzip',
    layers: two,
    args: [...cold, '--no-verify'],
  },
  'layers-hashed': {
    title: 'layers of 1 GB in 2 gzip layers, verified, every file hashed',
    goal: 1 / 3,
    stored: 'gzip',
    layers: two,
  },
  'layers-zstd': {
    title: 'layers of 1 GB in 2 zstd layers, verified',
    goal: 1 / 2,
    stored: 'zstd',
    layers: two,
    args: cold,
  },
  'layers-plain': {
    title: 'layers of 1 GB in 2 plain layers, verified',
    goal: 1 / 3,
    stored: 'plain',
    layers: two,
    args: cold,
  },
  'layers-whiteouts': {
    title: 'layers with 500 files deleted one by one',
    goal: 1 / 100,
    stored: 'plain',
    layers: whiteouts(500),
    args: cold,
  },
  'layers-again': {
    title: 'layers of 1 GB in 2 gzip layers, a small one changed',
    goal: 1 / 30,
    stored: 'gzip',
    layers: () => [...two(), [{ path: 'app/new', sizeBytes: 100_000 }]],
    args: cold,
    isKnown: true,
  },
};

/** What is in an image, against Dive: from the same archive, the page cache warm, a new process each time. */
const bench = (of: Case): Bench => ({
  title: of.title,
  rounds: 3,
  goal: of.goal,
  async prepare(folder) {
    const dive = locate('dive');
    if (dive === undefined) return { cannot: 'dive is missing: npm run tools -- dive gets it' };
    const file = join(folder, 'image.tar');
    const layers = of.layers();
    await writeImage(file, layers, of.stored);
    const cli = join(folder, 'dist', 'cli.js');
    await bundle(join(folder, 'dist'));
    mkdirSync(join(folder, 'home'));
    const env = { PATH: process.env.PATH, HOME: join(folder, 'home'), TMPDIR: folder };
    const cache = join(folder, 'cache');
    const ours = async (image: string, ...more: readonly string[]) =>
      watched(
        [
          process.execPath,
          cli,
          'layers',
          `docker-archive:${image}`,
          '--layer-cache',
          cache,
          '--metadata-file',
          join(folder, 'ours.json'),
          ...more,
        ],
        env,
      );
    if (of.isKnown) {
      const before = join(folder, 'before.tar');
      await writeImage(before, layers.slice(0, -1), of.stored);
      await ours(before, ...(of.args ?? []));
    }
    const peaks: number[] = [];
    return {
      ours: {
        name: `ecluse layers docker-archive:… ${(of.args ?? []).join(' ')}`,
        before: async () => {
          if (of.isKnown !== true) rmSync(cache, { recursive: true, force: true });
          for (const part of [file]) readFileSync(part);
        },
        async run() {
          peaks.push((await ours(file, ...(of.args ?? []))).peakMB);
        },
      },
      theirs: {
        name: 'dive --source docker-archive --json',
        before: async () => {
          readFileSync(file);
        },
        async run() {
          await watched(
            [dive, '--source', 'docker-archive', file, '--json', join(folder, 'dive.json')],
            { ...env, CI: 'true' },
          );
        },
      },
      conditions:
        'one archive in the page cache, a new process each time; Dive verifies nothing, and hashes every file',
      async check() {
        rmSync(join(folder, 'ours.json'), { force: true });
        await ours(file, ...(of.args ?? []), '--compat', 'dive');
        const read = (name: string) =>
          JSON.parse(readFileSync(join(folder, name), 'utf8')) as Readonly<Record<string, never>>;
        const mine = read('ours.json').dive as unknown as {
          readonly efficiency: number;
          readonly wastedBytes: number;
        };
        const its = read('dive.json').image as unknown as {
          readonly efficiencyScore: number;
          readonly inefficientBytes: number;
        };
        if (mine.efficiency !== its.efficiencyScore || mine.wastedBytes !== its.inefficientBytes) {
          throw new Error(
            `the numbers differ: ${JSON.stringify(mine).slice(0, 200)} and ${JSON.stringify(its).slice(0, 200)}`,
          );
        }
        return `the same efficiency (${its.efficiencyScore}); most memory of ours ${Math.max(...peaks).toFixed(0)} MB`;
      },
    };
  },
});

/** What is in an image, against Dive. */
export const layersBenches: Readonly<Record<string, Bench>> = Object.fromEntries(
  Object.entries(cases).map(([name, of]) => [name, bench(of)]),
);
