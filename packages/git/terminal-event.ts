import { UsageError, type Event, type History } from '#io';

interface How {
  /** `--ref`: a branch, a tag, `refs/heads/x`, `refs/tags/x` or a commit. */
  readonly ref: string | undefined;
  /** Is a git tag the version of an image? */
  readonly isVersion: (tag: string) => boolean;
}

/**
 * What a command on a terminal is taken for: a push of the branch that HEAD is on; detached on exactly one version tag,
 * that tag; `ref` says otherwise.
 * @throws UsageError when it is none of these, with what to do
 */
export async function terminalEvent(history: History, how: How): Promise<Event> {
  if (how.ref !== undefined) return named(history, { ...how, ref: how.ref });
  const { commit, branch } = await history.head();
  if (commit === undefined) {
    throw new UsageError('the git repository has no commit yet: commit first');
  }
  return branch === undefined ? detached(history, commit, how) : { kind: 'push', commit, branch };
}

async function named(
  history: History,
  { ref, isVersion }: How & { readonly ref: string },
): Promise<Event> {
  const [branch, tag] = [short(ref, 'refs/heads/'), short(ref, 'refs/tags/')];
  const pushed = branch === undefined ? undefined : await history.commitOf(`refs/heads/${branch}`);
  const tagged = tag === undefined ? undefined : await history.commitOf(`refs/tags/${tag}`);
  const said = JSON.stringify(ref);
  if (pushed !== undefined && tagged !== undefined) {
    throw new UsageError(
      `${said} is a branch and a tag: write refs/heads/${ref} or refs/tags/${ref}`,
      { input: 'ref' },
    );
  }
  if (branch !== undefined && pushed !== undefined) {
    return { kind: 'push', commit: pushed, branch };
  }
  if (tag !== undefined && tagged !== undefined) return { kind: 'tag', commit: tagged, tag };
  const commit = /^[0-9a-f]{4,64}$/.test(ref) ? await history.commitOf(ref) : undefined;
  if (commit !== undefined) return detached(history, commit, { ref, isVersion });
  throw new UsageError(`${said} is no branch, tag or commit of this git repository`, {
    input: 'ref',
  });
}

/** The name within its kind; undefined when a full name says that it is of another kind. */
function short(ref: string, place: string): string | undefined {
  if (ref.startsWith(place)) return ref.slice(place.length);
  return ref.startsWith('refs/') ? undefined : ref;
}

async function detached(history: History, commit: string, { ref, isVersion }: How): Promise<Event> {
  const versions = (await history.tagsAt(commit)).filter(isVersion);
  const [tag, ...others] = versions;
  if (tag !== undefined && others.length === 0) return { kind: 'tag', commit, tag };
  const where =
    ref === undefined ? `HEAD is detached at ${shown(commit)}` : `commit ${shown(commit)}`;
  const what =
    tag === undefined
      ? 'no version tag is there'
      : `${versions.length} version tags are there (${versions
          .slice(0, 5)
          .map((name) => JSON.stringify(name))
          .join(', ')})`;
  throw new UsageError(`${where} and ${what}: name a branch or one tag with --ref`, {
    input: 'ref',
  });
}

const shown = (commit: string): string => commit.slice(0, 12);
