import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { expect, test } from '@jest/globals';

import { compressionOf, uncompressed } from '#image';
import { Corrupt } from '#oci';

import { collect, pieces } from './tars.ts';

const plain = Buffer.from('a layer '.repeat(400_000));
const ways = [false, true].map((inThread) => ({ inThread }));

test.each([
  ['gzip', gzipSync(plain)],
  [
    'gzip of two members',
    Buffer.concat([gzipSync(plain.subarray(0, 1000)), gzipSync(plain.subarray(1000))]),
  ],
  ['zstd', zstdCompressSync(plain)],
  [
    'zstd of two frames',
    Buffer.concat([zstdCompressSync(plain.subarray(0, 9)), zstdCompressSync(plain.subarray(9))]),
  ],
  [
    'zstd after a skippable frame',
    Buffer.concat([Buffer.from('532a4d180300000061626a', 'hex'), zstdCompressSync(plain)]),
  ],
  [
    'zstd before a skippable frame',
    Buffer.concat([zstdCompressSync(plain), Buffer.from('502a4d180300000061626a', 'hex')]),
  ],
  ['nothing', plain],
])('what was compressed with %s is what it was', async (_, bytes) => {
  for (const way of ways) {
    for (const length of [bytes.length, 65_536, 997]) {
      const out = await collect(uncompressed(pieces(bytes, length), way));
      expect(out.equals(plain)).toBe(true);
    }
  }
});

test('its first bytes are looked at even when they come one by one', async () => {
  const small = gzipSync('small');
  expect((await collect(uncompressed(pieces(small, 1)))).toString()).toBe('small');
  expect((await collect(uncompressed(pieces(Buffer.from('ab'), 1)))).toString()).toBe('ab');
  expect(await collect(uncompressed(pieces(Buffer.alloc(0))))).toHaveLength(0);
});

test.each([
  [
    'a gzip that is cut off',
    gzipSync(plain).subarray(0, -20),
    'it does not inflate (gzip: unexpected end of file)',
  ],
  [
    'a gzip with a wrong sum',
    Buffer.concat([gzipSync(plain).subarray(0, -8), Buffer.alloc(8, 1)]),
    'it does not inflate (gzip: incorrect data check)',
  ],
  [
    'a gzip of rubbish',
    Buffer.concat([gzipSync('').subarray(0, 10), Buffer.alloc(100, 0xff)]),
    'it does not inflate (gzip: invalid block type)',
  ],
  [
    'a zstd that is cut off',
    zstdCompressSync(plain).subarray(0, -20),
    'it does not inflate (zstd: ',
  ],
  [
    'a zstd of rubbish',
    Buffer.concat([zstdCompressSync(plain).subarray(0, 6), Buffer.alloc(100, 0xff)]),
    'it does not inflate (zstd: ',
  ],
  ['a bzip2', Buffer.from('BZh91AY&SY'), 'bzip2 is not a compression of layers: gzip and zstd are'],
  [
    'an xz',
    Buffer.from('fd377a585a000004', 'hex'),
    'xz is not a compression of layers: gzip and zstd are',
  ],
])('%s is corrupt', async (_, bytes, why) => {
  for (const way of ways) {
    const inflating = uncompressed(pieces(bytes, 50_000), { what: 'layer 7', ...way });
    const error = await collect(inflating).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Corrupt);
    expect((error as Corrupt).message).toMatch(`layer 7 is corrupt: ${why}`);
  }
});

test.each([
  ['gzip', gzipSync(Buffer.alloc(50 << 20))],
  ['zstd', zstdCompressSync(Buffer.alloc(50 << 20))],
])('a %s bomb is stopped at the limit', async (_, bomb) => {
  for (const way of ways) {
    let seen = 0;
    const read = async (): Promise<void> => {
      const inflating = uncompressed(pieces(bomb), { maxBytes: 5 << 20, ...way });
      for await (const part of inflating) seen += part.length;
    };
    await expect(read()).rejects.toThrow('it inflates to more than 5242880 bytes');
    expect(seen).toBeLessThanOrEqual(5 << 20);
  }
});

test.each([
  ['gzip', gzipSync(Buffer.alloc(50 << 20))],
  ['zstd', zstdCompressSync(Buffer.alloc(50 << 20))],
])('a %s of next to nothing is stopped long before that', async (_, bomb) => {
  for (const way of ways) {
    const inflating = uncompressed(pieces(bomb), { freeBytes: 1 << 20, ...way });
    await expect(collect(inflating)).rejects.toThrow('it inflates to more than 200 times its size');
    const allowed = uncompressed(pieces(bomb), { freeBytes: 50 << 20, ...way });
    expect((await collect(allowed)).length).toBe(50 << 20);
  }
});

test('an error of the source arrives as it is', async () => {
  const gone = new Error('the network is gone');
  const source = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    yield gzipSync(plain).subarray(0, 100);
    throw gone;
  };
  for (const way of ways) await expect(collect(uncompressed(source(), way))).rejects.toBe(gone);
});

test('a reader that stops early gives the source up', async () => {
  let closed = false;
  const source = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (;;) yield gzipSync(plain);
    } finally {
      closed = true;
    }
  };
  for await (const part of uncompressed(source())) {
    expect(part.length).toBeGreaterThan(0);
    break;
  }
  await new Promise((resolve) => setImmediate(resolve));
  expect(closed).toBe(true);
});

test('a file is told by its first bytes', () => {
  expect(compressionOf(gzipSync(''))).toBe('gzip');
  expect(compressionOf(zstdCompressSync(''))).toBe('zstd');
  expect(compressionOf(deflateSync(''))).toBe('none');
  expect(compressionOf(new Uint8Array(0))).toBe('none');
});
