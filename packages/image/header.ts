import type { RawPath } from './path.ts';

/** The first 512 bytes of a tar entry. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 */
export interface Header {
  readonly type: string;
  readonly path: RawPath;
  readonly link: RawPath;
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
export function parseHeader(block: Buffer, fail: Fail): Header {
  if (!hasRightSum(block, fail)) return fail('a header has a wrong checksum');
  const format = formatOf(block);
  const name = cString(block, 0, 100);
  const prefix = format === 'gnu' ? oldPrefix(block) : cString(block, 345, prefixBytes[format]);
  const devices = format !== 'v7';
  return {
    type: String.fromCharCode(block[156] ?? 0),
    path: prefix === '' ? name : `${prefix}/${name}`,
    link: cString(block, 157, 100),
    mode: (parseNumber(block, 100, 8) ?? fail(noNumber('mode'))) & 0o7777,
    uid: parseNumber(block, 108, 8) ?? fail(noNumber('uid')),
    gid: parseNumber(block, 116, 8) ?? fail(noNumber('gid')),
    sizeBytes: parseNumber(block, 124, 12) ?? fail(noNumber('size')),
    modified: parseNumber(block, 136, 12) ?? fail(noNumber('time')),
    major: devices ? (parseNumber(block, 329, 8) ?? fail(noNumber('device number'))) : 0,
    minor: devices ? (parseNumber(block, 337, 8) ?? fail(noNumber('device number'))) : 0,
  };
}

const noNumber = (what: string): string => `a header has a ${what} that is no number`;

type Format = 'ustar' | 'star' | 'gnu' | 'v7';

/** Star has a time behind a shorter one. */
const prefixBytes: Readonly<Record<Exclude<Format, 'gnu'>, number>> = {
  ustar: 155,
  star: 131,
  v7: 0,
};

/** GNU keeps times where POSIX has a prefix for the path. Old writers put one there all the same, and Go reads it. */
function oldPrefix(block: Buffer): RawPath {
  const isTime = (at: number): boolean =>
    block[at] === 0 || parseNumber(block, at, 12) !== undefined;
  if (isTime(345) && isTime(357)) return '';
  const prefix = cString(block, 345, 155);
  return /[\x80-\xff]/.test(prefix) ? '' : prefix;
}

function formatOf(block: Uint8Array): Format {
  if (stands(block, 257, 'ustar  \0')) return 'gnu';
  if (!stands(block, 257, 'ustar\0')) return 'v7';
  return stands(block, 508, 'tar\0') ? 'star' : 'ustar';
}

function stands(block: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (block[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** Bytes up to the first NUL. */
export function cString(block: Buffer, from: number, length: number): RawPath {
  const most = from + length;
  let end = from;
  while (end < most && block[end] !== 0) end++;
  return end === from ? '' : block.toString('latin1', from, end);
}

/** Octal digits among blanks and NULs, up to a NUL behind them, or GNU's base 256 when the first bit is set. */
export function parseNumber(block: Uint8Array, from: number, length: number): number | undefined {
  const first = block[from] ?? 0;
  if ((first & 0x80) !== 0) return parseBase256(block.subarray(from, from + length));
  const end = from + length;
  let at = from;
  if (first === 0x20 || first === 0) while (at < end && isBlank(block[at])) at++;
  let value = 0;
  for (; at < end; at++) {
    const digit = (block[at] ?? 0) ^ 0x30;
    if (digit > 7) break;
    value = value * 8 + digit;
  }
  if (at < end && !isBlank(block[at])) return undefined;
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

/** Where the checksum stands, which is summed as if it were blanks. */
const sum = { at: 148, length: 8 } as const;

function hasRightSum(block: Buffer, fail: Fail): boolean {
  const expected =
    parseNumber(block, sum.at, sum.length) ?? fail('a header has a checksum that is no number');
  let own = 0;
  for (let at = sum.at; at < sum.at + sum.length; at++) own += block[at] ?? 0;
  const unsigned = sumOf(block) - own + sum.length * 0x20;
  // Old archivers summed signed bytes, so both sums are right.
  return expected === unsigned || expected === unsigned - 256 * highBytes(block);
}

/** The sum of all bytes, four at a time: in each half of two words is room for a quarter of them. */
function sumOf(block: Buffer): number {
  const words = new DataView(block.buffer, block.byteOffset, blockBytes);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < blockBytes; at += 4) {
    const word = words.getInt32(at, true);
    even += word & 0x00ff00ff;
    odd += (word >>> 8) & 0x00ff00ff;
  }
  return (even & 0xffff) + (even >>> 16) + (odd & 0xffff) + (odd >>> 16);
}

function highBytes(block: Buffer): number {
  let count = 0;
  for (let at = 0; at < blockBytes; at++) {
    if (at === sum.at) at += sum.length;
    if ((block[at] ?? 0) > 127) count++;
  }
  return count;
}
