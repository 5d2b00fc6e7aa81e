import type { Fail } from './header.ts';
import { rawOf, type RawPath } from './path.ts';

/** Records of one extended header, values as bytes. */
export type Pax = ReadonlyMap<string, Uint8Array>;

/** `<length> <key>=<value>\n`, again and again. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_03 */
export function parsePax(bytes: Uint8Array, fail: Fail): Pax {
  const records = new Map<string, Uint8Array>();
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at);
    const digits = Buffer.from(bytes.subarray(at, space < 0 ? at : space)).toString('latin1');
    const end = /^[1-9][0-9]{0,7}$/.test(digits) ? at + Number(digits) : 0;
    const equals = bytes.indexOf(0x3d, space);
    if (end <= equals || equals < 0 || end > bytes.length || bytes[end - 1] !== 0x0a) {
      return fail('a pax header has a record that is not "length key=value"');
    }
    const key = Buffer.from(bytes.subarray(space + 1, equals)).toString('utf8');
    const value = bytes.slice(equals + 1, end - 1);
    if (key === '' || (names.has(key) && value.includes(0))) {
      return fail('a pax header has a record without a key or with a NUL in a name');
    }
    records.set(key, value);
    at = end;
  }
  return records;
}

const names = new Set(['path', 'linkpath', 'GNU.sparse.name']);

/** A value that is a decimal number; an empty or absent one is undefined: the header's own counts. */
export function paxNumber(
  pax: Pax,
  key: string,
  fail: Fail,
  pattern = /^[0-9]{1,16}$/,
): number | undefined {
  const value = pax.get(key);
  if (value === undefined || value.length === 0) return undefined;
  const text = Buffer.from(value).toString('latin1');
  return pattern.test(text) ? Number(text) : fail(`a pax header has a ${key} that is no number`);
}

export const paxTime = /^-?[0-9]{1,16}(?:\.[0-9]*)?$/;

/** A value that is a name; an empty one is undefined: the header's own counts. */
export function paxName(pax: Pax, key: string): RawPath | undefined {
  const value = pax.get(key);
  return value === undefined || value.length === 0 ? undefined : rawOf(value);
}

/**
 * Whether these say that a file is stored with holes, in a version that Go's reader knows; to it all others are plain files.
 * https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html
 */
export function isSparse(pax: Pax): boolean {
  if (pax.size === 0) return false;
  const text = (key: string): string =>
    Buffer.from(pax.get(`GNU.sparse.${key}`) ?? []).toString('latin1');
  const version = `${text('major')}.${text('minor')}`;
  if (version !== '.') return ['0.0', '0.1', '1.0'].includes(version);
  return text('map') !== '' || pax.has('GNU.sparse.offset');
}

const xattr = 'SCHILY.xattr.';

/** Extended attributes, undefined when there are none. */
export function paxXattrs(pax: Pax): ReadonlyMap<string, Uint8Array> | undefined {
  if (pax.size === 0) return undefined;
  const found = [...pax].filter(([key]) => key.startsWith(xattr));
  if (found.length === 0) return undefined;
  return new Map(found.map(([key, value]) => [key.slice(xattr.length), value]));
}
