import type { Fail } from './header.ts';
import { ByteReader } from './reader.ts';

const magic = 0xfd2fb528;
const isSkippable = (number: number): boolean => (number & 0xfffffff0) >>> 0 === 0x184d2a50;
const flushBytes = 1 << 16;

/**
 * The data frames of a zstd stream in chunks of which none reaches into a next frame. node:zlib takes the end of the
 * first frame for the end of the stream, and a stream that is cut off for one that ended.
 * https://www.rfc-editor.org/rfc/rfc8878#section-3.1
 */
export async function* zstdFrames(
  source: AsyncIterable<Uint8Array>,
  fail: Fail,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = new ByteReader(source);
  try {
    for (;;) {
      const start = await reader.upTo(4);
      if (start.length === 0) return;
      const number = view(start.length < 4 ? fail(cutOff) : start).getUint32(0, true);
      if (number === magic) yield* frame(reader, start, fail);
      else if (isSkippable(number)) await skip(reader, fail);
      else fail('zstd: something else stands after a frame');
    }
  } finally {
    await reader.close();
  }
}

const cutOff = 'zstd: it is cut off';
const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

async function skip(reader: ByteReader, fail: Fail): Promise<void> {
  const size = await exactly(reader, 4, fail);
  const length = view(size).getUint32(0, true);
  if ((await reader.skip(length)) < length) fail(cutOff);
}

async function exactly(reader: ByteReader, length: number, fail: Fail): Promise<Uint8Array> {
  const bytes = await reader.upTo(length);
  return bytes.length < length ? fail(cutOff) : bytes;
}

async function* frame(
  reader: ByteReader,
  start: Uint8Array,
  fail: Fail,
): AsyncGenerator<Uint8Array, void, undefined> {
  const descriptor = await exactly(reader, 1, fail);
  const flags = descriptor[0] ?? 0;
  const parts = [start, descriptor, await exactly(reader, headerBytes(flags), fail)];
  let waiting = parts.reduce((total, part) => total + part.length, 0);
  for (let last = false; !last;) {
    const header = await exactly(reader, 3, fail);
    const number = (header[0] ?? 0) | ((header[1] ?? 0) << 8) | ((header[2] ?? 0) << 16);
    last = (number & 1) === 1;
    // A block of type 1 is one byte, repeated.
    const length = ((number >> 1) & 3) === 1 ? 1 : number >> 3;
    parts.push(header, await exactly(reader, length, fail));
    waiting += 3 + length;
    if (waiting < flushBytes || last) continue;
    yield Buffer.concat(parts.splice(0));
    waiting = 0;
  }
  const hasChecksum = (flags & 4) !== 0;
  if (hasChecksum) parts.push(await exactly(reader, 4, fail));
  yield Buffer.concat(parts);
}

/** Of the frame header after its first byte: window, dictionary, content size. */
function headerBytes(flags: number): number {
  const single = (flags & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  const contentSize = [single ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  return (single ? 0 : 1) + dictionary + contentSize;
}
