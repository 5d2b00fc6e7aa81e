import { Failed } from '#io';

import { refusal, type Git } from './command.ts';
import { isShallow } from './order.ts';
import { commitsBehind } from './refs.ts';

const fetch = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--no-recurse-submodules',
];

/** The URL of the remote that is called `origin`, as it was configured; undefined when there is none. */
export async function originUrl(git: Git): Promise<string | undefined> {
  const { code, text } = await git(['config', '--get', 'remote.origin.url']);
  return code === 0 ? text.replace(/\n$/, '') : undefined;
}

/** Is there a remote called `origin`? */
export const hasOrigin = async (git: Git): Promise<boolean> => (await originUrl(git)) !== undefined;

/**
 * Fetches a branch of origin to where git keeps it; its commit, or undefined when origin has no such branch.
 * @throws Failed when origin cannot be asked
 */
export async function fetchBranch(git: Git, name: string): Promise<string | undefined> {
  if (!(await hasOrigin(git))) return undefined;
  const into = `refs/remotes/origin/${name}`;
  // A depth would cut the history of a clone that is whole.
  const depth = (await isShallow(git)) ? ['--depth=1'] : [];
  const args = [...fetch, ...depth, 'origin', `+refs/heads/${name}:${into}`];
  const answer = await git(args, { network: true });
  if (answer.code === 0) return (await commitsBehind(git, [into])).get(into);
  if (answer.stderr.includes("couldn't find remote ref")) return undefined;
  const { message } = refusal(args, answer);
  throw new Failed(
    3,
    'git',
    `${JSON.stringify(name)} is not in this clone, and ${message}: check out with fetch-depth: 0`,
  );
}

/**
 * Fetches the commits, without their files, that a shallow clone lacks on the way to what is wanted. It is a try: offline,
 * or where origin does not give a commit by its hash, the clone stays as it is.
 */
export async function deepen(git: Git, wanted: readonly string[]): Promise<void> {
  if (!(await hasOrigin(git))) return;
  for (const want of wanted) {
    if (!(await isShallow(git))) return;
    await git([...fetch, '--unshallow', '--filter=tree:0', 'origin', want], { network: true });
  }
}
