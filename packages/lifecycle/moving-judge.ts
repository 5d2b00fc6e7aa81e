import { isTag, type Digest, type Repository, type Tag } from '#oci';
import { versionText, type Ordered, type VersionOrder } from '#version';

import type { Looked, VersionDigests } from './moving-look.ts';
import type { NameOutcome } from './name-wish.ts';
import { originOf } from './origin.ts';
import { releaseStatements } from './release.ts';

/** How what a moving name stands on compares with what is released. */
type Judged =
  | { readonly is: 'lower' }
  /** At least as high: the name stays. */
  | { readonly is: 'higher'; readonly tag: Tag }
  | { readonly is: 'unknown' };

/**
 * Why a name must not be moved from where it stands; undefined: it may.
 * @param how.expected digests that a person has looked at
 */
export async function objectionTo(
  repository: Repository,
  standing: Digest,
  how: JudgeHow & { readonly expected: ReadonlySet<Digest> },
): Promise<
  (Pick<NameOutcome, 'reason'> & { readonly state: 'stays' | 'not evaluated' }) | undefined
> {
  if (how.expected.has(standing)) return undefined;
  const judged = await judgeStanding(repository, standing, how);
  if (judged.is === 'lower') return undefined;
  const { mayBeVersion, why } = how.looked.plan;
  if (mayBeVersion) return { state: 'stays', reason: why };
  const { tag, version } = how.looked.wish;
  if (judged.is === 'higher') {
    return {
      state: 'stays',
      reason: `it stands on ${judged.tag}, which is not lower than ${version}`,
    };
  }
  return {
    state: 'not evaluated',
    reason: `${tag} stands on ${standing}, and no version here says which one that is: it may be newer than ${version}, so it stays; look at it, then pass --expect ${standing}`,
  };
}

interface JudgeHow {
  readonly looked: Looked;
  readonly order: VersionOrder;
  readonly digests: VersionDigests;
}

/** At first the one that it should be, then more at once: a name that is behind is rare. */
const batches = [1, 7, 8, 8, 8];
/** Versions that an image says it has, of which so many are asked for. */
const mostSaid = 8;

/**
 * Finds the version of the digest that a name stands on, which is verified by the version's own tag: it stands on that
 * digest. Asked are the versions below the released one, the highest first, then those that the image says it has.
 */
async function judgeStanding(
  repository: Repository,
  standing: Digest,
  how: JudgeHow,
): Promise<Judged> {
  const { looked, digests } = how;
  let from = 0;
  for (const count of batches) {
    const batch = looked.plan.candidates.slice(from, from + count);
    const found = await Promise.all(batch.map((tag) => digests.of(tag)));
    if (found.includes(standing)) return { is: 'lower' };
    from += count;
  }
  return judgeSaid(repository, standing, how);
}

async function judgeSaid(repository: Repository, standing: Digest, how: JudgeHow): Promise<Judged> {
  const { looked, order, digests } = how;
  const released = order.parse(looked.wish.version);
  const said = await versionsSaid(repository, standing);
  // Where the name is a version, it is written once.
  if (said.includes(looked.wish.tag)) return { is: 'unknown' };
  const carried: (readonly [Tag, Ordered])[] = [];
  for (const tag of said) {
    const text = versionText(tag, looked.wish);
    const version = text === undefined ? undefined : order.parse(text);
    if (version !== undefined && (await digests.of(tag)) === standing) carried.push([tag, version]);
  }
  const [first] = carried.sort(([, a], [, b]) => order.compare(b, a));
  if (first === undefined || released === undefined) return { is: 'unknown' };
  const [tag, version] = first;
  return order.compare(version, released) < 0 ? { is: 'lower' } : { is: 'higher', tag };
}

async function versionsSaid(repository: Repository, digest: Digest): Promise<readonly Tag[]> {
  const [statements, origin] = await Promise.all([
    releaseStatements(repository, digest),
    originOf(repository, digest),
  ]);
  const texts = [...statements.map(({ predicate }) => predicate.version), origin.version ?? ''];
  return [...new Set(texts)].filter(isTag).slice(0, mostSaid);
}
