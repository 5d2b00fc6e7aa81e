import { realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

import { codeOf, Failed, UsageError, type Change } from '#io';

import { asked, type Git } from './command.ts';

const most = 100_000;
const output = { maxBytes: 64 << 20 };

/**
 * As `History.changes`; `folder` is absolute or relative to the top. A file that git was told not to look at
 * (`assume-unchanged`, sparse checkouts) is `changed`: nobody knows better. `./` is the folder itself.
 * @throws UsageError when the folder is not there or outside, Failed above 100 000 changes
 */
export async function changesIn(
  git: Git,
  root: string,
  folder: string,
): Promise<readonly Change[]> {
  const below = await belowTop(root, folder);
  const [shown, tracked] = await Promise.all([status(git, root, below), files(git, root, below)]);
  const inner = await Promise.all(
    tracked.submodules.map((path) => submodule(git, join(root, path), path)),
  );
  const all = [...shown, ...tracked.unseen, ...inner.flat()];
  if (all.length > most) {
    throw new Failed(
      3,
      'git',
      `more than ${most} paths below ${JSON.stringify(folder)} differ from the commit: ignore them in a .gitignore by folder`,
    );
  }
  return all.map((change) => ({ ...change, path: seenFrom(below, change.path) }));
}

async function belowTop(root: string, folder: string): Promise<string> {
  const refuse = (why: string) =>
    new UsageError(`the folder ${JSON.stringify(folder)} ${why} ${JSON.stringify(root)}`);
  const real = await realpath(resolve(root, folder)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') throw refuse('is not in');
    throw error;
  });
  const below = relative(root, real).split(sep).join('/');
  if (below === '..' || below.startsWith('../')) throw refuse('lies outside of the git repository');
  return below;
}

const within = (below: string): readonly string[] => (below === '' ? [] : ['--', below]);

async function status(git: Git, root: string, below: string): Promise<readonly Change[]> {
  const args = [
    'status',
    '--porcelain=v2',
    '-z',
    '--no-renames',
    '--untracked-files=normal',
    '--ignored=matching',
    // A .gitmodules of the commit could say otherwise.
    '--ignore-submodules=none',
    ...within(below),
  ];
  const { text } = await asked(git, args, { cwd: root, ...output });
  return text.split('\0').flatMap(changeOf);
}

/** https://git-scm.com/docs/git-status#_porcelain_format_version_2 */
function changeOf(record: string): readonly Change[] {
  const fields = record.split(' ');
  const rest = (from: number) => fields.slice(from).join(' ');
  switch (fields[0]) {
    case '1': {
      const isSubmodule = fields[2]?.startsWith('S') ?? false;
      return [{ path: `${rest(8)}${isSubmodule ? '/' : ''}`, kind: 'changed' }];
    }
    case 'u':
      return [{ path: rest(10), kind: 'changed' }];
    case '?':
      return [{ path: rest(1), kind: 'untracked' }];
    case '!':
      return [{ path: rest(1), kind: 'ignored' }];
    default:
      return [];
  }
}

/** What `status` does not tell: files that it does not look at, and where submodules are. */
async function files(git: Git, root: string, below: string) {
  const args = ['ls-files', '-z', '-v', '--stage', ...within(below)];
  const { text } = await asked(git, args, { cwd: root, ...output });
  const unseen: Change[] = [];
  const submodules: string[] = [];
  for (const record of text.split('\0')) {
    const path = record.slice(record.indexOf('\t') + 1);
    // S: skip-worktree; lower case: assume-unchanged. https://git-scm.com/docs/git-ls-files
    if (/^[Sa-z] /.test(record)) unseen.push({ path, kind: 'changed' });
    if (record.startsWith('160000', 2)) submodules.push(path);
  }
  return { unseen, submodules };
}

/** Status looks into a submodule, but not for what the submodule itself ignores. */
async function submodule(git: Git, root: string, path: string): Promise<readonly Change[]> {
  const there = await stat(join(root, '.git')).then(
    () => true,
    () => false,
  );
  if (!there) return [];
  const changes = await changesIn((args, how) => git(args, { ...how, cwd: root }), root, '.');
  return changes.map((change) => ({ ...change, path: `${path}/${change.path}` }));
}

function seenFrom(below: string, path: string): string {
  if (below === '') return path;
  return path.startsWith(`${below}/`) ? path.slice(below.length + 1) || './' : './';
}
