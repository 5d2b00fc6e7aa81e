import * as v from 'valibot';

import type { History } from '#io';
import { isDigest, isTag, type Digest, type Repository } from '#oci';
import type { Version, VersionOrder } from '#version';

import { decideForwards, type Decision } from './forwards-tag.ts';
import { objectionTo } from './moving-judge.ts';
import { isSettled, lookAtMoving, VersionDigests, whyMoved } from './moving-look.ts';
import type { MonotonicWish, NameWish } from './name-wish.ts';
import { Versions } from './versions.ts';

/** What a look at a repository says of one name. */
export const nameLookSchema = v.pipe(
  v.object({
    tag: v.pipe(v.string(), v.guard(isTag), v.description('The tag.')),
    from: v.pipe(
      v.nullable(v.pipe(v.string(), v.guard(isDigest))),
      v.description('What it stands on. null: nothing.'),
    ),
    becomes: v.pipe(
      v.picklist(['written', 'there', 'stays', 'refused', 'not evaluated']),
      v.description(
        'What writing would do now. written: put it on the image. there: nothing, it stands on the image. stays: leave it, since what it stands on comes later. refused: it is written once, and stands on another image, or no image of this event gets such a name. not evaluated: what it stands on may be newer.',
      ),
    ),
    reason: v.pipe(v.string(), v.description('How that was decided, for a person.')),
  }),
  v.readonly(),
);
export type NameLook = v.InferOutput<typeof nameLookSchema>;

export interface LookHow {
  /** The image that is to get the names; undefined: it is not built yet. */
  readonly to: Digest | undefined;
  readonly order: VersionOrder;
  /** Of the image. */
  readonly commit: string;
  /** That it is released as. */
  readonly version: Version | undefined;
  readonly history: History | undefined;
  readonly expected: ReadonlySet<Digest>;
}

const atOnce = 8;

/** What would become of names if they were written now: what each stands on, and whether it would move. Nothing is written. */
export async function lookAtNames(
  repository: Repository,
  wishes: readonly NameWish[],
  how: LookHow,
): Promise<readonly NameLook[]> {
  const moving = wishes.filter((wish) => wish.policy === 'monotonic');
  const looks = new Map((await lookAtAll(repository, moving, how)).map((look) => [look.tag, look]));
  const others = wishes.filter((wish) => wish.policy !== 'monotonic');
  const about = { ...how, versions: new Versions() };
  for (let from = 0; from < others.length; from += atOnce) {
    const batch = others.slice(from, from + atOnce);
    const found = await Promise.all(batch.map((wish) => lookAtOne(repository, wish, about)));
    for (const look of found) looks.set(look.tag, look);
  }
  return wishes.flatMap(({ tag }) => looks.get(tag) ?? []);
}

async function lookAtAll(
  repository: Repository,
  wishes: readonly MonotonicWish[],
  { to, order, expected }: LookHow,
): Promise<readonly NameLook[]> {
  const digests = new VersionDigests(repository);
  const found: NameLook[] = [];
  for (const looked of await lookAtMoving(repository, wishes, order)) {
    const { wish, standing, plan } = looked;
    const about = { tag: wish.tag, from: standing ?? null };
    const isThere = standing !== undefined && standing === to;
    if (isThere || isSettled(plan)) {
      found.push({ ...about, becomes: isThere ? 'there' : 'stays', reason: plan.why });
      continue;
    }
    const how = { looked, order, digests, expected };
    const objection = standing && (await objectionTo(repository, standing, how));
    const { state, reason } = objection ?? { state: 'written', reason: whyMoved(looked) };
    found.push({ ...about, becomes: state, reason });
  }
  return found;
}

async function lookAtOne(
  repository: Repository,
  wish: Exclude<NameWish, MonotonicWish>,
  how: LookHow & { readonly versions: Versions },
): Promise<NameLook> {
  const { tag } = wish;
  const standing = (await repository.resolve(tag))?.digest;
  const about = { tag, from: standing ?? null };
  if (standing === undefined)
    return { ...about, becomes: 'written', reason: 'nothing stands there' };
  if (standing === how.to) return { ...about, becomes: 'there', reason: 'it stands there already' };
  switch (wish.policy) {
    case 'claim':
    case 'once':
      return {
        ...about,
        becomes: 'refused',
        reason: 'it is written once, and stands on another image',
      };
    case 'free':
      return { ...about, becomes: 'written', reason: 'it moves freely' };
    case 'forwards': {
      const { state, reason }: Decision = await decideForwards(repository, tag, {
        ...how,
        standing,
      });
      return { ...about, becomes: state, reason };
    }
  }
}
