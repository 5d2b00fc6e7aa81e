import { setTimeout as sleep } from 'node:timers/promises';

import { openLayout, parseTag } from '#oci';

import { fsck } from './fsck.ts';
import { start, type Running } from './processes.ts';
import { imageOf, listOf } from './samples.ts';

export interface Outcome {
  /** Whatever should not be so. */
  readonly problems: readonly string[];
  readonly writes: number;
}

/** What writers said that they wrote must be there, and each contested name must have one winner at most. */
async function check(folder: string, lines: readonly string[]): Promise<readonly string[]> {
  const problems = [...fsck(folder)];
  const repository = openLayout(folder);
  const { digest: subject } = imageOf('shared').descriptor;
  const referrers = new Set(
    (await listOf(repository.referrers(subject))).map(({ digest }) => digest as string),
  );
  const told = new Set<string>();
  for (const [kind = '', digest = ''] of lines.map((line) => line.split(' '))) {
    if (kind === 'referrer') {
      if (!referrers.has(digest)) problems.push(`the referrer ${digest} is lost`);
    } else if (kind !== 'lost') {
      const standing = (await repository.resolve(parseTag(kind)))?.digest;
      if (standing !== digest) problems.push(`${kind} is lost`);
      if (told.has(kind)) problems.push(`${kind} has two winners`);
      told.add(kind);
    }
  }
  return problems;
}

const allLines = (runs: readonly Running[]) => runs.flatMap(({ lines }) => lines);

/** Processes that store and tag in one layout at once. */
export async function crowd(folder: string, processes: number, rounds: number): Promise<Outcome> {
  const runs = Array.from({ length: processes }, (_, index) =>
    start('layout-writer.ts', folder, `w${index}`, String(rounds)),
  );
  const ends = await Promise.all(runs.map(({ end }) => end));
  const complaints = ends.filter(({ code }) => code !== 0).map((end) => end.complaints);
  const lines = allLines(runs);
  return { problems: [...complaints, ...(await check(folder, lines))], writes: lines.length };
}

/** Numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Processes that are killed while they write, again and again, with the layout checked after each. */
export async function killing(
  folder: string,
  { seed, ms }: { readonly seed: number; readonly ms: number },
): Promise<Outcome & { readonly kills: number }> {
  const next = random(seed);
  const until = performance.now() + ms;
  const runs: Running[] = [];
  let kills = 0;
  while (performance.now() < until) {
    const pair = [0, 1].map((side) =>
      start('layout-writer.ts', folder, `k${kills}-${side}`, '100000'),
    );
    runs.push(...pair);
    for (const run of pair) {
      await run.next();
      await sleep(next() * 60);
      run.child.kill('SIGKILL');
      kills++;
    }
    await Promise.all(pair.map(({ end }) => end));
    const problems = await check(folder, allLines(runs));
    if (problems.length > 0) return { problems, kills, writes: allLines(runs).length };
  }
  const last = await crowd(folder, 1, 1);
  return { ...last, kills, writes: allLines(runs).length };
}
