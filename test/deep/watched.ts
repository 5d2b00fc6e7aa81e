import { Worker } from 'node:worker_threads';

import { expect } from '@jest/globals';

import { rounds, type Random } from '../rounds.ts';

/** For one round. Processor time would be fairer to a busy machine, but what sleeps for ever uses none. */
const most = { ms: 90_000, mib: 3072 } as const;

/**
 * As `rounds`, with a thread beside it: a round that does not end or that fills the memory cannot say so itself. The thread
 * names its seed and ends the process.
 */
export async function watched(
  body: (random: Random, seed: number) => unknown,
  how: { readonly parts?: number } = {},
): Promise<number> {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const { currentTestName: title } = expect.getState();
  const guard = new Worker(watch, { eval: true, workerData: { shared, most, title } });
  // A round that has failed is told by its own error, also where the thread could not start.
  guard.on('error', () => undefined);
  guard.unref();
  try {
    const done = await rounds((random, seed) => {
      shared[0] = (shared[0] ?? 0) + 1;
      shared[1] = seed;
      return body(random, seed);
    }, how);
    // Not console: jest would add where it was called.
    if (process.env.ECLUSE_ROUNDS_MS !== undefined)
      process.stderr.write(`${done} rounds: ${title ?? ''}\n`);
    return done;
  } finally {
    await guard.terminate();
  }
}

const watch = `
const { writeSync } = require('node:fs');
const { workerData: { shared, most, title } } = require('node:worker_threads');
let round = 0;
let since = performance.now();
setInterval(() => {
  if (shared[0] !== round) {
    round = shared[0];
    since = performance.now();
  }
  const mib = Math.round(process.memoryUsage.rss() / 2 ** 20);
  const slow = performance.now() - since > most.ms;
  if (!slow && mib < most.mib) return;
  const why = slow ? 'has not ended after ' + most.ms / 1000 + ' s' : 'has filled ' + mib + ' MiB';
  writeSync(2, '\\n' + title + ': a round ' + why + ': npm run test:deep -- --minutes 0 --seed ' + shared[1] + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 250);
`;

/** Processor time of this thread, since on a busy machine clocks say nothing about work, and the memory that it holds. */
function used(): { readonly ms: number; readonly mib: number } {
  const { user, system } = process.threadCpuUsage();
  const { heapUsed, external } = process.memoryUsage();
  return { ms: (user + system) / 1000, mib: (heapUsed + external) / 2 ** 20 };
}

/**
 * What the work gives; an error when it took more than `ms` of processor time or left more than `mib` of memory behind,
 * garbage included. `what` is what it worked on.
 */
export async function within<T>(
  { ms, mib = 256 }: { readonly ms: number; readonly mib?: number },
  what: string,
  work: () => T | Promise<T>,
): Promise<T> {
  const start = used();
  const [outcome] = await Promise.allSettled([Promise.try(work)]);
  const end = used();
  // Also when the work has failed: what that took is then the worse news.
  if (end.ms - start.ms > ms) throw new Error(`${(end.ms - start.ms).toFixed(0)} ms for ${what}`);
  if (end.mib - start.mib > mib) {
    throw new Error(`${(end.mib - start.mib).toFixed(0)} MiB for ${what}`);
  }
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
