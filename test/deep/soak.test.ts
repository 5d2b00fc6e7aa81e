import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from '@jest/globals';

import { fsck } from '../packages/oci/fsck.ts';
import { rounds, type Random } from '../rounds.ts';
import { repositories } from './soak-blobs.ts';
import { Crew, Server } from './soak-crew.ts';
import { whatStands } from './soak-final.ts';
import { History, type How, type Line } from './soak-history.ts';
import { subject } from './soak-images.ts';

const clients = 6;
/** Of the work in one round. */
const workMs = 20_000;

/** Kills servers and clients, and puts others in their places, until the time is over. */
async function harass(
  random: Random,
  { servers, crew }: { readonly servers: readonly Server[]; readonly crew: Crew },
): Promise<number> {
  const end = performance.now() + workMs;
  let kills = 0;
  for (;;) {
    await sleep(100 + random.below(900));
    const left = end - performance.now();
    if (left < 0) return kills;
    kills += 1;
    const victims = random.pick([[0], [1], [0, 1], []]).flatMap((each) => servers[each] ?? []);
    if (victims.length === 0) {
      crew.fire(random.below(clients));
      crew.hire(left);
    }
    await Promise.all(
      victims.map(async (server) => {
        await server.kill();
        await server.start();
      }),
    );
  }
}

/** What is wrong after a round, and how much was done in it. */
async function soak(home: string, random: Random, seed: number) {
  const store = join(home, 'store');
  const journals = join(home, 'journals');
  mkdirSync(journals);
  const servers = [new Server(store), new Server(store)];
  await Promise.all(servers.map((server) => server.start()));
  const crew = new Crew({ folder: journals, bases: servers.map(({ base }) => base), seed });
  for (let number = 0; number < clients; number += 1) crew.hire(workMs);
  const kills = await harass(random, { servers, crew });
  await crew.end();
  for (const server of servers) await server.kill();
  const history = new History();
  for (const { who, lines } of crew.journals()) history.add(who, lines);
  const problems = repositories
    .map((name) => join(store, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => fsck(folder).map((problem) => `${folder}: ${problem}`));
  const last = new Server(store);
  await last.start();
  const standing = await whatStands(last.base, history.keys, subject.digest);
  await last.kill();
  const complaints = [...servers, last, crew].flatMap((each) => each.complaints);
  return {
    problems: [...problems, ...complaints, ...history.problems(standing)],
    kills,
    acknowledged: history.acknowledged,
    unknown: history.unknown,
  };
}

test('a write that was acknowledged and is lost is found', () => {
  const history = new History();
  const wrote = (id: number, value: string, how: How): readonly Line[] => [
    { begin: id, at: 10 * id, writes: { 'tag a b': value }, from: id === 1 ? 'absent' : 'one' },
    { end: id, at: 10 * id + 5, how },
  ];
  history.add('c0', [...wrote(1, 'one', 'done'), ...wrote(2, 'two', 'unknown')]);
  history.add('c1', [...wrote(3, 'three', 'done'), ...wrote(4, 'four', 'undone')]);
  history.add('c2', [{ reads: { 'tag a b': 'two' }, since: 22, at: 24 }]);
  const found = (value: string) => history.problems(new Map([['tag a b', value]]));
  expect(found('three')).toEqual([]);
  expect(found('two')).toEqual([
    'tag a b is two for the end, and three was acknowledged',
    'tag a b was moved to three, and lost it unnoticed',
  ]);
  history.add('c3', [{ reads: { 'tag a b': 'four' }, since: 50, at: 51 }]);
  expect(found('three')).toContain('tag a b is four for c3, and three was acknowledged');
});

test('six processes at two servers of one folder, all of them killed at any time, lose nothing that was acknowledged', async () => {
  const sums = { kills: 0, acknowledged: 0, unknown: 0 };
  const done = await rounds(async (random, seed) => {
    const home = mkdtempSync(join(tmpdir(), 'ecluse-soak-'));
    const { problems, ...counts } = await soak(home, random, seed);
    // What is wrong is left there to be looked at.
    expect({ home, problems }).toEqual({ home, problems: [] });
    rmSync(home, { recursive: true });
    sums.kills += counts.kills;
    sums.acknowledged += counts.acknowledged;
    sums.unknown += counts.unknown;
    expect(counts.acknowledged).toBeGreaterThan(0);
  });
  if (process.env.ECLUSE_ROUNDS_MS === undefined) return;
  const { kills, acknowledged, unknown } = sums;
  // Not console: jest would add where it was called.
  process.stderr.write(
    `${done} rounds: ${acknowledged} writes acknowledged, ${unknown} broken off, ${kills} kills\n`,
  );
});
