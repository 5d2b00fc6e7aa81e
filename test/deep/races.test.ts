import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { faultProxy } from '../faults.ts';
import { runningDistribution } from '../packages/oci/distribution.open.ts';
import { runningServer, type Running } from '../packages/oci/server.open.ts';
import { rounds, type Random } from '../rounds.ts';
import { layoutIn, problemsIn } from '../support/killed.ts';
import { folderShelf, registryShelf } from '../support/shelf.ts';
import { Workshop } from '../support/workshop.ts';
import { tool, withTool } from '../tools.ts';

const parts = 3;
const program = tool('docker-registry');

let workshop: Workshop;
let commit: string;
let distribution: Running | undefined;
beforeAll(async () => {
  workshop = new Workshop();
  commit = workshop.commit();
  if (program !== undefined) distribution = await runningDistribution(program);
});
afterAll(async () => {
  workshop[Symbol.dispose]();
  await distribution?.close();
});

async function ran(of: Workshop, ...args: readonly string[]) {
  const { code, document } = await of.json(...args);
  const { digest } = document as unknown as { readonly digest?: string };
  return { code, digest };
}

const urlOf = (prefix: string): URL => new URL(prefix, distribution?.url);

withTool(
  'docker-registry',
  'runs of one commit at once end on one digest in Distribution, though each builds another',
  async () => {
    const done = await rounds(
      async (random, seed) => {
        const store = urlOf(`runs-${seed}`);
        const runs = await Promise.all(
          Array.from({ length: 2 + random.below(5) }, async (_, index) => {
            using own = workshop.at(workshop.tree);
            own.env = { SOURCE_DATE_EPOCH: String(1_000_000_000 + index) };
            return await ran(own, 'run', '--store', store.href);
          }),
        );
        const digest = runs[0]?.digest;
        expect(runs).toEqual(runs.map(() => ({ code: 0, digest })));
        const shelf = registryShelf(store, `runs-${seed}/ghcr.io/acme/shop`);
        expect(await shelf.names()).toEqual({
          [`sha-${commit}`]: digest,
          dev: digest,
          preprod: digest,
        });
      },
      { parts },
    );
    expect(done).toBeGreaterThan(0);
  },
);

withTool(
  'docker-registry',
  '10 processes promote at once in Distribution, and nothing that they say is lost',
  async () => {
    const done = await rounds(
      async (_, seed) => {
        const prefix = `promote-${seed}`;
        const { digest = '' } = await ran(workshop, 'run', '--store', urlOf(prefix).href);
        const proxy = await faultProxy(urlOf('/'), []);
        const store = new URL(prefix, proxy.url).href;
        const runs = await Promise.all(
          Array.from({ length: 10 }, async () =>
            ran(workshop, 'promote', '--environment', 'prod', '--store', store),
          ),
        );
        await proxy.close();
        expect(runs).toEqual(runs.map(() => ({ code: 0, digest })));
        const written = proxy.requests.flatMap(({ method, path }) =>
          method === 'PUT' ? (/manifests\/(sha256:[0-9a-f]{64})$/.exec(path)?.[1] ?? []) : [],
        );
        const shelf = registryShelf(urlOf('/'), `${prefix}/ghcr.io/acme/shop`);
        const statements = await shelf.statements(digest);
        const said = statements.filter(({ environment }) => environment === 'prod');
        expect(said.map(({ artifact }) => artifact).toSorted()).toEqual(
          [...new Set(written)].toSorted(),
        );
      },
      { parts },
    );
    expect(done).toBeGreaterThan(0);
  },
);

/** Clones, each with another of the commits on its branch main. */
function clonesOf(of: Workshop, commits: readonly string[]): readonly Workshop[] {
  return commits.map((each) => {
    const tree = join(of.home, `clone-${each}`);
    of.git('clone', '--quiet', of.tree, tree);
    const clone = of.at(tree);
    clone.git('checkout', '--quiet', '-B', 'main', each);
    return clone;
  });
}

const shuffled = <T>(random: Random, items: readonly T[]): readonly T[] =>
  items
    .map((item) => ({ item, at: random.below(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

test('pushes of several commits at once end on the newest, in a folder and in our server', async () => {
  using several = new Workshop();
  const commits = ['first', 'second', 'third', 'fourth'].map((app) => several.commit({ app }));
  const clones = clonesOf(several, commits);
  const server = await runningServer();
  try {
    const done = await rounds(
      async (random, seed) => {
        const prefix = `pushes-${seed}`;
        const folder = join(server.folder, 'store', prefix);
        const store = random.pick([folder, new URL(prefix, server.url).href]);
        const runs = await Promise.all(
          shuffled(random, clones).map(async (clone) => ran(clone, 'run', '--store', store)),
        );
        expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 0));
        const names = await folderShelf(layoutIn(folder)).names();
        const newest = names[`sha-${commits.at(-1) ?? ''}`];
        expect(Object.keys(names)).toHaveLength(commits.length + 2);
        expect(names).toMatchObject({ dev: newest, preprod: newest });
        expect(problemsIn(layoutIn(folder))).toEqual([]);
      },
      { parts },
    );
    expect(done).toBeGreaterThan(0);
  } finally {
    for (const clone of clones) clone[Symbol.dispose]();
    await server.close();
  }
});
