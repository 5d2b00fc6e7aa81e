import { execFileSync } from 'node:child_process';

import { expect, test } from '@jest/globals';

import { entries, tarEnd, tarHeader, type Entry, type Written } from '#image';

import { withTool } from '../../tools.ts';
import { pieces, tarOf } from './tars.ts';

const usual: Written = {
  path: 'x',
  kind: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  modified: 0,
};

async function roundTrip(entry: Partial<Written>): Promise<Entry> {
  const header = tarHeader({ ...usual, ...entry });
  expect(header.length % 512).toBe(0);
  for await (const read of entries(pieces(Buffer.concat([header, tarEnd()])))) return read;
  throw new Error('nothing was read');
}

test.each<[string, Partial<Written>, number]>([
  ['a plain file', {}, 512],
  ['a path of 100 bytes', { path: 'p'.repeat(100) }, 512],
  ['a path that fits in prefix and name', { path: `${'p'.repeat(155)}/${'n'.repeat(100)}` }, 512],
  ['a path that has no slash where one is needed', { path: 'p'.repeat(101) }, 1536],
  ['a path whose prefix is too long', { path: `${'p'.repeat(156)}/n` }, 1536],
  ['a path as long as Linux has them', { path: 'p/'.repeat(2000) + 'x' }, 512 + 512 * 8 + 512],
  ['a directory whose slash is one too many', { path: 'p'.repeat(100), kind: 'directory' }, 1536],
  ['a name that is no UTF-8', { path: '\xff\xfe' }, 512],
  ['a long name that is no UTF-8', { path: '\xff'.repeat(200) }, 1536],
  ['a long link', { kind: 'symlink', link: 'l'.repeat(101) }, 1536],
  ['the largest id of the header', { uid: 0o7777777, gid: 0o7777777 }, 512],
  ['larger ids', { uid: 0o10000000, gid: 4_294_967_294 }, 1536],
  ['all bits of the mode', { mode: 0o7777 }, 512],
  ['a time', { modified: 1_700_000_000 }, 512],
  ['a time before the epoch', { modified: -1 }, 1536],
  ['a device', { kind: 'block', device: { major: 8, minor: 1 } }, 512],
  [
    'extended attributes',
    {
      xattrs: new Map([
        ['user.b', Uint8Array.of(0, 10, 255)],
        ['user.a', Uint8Array.of(1)],
      ]),
    },
    1536,
  ],
])('%s is read as it was written, in as few blocks as it takes', async (_, entry, length) => {
  const written = { ...usual, ...entry };
  expect(tarHeader(written)).toHaveLength(length);
  const slash = written.kind === 'directory' ? '/' : '';
  expect({ ...(await roundTrip(entry)), body: undefined }).toEqual({
    ...written,
    path: `${written.path}${slash}`,
  });
});

test('a size of more than 8 GiB is written and read', async () => {
  const header = tarHeader({ ...usual, sizeBytes: 9 * 2 ** 30 });
  expect(header).toHaveLength(1536);
  for await (const entry of entries(pieces(header))) {
    expect(entry.sizeBytes).toBe(9 * 2 ** 30);
    break;
  }
  expect.assertions(2);
});

test('the same entry gives the same bytes, in whatever order its attributes are', () => {
  const a = new Map([
    ['user.a', Uint8Array.of(1)],
    ['user.b', Uint8Array.of(2)],
  ]);
  const b = new Map([...a].reverse());
  expect(tarHeader({ ...usual, xattrs: a })).toEqual(tarHeader({ ...usual, xattrs: b }));
});

withTool('tar', 'GNU tar lists what we write', ({ tar }) => {
  const long = `${'d'.repeat(120)}/${'n'.repeat(120)}`;
  const archive = tarOf(
    { path: 'd', kind: 'directory', mode: 0o1777 },
    { path: long, text: 'x', uid: 3_000_000, gid: 5 },
    { path: 'l', kind: 'symlink', link: 'd', mode: 0o777 },
    { path: 'h', kind: 'hardlink', link: 'l' },
  );
  const listed = execFileSync(tar, ['-tv', '--numeric-owner', '--utc', '--full-time'], {
    input: archive,
  }).toString();
  expect(listed.replaceAll(/ +/g, ' ').trim().split('\n')).toEqual([
    'drwxrwxrwt 0/0 0 1970-01-01 00:00:00 d/',
    `-rw-r--r-- 3000000/5 1 1970-01-01 00:00:00 ${long}`,
    'lrwxrwxrwx 0/0 0 1970-01-01 00:00:00 l -> d',
    'hrw-r--r-- 0/0 0 1970-01-01 00:00:00 h link to l',
  ]);
});
