import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { entries, type Entry } from '#image';
import { Corrupt } from '#oci';

import { withTool } from '../../tools.ts';
import { block, collect, pieces, tarOf } from './tars.ts';

interface Read {
  readonly path: string;
  readonly kind: string;
  readonly sizeBytes: number;
  readonly link?: string;
  readonly text?: string;
}

async function read(entry: Entry): Promise<Read> {
  return {
    path: entry.path,
    kind: entry.kind,
    sizeBytes: entry.sizeBytes,
    ...(entry.link === undefined ? {} : { link: entry.link }),
    ...(entry.body === undefined ? {} : { text: (await collect(entry.body())).toString() }),
  };
}

async function readAll(tar: Uint8Array, length?: number): Promise<readonly Read[]> {
  const all: Read[] = [];
  for await (const entry of entries(pieces(tar, length))) all.push(await read(entry));
  return all;
}

const end = Buffer.alloc(1024);
const pax = (records: string, type = 'x'): Buffer =>
  Buffer.concat([
    block({ 0: 'pax', 124: records.length.toString(8).padStart(11, '0'), 156: type }),
    Buffer.from(records.padEnd(512, '\0'), 'latin1'),
  ]);
/** A record with its right length. */
const record = (text: string): string => {
  const length = [1, 2, 3]
    .map((digits) => digits + text.length + 2)
    .find((all, at) => String(all).length === at + 1);
  return `${length ?? 0} ${text}\n`;
};
const gnuLong = (type: string, text: string): Buffer =>
  Buffer.concat([
    block({ 0: '././@LongLink', 124: (text.length + 1).toString(8).padStart(11, '0'), 156: type }),
    Buffer.from(text.padEnd(512 * Math.ceil((text.length + 1) / 512), '\0')),
  ]);
const base256 = (value: number, length: number): string => {
  const field = Buffer.alloc(length);
  field.writeBigInt64BE(BigInt(value), length - 8);
  if (value < 0) field.fill(0xff, 0, length - 8);
  field[0] = (field[0] ?? 0) | 0x80;
  return field.toString('latin1');
};

test('entries come with their bodies, whatever the pieces in which the archive arrives', async () => {
  const tar = tarOf(
    { path: 'etc', kind: 'directory' },
    { path: 'etc/motd', text: 'hello' },
    { path: 'long', text: 'x'.repeat(1500) },
    { path: 'ln', kind: 'symlink', link: 'etc/motd' },
  );
  const expected = [
    { path: 'etc/', kind: 'directory', sizeBytes: 0 },
    { path: 'etc/motd', kind: 'file', sizeBytes: 5, text: 'hello' },
    { path: 'long', kind: 'file', sizeBytes: 1500, text: 'x'.repeat(1500) },
    { path: 'ln', kind: 'symlink', sizeBytes: 0, link: 'etc/motd' },
  ];
  for (const length of [1, 7, 511, 512, 513, 4096, tar.length]) {
    expect(await readAll(tar, length)).toEqual(expected);
  }
});

test('a body that is not read, or not to its end, is skipped', async () => {
  const tar = tarOf(
    { path: 'a', text: 'a'.repeat(3000) },
    { path: 'b', text: 'b'.repeat(3000) },
    { path: 'c' },
  );
  const paths: string[] = [];
  for await (const entry of entries(pieces(tar, 700))) {
    paths.push(entry.path);
    if (paths.length !== 2) continue;
    for await (const part of entry.body?.() ?? []) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
  }
  expect(paths).toEqual(['a', 'b', 'c']);
});

test('a body that is asked for too late is an error and not the bytes of another file', async () => {
  const walk = entries(pieces(tarOf({ path: 'a', text: 'one' }, { path: 'b', text: 'two' })));
  const first = await walk.next();
  await walk.next();
  const late = first.value?.body?.() ?? pieces(Buffer.from(''));
  await expect(collect(late)).rejects.toThrow('after the next entry');
});

test('what comes after two zero blocks is read, so that its digest can be checked, but means nothing', async () => {
  let read = 0;
  const source = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of pieces(
      Buffer.concat([tarOf({ path: 'a' }), tarOf({ path: 'b' })]),
      512,
    )) {
      read += piece.length;
      yield piece;
    }
  };
  const paths: string[] = [];
  for await (const entry of entries(source())) paths.push(entry.path);
  expect(paths).toEqual(['a']);
  expect(read).toBe(2 * 1536);
});

test('a walk that is left early gives its source up', async () => {
  let closed = false;
  const source = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* pieces(tarOf({ path: 'a' }, { path: 'b' }), 512);
    } finally {
      closed = true;
    }
  };
  for await (const entry of entries(source())) {
    expect(entry.path).toBe('a');
    break;
  }
  expect(closed).toBe(true);
});

const forms: readonly [
  string,
  Buffer,
  Partial<Entry> & { readonly text?: string; readonly name: string },
][] = [
  ['a ustar prefix', block({ 345: 'some/where' }), { name: 'some/where/x' }],
  ['no prefix in a GNU archive', block({ 257: 'ustar  \0', 345: '13400000000' }), { name: 'x' }],
  [
    'a prefix where a GNU archive has times',
    block({ 257: 'ustar  \0', 345: 'old/prefix' }),
    { name: 'old/prefix/x' },
  ],
  ['numbers that end at a NUL', block({ 108: '7\x008' }), { name: 'x', uid: 7 }],
  [
    'an old directory by the slash of its long name',
    Buffer.concat([gnuLong('L', 'long/'), block({ 156: '\0' })]),
    { name: 'long/', kind: 'directory' },
  ],
  [
    'the short prefix of star',
    block({ 345: 'pre', 476: '00000000000', 508: 'tar\0' }),
    { name: 'pre/x' },
  ],
  [
    'an old header without magic',
    block({ 257: '\0\0\0\0\0\0\0\0', 156: '\0' }),
    { name: 'x', kind: 'file' },
  ],
  [
    'an old directory by its slash',
    block({ 0: 'd/', 156: '\0' }),
    { name: 'd/', kind: 'directory' },
  ],
  ['a contiguous file', block({ 156: '7' }), { name: 'x', kind: 'file' }],
  [
    'a device',
    block({ 156: '3', 329: '0000001', 337: '0000003' }),
    { name: 'x', kind: 'character', device: { major: 1, minor: 3 } },
  ],
  ['a fifo', block({ 156: '6' }), { name: 'x', kind: 'fifo' }],
  ['setuid, setgid and sticky', block({ 100: '0107755' }), { name: 'x', mode: 0o7755 }],
  [
    'numbers among blanks',
    block({ 108: '   12 \0', 116: ' 7     ' }),
    { name: 'x', uid: 10, gid: 7 },
  ],
  [
    'numbers in base 256',
    block({ 108: base256(3_000_000, 8), 136: base256(-5, 12) }),
    { name: 'x', uid: 3_000_000, modified: -5 },
  ],
  [
    'a size on a link, which has no body',
    block({ 156: '1', 124: '00000001000', 157: 'y' }),
    { name: 'x', kind: 'hardlink', sizeBytes: 0 },
  ],
  ['a signed checksum', block({ 0: '\xe9' }, (sum) => sum - 256), { name: '\xe9' }],
  [
    'a pax path',
    Buffer.concat([pax(record('path=long/path/name')), block({})]),
    { name: 'long/path/name' },
  ],
  ['an empty pax path', Buffer.concat([pax(record('path=')), block({})]), { name: 'x' }],
  [
    'the later of two pax headers',
    Buffer.concat([pax(record('path=ab')), pax(record('path=cd')), block({})]),
    { name: 'cd' },
  ],
  [
    'pax numbers',
    Buffer.concat([pax(record('uid=3000000') + record('mtime=1.5')), block({})]),
    { name: 'x', uid: 3_000_000, modified: 1.5 },
  ],
  [
    'a pax size',
    Buffer.concat([pax(record('size=3')), block({}), Buffer.from('abc'.padEnd(512, '\0'))]),
    { name: 'x', sizeBytes: 3, text: 'abc' },
  ],
  [
    'a global header, which engines ignore',
    Buffer.concat([pax(record('path=evil'), 'g'), block({})]),
    { name: 'x' },
  ],
  [
    'an empty GNU long name and link',
    Buffer.concat([gnuLong('L', ''), gnuLong('K', ''), block({ 156: '2', 157: 'y' })]),
    { name: 'x', kind: 'symlink', link: 'y' },
  ],
  [
    'a long name before a global header, which takes it away',
    Buffer.concat([gnuLong('L', 'long'), pax(record('a=b'), 'g'), block({})]),
    { name: 'x' },
  ],
  [
    'a name of a sparse file without the version of one',
    Buffer.concat([pax(record('GNU.sparse.name=evil') + record('GNU.sparse.size=9')), block({})]),
    { name: 'x', sizeBytes: 0, text: '' },
  ],
  [
    'a name of a sparse file, whose size comes first',
    Buffer.concat([
      gnuLong('L', 'long'),
      pax(
        ['major=0', 'minor=1', 'name=sparse', 'realsize=8', 'size=9', 'map=0,0']
          .map((text) => record(`GNU.sparse.${text}`))
          .join(''),
      ),
      block({}),
    ]),
    { name: 'sparse', sizeBytes: 9 },
  ],
  [
    'a GNU long name',
    Buffer.concat([gnuLong('L', 'n'.repeat(600)), block({})]),
    { name: 'n'.repeat(600) },
  ],
  [
    'a GNU long name over a pax path',
    Buffer.concat([gnuLong('L', 'gnu'), pax(record('path=pax')), block({})]),
    { name: 'gnu' },
  ],
  [
    'a type that nobody knows, which is stepped over',
    Buffer.concat([block({ 0: 'v', 156: 'V', 124: '00000000003' }), Buffer.alloc(512), block({})]),
    { name: 'x' },
  ],
];

test.each(forms)('a tar entry may have %s', async (_, tar, { name, text, ...expected }) => {
  const seen: string[] = [];
  for await (const entry of entries(pieces(Buffer.concat([tar, end])))) {
    seen.push(entry.path);
    expect(entry).toMatchObject(expected);
    if (text !== undefined) expect((await read(entry)).text).toBe(text);
  }
  expect(seen).toEqual([name]);
});

test('extended attributes come as bytes', async () => {
  const records = record('SCHILY.xattr.security.capability=\x01\xff');
  const header = Buffer.concat([pax(records), block({}), end]);
  for await (const entry of entries(pieces(header))) {
    expect(entry.xattrs?.get('security.capability')).toEqual(new Uint8Array([1, 0xff]));
  }
  expect.assertions(1);
});

const broken: readonly [string, Buffer, string][] = [
  ['ends inside a header', block({}).subarray(0, 100), 'it ends inside a header'],
  [
    'ends inside a body',
    Buffer.concat([block({ 124: '00000002000' }), Buffer.alloc(512)]),
    'it ends inside a file',
  ],
  [
    'ends before the padding of a body',
    Buffer.concat([block({ 124: '00000000003' }), Buffer.from('abc')]),
    'it ends inside a file',
  ],
  ['ends inside a pax header', pax(record('path=ab')).subarray(0, 600), 'it ends inside a header'],
  ['has a wrong checksum', block({}, () => 1), 'a header has a wrong checksum'],
  [
    'has a checksum of letters',
    block({}, () => 'zzzzzz'),
    'a header has a checksum that is no number',
  ],
  ['has a size of letters', block({ 124: '1234567890z' }), 'a header has a size that is no number'],
  [
    'has a size that no number holds',
    block({ 124: '\x80' + '\xff'.repeat(11) }),
    'a header has a size that is no number',
  ],
  ['has a negative size', block({ 124: base256(-1, 12) }), 'an entry has a negative size'],
  [
    'has one zero block between entries',
    Buffer.concat([Buffer.alloc(512), block({})]),
    'a zero block stands between its entries',
  ],
  [
    'has a pax record without a length',
    pax('path=ab\n'),
    'a pax header has a record that is not "length key=value"',
  ],
  [
    'has a pax record that is too long',
    pax('99 path=ab\n'),
    'a pax header has a record that is not "length key=value"',
  ],
  [
    'has a pax record without a line end',
    pax('10 path=abc'),
    'a pax header has a record that is not "length key=value"',
  ],
  [
    'has a pax record without a key',
    pax('5 =a\n'),
    'a pax header has a record without a key or with a NUL in a name',
  ],
  [
    'has a NUL in a pax path',
    pax(record('path=a\0b')),
    'a pax header has a record without a key or with a NUL in a name',
  ],
  [
    'has a pax size of letters',
    Buffer.concat([pax(record('size=abc')), block({})]),
    'a pax header has a size that is no number',
  ],
  [
    'has a pax header over the limit',
    block({ 124: '00010000000', 156: 'x' }),
    'a header is longer than 1048576 bytes',
  ],
  [
    'has a GNU long name over the limit',
    block({ 124: '77777777777', 156: 'L' }),
    'a header is longer than 1048576 bytes',
  ],
  [
    'has a path that Linux cannot hold',
    Buffer.concat([gnuLong('L', 'n'.repeat(5000)), block({}), end]),
    'a path is longer than 4096 bytes',
  ],
  [
    'has a link that Linux cannot hold',
    Buffer.concat([gnuLong('K', 'n'.repeat(5000)), block({ 156: '2' }), end]),
    'a path is longer than 4096 bytes',
  ],
];

test.each(broken)('an archive that %s is corrupt', async (_, tar, why) => {
  const error = await readAll(tar).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Corrupt);
  expect(error).toMatchObject({
    exit: 3,
    code: 'corrupt',
    message: `the tar archive is corrupt: ${why}`,
  });
});

test('entries are counted, and too many of them are refused', async () => {
  const tar = tarOf({ path: 'a' }, { path: 'b' }, { path: 'c' });
  const walk = async (): Promise<number> => {
    let count = 0;
    for await (const entry of entries(pieces(tar), { maxEntries: 2, what: 'layer 7' })) {
      expect(entry.kind).toBe('file');
      count++;
    }
    return count;
  };
  await expect(walk()).rejects.toThrow('layer 7 is corrupt: it has more than 2 entries');
});

test('headers that stay in memory are counted together', async () => {
  const tar = Buffer.concat([
    pax(record('path=ab')),
    block({}),
    pax(record('path=cd')),
    block({}),
    end,
  ]);
  const walk = entries(pieces(tar), { maxHeadersBytes: 15 });
  expect((await walk.next()).done).toBe(false);
  await expect(walk.next()).rejects.toThrow('its headers are longer than 15 bytes');
});

test('an archive without its end is read to where it stops, as engines do', async () => {
  expect(await readAll(tarOf({ path: 'a' }).subarray(0, 512))).toHaveLength(1);
  expect(await readAll(Buffer.alloc(0))).toEqual([]);
});

withTool(
  'tar',
  'all formats that GNU tar writes are read as GNU tar lists them',
  async ({ tar }) => {
    const folder = mkdtempSync(join(tmpdir(), 'ecluse-'));
    try {
      const long = `${'directory-with-a-long-name/'.repeat(6)}${'n'.repeat(120)}`;
      mkdirSync(join(folder, 'directory-with-a-long-name/'.repeat(6)), { recursive: true });
      writeFileSync(join(folder, long), 'deep');
      writeFileSync(join(folder, 'sparse'), '');
      execFileSync('truncate', ['-s', '5M', join(folder, 'sparse')]);
      linkSync(join(folder, long), join(folder, 'hard'));
      symlinkSync('t'.repeat(300), join(folder, 'soft'));
      for (const args of [
        ['--format=gnu'],
        ['--format=pax'],
        ['--format=gnu', '-S'],
        ['--format=pax', '-S'],
      ]) {
        const packed = execFileSync(tar, ['-C', folder, ...args, '--sort=name', '-c', '.'], {
          maxBuffer: 1 << 26,
        });
        const listed = execFileSync(tar, ['-t', '--quoting-style=literal'], { input: packed })
          .toString()
          .trim()
          .split('\n');
        const read = await readAll(packed);
        expect(read.map(({ path }) => path)).toEqual(listed);
        const sparse = read.find(({ path }) => path === './sparse');
        expect(sparse?.sizeBytes).toBe(5 << 20);
        // One that is stored with holes has no body to read.
        expect(sparse?.text === undefined).toBe(args.includes('-S'));
        expect(read.find(({ kind }) => kind === 'hardlink')?.link).toBeDefined();
        expect(read.find(({ path }) => path === './soft')?.link).toBe('t'.repeat(300));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
