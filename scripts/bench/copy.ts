import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { locate } from '../tools-lock.ts';
import type { Bench, Contender, Prepared } from './bench.ts';
import { bundle } from './child.ts';
import { startCounting } from './copy-count.ts';
import { nameAll, putImage, putList, putReferrer, standing, startRegistry } from './copy-places.ts';
import { watched } from './copy-run.ts';

const big = { seed: 1, layers: 8, layerBytes: 137_500_000 };

/** What each program is told for one way of copying; undefined where it cannot. */
interface Way {
  readonly title: string;
  readonly goal: number;
  readonly from: 'registry' | 'layout';
  readonly to: 'registry' | 'layout';
}

const ways: Readonly<Record<string, Way>> = {
  'copy-registry': {
    title: '1.1 GB from registry to registry',
    goal: 1,
    from: 'registry',
    to: 'registry',
  },
  'copy-to-layout': {
    title: '1.1 GB from a registry to a layout',
    goal: 1,
    from: 'registry',
    to: 'layout',
  },
  'copy-to-registry': {
    title: '1.1 GB from a layout to a registry',
    goal: 1.1,
    from: 'layout',
    to: 'registry',
  },
  'copy-layouts': {
    title: '1.1 GB from layout to layout on one disk',
    goal: 0.3,
    from: 'layout',
    to: 'layout',
  },
};

/** Where a way begins and ends. */
interface Places {
  readonly folder: string;
  readonly from: string;
  readonly to: string;
}

type Command = (way: Way, places: Places) => readonly string[];

const commands: Readonly<Record<string, Command>> = {
  oras: (way, { from, to }) => [
    'cp',
    way.from === 'layout' ? '--from-oci-layout' : '--from-plain-http',
    `${from}:1`,
    way.to === 'layout' ? '--to-oci-layout' : '--to-plain-http',
    `${to}:1`,
  ],
  crane: (way, { from, to }) => {
    if (way.from === 'registry' && way.to === 'registry') return ['copy', `${from}:1`, `${to}:1`];
    return way.from === 'registry'
      ? ['pull', '--format=oci', `${from}:1`, to]
      : ['push', from, `${to}:1`];
  },
  regctl: (way, places) => {
    const place = (kind: Way['from'], at: string) =>
      kind === 'layout' ? `ocidir://${at}:1` : `${at}:1`;
    const hosts = [places.from, places.to]
      .filter((at) => at.startsWith('127.'))
      .flatMap((at) => ['--host', `reg=${at.split('/')[0] ?? ''},tls=disabled`]);
    return ['image', 'copy', ...hosts, place(way.from, places.from), place(way.to, places.to)];
  },
  skopeo: (way, { from, to }) => [
    '--insecure-policy',
    'copy',
    '--src-tls-verify=false',
    '--dest-tls-verify=false',
    way.from === 'layout' ? `oci:${from}:1` : `docker://${from}:1`,
    way.to === 'layout' ? `oci:${to}:1` : `docker://${to}:1`,
  ],
};

/** A copy of an image that is large, against the fastest of the tools that can do it. */
const large = (way: Way): Bench => ({
  title: way.title,
  rounds: 5,
  goal: way.goal,
  async prepare(folder) {
    const program = locate('docker-registry');
    if (program === undefined)
      return { cannot: 'docker-registry is missing: npm run tools gets it' };
    const layout = join(folder, 'source');
    const root = putImage(layout, big);
    nameAll(layout, [['1', root]]);
    const registries = { from: join(folder, 'a'), to: join(folder, 'b') };
    const hosts = {
      from: await startRegistry(program, registries.from),
      to: await startRegistry(program, registries.to),
    };
    const cli = join(folder, 'dist', 'cli.js');
    await bundle(join(folder, 'dist'));
    const env = environment(folder);
    const ecluse = async (from: string, to: string) =>
      watched([process.execPath, cli, 'copy', `${from}:1`, `${to}:1`], env);
    const isInOneStore = way.from === 'layout' && way.to === 'layout';
    const stored = isInOneStore ? join(folder, 'stored') : layout;
    if (way.from === 'registry' || isInOneStore) await ecluse(`oci:${layout}`, `${hosts.from}/big`);
    // A store has what came into it, hashed, from elsewhere.
    if (isInOneStore) await ecluse(`${hosts.from}/big`, `oci:${stored}`);
    const places: Places = {
      folder,
      from: way.from === 'registry' ? `${hosts.from}/big` : stored,
      to: way.to === 'registry' ? `${hosts.to}/big` : join(folder, 'target'),
    };
    const clear = async () => {
      rmSync(join(folder, 'target'), { recursive: true, force: true });
      rmSync(join(registries.to, 'data/docker'), { recursive: true, force: true });
      execFileSync('sync');
    };
    const peaks: number[] = [];
    const scheme = (kind: Way['from']) => (kind === 'layout' ? 'oci:' : '');
    const ours: Contender = {
      name: `ecluse copy ${scheme(way.from)}…:1 ${scheme(way.to)}…:1`,
      before: clear,
      async run() {
        const { peakMB } = await ecluse(
          `${scheme(way.from)}${places.from}`,
          `${scheme(way.to)}${places.to}`,
        );
        peaks.push(peakMB);
      },
    };
    const { theirs, said } = await fastest(way, places, { env, clear });
    if (theirs === undefined)
      return { cannot: `none of ${Object.keys(commands).join(', ')} is there` };
    return {
      ours,
      theirs,
      conditions: `8 layers of noise in the page cache; Distribution on the same machine; an empty target each time; one run each: ${said}`,
      async check() {
        await clear();
        await ours.run();
        if (way.to === 'registry') {
          if ((await standing(`${places.to}:1`)) !== root.digest) throw new Error('another digest');
        } else sameBlobs(places.to, layout);
        return `the same digest in the target; most memory of ours ${Math.max(...peaks).toFixed(0)} MB`;
      },
    };
  },
});

const environment = (folder: string) => {
  mkdirSync(join(folder, 'home'), { recursive: true });
  return { PATH: process.env.PATH, HOME: join(folder, 'home'), TMPDIR: folder };
};

/** Every tool once; the fastest is the one to be compared with. */
async function fastest(
  way: Way,
  places: Places,
  how: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly clear: () => Promise<void>;
  },
): Promise<{ readonly theirs: Contender | undefined; readonly said: string }> {
  const found: { readonly contender: Contender; readonly ms: number; readonly name: string }[] = [];
  for (const [name, command] of Object.entries(commands)) {
    const program = locate(name);
    if (program === undefined || (name === 'crane' && way.from === way.to && way.to === 'layout'))
      continue;
    const args = command(way, places);
    const contender: Contender = {
      name: `${name} ${args
        .filter((arg) => !arg.startsWith('--'))
        .map(shown)
        .join(' ')}`,
      before: how.clear,
      run: async () => {
        await watched([program, ...args], how.env);
      },
    };
    await how.clear();
    const start = performance.now();
    await contender.run();
    found.push({ contender, ms: performance.now() - start, name });
  }
  found.sort((a, b) => a.ms - b.ms);
  const said = found.map(({ name, ms }) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', ');
  return { theirs: found[0]?.contender, said };
}

const shown = (text: string): string =>
  text.replace(/\/\S*\//, '…/').replace(/^(\S*?)127\S*\//, '$1…/');

function sameBlobs(target: string, source: string): void {
  const parts = blobsOf(source);
  for (const digest of parts) {
    const bytes = readFileSync(join(target, 'blobs', digest.replace(':', '/')));
    if (`sha256:${createHash('sha256').update(bytes).digest('hex')}` !== digest) {
      throw new Error(`${digest} is not whole in the target`);
    }
  }
}

function blobsOf(layout: string): readonly string[] {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(layout, file), 'utf8')) as Readonly<Record<string, never>>;
  const { manifests } = read('index.json') as unknown as {
    manifests: readonly { digest: string }[];
  };
  const root = manifests[0]?.digest ?? '';
  const { config, layers } = read(join('blobs', root.replace(':', '/'))) as unknown as {
    readonly config: { readonly digest: string };
    readonly layers: readonly { readonly digest: string }[];
  };
  return [root, config.digest, ...layers.map(({ digest }) => digest)];
}

const images = 200;
const mostRequests = 6000;

/** Many small images with what refers to them, between registries that keep no list of referrers. */
const many: Bench = {
  title: '200 small images with 400 referrers from registry to registry',
  rounds: 3,
  goal: 0.75,
  async prepare(folder): Promise<Prepared> {
    const [program, crane] = ['docker-registry', 'crane'].map(locate);
    if (program === undefined || crane === undefined) {
      return { cannot: 'docker-registry or crane is missing: npm run tools gets them' };
    }
    const layout = join(folder, 'source');
    nameAll(layout, manyIn(layout));
    const target = join(folder, 'b');
    const [from, to] = [
      await startRegistry(program, join(folder, 'a')),
      await startRegistry(program, target),
    ];
    const cli = join(folder, 'dist', 'cli.js');
    await bundle(join(folder, 'dist'));
    const env = environment(folder);
    const ecluse = async (...args: readonly string[]) =>
      watched([process.execPath, cli, ...args], env);
    await ecluse('copy', `oci:${layout}`, `${from}/many`, '--all-tags');
    const before = async () => {
      rmSync(join(target, 'data/docker'), { recursive: true, force: true });
      execFileSync('sync');
    };
    const copied = async (source: string, destination: string) => {
      await ecluse('copy', `${source}/many`, `${destination}/many`, '--all-tags');
    };
    return {
      ours: { name: 'ecluse copy …/many …/many --all-tags', before, run: () => copied(from, to) },
      theirs: {
        name: 'crane copy --all-tags …/many …/many',
        before,
        run: async () => {
          await watched([crane, 'copy', '--all-tags', `${from}/many`, `${to}/many`], env);
        },
      },
      conditions: 'two Distributions on the same machine, an empty target each time',
      async check() {
        await before();
        const counting = [await startCounting(from), await startCounting(to)] as const;
        try {
          await copied(counting[0].host, counting[1].host);
        } finally {
          for (const one of counting) one.close();
        }
        for (const [name, { digest }] of manyIn(layout)) {
          // Lists of referrers are made anew: the same entries, perhaps in another order.
          const found = await standing(`${to}/many:${name}`);
          if (name.startsWith('v') && found !== digest) throw new Error(`${name} differs`);
        }
        const each = counting.map((one) => one.requests());
        const sum = each.reduce((total, count) => total + count, 0);
        const verdict = sum <= mostRequests ? 'met' : 'MISSED';
        return `${sum} requests of ours (${each.join(' + ')}), goal ≤ ${mostRequests}: ${verdict}`;
      },
    };
  },
};

function manyIn(layout: string) {
  return Array.from({ length: images }, (_, at) => at).flatMap((at) => {
    const seed = 1000 + at * 10;
    const image = putImage(layout, { seed, layers: 1, layerBytes: 20_000 });
    const list = putList(
      layout,
      [1, 2].map((each) => putReferrer(layout, image, seed + each)),
    );
    const names: readonly (readonly [string, typeof image])[] = [
      [`v${at}`, image],
      [image.digest.replace(':', '-'), list],
    ];
    return names;
  });
}

/** Ways of copying against the tools that one would take instead. */
export const copies: Readonly<Record<string, Bench>> = {
  ...Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, large(way)])),
  'copy-many': many,
};
