import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import { codeOf, Failed, type Exec, type History } from '#io';

import { changesIn } from './changes.ts';
import { asked, gitIn, refusal, type Answer, type Git } from './command.ts';
import { findDefaultBranch, type GivenBranch } from './default-branch.ts';
import { deepen, originUrl } from './fetch.ts';
import { fileAt, notACommit } from './file.ts';
import { isCommit } from './names.ts';
import { distanceOf, isShallow, orderOf } from './order.ts';
import { commitOf, headOf, tagsAt } from './refs.ts';
import { allTags, describe } from './tags.ts';

/**
 * What git knows of the working tree that `cwd` is in; undefined outside of one.
 * @throws Failed when there is a repository and git is missing, refuses it, or cannot read it
 */
export async function openHistory(how: {
  readonly exec: Exec;
  readonly cwd: string;
  readonly signal: AbortSignal;
  readonly defaultBranch?: GivenBranch;
}): Promise<History | undefined> {
  const root = await topOf(gitIn(how), how.cwd);
  return root === undefined
    ? undefined
    : historyOf(gitIn({ ...how, cwd: root }), root, how.defaultBranch);
}

function historyOf(git: Git, root: string, given: GivenBranch | undefined): History {
  const defaultBranch = once(() => findDefaultBranch(git, given));
  const deepened = once(async () => {
    const { commit } = await headOf(git);
    const branch = await defaultBranch();
    await deepen(git, [
      ...(branch === undefined ? [] : [`refs/heads/${branch.name}`]),
      ...(commit === undefined ? [] : [commit]),
    ]);
  });
  return {
    root,
    defaultBranch,
    order: async (a, b, { fetch } = { fetch: true }) => {
      const order = await orderOf(git, a, b);
      if (order !== 'unknown' || !fetch || !(await isShallow(git))) return order;
      await deepened();
      return orderOf(git, a, b);
    },
    distance: (from, to) => distanceOf(git, from, to),
    file: (commit, path) => fileAt(git, commit, path),
    time: (commit) => timeOf(git, commit),
    author: (commit) => authorOf(git, commit),
    changes: (folder) => changesIn(git, root, folder),
    tagsAt: (commit) => tagsAt(git, commit),
    tags: () => allTags(git),
    describe: (commit, match) => describe(git, commit, match),
    commitOf: (name) => commitOf(git, name),
    head: () => headOf(git),
    origin: () => originUrl(git),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

async function timeOf(git: Git, commit: string): Promise<Date> {
  if (!isCommit(commit)) throw notACommit(commit);
  const args = ['log', '-1', '--no-show-signature', '--format=%ct', commit, '--'];
  const { text } = await asked(git, args);
  const time = new Date(Number(text) * 1000);
  if (text.trim() === '' || Number.isNaN(time.getTime())) {
    throw new Failed(3, 'git', `the time of commit ${commit} cannot be read`);
  }
  return time;
}

const longestName = 200;

async function authorOf(git: Git, commit: string): Promise<string | undefined> {
  if (!isCommit(commit)) throw notACommit(commit);
  const args = ['log', '-1', '--no-show-signature', '--no-mailmap', '--format=%an', commit, '--'];
  const { code, text } = await git(args);
  const name = text.trim().slice(0, longestName);
  return code === 0 && name !== '' ? name : undefined;
}

async function topOf(git: Git, cwd: string): Promise<string | undefined> {
  const args = ['rev-parse', '--show-toplevel'];
  const answer = await git(args).catch(async (error: unknown) => {
    if (codeOf(error) !== 'no-tool') throw error;
    const repository = await marked(resolve(cwd));
    if (repository === undefined) return undefined;
    const where = JSON.stringify(repository);
    throw new Failed(3, 'no-tool', `${where} is a git repository and git is missing: install git`, {
      cause: error,
    });
  });
  if (answer === undefined) return undefined;
  if (answer.code === 0) return answer.text.replace(/\n$/, '');
  if (isOutside(answer)) return undefined;
  throw owned(answer) ?? refusal(args, answer);
}

/** Also in a bare repository, or in a repository's own folder: there is nothing to build there. */
const isOutside = ({ stderr }: Answer): boolean =>
  /not a git repository \(or any|cannot use bare repository|must be run in a work tree/.test(
    stderr,
  );

/** https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory */
function owned({ stderr }: Answer): Failed | undefined {
  const folder = /dubious ownership in repository at '(.*)'/.exec(stderr)?.[1];
  if (folder === undefined) return undefined;
  const where = JSON.stringify(folder);
  return new Failed(
    3,
    'git',
    `git does not read ${where} because it belongs to another user: run git config --global --add safe.directory ${where}`,
  );
}

async function marked(folder: string): Promise<string | undefined> {
  const there = await stat(join(folder, '.git')).then(
    () => true,
    () => false,
  );
  if (there) return folder;
  return dirname(folder) === folder ? undefined : marked(dirname(folder));
}
