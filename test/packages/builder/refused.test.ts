import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { Base } from '#builder';
import { UsageError } from '#io';

import { readContext } from '../../../packages/builder/context.ts';
import { withTool } from '../../tools.ts';
import { tarOf } from '../image/tars.ts';
import { baseOf, build, engine, folderOf, planOf, removeTemporary, type Files } from './builds.ts';

let bases: ReadonlyMap<string, Base>;

beforeAll(async () => {
  const root = tarOf(
    { path: 'usr/bin', kind: 'directory' },
    { path: 'bin', kind: 'symlink', mode: 0o777, link: 'usr/bin' },
    { path: 'round', kind: 'symlink', mode: 0o777, link: 'round' },
    { path: 'srv/file', text: 'f' },
    { path: 'etc', kind: 'directory' },
  );
  bases = await baseOf(root);
});
afterAll(removeTemporary);

const files: Files = {
  one: '1',
  two: '2',
  'app/x': 'x',
  'tree/bin/x': 'x',
  'over/etc': 'a file',
  out: { link: '../../etc/passwd' },
  abs: { link: '/etc/passwd' },
  'deep/out': { link: '../../x' },
  round: { link: 'round' },
  'secret/key': 'k',
  'odd\u001b[31m': 'x',
};

test.each([
  ['COPY none /x', '"none" is not in the context'],
  ['COPY none* /x', '"none*" is not in the context'],
  ['COPY [a-z /x', '"[a-z" is a malformed pattern'],
  ['COPY one two /x', 'COPY of several sources needs a destination that ends with "/"'],
  ['COPY app /srv/file', '"srv/file" in the image is no folder, and one is needed there'],
  ['COPY one /srv/file/', '"srv/file" in the image is no folder, and one is needed there'],
  ['COPY one /srv/file/x', '"srv/file" in the image is no folder, and one is needed there'],
  ['COPY tree /', '"bin" in the image is no folder, and one is needed there'],
  ['COPY over /', 'a folder stands at "etc", where a file is to be copied'],
  ['COPY --chown=nobody one /x', '--chown: the image has no user "nobody" in /etc/passwd'],
  ['COPY --chown=0:nogroup one /x', '--chown: the image has no group "nogroup" in /etc/group'],
  ['COPY --chown=4294967295 one /x', '--chown: the image has no user "4294967295" in /etc/passwd'],
  ['COPY --chown=a:b:c one /x', '--chown="a:b:c" is not user, user:group or :group'],
  [
    'COPY --chmod=rwx one /x',
    '--chmod="rwx" is neither octal (0 to 7777) nor symbolic (u=rwX,go=rX)',
  ],
  [
    'COPY --chmod=888 one /x',
    '--chmod="888" is neither octal (0 to 7777) nor symbolic (u=rwX,go=rX)',
  ],
  ['COPY "one\0" /x', '"one\\u0000" is not in the context'],
  [`COPY ${'n'.repeat(300)} /x`, `"${'n'.repeat(300)}" is not in the context`],
  ['COPY one "/x\0y"', 'the destination has a NUL in it'],
  ['WORKDIR "/x\0y"', 'the folder has a NUL in its name'],
  ['WORKDIR /srv/file', '"srv/file" in the image is no folder'],
  ['COPY --from=base /none /x', '"/none" is not in registry.example/base:1'],
  ['COPY --from=0 /none /x', '"/none" is not in stage "0"'],
  ['ADD --unpack=true one /x', '"one" is to be unpacked and is no tar archive'],
])('%s is refused with its line', async (line, why) => {
  const from = line.includes('--from=0') ? 'FROM scratch\nFROM base' : 'FROM base';
  const built = build({ dockerfile: `${from}\n${line}\n`, files, bases });
  await expect(built).rejects.toBeInstanceOf(UsageError);
  await expect(built).rejects.toThrow(`Dockerfile:${from.split('\n').length + 1}: ${why}`);
});

test.each([
  ['COPY out /x', '"out" in the context is a link to "../../etc/passwd", which leaves the context'],
  ['COPY abs /x', '"abs" in the context is a link to "/etc/passwd", which leaves the context'],
  [
    'COPY abs/shadow /x',
    '"abs" in the context is a link to "/etc/passwd", which leaves the context',
  ],
  [
    'COPY deep/out /x',
    '"deep/out" in the context is a link to "../../x", which leaves the context',
  ],
  ['COPY round /x', '"round" in the context leads through too many links'],
])('%s is refused, as the link leads nowhere inside', async (line, why) => {
  const built = build({ dockerfile: `FROM scratch\n${line}\n`, files });
  await expect(built).rejects.toBeInstanceOf(UsageError);
  await expect(built).rejects.toThrow(why);
});

test('a link that leaves the context is copied as a link when its folder is copied', async () => {
  const image = await build({ dockerfile: 'FROM scratch\nCOPY deep /\n', files });
  expect(image.layers).toEqual([['out -> ../../x']]);
});

test('a destination in a circle of links is an error', async () => {
  const built = build({ dockerfile: 'FROM base\nCOPY one /round/x\n', files, bases });
  await expect(built).rejects.toThrow('"round/x" leads through too many links');
});

test('what the ignore file leaves out is not there, and the sentence says so', async () => {
  const built = build({ dockerfile: 'FROM scratch\nCOPY secret /\n', files, ignore: 'secret\n' });
  await expect(built).rejects.toThrow(
    '"secret" is not in the context, or its ignore file leaves it out',
  );
});

const hostile: readonly [string, Buffer, string][] = [
  [
    'an absolute path',
    tarOf({ path: '/etc/passwd' }),
    'has an entry "/etc/passwd", which is absolute',
  ],
  ['a path that leads out', tarOf({ path: '../x' }), 'has an entry "../x", which leads out of it'],
  [
    'a path that leads out later',
    tarOf({ path: 'a/../../x' }),
    'has an entry "a/../../x", which leads out of it',
  ],
  [
    'a hard link that leads out',
    tarOf({ path: 'x', kind: 'hardlink', link: '../../etc/passwd' }),
    'has a hard link to "../../etc/passwd", which leads out of it',
  ],
  [
    'an absolute hard link',
    tarOf({ path: 'x', kind: 'hardlink', link: '/etc/passwd' }),
    'has a hard link to "/etc/passwd", which is absolute',
  ],
  [
    'a hard link to nothing',
    tarOf({ path: 'x', kind: 'hardlink', link: 'y' }),
    'has a hard link "x" to "y", which is no file in it',
  ],
  [
    'an entry behind its own link',
    tarOf({ path: 'l', kind: 'symlink', link: '/etc' }, { path: 'l/passwd' }),
    'has an entry "l/passwd" that goes through its own link "l"',
  ],
  [
    'a body that is cut off',
    tarOf({ path: 'x', text: 'x'.repeat(900) }).subarray(0, 900),
    'is corrupt: it ends inside a file',
  ],
  [
    'a second header that is rubbish',
    Buffer.concat([tarOf({ path: 'x' }).subarray(0, 512), Buffer.alloc(512, 1)]),
    'is corrupt: a header has a ',
  ],
  [
    'a stream that is cut off',
    gzipSync(tarOf({ path: 'x', text: Array.from({ length: 9999 }, String).join() })).subarray(
      0,
      -9,
    ),
    'is corrupt: it does not inflate',
  ],
];

test.each(hostile)('ADD refuses an archive with %s', async (_, tar, why) => {
  const built = build({ dockerfile: 'FROM base\nADD a.tar /z/\n', files: { 'a.tar': tar }, bases });
  await expect(built).rejects.toBeInstanceOf(UsageError);
  await expect(built).rejects.toThrow(`Dockerfile:2: the archive "a.tar" ${why}`);
});

test('names with control characters are inert in sentences', async () => {
  const built = build({
    dockerfile: 'FROM base\nCOPY odd* /srv/file/\nCOPY "no\u001b[31m" /\n',
    files,
    bases,
  });
  const error: unknown = await built.catch((thrown: unknown) => thrown);
  expect((error as Error).message).toMatch(/^[\x20-\x7e]+$/);
});

test('a file that changes while it is read is an error, and not another image', async () => {
  const context = folderOf({ a: 'a'.repeat(100) });
  const plan = planOf({ dockerfile: 'FROM scratch\nCOPY a /\n', context });
  const tree = readContext(
    { folder: plan.context, ignore: undefined },
    ['a'],
    new AbortController().signal,
  );
  folderOf({ a: 'a'.repeat(99) }, context);
  await expect(tree.readFile('a', 100)).rejects.toMatchObject({
    code: 'context-changed',
    message: '"a" in the context changed while it was read: build again when nothing writes there',
  });
});

withTool(
  'mkfifo',
  'a fifo is refused when it is copied, and nobody waits for it',
  async ({ mkfifo }) => {
    const context = folderOf({ 'app/x': 'x', 'free/x': 'y' });
    execFileSync(mkfifo, [join(context, 'app', 'pipe')]);
    await expect(build({ dockerfile: 'FROM scratch\nCOPY app /\n', context })).rejects.toThrow(
      'Dockerfile:2: what is to be copied to "pipe" is no file, folder or link',
    );
    expect((await build({ dockerfile: 'FROM scratch\nCOPY free /\n', context })).layers).toEqual([
      ['x "y"'],
    ]);
  },
);

test('a build that is cancelled stops', async () => {
  const plan = planOf({ dockerfile: 'FROM scratch\nCOPY app /\n', files });
  const reason = new Error('stopped');
  await expect(engine.build(plan, folderOf({}), AbortSignal.abort(reason))).rejects.toBe(reason);
});
