import { expect, test } from '@jest/globals';

import { FileTree, readLayer, type Directory, type LayerSource, type TreeNode } from '#image';
import { Corrupt } from '#oci';

import { pieces, tarOf, type Member } from './tars.ts';

const layer = (...members: readonly Member[]): LayerSource => {
  const tar = tarOf(...members);
  return { what: 'the layer', open: () => pieces(tar, 1000) };
};

async function treeOf(...layers: readonly LayerSource[]): Promise<FileTree> {
  const tree = new FileTree();
  for (const source of layers) tree.apply(await readLayer(source));
  return tree;
}

/** `path/` for directories, `path -> link` for links, in byte order. */
function list(tree: FileTree): readonly string[] {
  const walk = (directory: Directory, prefix: string): readonly string[] =>
    [...directory.children].flatMap(([name, node]: readonly [string, TreeNode]) => {
      if (node.kind === 'directory')
        return [`${prefix}${name}/`, ...walk(node, `${prefix}${name}/`)];
      return [`${prefix}${name}${node.kind === 'symlink' ? ` -> ${node.link ?? ''}` : ''}`];
    });
  return [...walk(tree.root, '')].sort();
}

const dir = (path: string, mode = 0o755): Member => ({ path, kind: 'directory', mode });
const file = (path: string, text = ''): Member => ({ path, text });
const link = (path: string, to: string): Member => ({ path, kind: 'symlink', link: to });

const cases: readonly [string, readonly (readonly Member[])[], readonly string[]][] = [
  ['a whiteout hides a file of a lower layer', [[file('a'), file('b')], [file('.wh.a')]], ['b']],
  [
    'a whiteout hides a directory with all in it',
    [[file('d/e/f'), file('g')], [file('.wh.d')]],
    ['g'],
  ],
  [
    'a whiteout does not hide what its own layer adds, before or after it',
    [[file('a')], [file('a', 'new'), file('.wh.a')]],
    ['a'],
  ],
  [
    'a whiteout hides lower content of a directory that its layer makes anew',
    [[file('d/old')], [file('d/new'), file('.wh.d')]],
    ['d/', 'd/new'],
  ],
  [
    'a whiteout of nothing that is there changes nothing',
    [[file('a')], [file('.wh.b'), file('x/.wh.y'), file('a/.wh.z')]],
    ['a'],
  ],
  [
    'an opaque directory hides lower siblings only',
    [
      [file('d/old'), file('e')],
      [file('d/new'), file('d/.wh..wh..opq')],
    ],
    ['d/', 'd/new', 'e'],
  ],
  [
    'an opaque root hides everything',
    [
      [file('a'), file('b/c')],
      [file('.wh..wh..opq'), file('z')],
    ],
    ['z'],
  ],
  [
    'bookkeeping of aufs is ignored',
    [[file('.wh..wh.plnk/x'), file('.wh..wh.aufs'), file('a')]],
    ['.wh..wh.plnk/', '.wh..wh.plnk/x', 'a'],
  ],
  ['parents that no layer lists are there', [[file('a/b/c')]], ['a/', 'a/b/', 'a/b/c']],
  ['a file takes the place of a directory', [[file('d/e')], [file('d')]], ['d']],
  ['a directory takes the place of a file', [[file('d')], [dir('d'), file('d/e')]], ['d/', 'd/e']],
  ['a directory over a directory keeps what is in it', [[file('d/e')], [dir('d')]], ['d/', 'd/e']],
  [
    'a link in a lower layer is replaced, not followed',
    [[dir('usr/bin'), link('bin', 'usr/bin')], [file('bin/x')]],
    ['bin/', 'bin/x', 'usr/', 'usr/bin/'],
  ],
  ['a directory takes the place of a link', [[link('d', 'e'), dir('e')], [dir('d')]], ['d/', 'e/']],
  [
    'names are cleaned as engines clean them',
    [[file('./a//b/./c'), file('/d'), file('e/../f')]],
    ['a/', 'a/b/', 'a/b/c', 'd', 'f'],
  ],
];

test.each(cases)('%s', async (_, layers, expected) => {
  expect(list(await treeOf(...layers.map((members) => layer(...members))))).toEqual(expected);
});

test('a later entry for a directory gives it its attributes', async () => {
  const tree = await treeOf(
    layer(dir('tmp', 0o755), file('tmp/x')),
    layer({ ...dir('tmp', 0o1777), uid: 5 }),
  );
  expect(tree.get('tmp')).toMatchObject({ kind: 'directory', mode: 0o1777, uid: 5 });
  expect(tree.get('tmp/x')).toBeDefined();
});

test('a parent that a layer does not list keeps its attributes', async () => {
  const tree = await treeOf(layer(dir('tmp', 0o1777)), layer(file('tmp/x')));
  expect(tree.get('tmp')).toMatchObject({ mode: 0o1777 });
});

test('a hard link is the same file, also when its first name goes', async () => {
  const tree = await treeOf(
    layer(file('a', 'text'), { path: 'b', kind: 'hardlink', link: './a' }),
    layer(file('.wh.a')),
  );
  expect(list(tree)).toEqual(['b']);
  expect(Buffer.from((await tree.readFile('b', 100)) ?? []).toString()).toBe('text');
});

test.each([
  [
    'a hard link to nothing',
    [{ path: 'b', kind: 'hardlink', link: 'a' } as const],
    '"b" is a hard link to "a", which is not there',
  ],
  [
    'a hard link to a directory',
    [dir('a'), { path: 'b', kind: 'hardlink', link: 'a' } as const],
    '"b" is a hard link to "a", which is a directory',
  ],
  [
    'a path that leaves the root',
    [file('a/../../b')],
    'its entry "a/../../b" leads out of the root',
  ],
  [
    'a hard link that leaves the root',
    [{ path: 'b', kind: 'hardlink', link: '../a' } as const],
    'its entry "../a" leads out of the root',
  ],
  ['a whiteout without a name', [file('d/.wh.')], '"d/.wh." is a whiteout of nothing'],
  ['a whiteout of the parent', [file('d/.wh...')], '"d/.wh..." is a whiteout of nothing'],
  ['a root that is a file', [file('./')], 'its root is a file'],
])('a layer with %s is corrupt', async (_, members, why) => {
  const build = treeOf(layer(...members));
  await expect(build).rejects.toBeInstanceOf(Corrupt);
  await expect(build).rejects.toThrow(`the layer is corrupt: ${why}`);
});

const linked = () =>
  treeOf(
    layer(
      dir('usr/bin'),
      file('usr/bin/sh'),
      link('bin', 'usr/bin'),
      link('abs', '/usr'),
      link('out', '../../../usr/bin'),
      link('chain', 'abs/bin'),
      link('a', 'b'),
      link('b', 'a'),
      link('gone', 'no/where'),
      link('usr/up', '../bin/sh'),
      file('plain'),
    ),
  );

test.each([
  ['bin/sh', 'usr/bin/sh', true],
  ['/bin/new', 'usr/bin/new', false],
  ['bin', 'usr/bin', true],
  ['abs/bin/x', 'usr/bin/x', false],
  ['out/sh', 'usr/bin/sh', true],
  ['chain/./sh', 'usr/bin/sh', true],
  ['usr/up', 'usr/bin/sh', true],
  ['bin/../x', 'usr/x', false],
  ['../../x', 'x', false],
  ['gone/x', 'no/where/x', false],
  ['', '', true],
])('%s leads to %s', async (path, expected, exists) => {
  const { path: to, node } = (await linked()).resolve(path, { followLast: true });
  expect(to).toBe(expected);
  expect(node !== undefined).toBe(exists);
});

test('the last link is followed when it is asked for, or when a slash comes after it', async () => {
  const tree = await linked();
  expect(tree.resolve('bin', { followLast: false }).path).toBe('bin');
  expect(tree.resolve('bin/', { followLast: false }).path).toBe('usr/bin');
  expect(tree.resolve('bin/sh', { followLast: false }).path).toBe('usr/bin/sh');
});

test('a file in the way is named', async () => {
  expect((await linked()).resolve('plain/x/y', { followLast: true })).toEqual({
    path: 'plain',
    blocked: 'plain',
  });
});

test('links that go round in a circle are an error', async () => {
  const tree = await linked();
  expect(() => tree.resolve('a/x', { followLast: true })).toThrow(
    '"a/x" leads through too many links',
  );
});

test('the bytes of a file come from the layer that has it last', async () => {
  const tree = await treeOf(
    layer(file('etc/passwd', 'old'), file('big', 'x'.repeat(5000))),
    layer(file('other'), file('etc/passwd', 'first'), file('etc/passwd', 'second')),
  );
  const read = async (path: string, max = 100): Promise<string | undefined> => {
    const bytes = await tree.readFile(path, max);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString();
  };
  expect(await read('/etc/passwd')).toBe('second');
  expect(await read('etc')).toBeUndefined();
  expect(await read('etc/none')).toBeUndefined();
  await expect(read('big')).rejects.toThrow('"big" is corrupt: it is longer than 100 bytes');
  expect(await read('big', 5000)).toHaveLength(5000);
});

test('a clone changes on its own', async () => {
  const tree = await treeOf(layer(file('d/a'), file('b')));
  const clone = tree.clone();
  clone.remove('d/a');
  clone.putDirectory('new', { mode: 0o755, uid: 1, gid: 2, modified: 3 });
  expect(list(tree)).toEqual(['b', 'd/', 'd/a']);
  expect(list(clone)).toEqual(['b', 'd/', 'new/']);
});

test('names that are no UTF-8 stay apart', async () => {
  const header = tarOf({ path: 'A' }, { path: 'B' });
  const hacked = Buffer.from(header);
  const rename = (at: number, byte: number): void => {
    hacked[at] = byte;
    hacked.fill(' ', at + 148, at + 156);
    const sum = hacked.subarray(at, at + 512).reduce((total, value) => total + value, 0);
    hacked.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'latin1');
  };
  rename(0, 0xff);
  rename(512, 0xfe);
  const tree = await treeOf({ what: 'the layer', open: () => pieces(hacked) });
  expect(list(tree)).toEqual(['\xfe', '\xff']);
});

test('a tree of fifty thousand files over ten layers is made in linear time', async () => {
  const layers = Array.from({ length: 10 }, (_, at) =>
    layer(
      ...Array.from({ length: 5000 }, (_, n) => file(`d${n % 50}/f${at}-${n}`)),
      ...(at === 0
        ? []
        : Array.from({ length: 1000 }, (_, n) => file(`d${n % 50}/.wh.f${at - 1}-${n}`))),
    ),
  );
  const tree = await treeOf(...layers);
  expect(list(tree)).toHaveLength(50 + 50_000 - 9000);
});
