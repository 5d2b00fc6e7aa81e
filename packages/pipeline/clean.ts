import { posix } from 'node:path';

import { ignoreRules } from '#dockerfile';
import type { Change, History } from '#io';

/** Enough to mend it; nobody reads a thousand. */
const shown = 20;

export interface Inputs {
  /** Folder of the build, relative to the top of the repository. */
  readonly context: string;
  /** Files that decide the build and need not lie in the context, relative to the same top. */
  readonly files: readonly string[];
  /** Text of the ignore file. */
  readonly ignore: string | undefined;
}

/**
 * Paths that the build reads and that are not as in the commit: changed, untracked, or ignored by git
 * while the ignore file lets them in. Empty: what comes out belongs to the commit.
 * @returns paths relative to the top of the repository, twenty at most
 */
export async function dirtOf(history: History, inputs: Inputs): Promise<readonly string[]> {
  const rules = inputs.ignore === undefined ? undefined : ignoreRules(inputs.ignore);
  const dirty: string[] = [];
  // Git looks through the whole folder each time, and most of the files lie in the context.
  const known = new Map<string, readonly Change[]>();
  const changesIn = async (folder: string) => {
    const found = known.get(folder) ?? (await history.changes(folder));
    known.set(folder, found);
    return found;
  };
  for (const { path } of await changesIn(inputs.context)) {
    const folder = path.endsWith('/');
    const name = folder ? path.slice(0, -1) : path;
    const letIn =
      rules === undefined ||
      !rules.ignores(name, folder) ||
      (folder && rules.mayHoldIncluded(name));
    if (letIn) dirty.push(posix.join(inputs.context, path));
  }
  for (const file of inputs.files) {
    const changes = await changesIn(posix.dirname(file));
    const changed = changes.some(({ path }) => posix.join(posix.dirname(file), path) === file);
    if (changed && !dirty.includes(file)) dirty.push(file);
  }
  return dirty.slice(0, shown);
}
