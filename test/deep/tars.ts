import { rawOf, tarHeader, tarPadding, type Kind, type Written } from '#image';

import { block } from '../packages/image/tars.ts';
import type { Random } from '../rounds.ts';
import { mutatedBytes, some } from './mutation.ts';

const names = [
  ...['a', 'b', 'c', 'a/b', 'a/b/c', './a', '/a', 'a//b/', 'a/../b', '../a', '.', '', 'd/'],
  ...['.wh.a', 'a/.wh.b', 'a/.wh..wh..opq', '.wh..wh..opq', '.wh..wh.plnk/x', '.wh.', 'é', '\xff'],
  ...['n'.repeat(100), `${'n'.repeat(99)}/`, 'p/'.repeat(80), 'q'.repeat(300), 'a\0b', 'a\nb'],
] as const;
const kinds = [
  ...['file', 'file', 'file', 'directory', 'symlink', 'hardlink'],
  ...['character', 'block', 'fifo'],
] as const satisfies readonly Kind[];
const numbers = [
  ...['0', '7', '644', '0000644', '00000000000', '   12 \0', '77777777777', '8', '-1', 'x', '1.5'],
  ...['\x80\0\0\0\0\0\0\x01', '\x80' + '\xff'.repeat(11), '\xff'.repeat(12), '\0', ' ', '1\x001'],
] as const;
/** Where fields of a header start and how long they are, the checksum apart. */
type Field = readonly [at: number, length: number];
const fields: readonly [Field, ...Field[]] = [
  ...([
    [0, 100],
    [100, 8],
    [108, 8],
    [116, 8],
    [124, 12],
    [136, 12],
    [156, 1],
  ] as const),
  ...([
    [157, 100],
    [257, 8],
    [265, 32],
    [329, 8],
    [337, 8],
    [345, 155],
    [476, 24],
  ] as const),
];
const magics = ['ustar\x0000', 'ustar  \0', 'ustar\0\0\0', '\0\0\0\0\0\0\0\0'] as const;
const types = ['0', '1', '2', '3', '4', '5', '7', 'S', 'x', 'g', 'L', 'K', 'V', 'D', '\0'] as const;
const keys = [
  ...['path', 'linkpath', 'size', 'uid', 'gid', 'mtime', 'atime', 'uname', 'comment', ''],
  ...['SCHILY.xattr.user.a', 'SCHILY.xattr.', 'GNU.sparse.major', 'GNU.sparse.minor'],
  ...['GNU.sparse.name', 'GNU.sparse.realsize', 'GNU.sparse.size', 'GNU.sparse.map', 'hdrcharset'],
] as const;
const values = [
  ...['', '0', '1', '5', '600', '1.5', '-1', '-1.5', '9'.repeat(16), '9'.repeat(30), 'abc', '1e3'],
  ...['0,5', 'a=b', 'a\0b', '../x', '\xff', 'v'.repeat(700)],
] as const;

const padded = (bytes: Uint8Array): Uint8Array => Buffer.concat([bytes, tarPadding(bytes.length)]);

/** A member as an archiver would write it. */
export function sound(random: Random): Uint8Array {
  const kind = random.pick(kinds);
  const text = random.bytes(kind === 'file' ? random.below(3) * random.below(700) : 0);
  const one: Written = {
    path: rawOf(random.pick(names)),
    kind,
    mode: random.below(0o10000),
    uid: random.below(5) === 0 ? 3_000_000 + random.below(1e9) : random.below(1001),
    gid: random.below(1001),
    sizeBytes: text.length,
    modified: random.below(2 ** 31),
    ...(kind === 'symlink' || kind === 'hardlink' ? { link: random.pick(names) } : {}),
    ...(kind === 'character' ? { device: { major: random.below(9), minor: 3 } } : {}),
    ...(random.below(6) === 0 ? { xattrs: new Map([['user.a', random.bytes(5)]]) } : {}),
  };
  return Buffer.concat([tarHeader(one), padded(text)]);
}

/** A pax record with the right length, or nearly. */
function record(random: Random): string {
  const rest = ` ${random.pick(keys)}=${random.pick(values)}\n`;
  const digits = [1, 2, 3, 4].find((n) => String(rest.length + n).length === n) ?? 1;
  const length = rest.length + digits + (random.below(12) === 0 ? random.below(5) - 2 : 0);
  return `${length}${rest}`;
}

function extension(random: Random): Uint8Array {
  const type = random.pick(['x', 'x', 'x', 'g', 'L', 'K']);
  const text =
    type === 'x' || type === 'g'
      ? Array.from({ length: random.below(4) }, () => record(random)).join('')
      : `${random.pick(names)}${random.pick(['\0', '', '\0x'])}`;
  const body = Buffer.from(text, 'latin1');
  const size = body.length.toString(8).padStart(11, '0');
  const magic = random.pick(magics);
  return Buffer.concat([block({ 0: 'ext', 124: size, 156: type, 257: magic }), padded(body)]);
}

/** A header with some fields of the kind that no archiver writes, and perhaps a body. */
function odd(random: Random): Uint8Array {
  const chosen = some(random, fields, 4).map(([at, length]): [number, string] => {
    const value =
      at === 156
        ? random.pick(types)
        : at === 257
          ? random.pick(magics)
          : random.pick(at < 100 || at === 157 || at === 345 ? names : numbers);
    return [at, value.slice(0, length)];
  });
  const header = block(Object.fromEntries(chosen));
  return Buffer.concat([header, new Uint8Array(512 * random.below(3))]);
}

/** Gives every block that looks like a header the right checksum. */
function mended(tar: Uint8Array): Uint8Array {
  const bytes = Buffer.from(tar);
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    const header = bytes.subarray(at, at + 512);
    if (!/^[0-7 ]{6}\0 $/.test(header.toString('latin1', 148, 156))) continue;
    header.fill(' ', 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  }
  return bytes;
}

/** An archive that is sound, odd in its parts, or broken anywhere. */
export function archive(random: Random): Uint8Array {
  const parts = Array.from({ length: random.below(8) }, () =>
    random.pick([sound, sound, extension, odd])(random),
  );
  const end = new Uint8Array(512 * random.below(4));
  const tar = Buffer.concat([...parts, end]);
  if (random.below(3) > 0) return tar;
  const broken = mutatedBytes(random, tar);
  return random.below(4) === 0 ? broken : mended(broken);
}

/** The bytes in pieces of lengths that change. */
export async function* shuffled(
  random: Random,
  bytes: Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  // Not byte by byte through megabytes.
  const least = Math.ceil(bytes.length / 3000);
  const most = Math.max(least, random.pick([1, 7, 511, 512, 513, 4096, 1 << 20]));
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + random.below(most);
    // A piece of its own: what holds on to one would otherwise see the next.
    yield Uint8Array.from(bytes.subarray(at, end));
    at = end;
  }
}
