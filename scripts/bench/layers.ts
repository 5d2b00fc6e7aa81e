import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import type { LayersDocument } from '#layers';

import { locate } from '../tools-lock.ts';
import type { Bench } from './bench.ts';
import { bundle } from './child.ts';
import { watched } from './copy-run.ts';
import { inflateMs } from './inflate-limit.ts';
import { spread, writeImage, type Made, type MadeImage, type Stored } from './layer-image.ts';
import { median } from './measure.ts';

interface Case {
  readonly title: string;
  readonly goal: number;
  readonly rounds?: number;
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
  'layers-whiteouts-2000': {
    title: 'layers with 2,000 files deleted one by one',
    goal: 1 / 300,
    // Each takes Dive minutes.
    rounds: 1,
    stored: 'plain',
    layers: whiteouts(2_000),
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
  rounds: of.rounds ?? 3,
  goal: of.goal,
  async prepare(folder) {
    const dive = locate('dive');
    if (dive === undefined) return { cannot: 'dive is missing: npm run tools -- dive gets it' };
    const file = join(folder, 'image.tar');
    const layers = of.layers();
    const made = await writeImage(file, layers, of.stored);
    await bundle(join(folder, 'dist'));
    mkdirSync(join(folder, 'home'));
    const env = { PATH: process.env.PATH, HOME: join(folder, 'home'), TMPDIR: folder, CI: 'true' };
    const place = { folder, env, args: of.args ?? [] };
    if (of.isKnown) {
      const before = join(folder, 'before.tar');
      await writeImage(before, layers.slice(0, -1), of.stored);
      await ours(place, before);
    }
    const seen = { peaksMB: [] as number[], oursMs: [] as number[], limitsMs: [] as number[] };
    // Dive's gate ends in 1 where a rule is not met.
    const rules = join(folder, 'rules.yaml');
    writeFileSync(
      rules,
      'rules:\n  lowestEfficiency: disabled\n  highestUserWastedPercent: disabled\n',
    );
    const diveArgs = [dive, '--source', 'docker-archive', file];
    return {
      ours: {
        name: `ecluse layers docker-archive:… ${place.args.join(' ')}`,
        before: async () => {
          if (of.isKnown !== true) rmSync(join(folder, 'cache'), { recursive: true, force: true });
          readFileSync(file);
          if (of.isKnown !== true) seen.limitsMs.push(...(await limitMs(made, of.stored)));
        },
        async run() {
          const start = performance.now();
          seen.peaksMB.push((await ours(place, file)).peakMB);
          seen.oursMs.push(performance.now() - start);
        },
      },
      theirs: {
        name: 'CI=true dive --source docker-archive',
        before: async () => {
          readFileSync(file);
        },
        async run() {
          await watched([...diveArgs, '--ci-config', rules], env);
        },
      },
      conditions:
        'one archive in the page cache, a new process each time; Dive verifies nothing, and hashes every file',
      async check() {
        await watched([...diveArgs, '--json', join(folder, 'dive.json')], env);
        rmSync(join(folder, 'ours.json'), { force: true });
        await ours(place, file, '--compat', 'dive');
        const same = sameAsDive(folder, layers);
        return [same, ...near(seen), `most memory of ours ${most(seen.peaksMB)} MB`].join('; ');
      },
    };
  },
});

interface Place {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly args: readonly string[];
}

const ours = async ({ folder, env, args }: Place, image: string, ...more: readonly string[]) =>
  watched(
    [
      process.execPath,
      join(folder, 'dist', 'cli.js'),
      'layers',
      `docker-archive:${image}`,
      '--layer-cache',
      join(folder, 'cache'),
      '--metadata-file',
      join(folder, 'ours.json'),
      ...args,
      ...more,
    ],
    // Else it would speak to a workflow.
    { ...env, CI: undefined },
  );

/** The bare inflating of the same layers, as the machine does it in this moment. */
async function limitMs({ parts, plainBytes }: MadeImage, stored: Stored): Promise<number[]> {
  if (stored === 'plain') return [];
  return [
    await inflateMs(
      parts.map((part) => ({ ...part, compression: stored })),
      plainBytes,
    ),
  ];
}

const most = (values: readonly number[]): string => Math.max(...values).toFixed(0);

function near({ oursMs, limitsMs }: { readonly oursMs: number[]; readonly limitsMs: number[] }) {
  if (limitsMs.length === 0) return [];
  // The first round is not counted here either.
  const [took, limit] = [median(oursMs.slice(1)), median(limitsMs.slice(1))];
  const over = ((took / limit - 1) * 100).toFixed(0);
  return [
    `to inflate alone takes ${limit.toFixed(0)} ms on ${availableParallelism()} cores, and ours is ${over} % above it`,
  ];
}

interface DiveDocument {
  readonly image: {
    readonly efficiencyScore: number;
    readonly inefficientBytes: number;
    readonly sizeBytes: number;
  };
  readonly layer: readonly {
    readonly sizeBytes: number;
    readonly fileList: readonly { readonly path: string }[];
  }[];
}

/** That both read every file of every layer, and came to the same numbers; a layer that one did not know would show. */
function sameAsDive(folder: string, layers: readonly (readonly Made[])[]): string {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { image, layer } = read('dive.json') as DiveDocument;
  const { dive } = read('ours.json') as Pick<LayersDocument, 'dive'>;
  const theirs = [
    ...[image.efficiencyScore, image.inefficientBytes, image.sizeBytes],
    ...layer.map(({ sizeBytes }) => sizeBytes),
  ];
  const mine = [
    ...[dive?.efficiency, dive?.wastedBytes, dive?.sizeBytes],
    ...(dive?.layerSizes ?? []),
  ];
  const files = layer.map(({ fileList }) => fileList.filter(({ path }) => path !== '').length);
  const put = layers.map((members) => members.length);
  if (String(mine) !== String(theirs) || String(files) !== String(put)) {
    throw new Error(
      `the numbers differ: ${mine.join()} of ${put.join()} files and ${theirs.join()} of ${files.join()}`,
    );
  }
  return `both read ${put.reduce((sum, count) => sum + count, 0)} files with ${image.sizeBytes} bytes in ${layers.length} layers`;
}

/** What is in an image, against Dive. */
export const layersBenches: Readonly<Record<string, Bench>> = Object.fromEntries(
  Object.entries(cases).map(([name, of]) => [name, bench(of)]),
);
