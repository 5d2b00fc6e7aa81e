import { once } from 'node:events';
import { addAbortSignal, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from '@jest/globals';

import { Flow, flowOf, pour } from '#io';

/** Gives letters, all in one byte of memory. */
const letters = (count: number) =>
  new Flow(async (sink, signal) => {
    const memory = Buffer.alloc(1);
    for (let at = 0; at < count; at += 1) {
      signal.throwIfAborted();
      memory[0] = 97 + (at % 26);
      await sink(memory);
    }
  });
const alphabet = 'abcdefghijklmnopqrstuvwxyz';

test('what is poured comes piece by piece, in the memory that it came in', async () => {
  const seen: Uint8Array[] = [];
  let text = '';
  await pour(letters(26), (bytes) => {
    seen.push(bytes);
    text += Buffer.from(bytes).toString();
  });
  expect(text).toBe(alphabet);
  expect(new Set(seen).size).toBe(1);
});

test('the next piece comes when the work on the last one is done', async () => {
  let busy = 0;
  await pour(letters(10), async () => {
    busy += 1;
    expect(busy).toBe(1);
    await sleep(1);
    busy -= 1;
  });
});

test('read as a stream it gives copies, no faster than they are taken', async () => {
  expect((await buffer(letters(26))).toString()).toBe(alphabet);
  let given = 0;
  const memory = Buffer.alloc(512 * 1024);
  const flow = new Flow(async (sink) => {
    for (; given < 20; given += 1) await sink(memory);
  });
  const pieces = flow[Symbol.asyncIterator]();
  await pieces.next();
  await sleep(20);
  expect(given).toBeLessThan(5);
  expect((await buffer(flow)).length).toBe(19 * memory.length);
});

test('an error of the sink ends it, and is the error of the pouring', async () => {
  const flow = letters(26);
  const closed = once(flow, 'close');
  const poured = pour(flow, () => {
    throw new Error('full');
  });
  await expect(poured).rejects.toThrow('full');
  await closed;
});

test('an error of the source is the error of both ways to read it', async () => {
  const broken = () =>
    new Flow(async (sink) => {
      await sink(Buffer.from('a'));
      throw new Error('the line broke');
    });
  await expect(pour(broken(), () => undefined)).rejects.toThrow('the line broke');
  await expect(buffer(broken())).rejects.toThrow('the line broke');
});

test.each([
  ['while it is poured', async (flow: Flow) => pour(flow, () => undefined)],
  ['while it is read', async (flow: Flow) => buffer(flow)],
])('what destroys it %s ends the source, and says why', async (_, read) => {
  let ended: unknown;
  const flow = new Flow(async (sink, signal) => {
    await sink(Buffer.from('a'));
    await once(signal, 'abort');
    ended = signal.reason;
    signal.throwIfAborted();
  });
  const done = read(flow);
  setTimeout(() => flow.destroy(new Error('enough')), 10);
  await expect(done).rejects.toThrow('enough');
  expect(ended).toMatchObject({ message: 'enough' });
});

test('one that was destroyed before is not begun', async () => {
  let isBegun = false;
  const flow = new Flow(async () => {
    isBegun = true;
  });
  flow.destroy();
  await expect(pour(flow, () => undefined)).rejects.toMatchObject({ name: 'AbortError' });
  expect(isBegun).toBe(false);
});

test('what breaks it before it is begun ends its source, and is the error of both ways to read it', async () => {
  const broken = async () => {
    const source = Readable.from([Buffer.from('a')], { objectMode: false });
    const flow = addAbortSignal(
      AbortSignal.abort(),
      flowOf(source, (sink) => pour(source, sink)),
    );
    await once(source, 'close');
    return flow;
  };
  await expect(pour(await broken(), () => undefined)).rejects.toMatchObject({ name: 'AbortError' });
  await expect(buffer(await broken())).rejects.toMatchObject({ name: 'AbortError' });
});

test('a stream of any kind can be poured, and ends with what is made of it', async () => {
  const plain = () => Readable.from([Buffer.from('ab'), Buffer.from('cd')], { objectMode: false });
  let text = '';
  await pour(plain(), (bytes) => {
    text += Buffer.from(bytes).toString();
  });
  expect(text).toBe('abcd');
  const source = plain();
  const flow = flowOf(source, (sink) => pour(source, sink));
  flow.destroy();
  await once(source, 'close');
  expect(source.destroyed).toBe(true);
});
