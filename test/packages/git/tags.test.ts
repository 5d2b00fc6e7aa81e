import { expect, test } from '@jest/globals';

import { historyOf, trees } from './repository.ts';

const make = trees();

test('all tags are found, and what git describes by them', async () => {
  const tree = make.init();
  const first = tree.commit();
  tree.git('tag', 'v1.0.0');
  tree.git('tag', '--annotate', '--message=x', 'shop/2.0');
  const second = tree.commit({ file: '2' });
  const history = await historyOf(tree);
  expect(await history.tags()).toEqual(['shop/2.0', 'v1.0.0']);
  expect(await history.describe(first, 'v*')).toBe('v1.0.0');
  expect(await history.describe(second, 'v*')).toBe(`v1.0.0-1-g${second.slice(0, 7)}`);
  expect(await history.describe(second)).toBe(`shop/2.0-1-g${second.slice(0, 7)}`);
  expect(await history.describe(second, 'x*')).toBeUndefined();
});

test('a repository without tags has none, but a shallow clone without tags cannot tell', async () => {
  const tree = make.init();
  tree.commit();
  const commit = tree.commit({ file: '2' });
  expect(await (await historyOf(tree)).tags()).toEqual([]);
  tree.git('tag', 'v1.0.0', 'HEAD~1');
  const shallow = make.clone(tree, '--depth=1', '--no-tags');
  const history = await historyOf(shallow);
  expect(await history.tags()).toBeUndefined();
  expect(await history.describe(commit)).toBeUndefined();
});

test('a name that starts with a dash is no option of git', async () => {
  const tree = make.init();
  const commit = tree.commit();
  const history = await historyOf(tree);
  expect(await history.describe('--all')).toBeUndefined();
  expect(await history.describe(commit, '--all')).toBeUndefined();
});
