import { Failed, quote, UsageError, type DefaultBranch, type Event, type History } from '#io';

import type { BuildConfig, Config, ImagePolicy } from './config.ts';
import { findUpwards, foldersUp, type Found } from './find.ts';
import { parseConfig } from './parse.ts';
import { policyDifferences, policyDigest, type Policy } from './policy.ts';

export interface PolicyReading {
  readonly policy: Policy;
  /** How the tree builds its images, by name. */
  readonly builds: ReadonlyMap<string, BuildConfig>;
  /** Keys of policy in the tree that say something else than the policy that counts. */
  readonly unused: readonly string[];
  /** One sentence for a person when the tree's policy is not what counts. */
  readonly note: string | undefined;
}
interface How {
  readonly history: History | undefined;
  readonly event: Event | undefined;
  /** What `findConfig` found. */
  readonly tree: Found | undefined;
  readonly cwd: string;
}

/**
 * Reads each half of `ecluse.yml` where it counts: builds from the tree; policy from the default branch at its newest
 * commit, on a push to it from the pushed one. Where that has no file, the policy has no environments and its source is
 * `none`.
 * @throws UsageError for a file that is wrong, Failed when the default branch cannot be asked
 */
export async function readPolicy({ history, event, tree, cwd }: How): Promise<PolicyReading> {
  const built = tree && parseConfig(tree.bytes, tree.path);
  const none = (why: string) => alone(built, built && unmoved(why));
  if (history === undefined) return none('there is no git repository to read policy from');
  const branch = await branchFor(history, event);
  if (branch instanceof Failed) return none(branch.message);
  if (branch === undefined) {
    return none(
      'git knows no default branch: it is origin/HEAD, main or master, else name one that is there with default-branch',
    );
  }
  const place = placeOf(branch, event);
  const folders = await foldersUp(cwd, history.root);
  const config = await readAt(place, () =>
    findUpwards(folders, (path) => history.file(place.commit, path)),
  );
  if (config === undefined) {
    return none(
      `${quote(tree?.path ?? '')} is not on ${branch.name}: commit it to ${branch.name} first`,
    );
  }
  return config instanceof UsageError
    ? alone(built, unmoved(config.message))
    : standing(built, { config, place });
}

/** Where it cannot be asked, builds go on: a push to the default branch itself has it at hand. */
async function branchFor(
  history: History,
  event: Event | undefined,
): Promise<DefaultBranch | Failed | undefined> {
  try {
    return await history.defaultBranch();
  } catch (error) {
    const builds = event?.kind === 'change' || event?.kind === 'push';
    if (builds && error instanceof Failed && error.exit === 3) return error;
    throw error;
  }
}

interface Place {
  readonly commit: string;
  /** As a person reads it: `main@1a2b3c4`. */
  readonly shown: string;
  /** Nothing that this event starts moves an environment. */
  readonly still: boolean;
}

function placeOf({ name, commit }: DefaultBranch, event: Event | undefined): Place {
  const pushed = event?.kind === 'push' && event.branch === name;
  const at = pushed ? event.commit : commit;
  return {
    commit: at,
    shown: `${name}@${at.slice(0, 7)}`,
    still: event?.kind === 'change' || (event?.kind === 'push' && !pushed),
  };
}

/** A file there that is wrong must not keep a change from mending it. */
async function readAt(
  { shown, still }: Place,
  find: () => Promise<Found | undefined>,
): Promise<Config | UsageError | undefined> {
  try {
    const found = await find();
    return found && parseConfig(found.bytes, found.path, { commit: shown });
  } catch (error) {
    if (still && error instanceof UsageError) return error;
    throw error;
  }
}

function standing(
  tree: Config | undefined,
  { config, place }: { readonly config: Config; readonly place: Place },
): PolicyReading {
  const { images, base, labels, environments, digest, file } = config;
  const unused = tree === undefined ? [] : policyDifferences(tree, config);
  return {
    policy: {
      images: images.map(policyOf),
      base,
      labels,
      environments,
      digest,
      source: { commit: place.commit, path: file },
    },
    builds: buildsOf(tree),
    unused,
    note:
      unused.length === 0
        ? undefined
        : `the tree has another policy than ${place.shown}, and it is not used: ${listed(unused)}`,
  };
}

/** Without a policy that counts: what is built has a place, and nothing is promoted. */
function alone(tree: Config | undefined, note: string | undefined): PolicyReading {
  const half = { images: tree?.images ?? [], base: undefined, labels: undefined, environments: [] };
  return {
    policy: {
      ...half,
      images: half.images.map(policyOf),
      digest: policyDigest(half),
      source: 'none',
    },
    builds: buildsOf(tree),
    unused: [],
    note,
  };
}

const unmoved = (why: string): string => `${why}; no environment is moved`;
const policyOf = ({ name, repository, tagPrefix }: ImagePolicy): ImagePolicy => ({
  name,
  repository,
  tagPrefix,
});
const buildsOf = (tree: Config | undefined): ReadonlyMap<string, BuildConfig> =>
  new Map(tree?.images.map(({ name, build }) => [name, build]));

const most = 10;
const listed = (keys: readonly string[]): string =>
  keys.length > most
    ? `${keys.slice(0, most).join(', ')} and ${keys.length - most} more`
    : keys.join(', ');
