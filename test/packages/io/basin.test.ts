import { createHash, randomFillSync } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';

import { expect, test } from '@jest/globals';

import { Basin } from '../../../packages/io/basin.ts';
import { randomFrom } from '../../rounds.ts';

const { signal } = new AbortController();
const fill = (basin: Basin, text: string) => {
  const { room } = basin;
  room.set(Buffer.from(text));
  basin.filled(text.length);
};

test('gives what came in its order, and together what follows on bytes that still wait', async () => {
  const basin = new Basin(() => undefined);
  fill(basin, 'one ');
  fill(basin, 'two ');
  const seen: string[] = [];
  const take = async () =>
    basin.take((bytes) => {
      seen.push(Buffer.from(bytes).toString());
    }, signal);
  await take();
  const next = take();
  fill(basin, 'three');
  await next;
  expect(seen).toEqual(['one two ', 'three']);
  expect(basin.totalBytes).toBe(13);
});

test('the wait for bytes ends with the signal', async () => {
  const stop = new AbortController();
  const taken = new Basin(() => undefined).take(() => undefined, stop.signal);
  stop.abort(new Error('enough'));
  await expect(taken).rejects.toThrow('enough');
});

/** Fills as a socket does: it stops when the basin is full, and others may wake it all the same. */
async function streamed(seed: number, totalBytes: number) {
  const random = randomFrom(seed);
  const [sent, got] = [createHash('sha256'), createHash('sha256')];
  let [isPaused, left] = [false, totalBytes];
  const basin = new Basin(() => {
    isPaused = false;
  });
  const memories = new Set<ArrayBufferLike>();
  const filling = async () => {
    while (left > 0) {
      await turn();
      if (isPaused && random.below(20) > 0) continue;
      const { room } = basin;
      memories.add(room.buffer);
      const count = Math.min(left, 1 + random.below(room.byteLength));
      sent.update(randomFillSync(room.subarray(0, count)));
      basin.filled(count);
      left -= count;
      isPaused = basin.isFull;
    }
  };
  const emptying = async () => {
    for (let bytes = 0; bytes < totalBytes;) {
      await basin.take(async (part) => {
        got.update(part.subarray(0, part.byteLength >> 1));
        for (let wait = random.below(6); wait > 0; wait -= 1) await turn();
        got.update(part.subarray(part.byteLength >> 1));
        bytes += part.byteLength;
      }, signal);
    }
  };
  await Promise.all([filling(), emptying()]);
  return { isWhole: sent.digest('hex') === got.digest('hex'), memories: memories.size };
}

test.each([1, 2, 3, 4])(
  'bytes stay what they are until the work on them is done (%s)',
  async (seed) => {
    const { isWhole, memories } = await streamed(seed, 30_000_000);
    expect(isWhole).toBe(true);
    // Used again, though others woke the one that fills.
    expect(memories).toBeLessThan(16);
  },
);
