import { rmSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import type { History } from '#io';

import { historyOf, trees } from './repository.ts';

const make = trees();

/** main: 1 – 2 – 3 – 4; side: 2 – 5 */
function history() {
  const tree = make.init();
  const main = ['1', '2', '3', '4'].map((file) => tree.commit({ file }));
  tree.git('checkout', '--quiet', '-b', 'side', String(main[1]));
  const side = tree.commit({ file: '5' });
  tree.git('checkout', '--quiet', 'main');
  return { tree, main, side, at: (index: number) => main[index - 1] ?? '' };
}
const unshallow = async (open: History, a: string, b: string) => [
  await open.order(a, b),
  await open.distance(a, b),
];

test('order and distance of commits are those of their ancestry', async () => {
  const { tree, side, at } = history();
  const open = await historyOf(tree);
  expect(await open.order(at(1), at(4))).toBe('before');
  expect(await open.order(at(4), at(1))).toBe('after');
  expect(await open.order(at(3), at(3))).toBe('same');
  expect(await open.order(at(4), side)).toBe('diverged');
  expect(await open.distance(at(1), at(4))).toBe(3);
  expect(await open.distance(at(4), at(1))).toBe(0);
  expect(await open.distance(at(4), side)).toBe(1);
  expect(await open.distance(side, side)).toBe(0);
});

test('a commit that is not there, or is none, has no order and no distance', async () => {
  const { tree, at } = history();
  const open = await historyOf(tree);
  for (const other of ['a'.repeat(40), 'main', '--all', '']) {
    expect(await open.order(at(1), other)).toBe('unknown');
    expect(await open.order(other, at(1))).toBe('unknown');
    expect(await open.distance(other, at(1))).toBeUndefined();
    expect(await open.distance(at(1), other)).toBeUndefined();
  }
});

test('a replaced commit does not change the order', async () => {
  const { tree, at } = history();
  tree.git('replace', '--graft', at(4), at(1));
  expect(await (await historyOf(tree)).order(at(3), at(4))).toBe('before');
});

test('a shallow clone fetches the commits that it lacks, once, and then knows', async () => {
  const { tree, at } = history();
  const open = await historyOf(make.clone(tree, '--depth=1'));
  expect(await open.distance(at(1), at(4))).toBeUndefined();
  expect(await unshallow(open, at(1), at(4))).toEqual(['before', 3]);
});

test('a shallow clone that is to be left as it is says that it cannot tell', async () => {
  const { tree, at } = history();
  const shallow = make.clone(tree, '--depth=1');
  const open = await historyOf(shallow);
  expect(await open.order(at(1), at(4), { fetch: false })).toBe('unknown');
  expect(shallow.git('rev-parse', '--is-shallow-repository')).toBe('true');
  expect(await open.order(at(4), at(4), { fetch: false })).toBe('same');
});

test('commits that parted are told apart once a shallow clone is whole', async () => {
  const { tree, side, at } = history();
  const shallow = make.clone(tree, '--depth=1', '--no-single-branch');
  expect(await (await historyOf(shallow)).order(at(4), side)).toBe('diverged');
});

test('a shallow clone of another branch is made whole by the commit that HEAD is on', async () => {
  const { tree, side, at } = history();
  const shallow = make.clone(tree, '--depth=1', '--branch=side');
  const open = await historyOf(shallow);
  expect(await open.order(at(2), side)).toBe('before');
  expect(await open.order(at(4), side)).toBe('diverged');
});

test('a shallow clone that cannot be made whole says yes when it sees so, and never no', async () => {
  const { tree, side, at } = history();
  const shallow = make.clone(tree, '--depth=2', '--no-single-branch');
  rmSync(tree.root, { recursive: true });
  const open = await historyOf(shallow);
  expect(await open.order(at(3), at(4))).toBe('before');
  expect(await open.order(at(4), side)).toBe('unknown');
  expect(await open.order(at(1), at(4))).toBe('unknown');
  expect(await open.distance(at(3), at(4))).toBeUndefined();
});

test('a shallow clone without a remote stays as it is', async () => {
  const { tree, side, at } = history();
  const shallow = make.clone(tree, '--depth=1', '--no-single-branch');
  shallow.git('remote', 'remove', 'origin');
  shallow.git('update-ref', 'refs/heads/side', side);
  const open = await historyOf(shallow);
  expect(await open.order(at(4), side)).toBe('unknown');
});
