import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { openLayout, parseTag, type Digest, type Repository } from '#oci';

import { withTool } from '../../tools.ts';
import { runningDistribution } from './distribution.open.ts';
import { start } from './processes.ts';
import { imageOf, listOf, store } from './samples.ts';
import { remote, runningServer } from './server.open.ts';

const contested = parseTag('contested');

/** Ten processes attach a referrer to one image and move one tag, all at once. */
async function crowd(place: string, repository: Repository) {
  const shared = imageOf('shared');
  const { digest, mediaType } = await store(repository, shared);
  await repository.tag(contested, shared.bytes, mediaType, 'absent');
  const runs = Array.from({ length: 10 }, (_, index) =>
    start('registry-writer.ts', place, digest, `w${index}`, digest),
  );
  for (const run of runs) if (run.lines.length === 0) await run.next();
  for (const { child } of runs) child.stdin?.write('go\n');
  const ends = await Promise.all(runs.map(async ({ end }) => end));
  const lines = runs.flatMap((run) => run.lines);
  const told = (kind: string) =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.split(' ').slice(1));
  return {
    complaints: ends.filter(({ code }) => code !== 0).map((end) => end.complaints),
    attached: told('referrer').flat().toSorted(),
    won: told('won'),
    lost: told('lost'),
    kept: await digests(repository, digest),
    standing: (await repository.resolve(contested))?.digest,
  };
}

const digests = async (repository: Repository, subject: Digest) =>
  (await listOf(repository.referrers(subject))).map(({ digest }) => digest).toSorted();

type Crowd = Awaited<ReturnType<typeof crowd>>;

function expectAllKept({ complaints, attached, kept }: Crowd): void {
  expect(complaints).toEqual([]);
  expect(attached).toHaveLength(10);
  expect(kept).toEqual(attached);
}

function expectOneWinner({ won, lost, standing }: Crowd): void {
  expect(won).toEqual([[standing, 'atomic']]);
  expect(lost).toEqual(Array(9).fill([standing]));
}

test('ten processes at one layout: all referrers are kept, and one moves the tag', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'ecluse-crowd-'));
  try {
    const found = await crowd(folder, openLayout(folder));
    expectAllKept(found);
    expectOneWinner(found);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

test('ten processes at our server: all referrers are kept, and one moves the tag', async () => {
  const server = await runningServer();
  try {
    const found = await crowd(server.url.href, remote(server.url, 'acme/shop'));
    expectAllKept(found);
    expectOneWinner(found);
  } finally {
    await server.close();
  }
}, 60_000);

withTool(
  'docker-registry',
  'ten processes at Distribution: all referrers are kept, and who moved the tag for nothing is told or says that it was read back',
  async ({ 'docker-registry': program }) => {
    const server = await runningDistribution(program);
    try {
      const found = await crowd(server.url.href, remote(server.url, 'acme/shop'));
      expectAllKept(found);
      const { won, lost, standing } = found;
      expect(won.length + lost.length).toBe(10);
      // Nothing makes it one step: whoever is not told that he lost is told that he only read it back.
      expect(won.map(([, guarantee]) => guarantee)).toEqual(won.map(() => 'read-back'));
      expect(won.map(([digest]) => digest)).toContain(standing);
      expect(lost.length).toBeGreaterThanOrEqual(5);
    } finally {
      await server.close();
    }
  },
  60_000,
);
