import { gzipSync, zstdCompressSync } from 'node:zlib';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { Base } from '#builder';
import { tarOf } from '../image/tars.ts';
import { baseOf, build, removeTemporary, type Files } from './builds.ts';

let bases: ReadonlyMap<string, Base>;

beforeAll(async () => {
  const root = tarOf(
    { path: 'usr/bin', kind: 'directory' },
    { path: 'usr/bin/tool', text: 'tool' },
    { path: 'bin', kind: 'symlink', mode: 0o777, link: 'usr/bin' },
    { path: 'abs', kind: 'symlink', mode: 0o777, link: '/opt' },
    { path: 'gone', kind: 'symlink', mode: 0o777, link: 'no/where' },
    { path: 'round', kind: 'symlink', mode: 0o777, link: 'round' },
    { path: 'tool', kind: 'symlink', mode: 0o777, link: 'usr/bin/tool' },
    { path: 'tmp', kind: 'directory', mode: 0o1777 },
    { path: 'srv/keep', kind: 'directory', mode: 0o700, uid: 7, gid: 8 },
    { path: 'srv/file', text: 'f' },
    { path: 'opt/own', kind: 'directory', uid: 33, gid: 44 },
    { path: 'opt/own/f', text: 'own', mode: 0o4755, uid: 33, gid: 44 },
    { path: 'etc/passwd', text: 'root:x:0:0::/:\nweb:x:101:102::/:\nbad:x:y:z\n' },
    { path: 'etc/group', text: 'root:x:0:\nwebg:x:102:\nother:x:300:\n' },
  );
  bases = await baseOf(root, 'ENV FROM=base\nCMD ["base"]\n');
});
afterAll(removeTemporary);

const files: Files = {
  'app/a.txt': 'a',
  'app/sub/x': 'x',
  'app/ln': { link: 'a.txt' },
  'run.sh': { text: 'run', mode: 0o775 },
  one: '1',
  two: '2',
  'd1/x': 'd1x',
  'd2/y': 'd2y',
  'a[b]/z': 'z',
  'empty/': '',
  'tree/keep/k': 'k',
  'tree/keep/inner/': '',
  lnfile: { link: 'run.sh' },
  lndir: { link: 'app' },
  'far/link': { link: '../app/sub' },
};

const run = '755 "run"';
const layers: readonly [string, string, readonly (readonly string[])[]][] = [
  ['a file under a new name', 'COPY one /x', [['x "1"']]],
  ['a file into a folder that is made', 'COPY one /n/m/', [['n/', 'n/m/', 'n/m/one "1"']]],
  ['a file into a folder that is there', 'COPY one /srv', [['srv/', 'srv/one "1"']]],
  ['a file that can be run', 'COPY run.sh /x', [[`x ${run}`]]],
  [
    'a folder: what is in it',
    'COPY app /x',
    [['x/', 'x/a.txt "a"', 'x/ln -> a.txt', 'x/sub/', 'x/sub/x "x"']],
  ],
  ['a folder into the root', 'COPY d1 /', [['x "d1x"']]],
  ['several files', 'COPY one two /x/', [['x/', 'x/one "1"', 'x/two "2"']]],
  ['a folder and a file', 'COPY d1 one /x/', [['x/', 'x/one "1"', 'x/x "d1x"']]],
  ['what a pattern matches', 'COPY d? /x/', [['x/', 'x/x "d1x"', 'x/y "d2y"']]],
  ['what a pattern of a folder matches', 'COPY d*/[xy] /x/', [['x/', 'x/x "d1x"', 'x/y "d2y"']]],
  ['a name with brackets', 'COPY a[[]b]/z /x', [['x "z"']]],
  ['an empty folder', 'COPY empty /e', [['e/']]],
  ['a link to a file, as what it leads to', 'COPY lnfile /x/', [['x/', `x/lnfile ${run}`]]],
  ['a link to a folder, as what it leads to', 'COPY lndir/sub /x', [['x/', 'x/x "x"']]],
  ['through a link that goes up', 'COPY far/link/x /y', [['y "x"']]],
  ['no higher than the top of the context', 'COPY ../../one /../x', [['x "1"']]],
  ['relative to the working directory', 'WORKDIR /w\nCOPY one x', [['w/'], ['w/', 'w/x "1"']]],
  ['into the working directory', 'WORKDIR /srv\nCOPY one .', [['srv/', 'srv/one "1"']]],
  ['a document', 'COPY <<x /y\nhello\nx', [['y "hello\\n"']]],
  [
    'documents into a folder',
    'COPY <<x <<y /z/\nhello\nx\nworld\ny',
    [['z/', 'z/x "hello\\n"', 'z/y "world\\n"']],
  ],
  ['to /bin, which is a link', 'COPY one /bin/x', [['usr/', 'usr/bin/', 'usr/bin/x "1"']]],
  ['a folder to /bin, which is a link', 'COPY d1 /bin', [['usr/', 'usr/bin/', 'usr/bin/x "d1x"']]],
  ['through an absolute link', 'COPY one /abs/new/', [['opt/', 'opt/new/', 'opt/new/one "1"']]],
  ['through a link to nothing', 'COPY one /gone/x', [['no/', 'no/where/', 'no/where/x "1"']]],
  ['over a link to a file', 'COPY one /tool', [['tool "1"']]],
  ['over a file', 'COPY one /srv/file', [['srv/', 'srv/file "1"']]],
  ['to a folder with rights of its own', 'COPY one /tmp/', [['tmp/ 1777', 'tmp/one "1"']]],
  [
    'a folder over one with rights of its own',
    'COPY d1 /srv/keep',
    [['srv/', 'srv/keep/ 700 7:8', 'srv/keep/x "d1x"']],
  ],
  [
    'a folder in a folder over one with rights of its own',
    'COPY tree /srv',
    [['srv/', 'srv/keep/', 'srv/keep/inner/', 'srv/keep/k "k"']],
  ],
  ['for a user by name', 'COPY --chown=web one /n/x', [['n/ 101:102', 'n/x 101:102 "1"']]],
  ['for a user and a group', 'COPY --chown=web:other one /x', [['x 101:300 "1"']]],
  ['for a group', 'COPY --chown=:webg one /x', [['x 0:102 "1"']]],
  ['for a number, which is the group too', 'COPY --chown=101 one /x', [['x 101:101 "1"']]],
  [
    'for two numbers',
    'COPY --chown=1:65534 app /x',
    [
      [
        'x/ 1:65534',
        'x/a.txt 1:65534 "a"',
        'x/ln 1:65534 -> a.txt',
        'x/sub/ 1:65534',
        'x/sub/x 1:65534 "x"',
      ],
    ],
  ],
  [
    'for a user that an earlier COPY brought',
    'COPY <<passwd /etc/\nnew:x:5:6::/:\npasswd\nCOPY --chown=new one /x',
    [['etc/', 'etc/passwd "new:x:5:6::/:\\n"'], ['x 5:6 "1"']],
  ],
  [
    'with rights',
    'COPY --chmod=0710 app /x',
    [['x/', 'x/a.txt 710 "a"', 'x/ln -> a.txt', 'x/sub/ 710', 'x/sub/x 710 "x"']],
  ],
  [
    'with symbolic rights',
    'COPY --chmod=u=rwX,go= app /x',
    [['x/', 'x/a.txt 600 "a"', 'x/ln -> a.txt', 'x/sub/ 700', 'x/sub/x 600 "x"']],
  ],
  [
    'from an image, with owners and rights',
    'COPY --from=base /opt /z',
    [['z/', 'z/own/ 33:44', 'z/own/f 4755 33:44 "own"']],
  ],
  [
    'a file from an image',
    'COPY --from=base /opt/own/f /tool /z/',
    [['z/', 'z/f 4755 33:44 "own"', 'z/tool "tool"']],
  ],
  [
    'from an image through a link',
    'COPY --from=base /abs/own /z',
    [['z/', 'z/f 4755 33:44 "own"']],
  ],
  ['from an image by a pattern', 'COPY --from=base /b?n/t* /z', [['z "tool"']]],
  [
    'from an image for another user',
    'COPY --from=base --chown=9 /opt/own /z',
    [['z/ 9:9', 'z/f 4755 9:9 "own"']],
  ],
  ['with --link', 'COPY --link one /x', [['x "1"']]],
  ['a WORKDIR that is not there', 'WORKDIR /a/b', [['a/', 'a/b/']]],
  ['a WORKDIR relative to one', 'WORKDIR /a\nWORKDIR ../b', [['a/'], ['b/']]],
  ['a WORKDIR that is there', 'WORKDIR /srv/keep', []],
  ['a WORKDIR through a link', 'USER web\nWORKDIR /abs/w', [['opt/', 'opt/w/']]],
  ['names that need expansion', 'ARG F=one\nENV T=/t\nCOPY $F ${T}/${F:+x}', [['t/', 't/x "1"']]],
];

test.each(layers)('builtin copies %s', async (_, lines, expected) => {
  const image = await build({ dockerfile: `FROM base\n${lines}\n`, files, bases });
  expect(image.layers).toEqual(expected);
  expect(image.config.rootfs.diff_ids).toHaveLength(1 + expected.length);
});

const archive = tarOf(
  { path: './', kind: 'directory', mode: 0o700, uid: 9, gid: 9 },
  { path: './sub', kind: 'directory', mode: 0o700, uid: 5, gid: 6 },
  { path: './sub/f', text: 'f', mode: 0o4711, uid: 5, gid: 6 },
  { path: './hard', kind: 'hardlink', link: './sub/f' },
  { path: './out', kind: 'symlink', mode: 0o777, link: '../../../etc/passwd' },
);

const plain = tarOf({ path: 'x', text: 'x' });
const archives: readonly [string, Buffer, string, readonly string[]][] = [
  [
    'with owners, rights and links',
    archive,
    'ADD a.tar /z',
    [
      'z/',
      'z/hard 4711 5:6 "f"',
      'z/out -> ../../../etc/passwd',
      'z/sub/ 700 5:6',
      'z/sub/f 4711 5:6 => z/hard',
    ],
  ],
  [
    'into /bin, which is a link',
    tarOf({ path: 'x', text: 'x' }),
    'ADD a.tar /bin',
    ['usr/', 'usr/bin/', 'usr/bin/x "x"'],
  ],
  [
    'through a link of the image',
    tarOf({ path: 'bin/x', text: 'x' }),
    'ADD a.tar /',
    ['usr/', 'usr/bin/', 'usr/bin/x "x"'],
  ],
  [
    'with a folder over a link of the image',
    tarOf({ path: 'bin', kind: 'directory' }, { path: 'bin/x', text: 'x' }),
    'ADD a.tar /',
    ['bin/', 'bin/x "x"'],
  ],
  [
    'with a file over a folder of the image',
    tarOf({ path: 'srv', text: 'x' }),
    'ADD a.tar /',
    ['srv "x"'],
  ],
  [
    'with devices',
    tarOf({ path: 'null', kind: 'character', device: { major: 1, minor: 3 } }),
    'ADD a.tar /dev',
    ['dev/', 'dev/null character'],
  ],
  ['that COPY leaves whole', plain, 'COPY a.tar /x', [`x ${JSON.stringify(plain.toString())}`]],
  [
    'that --unpack=false leaves whole',
    plain,
    'ADD --unpack=false a.tar /x',
    [`x ${JSON.stringify(plain.toString())}`],
  ],
  ['that is none', Buffer.from('no archive'), 'ADD a.tar /x', ['x "no archive"']],
  ['that is empty', Buffer.alloc(0), 'ADD a.tar /x', ['x']],
];

test.each(archives)('ADD takes an archive %s', async (_, tar, line, expected) => {
  const image = await build({ dockerfile: `FROM base\n${line}\n`, files: { 'a.tar': tar }, bases });
  expect(image.layers).toEqual([expected]);
});

test.each([
  ['gzip', gzipSync(archive)],
  ['zstd', zstdCompressSync(archive)],
])('ADD takes an archive that is compressed with %s', async (_, bytes) => {
  const image = await build({ dockerfile: 'FROM scratch\nADD a /\n', files: { a: bytes } });
  expect(image.layers).toEqual([
    ['hard 4711 5:6 "f"', 'out -> ../../../etc/passwd', 'sub/ 700 5:6', 'sub/f 4711 5:6 => hard'],
  ]);
});

test('ADD copies a compressed file that is no archive as it is', async () => {
  const bytes = gzipSync('text');
  const image = await build({ dockerfile: 'FROM scratch\nADD a.gz /\n', files: { 'a.gz': bytes } });
  expect(image.layers).toEqual([[`a.gz ${JSON.stringify(bytes.toString())}`]]);
});
