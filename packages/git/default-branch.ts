import { UsageError, type DefaultBranch } from '#io';

import type { Git } from './command.ts';
import { fetchBranch } from './fetch.ts';
import { isRefName } from './names.ts';
import { isAncestor } from './order.ts';
import { commitsBehind } from './refs.ts';

/** What is said about the default branch from outside git. */
export interface GivenBranch {
  readonly name: string;
  readonly from: 'event' | 'input';
}

/**
 * The default branch: the event's, else `origin/HEAD`, else `main`, else `master`, else the input's. A branch that is known
 * by name and not in the clone is fetched; `main` and `master` are guesses and have to be there.
 * @throws UsageError for a given name that is none, Failed when origin cannot be asked
 */
export async function findDefaultBranch(
  git: Git,
  given: GivenBranch | undefined,
): Promise<DefaultBranch | undefined> {
  if (given?.from === 'event') return standing(git, given.name, 'event');
  const origin = await originHead(git);
  const found = origin === undefined ? undefined : await standing(git, origin, 'origin/HEAD');
  if (found !== undefined) return found;
  for (const name of ['main', 'master'] as const) {
    const commit = await newest(git, name);
    if (commit !== undefined) return { name, commit, from: name };
  }
  return given === undefined ? undefined : standing(git, given.name, 'input');
}

async function standing(
  git: Git,
  name: string,
  from: DefaultBranch['from'],
): Promise<DefaultBranch | undefined> {
  if (!isRefName(name)) {
    const input = from === 'input' ? { input: 'default-branch' } : {};
    throw new UsageError(
      `the default branch ${JSON.stringify(name)} is not a name that git allows`,
      input,
    );
  }
  const commit = (await newest(git, name)) ?? (await fetchBranch(git, name));
  return commit === undefined ? undefined : { name, commit, from };
}

/**
 * Of the local branch and origin's, the newer one. When they have parted, or a shallow clone cannot tell, it is origin's:
 * that one went through review.
 */
async function newest(git: Git, name: string): Promise<string | undefined> {
  const places = [`refs/heads/${name}`, `refs/remotes/origin/${name}`];
  const found = await commitsBehind(git, places);
  const [local, remote] = places.map((place) => found.get(place));
  if (local === undefined || remote === undefined) return local ?? remote;
  return (await isAncestor(git, remote, local)) ? local : remote;
}

async function originHead(git: Git): Promise<string | undefined> {
  const { code, text } = await git(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']);
  const place = 'refs/remotes/origin/';
  return code === 0 && text.startsWith(place) ? text.trim().slice(place.length) : undefined;
}
