import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { Yard } from '../packages/builder/buildah.fixture.ts';
import { runningServer, type RunningServer } from '../packages/oci/server.open.ts';
import { randomFrom } from '../rounds.ts';
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
import { processesWith } from '../support/processes.ts';
import { folderShelf } from '../support/shelf.ts';
import { together } from '../support/together.ts';
import { Workshop } from '../support/workshop.ts';
import { withTool } from '../tools.ts';

let server: RunningServer;
let workshop: Workshop;
let commit: string;
let digest: string;
let count: Readonly<Record<Moment['kind'], number>>;
beforeAll(async () => {
  server = await runningServer();
  workshop = new Workshop();
  commit = workshop.commit();
  workshop.git('tag', 'v1.0.0');
  const whole = spotOf('whole');
  count = await countRequests(workshop, whole);
  digest = (await folderShelf(folderOf(whole)).names()).dev ?? '';
}, 60_000);
afterAll(async () => {
  workshop[Symbol.dispose]();
  await server.close();
});

const spotOf = (prefix: string): Spot => ({ registry: server.url, prefix });
const folderOf = (spot: Spot): string => join(server.folder, 'store', repositoryAt(spot));

/** Every n-th moment of a kind. */
const moments = (kind: Moment['kind'], when: Moment['when'], step: number): readonly Moment[] =>
  Array.from({ length: Math.ceil(count[kind] / step) }, (_, index) => ({
    kind,
    when,
    nth: 1 + index * step,
  }));

test('a run that is killed at any of its requests is completed by a rerun', async () => {
  // What stands in the registry after one write stands there before the next: all of them, and some of the others.
  const chosen = [
    ...moments('write', 'before', 1),
    ...moments('write', 'after', 8),
    ...moments('read', 'before', 15),
  ];
  const ends = await together(chosen, 2, async (moment) => {
    const spot = spotOf(`${moment.kind}-${moment.nth}-${moment.when}`);
    const { signal } = await endedAt(workshop, spot, { moment });
    const folder = folderOf(spot);
    const second = await rerunAt(workshop, spot, folderShelf(folder));
    return { moment, signal, ...second, problems: problemsIn(folder) };
  });
  expect(ends).toEqual(
    chosen.map((moment) => ({
      moment,
      signal: 'SIGKILL',
      ...complete(digest, commit),
      problems: [],
    })),
  );
}, 120_000);

test('a run into a folder that is killed at any time leaves a layout, and a rerun completes it', async () => {
  const random = randomFrom(1);
  const times = Array.from({ length: 5 }, (_, index) => index * 25 + random.below(25));
  const ends = await together(times, 2, async (ms) => {
    const store = join(workshop.home, `folder-${ms}`);
    await killedInFolder(workshop, store, ms);
    const layout = layoutIn(store);
    const problems = problemsIn(layout);
    const second = await rerun(workshop, store, folderShelf(layout));
    return { ms, problems, ...second, after: problemsIn(layout) };
  });
  expect(ends).toEqual(
    times.map((ms) => ({ ms, problems: [], ...complete(digest, commit), after: [] })),
  );
}, 60_000);

/** The same sources with a temporary folder that nobody else has. */
function privately(of: Workshop): Workshop & { readonly temporary: string } {
  const own = of.at(of.tree);
  const temporary = join(own.home, 'temporary');
  mkdirSync(temporary);
  own.env = { TMPDIR: temporary };
  return Object.assign(own, { temporary });
}

const interrupted = (signal: NodeJS.Signals, exit: number) => ({
  kind: 'https://ecluse.dev/error/v1',
  code: 'interrupted',
  exit,
  message: `ended by ${signal}`,
});

test.each([
  ['SIGINT', 130, 3],
  ['SIGTERM', 143, 3],
  ['SIGINT', 130, 12],
  ['SIGTERM', 143, 12],
] as const)(
  '%s ends a run with %d at write request %d, and leaves no process and no temporary file',
  async (signal, code, nth) => {
    using own = privately(workshop);
    const spot = spotOf(`${signal}-${nth}`.toLowerCase());
    const moment = { kind: 'write', nth, when: 'before' } as const;
    const ended = await endedAt(own, spot, { moment, signal });
    const { stdout, stderr } = ended;
    // What it said tells why it was another code.
    expect({ ...ended }).toEqual({ code, signal: null, stdout, stderr });
    expect(JSON.parse(ended.stdout)).toEqual(interrupted(signal, code));
    expect(readdirSync(own.temporary)).toEqual([]);
    expect(processesWith(own.temporary)).toEqual([]);
    const second = await rerunAt(own, spot, folderShelf(folderOf(spot)));
    expect(second).toEqual(complete(digest, commit));
  },
);

withTool('buildah', 'a signal ends what an engine runs, and leaves none of its files', async () => {
  await using yard = new Yard();
  yard.root();
  using shop = new Workshop({
    Dockerfile: 'FROM scratch\nCOPY root/ /\nRUN ["/bin/sleep", "86399"]\n',
    '.dockerignore': '*\n!root\n',
  });
  cpSync(join(yard.context, 'root'), join(shop.tree, 'root'), { recursive: true });
  shop.commit();
  using own = privately(shop);
  const run = own.start('run', '--builder', 'buildah', '--json');
  const sleeping = () => processesWith('/bin/sleep\x0086399');
  for (let tries = 0; sleeping().length === 0 && tries < 500; tries += 1) await sleep(20);
  expect(sleeping()).not.toEqual([]);
  run.kill('SIGTERM');
  const ended = await run.ended;
  expect(ended).toMatchObject({ code: 143, signal: null });
  expect(JSON.parse(ended.stdout)).toEqual(interrupted('SIGTERM', 143));
  expect(sleeping()).toEqual([]);
  expect(processesWith(own.temporary)).toEqual([]);
  expect(readdirSync(own.temporary)).toEqual([]);
  expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain(own.home);
});
