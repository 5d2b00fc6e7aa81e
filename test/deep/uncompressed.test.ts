import { constants, gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';

import { expect, test } from '@jest/globals';

import { compressionOf, gzipBlocks, uncompressed, type InflateLimits, type Packed } from '#image';
import { Corrupt, digestOf } from '#oci';

import { collect, pieces } from '../packages/image/tars.ts';
import type { Random } from '../rounds.ts';
import { mutatedBytes, some } from './mutation.ts';
import { refused } from './sentence.ts';
import { shuffled } from './tars.ts';
import { watched, within } from './watched.ts';

const skippable = Buffer.from('5e2a4d180300000061626a', 'hex');

/** Something that compresses in parts: runs, text and noise of up to a few windows. */
function plain(random: Random): Buffer {
  const parts = Array.from({ length: random.below(5) }, () => {
    const length = random.pick([0, 1, 100, 5000, 40_000, 140_000]);
    const piece = random.pick([Buffer.from([random.below(256)]), random.bytes(40)]);
    return random.below(4) === 0 ? random.bytes(length % 9973) : Buffer.alloc(length, piece);
  });
  return Buffer.concat(parts);
}

type Frame = (bytes: Uint8Array, random: Random) => Uint8Array;
const gzip: Frame = (bytes, random) => gzipSync(bytes, { level: random.below(10) });
const zstd: Frame = (bytes, random) =>
  zstdCompressSync(bytes, {
    params: {
      [constants.ZSTD_c_compressionLevel]: 1 + random.below(9),
      [constants.ZSTD_c_checksumFlag]: random.below(2),
      [constants.ZSTD_c_contentSizeFlag]: random.below(2),
      [constants.ZSTD_c_windowLog]: 10 + random.below(12),
    },
    ...(random.below(2) === 0 ? {} : { pledgedSrcSize: bytes.length }),
  });

interface Stream {
  readonly bytes: Uint8Array;
  readonly plain: Buffer;
}

/** One or more members or frames, with skippable ones between those of zstd. */
function compressed(random: Random): Stream {
  const frame = random.pick([gzip, zstd]);
  const whole = plain(random);
  const cuts = [0, ...some(random, [1, 10, 5000, 50_000], 3), whole.length]
    .filter((at) => at <= whole.length)
    .sort((a, b) => a - b);
  const frames = cuts
    .slice(1)
    .flatMap((end, at) => [
      ...(frame === zstd && random.below(4) === 0 ? [skippable] : []),
      frame(whole.subarray(cuts[at], end), random),
    ]);
  return { bytes: Buffer.concat(frames), plain: whole };
}

interface Outcome {
  readonly digest: string | undefined;
  readonly why: string | undefined;
}

async function outcome(
  source: AsyncIterable<Uint8Array>,
  limits: InflateLimits,
): Promise<Outcome & { readonly length: number }> {
  let length = 0;
  const parts: Uint8Array[] = [];
  try {
    for await (const part of uncompressed(source, limits)) {
      length += part.length;
      parts.push(Uint8Array.from(part));
    }
    return { digest: digestOf(Buffer.concat(parts)), why: undefined, length };
  } catch (error) {
    refused(error, Corrupt);
    return { digest: undefined, why: (error as Corrupt).message, length };
  }
}

const most = 2 ** 20;
const elsewhere = { maxBytes: most };
const inThread = { maxBytes: most, inThread: true };

test('what was compressed comes out as it was, however its bytes arrive', async () => {
  const done = await watched(
    async (random) => {
      const { bytes, plain: expected } = compressed(random);
      const out = await collect(uncompressed(shuffled(random, bytes)));
      expect([out.length, digestOf(out)]).toEqual([expected.length, digestOf(expected)]);
    },
    { parts: 4 },
  );
  expect(done).toBeGreaterThan(0);
});

test('changed bytes are refused or come out within the limit, however they arrive', async () => {
  const done = await watched(
    async (random) => {
      const { bytes } = compressed(random);
      const broken = mutatedBytes(random, bytes);
      const what = Buffer.from(broken).toString('base64').slice(0, 4000);
      const all = await within({ ms: 1000 }, what, () => outcome(pieces(broken), elsewhere));
      expect(all.length).toBeLessThanOrEqual(most);
      const again = await outcome(shuffled(random, broken), elsewhere);
      expect([again.digest, again.why === undefined]).toEqual([all.digest, all.why === undefined]);
      // Zeros after a member of gzip are the end for node:zlib; in the thread something may follow, and count.
      const here = await outcome(shuffled(random, broken), inThread);
      if (compressionOf(broken) !== 'gzip') expect(here.digest).toBe(all.digest);
      if (all.why !== undefined) expect(here.why).toBeDefined();
      if (here.why === undefined) expect(here.length).toBeGreaterThanOrEqual(all.length);
    },
    { parts: 4 },
  );
  expect(done).toBeGreaterThan(0);
});

test('a stream that is cut off is never taken for a whole one', async () => {
  const done = await watched(
    async (random) => {
      const whole = plain(random);
      const bytes = random.pick([gzip, zstd])(whole, random);
      const length = random.below(bytes.length);
      const cut = bytes.subarray(0, length);
      // What is too short to be told is taken as it is.
      if (compressionOf(cut) === 'none') return;
      const { why } = await outcome(shuffled(random, cut), random.pick([elsewhere, inThread]));
      expect(why).toMatch(/it does not inflate|it inflates to more than/);
    },
    { parts: 4 },
  );
  expect(done).toBeGreaterThan(0);
});

test('our gzip is one that everybody inflates, and the same for the same bytes', async () => {
  const done = await watched(
    async (random) => {
      const bytes = plain(random);
      const how = {
        level: random.below(10),
        blockBytes: 1 + random.below(200_000),
        inFlight: 1 + random.below(9),
      };
      const pack = async (): Promise<Packed & { readonly out: Buffer }> => {
        const stream = gzipBlocks(shuffled(random, bytes), how);
        const parts: Uint8Array[] = [];
        for (;;) {
          const next = await stream.next();
          if (next.done === true) return { ...next.value, out: Buffer.concat(parts) };
          parts.push(Uint8Array.from(next.value));
        }
      };
      if (bytes.length / how.blockBytes > 2000) return;
      const { out, digest, sizeBytes, diffId } = await pack();
      expect(gunzipSync(out).equals(bytes)).toBe(true);
      expect([digest, sizeBytes, diffId]).toEqual([digestOf(out), out.length, digestOf(bytes)]);
      expect((await pack()).digest).toBe(digest);
    },
    { parts: 4 },
  );
  expect(done).toBeGreaterThan(0);
});
