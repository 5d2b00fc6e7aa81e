import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

import { Hasher, type Digest } from '#oci';

/** What a stream became: `digest` and `sizeBytes` of the gzip, `diffId` of what went in. */
export interface Packed {
  readonly digest: Digest;
  readonly sizeBytes: number;
  readonly diffId: Digest;
}

export const gzipDefaults = {
  /** 2 % more bytes than 6 for two thirds of its time; still fewer than engines write. */
  level: 4,
  /** Each block costs a new deflate with tables of its own: a quarter of this is a seventh slower. */
  blockBytes: 1 << 20,
  /** As many as are compressed at once or wait for their turn; bounds the memory. */
  inFlight: 8,
} as const;

/** How far back deflate looks. https://www.rfc-editor.org/rfc/rfc1951 */
const windowBytes = 1 << 15;
/** No time, no name, and 255 for the system. https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

const deflate = promisify(deflateRaw) as (
  block: Uint8Array,
  options: Parameters<typeof deflateRaw>[1],
) => Promise<Uint8Array>;

/**
 * One gzip member whose bytes do not depend on the number of cores: the input is cut into blocks of one size, each
 * compressed on the thread pool with the end of the one before as its dictionary, and put together in order.
 */
export async function* gzipBlocks(
  source: AsyncIterable<Uint8Array>,
  how: Partial<Record<keyof typeof gzipDefaults, number>> = {},
): AsyncGenerator<Uint8Array, Packed, undefined> {
  const { level, blockBytes, inFlight } = { ...gzipDefaults, ...how };
  const packed = new Hasher();
  const plain = new Hasher();
  let sizeBytes = 0;
  let plainBytes = 0;
  let crc = 0;
  const out = (bytes: Uint8Array): Uint8Array => {
    packed.update(bytes);
    sizeBytes += bytes.length;
    return bytes;
  };
  yield out(header);
  const waiting: Promise<Uint8Array>[] = [];
  for await (const { block, dictionary, last } of cut(source, blockBytes)) {
    waiting.push(compress(block, dictionary, { last, level }));
    plain.update(block);
    crc = crc32(block, crc);
    plainBytes += block.length;
    if (waiting.length < inFlight) continue;
    const first = waiting.shift();
    if (first !== undefined) yield out(await first);
  }
  for (const rest of waiting) yield out(await rest);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(plainBytes % 2 ** 32, 4);
  yield out(trailer);
  return { digest: packed.digest(), sizeBytes, diffId: plain.digest() };
}

async function compress(
  block: Uint8Array,
  dictionary: Uint8Array,
  { last, level }: { readonly last: boolean; readonly level: number },
): Promise<Uint8Array> {
  return deflate(block, {
    level,
    // All of a block in one go: the default of 16 KiB goes to the pool and back for each piece.
    chunkSize: block.length + (block.length >> 10) + 1024,
    finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(dictionary.length === 0 ? {} : { dictionary }),
  });
}

interface Block {
  readonly block: Uint8Array;
  readonly dictionary: Uint8Array;
  readonly last: boolean;
}

/** Blocks of one size; the last one is shorter, and empty when nothing is left for it. */
async function* cut(
  source: AsyncIterable<Uint8Array>,
  blockBytes: number,
): AsyncGenerator<Block, void, undefined> {
  let block = Buffer.allocUnsafe(blockBytes);
  let filled = 0;
  let dictionary: Uint8Array = new Uint8Array(0);
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      if (filled === blockBytes) {
        yield { block, dictionary, last: false };
        dictionary = block.subarray(-windowBytes);
        block = Buffer.allocUnsafe(blockBytes);
        filled = 0;
      }
      const step = Math.min(blockBytes - filled, chunk.length - at);
      block.set(chunk.subarray(at, at + step), filled);
      filled += step;
      at += step;
    }
  }
  yield { block: block.subarray(0, filled), dictionary, last: true };
}
