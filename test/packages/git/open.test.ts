import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { exec, historyOf, openedAt, trees } from './repository.ts';

const make = trees();

test('there is no history outside of a git repository', async () => {
  expect(await openedAt(make.folder())).toBeUndefined();
});

test('there is no history in a bare repository that somebody put into a folder', async () => {
  const tree = make.init();
  tree.git('init', '--quiet', '--bare', 'inner');
  expect(await openedAt(join(tree.root, 'inner'))).toBeUndefined();
});

test('a history starts at the top of the working tree, wherever in it we are', async () => {
  const tree = make.init();
  mkdirSync(join(tree.root, 'a folder/below'), { recursive: true });
  expect((await openedAt(join(tree.root, 'a folder/below')))?.root).toBe(tree.root);
});

test('a second working tree and a submodule have their own top', async () => {
  const [tree, library] = [make.init(), make.init()];
  library.commit({ file: '1' });
  tree.commit({ file: '1' });
  tree.git('submodule', '--quiet', 'add', `file://${library.root}`, 'library');
  tree.git('worktree', 'add', '--quiet', '-b', 'other', 'second');
  expect((await openedAt(join(tree.root, 'library')))?.root).toBe(join(tree.root, 'library'));
  const second = await openedAt(join(tree.root, 'second'));
  expect(second?.root).toBe(join(tree.root, 'second'));
  expect((await second?.head())?.branch).toBe('other');
});

test('no git: nothing is asked outside of a repository, and one sentence says so within', async () => {
  const missing = { exec: exec({ PATH: make.folder() }) };
  expect(await openedAt(make.folder(), missing)).toBeUndefined();
  const tree = make.init();
  mkdirSync(join(tree.root, 'below'));
  await expect(openedAt(join(tree.root, 'below'), missing)).rejects.toMatchObject({
    exit: 3,
    code: 'no-tool',
    message: `${JSON.stringify(tree.root)} is a git repository and git is missing: install git`,
  });
});

test('a repository of somebody else is refused with the command that mends it', async () => {
  const tree = make.init();
  const other = exec({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', HOME: make.folder() });
  await expect(openedAt(tree.root, { exec: other })).rejects.toMatchObject({
    exit: 3,
    message: `git does not read ${JSON.stringify(tree.root)} because it belongs to another user: run git config --global --add safe.directory ${JSON.stringify(tree.root)}`,
  });
});

test('a working tree whose repository is gone is an error, not a folder without git', async () => {
  const tree = make.init();
  tree.commit();
  tree.git('worktree', 'add', '--quiet', '-b', 'other', 'second');
  renameSync(join(tree.root, '.git'), join(tree.root, 'gone'));
  await expect(openedAt(join(tree.root, 'second'))).rejects.toMatchObject({
    exit: 3,
    message: expect.stringContaining('git rev-parse failed: "fatal: not a git repository: '),
  });
});

test('hooks and monitors of the repository do not run', async () => {
  const tree = make.init();
  const commit = tree.commit({ file: '1' });
  const script = join(tree.root, '.git/planted');
  writeFileSync(script, `#!/bin/sh\ntouch ${tree.root}/ran\n`);
  chmodSync(script, 0o755);
  tree.git('config', 'core.fsmonitor', script);
  tree.git('config', 'core.pager', script);
  const history = await historyOf(tree);
  await history.time(commit);
  expect(await history.changes('.')).toEqual([]);
  expect(existsSync(join(tree.root, 'ran'))).toBe(false);
});

test('the time of a commit is its committer’s', async () => {
  const tree = make.init();
  const commit = tree.commit();
  const history = await historyOf(tree);
  expect(await history.time(commit)).toEqual(new Date('2026-01-02T03:04:05Z'));
});

test('the author of a commit is a name without an address', async () => {
  const tree = make.init();
  tree.commit();
  const author = ['--author', `${'Ada '.repeat(80)} <ada@acme.test>`];
  tree.git('commit', '--quiet', '--allow-empty', '--message', 'long', ...author);
  const history = await historyOf(tree);
  const [first, long] = ['HEAD~1', 'HEAD'].map((name) => tree.git('rev-parse', name).trim());
  expect(await history.author(first ?? '')).toMatch(/^[^@<>]+$/);
  expect((await history.author(long ?? ''))?.length).toBeLessThanOrEqual(200);
  expect(await history.author('a'.repeat(40))).toBeUndefined();
  await expect(history.author('--output=x')).rejects.toMatchObject({
    message: '"--output=x" is not a commit: 40 hexadecimal digits are wanted',
  });
});

test('a commit that is not in the clone has no time, and text that is no commit neither', async () => {
  const tree = make.init();
  tree.commit();
  const history = await historyOf(tree);
  await expect(history.time('a'.repeat(40))).rejects.toMatchObject({
    exit: 3,
    message: `git log failed: "fatal: bad object ${'a'.repeat(40)}"`,
  });
  await expect(history.time('--output=x')).rejects.toMatchObject({
    message: '"--output=x" is not a commit: 40 hexadecimal digits are wanted',
  });
});

test('an aborted run ends git and throws the reason', async () => {
  const tree = make.init();
  const stop = new AbortController();
  const history = await historyOf(tree, { signal: stop.signal });
  stop.abort(new Error('stopped'));
  await expect(history.head()).rejects.toThrow('stopped');
});
