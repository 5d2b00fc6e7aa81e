/**
 * A path or name in an image, one character for each byte (latin1), so that names that are no UTF-8 stay whole and
 * strings sort as bytes do. Clean ones have no leading, trailing or double slash, no `.` and no `..`; `''` is the root.
 */
export type RawPath = string;

export const rawOf = (path: Uint8Array | string): RawPath =>
  (typeof path === 'string'
    ? Buffer.from(path, 'utf8')
    : Buffer.from(path.buffer, path.byteOffset, path.length)
  ).toString('latin1');

export const bytesOf = (path: RawPath): Uint8Array => Buffer.from(path, 'latin1');

/** A character of several bytes in UTF-8, or a byte of none. https://www.rfc-editor.org/rfc/rfc3629#section-4 */
const characters =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;

/** As text, in which a byte that is no UTF-8 stands as `\xff`: other bytes are another name. */
export const shownPath = (path: RawPath): string =>
  path.replace(characters, (piece: string, byte: string | undefined) =>
    byte === undefined
      ? Buffer.from(piece, 'latin1').toString('utf8')
      : `\\x${byte.charCodeAt(0).toString(16)}`,
  );

/** For people: what is no UTF-8 is replaced, and JSON's quoting makes control characters inert. */
export const quoted = (path: RawPath): string =>
  JSON.stringify(Buffer.from(path, 'latin1').toString('utf8'));

/**
 * Clean, as an engine does it before it unpacks: absolute paths are taken from the root. Undefined when `..` leads
 * out of the root or a NUL stands in it.
 */
export function cleanPath(path: RawPath): RawPath | undefined {
  if (isClean(path)) return path;
  if (path.includes('\0')) return undefined;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

const isClean = (path: RawPath): boolean =>
  path === '' ||
  isPlainly(path) ||
  /^(?!\.{1,2}(?:\/|$))[^/\0]+(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)*$/.test(path);

/** Has it nothing that could be unclean? Most paths have not, and there are millions. */
function isPlainly(path: RawPath): boolean {
  const first = path.charCodeAt(0);
  return (
    first !== slash &&
    first !== dot &&
    path.charCodeAt(path.length - 1) !== slash &&
    !path.includes('/.') &&
    !path.includes('//') &&
    !path.includes('\0')
  );
}
const slash = 0x2f;
const dot = 0x2e;

export function splitPath(path: RawPath): { readonly parent: RawPath; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { parent: slash < 0 ? '' : path.slice(0, slash), name: path.slice(slash + 1) };
}

export const joinPath = (parent: RawPath, name: string): RawPath =>
  parent === '' ? name : `${parent}/${name}`;

/** Byte order, for sorting. */
export const byBytes = (a: RawPath, b: RawPath): number => (a < b ? -1 : a > b ? 1 : 0);
