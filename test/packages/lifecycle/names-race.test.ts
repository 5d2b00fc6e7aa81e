import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { openLayout, parseTag, type Repository } from '#oci';

import { withTool } from '../../tools.ts';
import { runningDistribution } from '../oci/distribution.open.ts';
import { start, type Running } from '../oci/processes.ts';
import { remote } from '../oci/server.open.ts';

const writer = '../lifecycle/names-writer.ts';

const common = '1.0.0';
const own = [
  ...['1.2.0', '2.0.0', '1.10.0', '1.9.3', '1.2.1', '1.1.9', '2.0.1', '0.9.0'],
  ...['2.1.0-rc.1', '1.10.0-r1'],
];

/** Lets all of them name at once, and gives what each has told. */
async function together(runs: readonly Running[]): Promise<Readonly<Record<string, string[]>>> {
  const next = runs.map(async (run) => run.next());
  for (const { child } of runs) child.stdin?.write('go\n');
  const told: Record<string, string[]> = {};
  for (const line of await Promise.all(next)) {
    const [word = 'nothing', ...rest] = (line ?? '').split(' ');
    (told[word] ??= []).push(rest.join(' '));
  }
  return told;
}

async function standing(repository: Repository, ...names: readonly string[]) {
  const digests = names.map(async (name) => (await repository.resolve(parseTag(name)))?.digest);
  return Promise.all(digests);
}

/** Ten processes write one version with images of their own; then each of them one of its own. */
async function expectOneTruth(place: string, repository: Repository): Promise<void> {
  const runs = own.map((version, at) => start(writer, place, `w${at}`, common, version));
  try {
    await expectOneOf(runs, repository);
  } finally {
    for (const { child } of runs) child.kill();
  }
}

async function expectOneOf(runs: readonly Running[], repository: Repository): Promise<void> {
  await Promise.all(runs.map(async (run) => run.lines.length > 0 || run.next()));
  const one = await together(runs);
  const [winner, latest] = await standing(repository, common, 'latest');
  expect(one).toEqual({ won: [winner], refused: Array(9).fill(expect.any(String)) });
  expect(latest).toBe(winner);
  const many = await together(runs);
  expect(Object.keys(many)).toEqual(['won']);
  expect(await Promise.all(runs.map(async ({ end }) => end))).toEqual(
    runs.map(() => ({ code: 0, complaints: '' })),
  );
  const versions = await standing(repository, ...own);
  expect(versions.toSorted()).toEqual(many.won?.toSorted());
  expect(await standing(repository, 'latest', '2', '2.0', '1', '1.10', '1.2', '1.1', '0')).toEqual(
    await standing(
      repository,
      ...['2.0.1', '2.0.1', '2.0.1', '1.10.0-r1', '1.10.0-r1', '1.2.1', '1.1.9', '0.9.0'],
    ),
  );
}

test('ten processes at one layout: one digest has the version, and names end on the highest', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ecluse-names-'));
  try {
    await expectOneTruth(folder, openLayout(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);

withTool(
  'docker-registry',
  'ten processes at Distribution: one digest has the version, and names end on the highest',
  async ({ 'docker-registry': program }) => {
    const registry = await runningDistribution(program);
    try {
      await expectOneTruth(registry.url.href, remote(registry.url, 'acme/shop'));
    } finally {
      await registry.close();
    }
  },
  120_000,
);
