import {
  inParallel,
  isCosignTag,
  isReferrersTag,
  type Descriptor,
  type Digest,
  type Repository,
  type Tag,
} from '#oci';
import { compareVersions, isClaim, versionOfGitTag, type Version } from '#version';

const mostVersions = 100;
const mostOthers = 50;
const concurrency = 8;

export interface Named {
  readonly tag: Tag;
  /** With the repository. */
  readonly place: string;
  readonly descriptor: Descriptor;
}

/** On what the tags of a repository stand. */
export interface Names {
  readonly named: readonly Named[];
  /** How many tags were not asked. */
  readonly left: number;
}

export const noNames: Names = { named: [], left: 0 };

/**
 * Asks where tags stand: those that are named, the newest hundred versions and some others, whatever number of tags
 * a repository has.
 */
export async function namesOf(
  repository: Repository,
  { first, signal }: { readonly first: readonly string[]; readonly signal: AbortSignal },
): Promise<Names> {
  const tags: Tag[] = [];
  for await (const tag of repository.tags()) {
    if (!isCosignTag(tag) && !isReferrersTag(tag)) tags.push(tag);
  }
  const chosen = choose(tags, first);
  const standing = new Map<Tag, Descriptor>();
  await inParallel(chosen, { concurrency, signal }, async (tag) => {
    const descriptor = await repository.resolve(tag);
    if (descriptor !== undefined) standing.set(tag, descriptor);
  });
  return {
    named: chosen.flatMap((tag) => {
      const descriptor = standing.get(tag);
      return descriptor === undefined
        ? []
        : [{ tag, place: `${repository.name}:${tag}`, descriptor }];
    }),
    left: tags.length - chosen.length,
  };
}

function choose(tags: readonly Tag[], first: readonly string[]): readonly Tag[] {
  const versions: { readonly tag: Tag; readonly version: Version }[] = [];
  const others: Tag[] = [];
  const claims: Tag[] = [];
  for (const tag of tags) {
    const version = versionOfGitTag(tag);
    if (version !== undefined) versions.push({ tag, version });
    else (isClaim(tag) ? claims : others).push(tag);
  }
  versions.sort((a, b) => compareVersions(b.version, a.version));
  const wanted = new Set(first);
  return [
    ...new Set([
      ...tags.filter((tag) => wanted.has(tag)),
      ...versions.slice(0, mostVersions).map(({ tag }) => tag),
      ...[...others, ...claims].slice(0, mostOthers),
    ]),
  ];
}

/** Those that stand on one of these digests. */
export const namedOn = ({ named }: Names, digests: readonly Digest[]): readonly Named[] =>
  named.filter(({ descriptor }) => digests.includes(descriptor.digest));

/** The first answer in the order of the items; some are asked at a time, and none after one that has an answer. */
export async function firstOf<T, R>(
  items: readonly T[],
  ask: (item: T) => Promise<R | undefined>,
): Promise<R | undefined> {
  for (let at = 0; at < items.length; at += concurrency) {
    const answers = await Promise.all(items.slice(at, at + concurrency).map(ask));
    const answer = answers.find((one) => one !== undefined);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
