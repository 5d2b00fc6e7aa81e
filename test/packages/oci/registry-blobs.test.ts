import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from '@jest/globals';

import { Failed, pour } from '#io';
import { Corrupt, Unreachable } from '#oci';

import type { Fault } from '../../faults.ts';
import { registryBehind, type Behind } from './registry.open.ts';
import { bytesOf, putSample, randomSample, type Sample } from './samples.ts';
import { remote } from './server.open.ts';

const open: Behind[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function behind(blob: Sample, faults: readonly Fault[]): Promise<Behind> {
  const registry = await registryBehind(undefined, faults);
  open.push(registry);
  await putSample(registry.layout('acme/shop'), blob);
  return registry;
}

const path = /\/blobs\/sha256/;
const cut = (nth: number, afterBytes: number): Fault => ({
  path,
  nth,
  harm: { kind: 'truncate', afterBytes },
});
const rangesOf = (registry: Behind) => registry.requests.map(({ headers }) => headers.range);

describe('a download whose connection breaks', () => {
  test('more than three times goes on when each brings us further', async () => {
    const blob = randomSample(12_000_000);
    const faults = [1, 2, 3, 4, 5].map((nth) => cut(nth, 2_000_000));
    const registry = await behind(blob, faults);
    const back = await bytesOf(await registry.at('acme/shop').blob(blob.descriptor));
    expect(back.equals(blob.bytes)).toBe(true);
    expect(registry.requests).toHaveLength(6);
    const starts = rangesOf(registry).map((range) => Number(/\d+/.exec(range ?? '0')?.[0]));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('three times without getting further is Unreachable', async () => {
    const blob = randomSample(3_000_000);
    const registry = await behind(blob, [
      cut(1, 2_000_000),
      ...[2, 3, 4].map((nth): Fault => ({ path, nth, harm: { kind: 'reset' } })),
    ]);
    const read = bytesOf(await registry.at('acme/shop').blob(blob.descriptor));
    await expect(read).rejects.toBeInstanceOf(Unreachable);
  });

  test('is tried again for what the registry does, not for what becomes of its bytes', async () => {
    const blob = randomSample(3_000_000);
    const registry = await behind(blob, []);
    const body = await registry.at('acme/shop').blob(blob.descriptor);
    const poured = pour(body, () => {
      throw new Failed(3, 'ECONNRESET', 'where it goes to broke');
    });
    await expect(poured).rejects.toThrow('where it goes to broke');
    expect(registry.requests).toHaveLength(1);
  });

  test('and whose rest has other bytes is Corrupt: the digest goes on with it', async () => {
    const blob = randomSample(3_000_000);
    const faults: readonly Fault[] = [
      cut(1, 2_000_000),
      { path, nth: 2, harm: { kind: 'corrupt' } },
    ];
    const registry = await behind(blob, faults);
    const read = bytesOf(await registry.at('acme/shop').blob(blob.descriptor));
    await expect(read).rejects.toBeInstanceOf(Corrupt);
  });

  test('when all of it has come is whole, and nothing more is asked for', async () => {
    const blob = randomSample(3_000_000);
    let requests = 0;
    // Without a length, so that the end is what the connection tells.
    const server = createServer((request, answer) => {
      requests += 1;
      answer.writeHead(200).write(blob.bytes, () => {
        void sleep(50).then(() => request.socket.resetAndDestroy());
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const back = await bytesOf(await remote(url, 'acme/shop').blob(blob.descriptor));
    server.close();
    expect([back.equals(blob.bytes), requests]).toEqual([true, 1]);
  });

  test('and that begins in the middle goes on from there, and has its length', async () => {
    const blob = randomSample(3_000_000);
    const registry = await behind(blob, [cut(1, 500_000)]);
    const from = 1_000_000;
    const rest = await bytesOf(await registry.at('acme/shop').blob(blob.descriptor, { from }));
    expect(rest.equals(blob.bytes.subarray(from))).toBe(true);
    const starts = rangesOf(registry).map((range) => Number(/\d+/.exec(range ?? '')?.[0]));
    expect(starts[0]).toBe(from);
    expect(starts[1]).toBeGreaterThan(from);
  });
});

test.each([
  ['nothing of it', 'bytes 0-9/3000000'],
  ['another part', 'bytes 5-2999999/3000000'],
  ['no part at all', ''],
])('a part of a blob that is said to be %s is not taken for it', async (_, said) => {
  const blob = randomSample(3_000_000);
  const registry = await behind(blob, [
    { path, harm: { kind: 'headers', headers: { 'content-range': said } } },
  ]);
  const read = registry.at('acme/shop').blob(blob.descriptor, { from: 1_000 });
  await expect(read).rejects.toThrow(/answered 206$/);
});

test('a part of a blob of another size than was promised is Corrupt', async () => {
  const blob = randomSample(10_000);
  const registry = await behind(blob, []);
  for (const size of [9_999, 10_001]) {
    const promised = { ...blob.descriptor, size };
    const read = registry.at('acme/shop').blob(promised, { from: 1_000 });
    await expect(read).rejects.toBeInstanceOf(Corrupt);
  }
  expect(rangesOf(registry)).toEqual(['bytes=1000-9998', 'bytes=1000-10000']);
});
