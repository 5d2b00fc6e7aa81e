import { createHash, randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';

import { gzipBlocks, type Packed } from '#image';

import { withTool } from '../../tools.ts';
import { pieces } from './tars.ts';
import { execFileSync } from 'node:child_process';

type How = Parameters<typeof gzipBlocks>[1];

async function pack(
  bytes: Uint8Array,
  length: number,
  how?: How,
): Promise<{ gzip: Buffer; packed: Packed }> {
  const walk = gzipBlocks(pieces(bytes, length), how);
  const parts: Uint8Array[] = [];
  for (let step = await walk.next(); ; step = await walk.next()) {
    if (step.done === true) return { gzip: Buffer.concat(parts), packed: step.value };
    parts.push(step.value);
  }
}

const sha256 = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const mixed = Buffer.concat([
  randomBytes(300_000),
  Buffer.from('text '.repeat(100_000)),
  randomBytes(1),
]);
const blockBytes = 65_536;

test.each([
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('x')],
  ['less than a window', Buffer.from('abc'.repeat(1000))],
  ['one block exactly', mixed.subarray(0, blockBytes)],
  ['one byte more than a block', mixed.subarray(0, blockBytes + 1)],
  ['many blocks', mixed],
])('%s comes out as it went in, with digests and size of both', async (_, bytes) => {
  const { gzip, packed } = await pack(bytes, 10_000, { blockBytes });
  expect(gunzipSync(gzip).equals(bytes)).toBe(true);
  expect(packed).toEqual({ digest: sha256(gzip), sizeBytes: gzip.length, diffId: sha256(bytes) });
});

test('the bytes depend neither on how the input arrives nor on how much is compressed at once', async () => {
  const { packed } = await pack(mixed, mixed.length, { blockBytes });
  for (const [length, inFlight] of [
    [1000, 1],
    [65_537, 2],
    [3, 16],
  ] as const) {
    expect((await pack(mixed, length, { blockBytes, inFlight })).packed).toEqual(packed);
  }
});

test('nothing of the machine or the time is in the header', async () => {
  const { gzip } = await pack(mixed, 1000);
  expect(gzip.subarray(0, 10).toString('hex')).toBe('1f8b08000000000000ff');
});

test('blocks see what came before them: text over many blocks costs little more than in one', async () => {
  const text = Buffer.from('the same line of text, again and again\n'.repeat(20_000));
  const small = await pack(text, 10_000, { blockBytes: 65_536 });
  const whole = await pack(text, 10_000, { blockBytes: 1 << 20 });
  expect(small.packed.sizeBytes).toBeLessThan(whole.packed.sizeBytes * 1.6);
});

withTool('gzip', 'gzip itself finds nothing wrong', async ({ gzip: program }) => {
  const { gzip } = await pack(mixed, 5000, { blockBytes });
  expect(execFileSync(program, ['-dc'], { input: gzip, maxBuffer: 1 << 24 }).equals(mixed)).toBe(
    true,
  );
});
