import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

import { codeOf, messageOf } from '#io';
import { Corrupt } from '#oci';

import { Inflater, inflateWith } from './inflate.ts';
import { ZstdFrames } from './zstd-frames.ts';

export type Compression = 'none' | 'gzip' | 'zstd' | 'bzip2' | 'xz';

export interface InflateLimits {
  /** What is read, for the sentence of an error. */
  readonly what?: string;
  /** Of what comes out. */
  readonly maxBytes?: number;
  /** Of what comes out for each byte that goes in, once more than `freeBytes` came out. */
  readonly maxRatio?: number;
  readonly freeBytes?: number;
  /** Inflates in this thread, without a trip to another one for each chunk: for threads that do nothing else. */
  readonly inThread?: boolean;
}

const magics: readonly (readonly [Exclude<Compression, 'none'>, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
];

/** So many bytes tell how a stream is compressed. */
export const magicBytes = 6;

/** How a file that starts with these bytes is compressed. */
export function compressionOf(start: Uint8Array): Compression {
  const found = magics.find(([, magic]) => magic.every((byte, at) => start[at] === byte));
  // zstd may begin with a skippable frame: 0x184D2A50 to 0x184D2A5F, least byte first.
  const skippable = [0x2a, 0x4d, 0x18].every((byte, at) => start[at + 1] === byte);
  if (skippable && ((start[0] ?? 0) & 0xf0) === 0x50) return 'zstd';
  return found?.[0] ?? 'none';
}

const chunkSize = 1 << 20;
/** Files of zeros come to a thousand with gzip; what is both that empty and that large was made to be. */
const defaults = {
  what: 'the stream',
  maxBytes: 64 * 2 ** 30,
  maxRatio: 200,
  freeBytes: 8 * 2 ** 30,
} as const;

/**
 * The stream as it was before gzip or zstd, told by its first bytes as engines do it, whatever its media type says.
 * @throws Corrupt when it does not inflate, inflates to more than the limit, or is compressed in another way
 */
export async function* uncompressed(
  stream: AsyncIterable<Uint8Array>,
  limits: InflateLimits = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* (await opened(stream, limits)).plain;
}

/** The same, with what it found. */
export async function opened(
  stream: AsyncIterable<Uint8Array>,
  limits: InflateLimits,
): Promise<{
  readonly compression: 'none' | 'gzip' | 'zstd';
  readonly plain: AsyncGenerator<Uint8Array, void, undefined>;
}> {
  const { inThread = false, ...bounds } = { ...defaults, ...limits };
  const { what } = bounds;
  let storedBytes = 0;
  const { start, rest } = await peek(stream, (count) => (storedBytes += count));
  const compression = compressionOf(start);
  if (compression === 'bzip2' || compression === 'xz') {
    await rest.return();
    throw new Corrupt(what, `${compression} is not a compression of layers: gzip and zstd are`);
  }
  const plain = compression === 'none' ? rest : inflate(rest, compression, { what, inThread });
  return { compression, plain: bounded(plain, bounds, () => storedBytes) };
}

async function* bounded(
  plain: AsyncIterable<Uint8Array>,
  { what, maxBytes, maxRatio, freeBytes }: Required<Omit<InflateLimits, 'inThread'>>,
  storedBytes: () => number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const chunk of plain) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Corrupt(what, `it inflates to more than ${maxBytes} bytes`);
    if (bytes > freeBytes && bytes > storedBytes() * maxRatio) {
      throw new Corrupt(what, `it inflates to more than ${maxRatio} times its size`);
    }
    yield chunk;
  }
}

interface Peeked {
  readonly start: Uint8Array;
  readonly rest: AsyncGenerator<Uint8Array, void, undefined>;
}

/** The first bytes, and the whole again. */
async function peek(
  stream: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): Promise<Peeked> {
  const source = stream[Symbol.asyncIterator]();
  let start: Uint8Array = new Uint8Array(0);
  while (start.length < magicBytes) {
    const next = await source.next();
    if (next.done === true) break;
    count(next.value.length);
    const isEnough = start.length === 0 && next.value.length >= magicBytes;
    start = isEnough ? next.value : Buffer.concat([start, next.value]);
  }
  const rest = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      if (start.length > 0) yield start;
      for (;;) {
        const next = await source.next();
        if (next.done === true) return;
        count(next.value.length);
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  };
  return { start, rest: rest() };
}

async function* inflate(
  source: AsyncIterable<Uint8Array>,
  compression: 'gzip' | 'zstd',
  { what, inThread }: Pick<Required<InflateLimits>, 'what' | 'inThread'>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const corrupt = (why: string, cause?: unknown): never => {
    throw new Corrupt(what, `it does not inflate (${why})`, { cause });
  };
  const fail = (why: string): never => corrupt(`${compression}: ${why}`);
  const pieces = compression === 'gzip' ? source : zstdPieces(source, corrupt);
  const inflater = inThread ? Inflater.open(compression, fail) : undefined;
  if (inflater !== undefined) {
    yield* inflateWith(inflater, pieces);
    return;
  }
  const stream: Transform =
    compression === 'gzip' ? createGunzip({ chunkSize }) : createZstdDecompress({ chunkSize });
  // Its error arrives through the iteration below.
  pipeline(Readable.from(inThread ? copied(pieces) : pieces), stream, () => undefined);
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (!/^(?:Z_|ZSTD_|ERR_ZSTD)/.test(codeOf(error) ?? '')) throw error;
    corrupt(`${compression}: ${messageOf(error)}`, error);
  }
}

async function* zstdPieces(
  source: AsyncIterable<Uint8Array>,
  fail: (why: string) => never,
): AsyncGenerator<Uint8Array, void, undefined> {
  const frames = new ZstdFrames(fail);
  for await (const bytes of source) yield* frames.cut(bytes);
  frames.end();
}

/** A stream holds several chunks at a time; those of one thread alone come in the same memory. */
async function* copied(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const bytes of source) yield Uint8Array.from(bytes);
}
