import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';

import { Failed, messageOf, pour } from '#io';

import { beside } from './beside.ts';
import { indexIn, type Answer, type Done, type Errand, type Failure } from './errand.ts';

/**
 * A hostile layer ends in an error of its worker, not in the memory of the machine. What is new in a walk is soon
 * nothing again, so that more room for it would only be kept.
 */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 2 };
/** Pieces that are on their way to a worker or wait there: a few, so that none of us waits for the other. */
const ahead = 4;

/** Threads that walk over layers, each one layer at a time. They start with the first errand that needs them. */
export class Workers {
  readonly #count: number;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  constructor(count: number) {
    this.#count = count;
  }

  /** So many errands at a time keep all of them busy. */
  get count(): number {
    return this.#count;
  }

  /**
   * The index of a layer, as a file of it is written. `stored` is poured into the worker where the errand names no
   * file.
   * @throws Corrupt as `walkLayer`, and what the stream throws
   */
  async run(errand: Errand, stored: Readable | undefined, signal: AbortSignal): Promise<Buffer> {
    signal.throwIfAborted();
    const worker = this.#idle.pop() ?? this.#start();
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const index = await sent(worker, errand, stored);
      this.#idle.push(worker);
      return index;
    } catch (error) {
      // What it was told is half done.
      await worker.terminate();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      stored?.destroy();
    }
  }

  /** Ends the threads that have nothing to do; they start again with the errands that need them. */
  async rest(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(async (worker) => worker.terminate()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map(async (worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = new Worker(beside('worker', import.meta.url), { resourceLimits });
    // Heard where it is waited for; unheard it would end the process.
    worker.on('error', () => undefined);
    worker.unref();
    this.#all.add(worker);
    worker.once('exit', () => this.#all.delete(worker));
    return worker;
  }
}

/** How many pieces may still be sent. */
class Credit {
  #left = ahead;
  #wake: () => void = () => undefined;

  give(): void {
    this.#left += 1;
    this.#wake();
  }

  async take(over: AbortSignal): Promise<void> {
    while (this.#left === 0) {
      over.throwIfAborted();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        over.addEventListener(
          'abort',
          () => {
            resolve();
          },
          { once: true },
        );
      });
    }
    over.throwIfAborted();
    this.#left -= 1;
  }
}

async function sent(worker: Worker, errand: Errand, stored: Readable | undefined): Promise<Buffer> {
  const over = new AbortController();
  const credit = new Credit();
  const { promise, resolve, reject } = Promise.withResolvers<Done | Failure>();
  const listen = (answer: Answer) => {
    if (answer === 'more') credit.give();
    else resolve(answer);
  };
  const fail = (error: unknown) => {
    reject(new Failed(3, 'worker', `${errand.what} could not be read: ${reasonOf(error)}`));
  };
  worker.on('message', listen).once('error', fail).once('exit', fail).ref();
  promise
    .catch(() => undefined)
    .finally(() => {
      over.abort();
    });
  try {
    worker.postMessage(errand);
    if (stored !== undefined)
      await bring(worker, { stored, credit, over: over.signal }).catch(reject);
    return indexIn(await promise, errand.what);
  } finally {
    worker.off('message', listen).off('error', fail).off('exit', fail).unref();
  }
}

async function bring(
  worker: Worker,
  how: { readonly stored: Readable; readonly credit: Credit; readonly over: AbortSignal },
): Promise<void> {
  const { stored, credit, over } = how;
  over.addEventListener('abort', () => stored.destroy(), { once: true });
  await pour(stored, async (bytes) => {
    await credit.take(over);
    const copy = Uint8Array.from(bytes);
    worker.postMessage(copy, [copy.buffer]);
  });
  worker.postMessage(null);
}

const reasonOf = (error: unknown): string =>
  typeof error === 'number' ? `its worker ended with ${error}` : messageOf(error);
