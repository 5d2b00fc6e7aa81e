import { expect, test } from '@jest/globals';

import { terminalEvent } from '#git';

import { historyOf, trees, type Tree } from './repository.ts';

const make = trees();
const isVersion = (tag: string) => /^v?\d+\.\d+\.\d+$/.test(tag);
const eventOf = async (tree: Tree, ref?: string) =>
  terminalEvent(await historyOf(tree), { ref, isVersion });

/** Two commits on main; v1.0.0 and the branch `old` on the first. */
function tree() {
  const made = make.init();
  const first = made.commit({ file: '1' });
  made.git('tag', 'v1.0.0');
  made.git('branch', 'old');
  return { made, first, second: made.commit({ file: '2' }) };
}

test('a terminal on a branch is a push of it', async () => {
  const { made, second } = tree();
  expect(await eventOf(made)).toEqual({ kind: 'push', branch: 'main', commit: second });
});

test('detached on one version tag it is that tag, whatever other tags are there', async () => {
  const { made, first } = tree();
  made.git('tag', 'nightly', first);
  made.git('checkout', '--quiet', 'v1.0.0');
  expect(await eventOf(made)).toEqual({ kind: 'tag', tag: 'v1.0.0', commit: first });
});

test('detached on no version tag, or on two, it is refused with what to do', async () => {
  const { made, first, second } = tree();
  made.git('checkout', '--quiet', '--detach');
  await expect(eventOf(made)).rejects.toMatchObject({
    exit: 2,
    input: 'ref',
    message: `HEAD is detached at ${second.slice(0, 12)} and no version tag is there: name a branch or one tag with --ref`,
  });
  made.git('tag', 'v1.0.1', first);
  made.git('checkout', '--quiet', 'v1.0.0');
  await expect(eventOf(made)).rejects.toMatchObject({
    message: `HEAD is detached at ${first.slice(0, 12)} and 2 version tags are there ("v1.0.0", "v1.0.1"): name a branch or one tag with --ref`,
  });
});

test('before the first commit there is nothing to work on', async () => {
  await expect(eventOf(make.init())).rejects.toMatchObject({
    exit: 2,
    message: 'the git repository has no commit yet: commit first',
  });
});

test('--ref names a branch, a tag, a full name, or a commit with one version tag', async () => {
  const { made, first, second } = tree();
  const push = (branch: string, commit: string) => ({ kind: 'push', branch, commit });
  const tag = { kind: 'tag', tag: 'v1.0.0', commit: first };
  expect(await eventOf(made, 'old')).toEqual(push('old', first));
  expect(await eventOf(made, 'refs/heads/main')).toEqual(push('main', second));
  expect(await eventOf(made, 'v1.0.0')).toEqual(tag);
  expect(await eventOf(made, 'refs/tags/v1.0.0')).toEqual(tag);
  expect(await eventOf(made, first.slice(0, 10))).toEqual(tag);
});

test('--ref that names a branch and a tag is refused, and a full name decides', async () => {
  const { made, second } = tree();
  made.git('tag', 'main');
  await expect(eventOf(made, 'main')).rejects.toMatchObject({
    exit: 2,
    input: 'ref',
    message: '"main" is a branch and a tag: write refs/heads/main or refs/tags/main',
  });
  expect(await eventOf(made, 'refs/tags/main')).toEqual({
    kind: 'tag',
    tag: 'main',
    commit: second,
  });
});

test.each(['none', 'HEAD~1', '--exec=x', 'refs/remotes/origin/main', 'refs/heads/v1.0.0', 'a\nb'])(
  '--ref %j names nothing here',
  async (ref) => {
    await expect(eventOf(tree().made, ref)).rejects.toMatchObject({
      exit: 2,
      message: `${JSON.stringify(ref)} is no branch, tag or commit of this git repository`,
    });
  },
);

test('--ref that is a commit without a version tag is refused', async () => {
  const { made, second } = tree();
  await expect(eventOf(made, second)).rejects.toMatchObject({
    message: `commit ${second.slice(0, 12)} and no version tag is there: name a branch or one tag with --ref`,
  });
});
