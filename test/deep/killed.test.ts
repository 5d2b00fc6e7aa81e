import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { runningDistribution } from '../packages/oci/distribution.open.ts';
import { runningServer, type RunningServer } from '../packages/oci/server.open.ts';
import { rounds, type Random } from '../rounds.ts';
import {
  complete,
  countRequests,
  endedAt,
  killedInFolder,
  layoutIn,
  problemsIn,
  repositoryAt,
  rerun,
  rerunAt,
  type Moment,
  type Spot,
} from '../support/killed.ts';
import { folderShelf, registryShelf, type Shelf } from '../support/shelf.ts';
import { stocked, type Stocked } from '../support/stocked.ts';
import { together } from '../support/together.ts';
import { Workshop } from '../support/workshop.ts';
import { withTool } from '../tools.ts';

const parts = 4;
const atOnce = [1, 2, 3, 4];

let server: RunningServer;
let workshop: Workshop;
let commit: string;
beforeAll(async () => {
  server = await runningServer();
  workshop = new Workshop();
  commit = workshop.commit();
  workshop.git('tag', 'v1.0.0');
});
afterAll(async () => {
  workshop[Symbol.dispose]();
  await server.close();
});

type Count = Readonly<Record<Moment['kind'], number>>;

function momentFrom(random: Random, count: Count): Moment {
  const kind = random.pick(['write', 'read'] as const);
  return {
    kind,
    nth: 1 + random.below(count[kind]),
    when: random.pick(['before', 'after'] as const),
  };
}

/** Ends runs against a registry at random moments, and has reruns complete them. */
async function endRuns(
  registry: URL,
  shelfOf: (spot: Spot) => Shelf,
  check: (spot: Spot) => void,
): Promise<number> {
  const whole = { registry, prefix: 'whole' };
  const count = await countRequests(workshop, whole);
  const digest = (await shelfOf(whole).names()).dev ?? '';
  return rounds(
    async (random, seed) => {
      const moments = atOnce.map((number) => ({ number, ...momentFrom(random, count) }));
      await together(moments, 2, async ({ number, ...moment }) => {
        const spot = { registry, prefix: `seed-${seed}-${number}` };
        const { signal } = await endedAt(workshop, spot, { moment });
        const second = await rerunAt(workshop, spot, shelfOf(spot));
        expect({ moment, signal, ...second }).toEqual({
          moment,
          signal: 'SIGKILL',
          ...complete(digest, commit),
        });
        check(spot);
      });
    },
    { parts },
  );
}

const folderOf = (spot: Spot): string => join(server.folder, 'store', repositoryAt(spot));

test('a run against our server that is killed at any request is completed by a rerun', async () => {
  const done = await endRuns(
    server.url,
    (spot) => folderShelf(folderOf(spot)),
    (spot) => {
      expect(problemsIn(folderOf(spot))).toEqual([]);
    },
  );
  expect(done).toBeGreaterThan(0);
});

withTool(
  'docker-registry',
  'a run against Distribution that is killed at any request is completed by a rerun',
  async (tools) => {
    const distribution = await runningDistribution(tools['docker-registry']);
    try {
      const done = await endRuns(
        distribution.url,
        (spot) => registryShelf(distribution.url, repositoryAt(spot)),
        () => undefined,
      );
      expect(done).toBeGreaterThan(0);
    } finally {
      await distribution.close();
    }
  },
);

test('a run into a folder that is killed at any time leaves a layout, and a rerun completes it', async () => {
  const whole = join(workshop.home, 'whole');
  const { digest } = await rerun(workshop, whole, folderShelf(layoutIn(whole)));
  const done = await rounds(
    async (random, seed) => {
      const times = atOnce.map((number) => ({ number, ms: random.below(200) }));
      await together(times, 2, async ({ number, ms }) => {
        const store = join(workshop.home, `seed-${seed}-${number}`);
        await killedInFolder(workshop, store, ms);
        const layout = layoutIn(store);
        expect(problemsIn(layout)).toEqual([]);
        const second = await rerun(workshop, store, folderShelf(layout));
        expect(second).toEqual(complete(digest, commit));
        expect(problemsIn(layout)).toEqual([]);
      });
    },
    { parts },
  );
  expect(done).toBeGreaterThan(0);
});

/** What a person decides, and what there has to be in the end. */
interface Decision {
  readonly args: readonly string[];
  /** What a person has done before. */
  readonly before?: readonly string[];
  readonly environment: 'dev' | 'prod';
  readonly digest: (stock: Stocked, newest: string) => string;
  readonly held: boolean;
}

const dev = ['promote', '--environment', 'dev'];
const back = [...dev, '--rollback', '--to', '1.0.0'];
const decisions: readonly [Decision, ...Decision[]] = [
  {
    args: ['promote', '--environment', 'prod'],
    environment: 'prod',
    digest: (_, newest) => newest,
    held: false,
  },
  { args: back, environment: 'dev', digest: ({ released }) => released, held: true },
  {
    args: [...dev, '--resume'],
    before: back,
    environment: 'dev',
    digest: ({ released }) => released,
    held: false,
  },
];

test('a decision of a person that is killed at any request is completed by a rerun', async () => {
  using stock = await stocked();
  const { workshop: shop } = stock;
  const { document } = await shop.json('run');
  const { digest: newest } = document as unknown as { readonly digest: string };
  const copy = (prefix: string): { readonly spot: Spot; readonly folder: string } => {
    const folder = join(server.folder, 'store', prefix);
    cpSync(stock.store, folder, { recursive: true });
    return { spot: { registry: server.url, prefix }, folder };
  };
  const done = await rounds(
    async (random, seed) => {
      const { args, before, environment, digest, held } = random.pick(decisions);
      const counted = copy(`count-${seed}`);
      const { spot, folder } = copy(`decide-${seed}`);
      if (before !== undefined) {
        for (const store of [counted.folder, folder]) await shop.json(...before, '--store', store);
      }
      const moment = momentFrom(random, {
        ...(await countRequests(shop, counted.spot, args)),
      });
      const { signal } = await endedAt(shop, spot, { moment, args });
      const second = await shop.json(...args, '--store', folder);
      const status = await shop.json('status', '--store', folder);
      const { board } = status.document as unknown as {
        readonly board: readonly { readonly environment: string }[];
      };
      expect({ moment, signal, code: second.code }).toEqual({ moment, signal: 'SIGKILL', code: 0 });
      expect(board.find((square) => square.environment === environment)).toMatchObject({
        digest: digest(stock, newest),
        held,
      });
      expect(problemsIn(layoutIn(folder))).toEqual([]);
      const statements = await folderShelf(layoutIn(folder)).statements(newest);
      const passed = statements.filter(({ says }) => says === 'passed');
      const environments = passed.map((one) => one.environment);
      expect(new Set(environments).size).toBe(environments.length);
    },
    { parts },
  );
  expect(done).toBeGreaterThan(0);
});
