import type { History } from '#io';

import { asked, type Git } from './command.ts';
import { isCommit } from './names.ts';

type Order = Awaited<ReturnType<History['order']>>;

/** How two commits stand to each other, by what the clone holds. */
export async function orderOf(git: Git, a: string, b: string): Promise<Order> {
  if (!isCommit(a) || !isCommit(b)) return 'unknown';
  if (a === b) return 'same';
  const [forward, backward] = await Promise.all([isAncestor(git, a, b), isAncestor(git, b, a)]);
  if (forward) return 'before';
  if (backward) return 'after';
  if (forward === undefined || backward === undefined) return 'unknown';
  // A yes is always true. A no of a shallow clone only says that the path is cut.
  return (await isShallow(git)) ? 'unknown' : 'diverged';
}

/** Undefined when one of them is not in the clone. */
export async function isAncestor(git: Git, a: string, b: string): Promise<boolean | undefined> {
  const { code } = await git(['merge-base', '--is-ancestor', a, b]);
  return code === 0 ? true : code === 1 ? false : undefined;
}

export async function isShallow(git: Git): Promise<boolean> {
  return (await asked(git, ['rev-parse', '--is-shallow-repository'])).text.trim() === 'true';
}

/** As `History.distance`. A shallow clone cannot tell: it counts to where it is cut. */
export async function distanceOf(git: Git, from: string, to: string): Promise<number | undefined> {
  if (!isCommit(from) || !isCommit(to)) return undefined;
  if (from === to) return 0;
  if (await isShallow(git)) return undefined;
  const { code, text } = await git(['rev-list', '--count', `${from}..${to}`, '--']);
  return code === 0 ? Number(text) : undefined;
}
