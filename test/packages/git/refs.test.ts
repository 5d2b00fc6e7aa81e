import { expect, test } from '@jest/globals';

import { historyOf, trees } from './repository.ts';

const make = trees();

test('before the first commit HEAD has a branch and no commit', async () => {
  const tree = make.init('trunk');
  expect(await (await historyOf(tree)).head()).toEqual({ branch: 'trunk', commit: undefined });
});

test('a tag that is called HEAD does not stand in for a commit that is missing', async () => {
  const tree = make.init();
  const commit = tree.commit();
  tree.git('update-ref', 'refs/tags/HEAD', commit);
  tree.git('symbolic-ref', 'HEAD', 'refs/heads/unborn');
  const history = await historyOf(tree);
  expect(await history.head()).toEqual({ branch: 'unborn', commit: undefined });
  expect(await history.commitOf('HEAD')).toBeUndefined();
});

test('a detached HEAD has a commit and no branch', async () => {
  const tree = make.init();
  const commit = tree.commit();
  tree.git('checkout', '--quiet', '--detach');
  expect(await (await historyOf(tree)).head()).toEqual({ commit, branch: undefined });
});

test('a commit is found by branch, tag, full name and hash', async () => {
  const tree = make.init();
  const first = tree.commit();
  tree.git('tag', '--annotate', '--message=x', 'v1.0.0');
  tree.git('tag', '--annotate', '--message=x', 'nested', 'v1.0.0');
  tree.git('branch', 'feature/x');
  const second = tree.commit({ file: '2' });
  const history = await historyOf(tree);
  const found = await Promise.all(
    [
      'main',
      'refs/heads/main',
      'HEAD',
      second.slice(0, 8),
      'feature/x',
      'v1.0.0',
      'nested',
      'refs/tags/v1.0.0',
      first,
    ].map((name) => history.commitOf(name)),
  );
  expect(found).toEqual([second, second, second, second, first, first, first, first, first]);
});

test('a branch of origin that nobody has checked out is found by its name', async () => {
  const origin = make.init();
  const commit = origin.commit();
  origin.git('branch', 'line/1.4');
  const history = await historyOf(make.clone(origin));
  expect(await history.commitOf('line/1.4')).toBe(commit);
  expect(await history.commitOf('refs/heads/line/1.4')).toBeUndefined();
});

test('names that are no names are not found, whatever git would make of them', async () => {
  const tree = make.init();
  tree.commit();
  const commit = tree.commit({ file: '2' });
  tree.git('branch', 'deep/down');
  const history = await historyOf(tree);
  const hostile = [
    '--upload-pack=touch x',
    '-x',
    'HEAD~1',
    'main^{tree}',
    '@{-1}',
    '@',
    ':/change',
    'main..HEAD',
    `${commit}^`,
    'ma*',
    'main\n',
    'main lock',
    'deep',
    'refs/heads',
    'refs/heads/',
    '/main',
    '',
    'abc',
    'f'.repeat(40),
  ];
  expect(await Promise.all(hostile.map((name) => history.commitOf(name)))).toEqual(
    hostile.map(() => undefined),
  );
});

test('a branch whose name begins with a dash is an ordinary branch', async () => {
  const tree = make.init();
  const commit = tree.commit();
  tree.git('update-ref', 'refs/heads/--upload-pack=x', commit);
  tree.git('update-ref', 'refs/tags/-v1', commit);
  const history = await historyOf(tree);
  expect(await history.commitOf('--upload-pack=x')).toBe(commit);
  expect(await history.tagsAt(commit)).toEqual(['-v1']);
});

test('a tag that is called refs/heads/main does not stand in for a missing branch', async () => {
  const tree = make.init('trunk');
  tree.commit();
  tree.git('tag', 'refs/heads/main');
  const history = await historyOf(tree);
  expect(await history.commitOf('refs/heads/main')).toBeUndefined();
  expect((await history.defaultBranch())?.name).toBeUndefined();
});

test('a branch and a tag of one name on two commits are refused; on one they are the same', async () => {
  const tree = make.init();
  const commit = tree.commit();
  tree.git('tag', 'main');
  const history = await historyOf(tree);
  expect(await history.commitOf('main')).toBe(commit);
  tree.commit({ file: '2' });
  await expect(history.commitOf('main')).rejects.toMatchObject({
    exit: 2,
    message:
      '"main" is a branch and a tag on different commits: write refs/heads/main or refs/tags/main',
  });
});

test('tags of a commit are light and annotated ones; a tag of a file is of no commit', async () => {
  const tree = make.init();
  const commit = tree.commit({ file: '1' });
  tree.git('tag', 'v1.0.0');
  tree.git('tag', '--annotate', '--message=x', 'shop/v2.0.0');
  tree.git('tag', 'blob', 'HEAD:file');
  const history = await historyOf(tree);
  expect(await history.tagsAt(commit)).toEqual(['shop/v2.0.0', 'v1.0.0']);
  expect(await history.tagsAt('HEAD')).toEqual([]);
  expect(await history.commitOf('blob')).toBeUndefined();
});

test('the URL of origin is told as it was configured, and none where there is none', async () => {
  const tree = make.init();
  tree.commit();
  const history = await historyOf(tree);
  expect(await history.origin()).toBeUndefined();
  tree.git('remote', 'add', 'other', 'https://other.test/a');
  expect(await history.origin()).toBeUndefined();
  tree.git('remote', 'add', 'origin', 'gh:acme/shop');
  tree.git('config', 'url.https://token@github.com/.insteadOf', 'gh:');
  expect(await history.origin()).toBe('gh:acme/shop');
});
