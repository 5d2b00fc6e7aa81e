import { isTag, type Digest, type Repository, type Tag } from '#oci';
import type { Ordered, VersionOrder } from '#version';

import type { Looked, VersionDigests } from './moving-look.ts';
import type { MonotonicWish } from './name-wish.ts';
import { originOf } from './origin.ts';
import { releaseStatements } from './release.ts';

/** How what a moving name stands on compares with what is released. */
export type Judged =
  | { readonly is: 'lower' }
  /** At least as high: the name stays. */
  | { readonly is: 'higher'; readonly tag: Tag }
  | { readonly is: 'unknown' };

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
export async function judgeStanding(
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
  const carried: (readonly [Tag, Ordered])[] = [];
  for (const tag of said) {
    const version = versionOf(tag, looked.wish, order);
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

function versionOf(
  tag: Tag,
  { prefix = '', suffix = '' }: MonotonicWish,
  order: VersionOrder,
): Ordered | undefined {
  if (!tag.startsWith(prefix) || !tag.endsWith(suffix)) return undefined;
  const text = tag.slice(prefix.length, tag.length - suffix.length);
  return /^[0-9]/.test(text) ? order.parse(text) : undefined;
}
