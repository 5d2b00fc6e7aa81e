import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { FilePart } from '#oci';

/** A layer in a file. */
export interface InflatePart extends FilePart {
  readonly compression: 'gzip' | 'zstd';
}

/**
 * How long the machine takes to inflate layers on all its cores, and to do nothing else: threads that run already,
 * the largest layer first. Nobody who reads these layers with this zlib is faster.
 */
export async function inflateMs(
  parts: readonly InflatePart[],
  plainBytes: number,
): Promise<number> {
  const workers = await Promise.all(Array.from({ length: availableParallelism() }, started));
  try {
    const left = parts.toSorted((a, b) => b.lengthBytes - a.lengthBytes).values();
    const start = performance.now();
    const counts = await Promise.all(workers.map(async (worker) => inflated(worker, left)));
    const ms = performance.now() - start;
    const sum = counts.reduce((all, count) => all + count, 0);
    if (sum !== plainBytes) throw new Error(`${sum} bytes came out, and ${plainBytes} went in`);
    return ms;
  } finally {
    await Promise.all(workers.map(async (worker) => worker.terminate()));
  }
}

async function started(): Promise<Worker> {
  const worker = new Worker(new URL('./inflate-worker.ts', import.meta.url));
  await once(worker, 'message');
  return worker;
}

async function inflated(worker: Worker, left: Iterable<InflatePart>): Promise<number> {
  let plainBytes = 0;
  for (const part of left) {
    worker.postMessage(part);
    plainBytes += Number((await once(worker, 'message'))[0]);
  }
  return plainBytes;
}
