import { UsageError, type History } from '#io';

import { asked, type Git } from './command.ts';
import { isCommit, isRefName } from './names.ts';

/**
 * The commits behind references, by full name; what is not there is left out. `rev-parse refs/heads/main` is not asked:
 * where that branch is missing it takes a tag that is called `refs/heads/main`.
 */
export async function commitsBehind(
  git: Git,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const format = '--format=%(objecttype) %(objectname) %(refname)';
  const { text } = await asked(git, ['for-each-ref', format, '--', ...references]);
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [type = '', object = '', name = ''] = line.split(' ');
    // A pattern also finds what lies below it.
    if (!references.includes(name)) continue;
    const commit = type === 'commit' ? object : await peeled(git, object);
    if (commit !== undefined) found.set(name, commit);
  }
  return found;
}

/** The commit behind a full or abbreviated hash, through annotated tags. */
async function peeled(git: Git, hash: string): Promise<string | undefined> {
  const { code, text } = await git(['rev-parse', '--verify', '--quiet', `${hash}^{commit}`]);
  return code === 0 ? text.trim() : undefined;
}

/**
 * The commit that a name means: `HEAD`, `refs/heads/x`, `refs/tags/x`, the name of a branch or tag, of a branch of origin,
 * or a hash of at least four digits. No revision expressions.
 * @throws UsageError when a branch and a tag of that name stand on different commits
 */
export async function commitOf(git: Git, name: string): Promise<string | undefined> {
  if (name === 'HEAD') return (await headOf(git)).commit;
  if (!isRefName(name)) return undefined;
  if (name.startsWith('refs/')) return (await commitsBehind(git, [name])).get(name);
  const places = ['heads', 'tags', 'remotes/origin'].map((place) => `refs/${place}/${name}`);
  const found = await commitsBehind(git, places);
  const [branch, tag, remote] = places.map((place) => found.get(place));
  if (branch !== undefined && tag !== undefined && branch !== tag) {
    throw new UsageError(
      `${JSON.stringify(name)} is a branch and a tag on different commits: write refs/heads/${name} or refs/tags/${name}`,
    );
  }
  const named = branch ?? tag ?? remote;
  if (named !== undefined || !/^[0-9a-f]{4,64}$/.test(name)) return named;
  return peeled(git, name);
}

/** As `History.head`. */
export async function headOf(git: Git): ReturnType<History['head']> {
  const symbolic = await git(['symbolic-ref', '--quiet', 'HEAD']);
  const reference = symbolic.text.trim();
  if (symbolic.code !== 0) return { commit: await peeled(git, 'HEAD'), branch: undefined };
  const commit = (await commitsBehind(git, [reference])).get(reference);
  const heads = 'refs/heads/';
  return {
    commit,
    branch: reference.startsWith(heads) ? reference.slice(heads.length) : undefined,
  };
}

/** As `History.tagsAt`. */
export async function tagsAt(git: Git, commit: string): Promise<readonly string[]> {
  if (!isCommit(commit)) return [];
  const args = ['for-each-ref', `--points-at=${commit}`, '--format=%(refname)', '--', 'refs/tags/'];
  const { text } = await asked(git, args);
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => line.slice('refs/tags/'.length));
}
