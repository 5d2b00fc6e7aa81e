import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import type { Change } from '#io';

import { historyOf, trees, type Tree } from './repository.ts';

const make = trees();
const changes = async (tree: Tree, folder = '.') => {
  const found = await (await historyOf(tree)).changes(folder);
  return found.map(({ kind, path }: Change) => `${kind} ${path}`).sort();
};

test('a tree as it was committed has no changes', async () => {
  const tree = make.init();
  tree.commit({ 'a/b': '1' });
  expect(await changes(tree)).toEqual([]);
});

test('before the first commit all is a change', async () => {
  const tree = make.init();
  tree.write('a', '1');
  tree.git('add', 'a');
  tree.write('b', '1');
  expect(await changes(tree)).toEqual(['changed a', 'untracked b']);
});

test('changed, staged, deleted, renamed, untracked and ignored paths are told apart', async () => {
  const tree = make.init();
  tree.commit({ '.gitignore': 'build/\n*.log\n', changed: '1', gone: '1', old: '1', mode: '1' });
  tree.write('changed', '2');
  tree.git('rm', '--quiet', 'gone');
  tree.git('mv', 'old', 'new');
  tree.write('staged', '1');
  tree.git('add', 'staged');
  for (const path of ['build/deep/out', 'a.log', 'extra/deep/file', 'extra/b.log']) {
    tree.write(path, '1');
  }
  expect(await changes(tree)).toEqual([
    'changed changed',
    'changed gone',
    'changed new',
    'changed old',
    'changed staged',
    'ignored a.log',
    'ignored build/',
    'ignored extra/b.log',
    'untracked extra/',
  ]);
});

test('paths are those below the folder, relative to it', async () => {
  const tree = make.init();
  tree.commit({ '.gitignore': 'out/\n', 'app/a': '1', 'application/a': '1' });
  for (const path of ['app/a', 'app/in/b', 'app/out/c', 'application/a', 'other']) {
    tree.write(path, '2');
  }
  const expected = ['changed a', 'ignored out/', 'untracked in/'];
  expect(await changes(tree, 'app')).toEqual(expected);
  expect(await changes(tree, join(tree.root, 'app'))).toEqual(expected);
});

test('a folder that git ignores or does not know is a change itself', async () => {
  const tree = make.init();
  tree.commit({ '.gitignore': 'out/\n' });
  tree.write('out/deep/a', '1');
  tree.write('new/deep/a', '1');
  expect(await changes(tree, 'out')).toEqual(['ignored ./']);
  expect(await changes(tree, 'out/deep')).toEqual(['ignored ./']);
  expect(await changes(tree, 'new/deep')).toEqual(['untracked ./']);
});

test('odd names come through whole and are no patterns', async () => {
  const tree = make.init();
  tree.commit({ '-x/*/a': '1', '-x/b/a': '1' });
  const names = ['new\nline', 'quo"te', 'tab\t', 'ü ?', '--option', ' lead'];
  for (const name of names) tree.write(`-x/*/${name}`, '1');
  tree.write('-x/b/a', '2');
  const found = await (await historyOf(tree)).changes('-x/*');
  expect(found.map(({ path }) => path).sort()).toEqual([...names].sort());
});

test('a file that git was told not to look at counts as changed', async () => {
  const tree = make.init();
  tree.commit({ assumed: '1', skipped: '1', seen: '1' });
  tree.git('update-index', '--assume-unchanged', 'assumed');
  tree.git('update-index', '--skip-worktree', 'skipped');
  tree.write('assumed', '2');
  rmSync(join(tree.root, 'skipped'));
  expect(await changes(tree)).toEqual(['changed assumed', 'changed skipped']);
});

test('configuration that hides changes is not followed', async () => {
  const tree = make.init();
  tree.commit({ file: '1' });
  tree.git('config', 'status.showUntrackedFiles', 'no');
  tree.write('extra', '1');
  expect(await changes(tree)).toEqual(['untracked extra']);
});

test('a conflict is a change', async () => {
  const tree = make.init();
  tree.commit({ file: '1' });
  tree.git('checkout', '--quiet', '-b', 'side');
  tree.commit({ file: '2' });
  tree.git('checkout', '--quiet', 'main');
  tree.commit({ file: '3' });
  expect(() => tree.git('merge', '--quiet', 'side')).toThrow();
  expect(await changes(tree)).toEqual(['changed file']);
});

test('changes within a submodule are found, also what it ignores and what .gitmodules would hide', async () => {
  const [tree, library] = [make.init(), make.init()];
  library.commit({ '.gitignore': '*.log\n', file: '1' });
  tree.git('submodule', '--quiet', 'add', `file://${library.root}`, 'app/library');
  tree.git('config', '--file=.gitmodules', 'submodule.app/library.ignore', 'all');
  tree.commit();
  expect(await changes(tree, 'app')).toEqual([]);
  tree.write('app/library/a.log', '1');
  expect(await changes(tree, 'app')).toEqual(['ignored library/a.log']);
  tree.write('app/library/file', '2');
  expect(await changes(tree, 'app')).toEqual([
    'changed library/',
    'changed library/file',
    'ignored library/a.log',
  ]);
});

test('a folder that is not there, or outside of the tree by a link, is refused', async () => {
  const tree = make.init();
  const outside = make.folder();
  symlinkSync(outside, join(tree.root, 'link'));
  const history = await historyOf(tree);
  const [root, place] = [JSON.stringify(tree.root), JSON.stringify(outside)];
  await expect(history.changes('none')).rejects.toMatchObject({
    exit: 2,
    message: `the folder "none" is not in ${root}`,
  });
  for (const [folder, shown] of [
    ['link', '"link"'],
    ['..', '".."'],
    [outside, place],
  ] as const) {
    await expect(history.changes(folder)).rejects.toMatchObject({
      exit: 2,
      message: `the folder ${shown} lies outside of the git repository ${root}`,
    });
  }
});
