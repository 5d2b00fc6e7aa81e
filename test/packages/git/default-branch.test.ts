import { rmSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { historyOf, trees } from './repository.ts';

const make = trees();

test('the event knows the default branch before git does', async () => {
  const tree = make.init();
  tree.commit();
  tree.git('branch', 'trunk');
  const commit = tree.git('rev-parse', 'HEAD');
  const history = await historyOf(tree, { defaultBranch: { name: 'trunk', from: 'event' } });
  expect(await history.defaultBranch()).toEqual({ name: 'trunk', commit, from: 'event' });
});

test('origin/HEAD is asked before main is tried', async () => {
  const origin = make.init('trunk');
  const commit = origin.commit();
  origin.git('branch', 'main');
  const history = await historyOf(make.clone(origin));
  expect(await history.defaultBranch()).toEqual({ name: 'trunk', commit, from: 'origin/HEAD' });
});

test.each(['main', 'master'] as const)('without origin/HEAD %s is the default', async (name) => {
  const tree = make.init(name);
  const commit = tree.commit();
  tree.git('checkout', '--quiet', '-b', 'feature');
  const history = await historyOf(tree, { defaultBranch: { name: 'feature', from: 'input' } });
  expect(await history.defaultBranch()).toEqual({ name, commit, from: name });
});

test('the input is asked last', async () => {
  const tree = make.init('trunk');
  const commit = tree.commit();
  expect(await (await historyOf(tree)).defaultBranch()).toBeUndefined();
  const history = await historyOf(tree, { defaultBranch: { name: 'trunk', from: 'input' } });
  expect(await history.defaultBranch()).toEqual({ name: 'trunk', commit, from: 'input' });
});

test('of the local branch and origin’s, the newer one counts; parted, origin’s', async () => {
  const origin = make.init();
  const first = origin.commit();
  const tree = make.clone(origin);
  const commitNow = async () => (await (await historyOf(tree)).defaultBranch())?.commit;
  const ours = tree.commit({ ours: '1' });
  expect(await commitNow()).toBe(ours);
  const theirs = origin.commit({ theirs: '1' });
  tree.git('fetch', '--quiet');
  expect(await commitNow()).toBe(theirs);
  tree.git('reset', '--quiet', '--hard', first);
  expect(await commitNow()).toBe(theirs);
});

test('a default branch that a shallow clone lacks is fetched, and only its newest commit', async () => {
  const origin = make.init();
  origin.commit({ file: '1' });
  const commit = origin.commit({ file: '2' });
  origin.git('checkout', '--quiet', '-b', 'feature');
  origin.commit({ file: '3' });
  const tree = make.clone(origin, '--depth=1', '--branch=feature');
  const history = await historyOf(tree, { defaultBranch: { name: 'main', from: 'event' } });
  expect(await history.defaultBranch()).toEqual({ name: 'main', commit, from: 'event' });
  expect(tree.git('rev-list', '--count', 'refs/remotes/origin/main')).toBe('1');
  expect(await history.file(commit, 'file')).toEqual(Buffer.from('2'));
});

test('a fetch does not cut the history of a clone that is whole', async () => {
  const origin = make.init();
  origin.commit({ file: '1' });
  origin.commit({ file: '2' });
  origin.git('checkout', '--quiet', '-b', 'feature');
  const tree = make.clone(origin, '--single-branch', '--branch=feature');
  const history = await historyOf(tree, { defaultBranch: { name: 'main', from: 'event' } });
  expect((await history.defaultBranch())?.name).toBe('main');
  expect(tree.git('rev-parse', '--is-shallow-repository')).toBe('false');
  expect(tree.git('rev-list', '--count', 'HEAD')).toBe('2');
});

test('a branch that origin does not have is no default branch', async () => {
  const origin = make.init('trunk');
  origin.commit();
  const history = await historyOf(make.clone(origin), {
    defaultBranch: { name: 'main', from: 'event' },
  });
  expect(await history.defaultBranch()).toBeUndefined();
});

test('an origin that cannot be asked is an error with git’s reason', async () => {
  const origin = make.init('trunk');
  origin.commit();
  const tree = make.clone(origin, '--depth=1');
  rmSync(origin.root, { recursive: true });
  const history = await historyOf(tree, { defaultBranch: { name: 'main', from: 'event' } });
  await expect(history.defaultBranch()).rejects.toMatchObject({
    exit: 3,
    code: 'git',
    message: expect.stringMatching(
      /^"main" is not in this clone, and git fetch failed: "fatal: .*does not appear to be.*: check out with fetch-depth: 0$/,
    ),
  });
});

test.each(['--upload-pack=touch x', 'a b', '', 'main\nx', '+refs/heads/x:refs/heads/main'])(
  'the name %j is refused before git sees it',
  async (name) => {
    const tree = make.init('trunk');
    tree.commit();
    const history = await historyOf(tree, { defaultBranch: { name, from: 'input' } });
    await expect(history.defaultBranch()).rejects.toMatchObject({
      exit: 2,
      input: 'default-branch',
      message: `the default branch ${JSON.stringify(name)} is not a name that git allows`,
    });
  },
);

test('a branch of origin whose name looks like an option is fetched as a branch', async () => {
  const origin = make.init('trunk');
  const commit = origin.commit();
  origin.git('update-ref', 'refs/heads/--depth=9', commit);
  const tree = make.clone(origin, '--single-branch');
  const history = await historyOf(tree, { defaultBranch: { name: '--depth=9', from: 'event' } });
  expect(await history.defaultBranch()).toEqual({ name: '--depth=9', commit, from: 'event' });
});

test('a token in the remote’s URL is in no sentence', async () => {
  const tree = make.init('trunk');
  tree.commit();
  tree.git('remote', 'add', 'origin', 'https://user:secret@127.0.0.1:1/x.git');
  const history = await historyOf(tree, { defaultBranch: { name: 'main', from: 'event' } });
  await expect(history.defaultBranch()).rejects.toMatchObject({
    exit: 3,
    message: expect.not.stringContaining('secret'),
  });
});
