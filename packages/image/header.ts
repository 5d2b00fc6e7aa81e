/** The first 512 bytes of a tar entry. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 */
export interface Header {
  readonly type: string;
  readonly path: Uint8Array;
  readonly link: Uint8Array;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly sizeBytes: number;
  readonly modified: number;
  readonly major: number;
  readonly minor: number;
}

/** Ends the walk with a reason. */
export type Fail = (why: string) => never;

export const blockBytes = 512;
/** What rounds a body up to whole blocks. */
export const padding = (sizeBytes: number): number => (blockBytes - (sizeBytes % blockBytes)) % 512;

export function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** Reads one header block; `fail` is called with what is wrong in it. */
export function parseHeader(block: Uint8Array, fail: Fail): Header {
  if (!hasRightSum(block, fail)) return fail('a header has a wrong checksum');
  const number = (from: number, length: number, what: string): number =>
    parseNumber(block, from, length) ?? fail(`a header has a ${what} that is no number`);
  const format = formatOf(block);
  const name = cString(block, 0, 100);
  const prefix = format === 'gnu' ? oldPrefix(block) : cString(block, 345, prefixBytes[format]);
  const devices = format !== 'v7';
  return {
    type: String.fromCharCode(block[156] ?? 0),
    path: prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]),
    link: cString(block, 157, 100),
    mode: number(100, 8, 'mode') & 0o7777,
    uid: number(108, 8, 'uid'),
    gid: number(116, 8, 'gid'),
    sizeBytes: number(124, 12, 'size'),
    modified: number(136, 12, 'time'),
    major: devices ? number(329, 8, 'device number') : 0,
    minor: devices ? number(337, 8, 'device number') : 0,
  };
}

type Format = 'ustar' | 'star' | 'gnu' | 'v7';

/** Star has a time behind a shorter one. */
const prefixBytes: Readonly<Record<Exclude<Format, 'gnu'>, number>> = {
  ustar: 155,
  star: 131,
  v7: 0,
};

/** GNU keeps times where POSIX has a prefix for the path. Old writers put one there all the same, and Go reads it. */
function oldPrefix(block: Uint8Array): Uint8Array {
  const isTime = (at: number): boolean =>
    block[at] === 0 || parseNumber(block, at, 12) !== undefined;
  const prefix = cString(block, 345, 155);
  const isPrefix = !(isTime(345) && isTime(357)) && prefix.every((byte) => byte < 0x80);
  return isPrefix ? prefix : prefix.subarray(0, 0);
}

function formatOf(block: Uint8Array): Format {
  const at = (from: number, length: number): string =>
    Buffer.from(block.buffer, block.byteOffset + from, length).toString('latin1');
  if (at(257, 8) === 'ustar  \0') return 'gnu';
  if (at(257, 6) !== 'ustar\0') return 'v7';
  return at(508, 4) === 'tar\0' ? 'star' : 'ustar';
}

/** Bytes up to the first NUL, copied: the block is in memory that comes to hold other bytes. */
export function cString(block: Uint8Array, from: number, length: number): Uint8Array {
  const field = block.subarray(from, from + length);
  const end = field.indexOf(0);
  return Uint8Array.from(field.subarray(0, end < 0 ? length : end));
}

/** Octal digits among blanks and NULs, up to a NUL behind them, or GNU's base 256 when the first bit is set. */
export function parseNumber(block: Uint8Array, from: number, length: number): number | undefined {
  const first = block[from] ?? 0;
  if ((first & 0x80) !== 0) return parseBase256(block.subarray(from, from + length));
  const end = from + length;
  let at = from;
  while (at < end && isBlank(block[at])) at++;
  let value = 0;
  for (; at < end && !isBlank(block[at]); at++) {
    const digit = (block[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 7) return undefined;
    value = value * 8 + digit;
  }
  // Behind a NUL may be anything, behind a blank nothing.
  if (block[at] === 0) return value;
  while (at < end && isBlank(block[at])) at++;
  return at === end ? value : undefined;
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0;

function parseBase256(field: Uint8Array): number | undefined {
  const negative = ((field[0] ?? 0) & 0x40) !== 0;
  let value = 0n;
  field.forEach((byte, at) => {
    value = (value << 8n) | BigInt(at === 0 ? byte & 0x7f : byte);
  });
  if (negative) value -= 1n << BigInt(8 * field.length - 1);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Old archivers summed signed bytes, so both sums are right. */
function hasRightSum(block: Uint8Array, fail: Fail): boolean {
  const expected = parseNumber(block, 148, 8) ?? fail('a header has a checksum that is no number');
  let unsigned = 8 * 0x20;
  let high = 0;
  for (let at = 0; at < blockBytes; at++) {
    if (at === 148) at = 156;
    const byte = block[at] ?? 0;
    unsigned += byte;
    if (byte > 127) high++;
  }
  return expected === unsigned || expected === unsigned - 256 * high;
}
