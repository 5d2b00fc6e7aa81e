import { TagMoved, type Digest, type Repository, type Tag } from '#oci';
import type { VersionOrder } from '#version';

import { contentOf, type Content } from './content.ts';
import { objectionTo } from './moving-judge.ts';
import { isSettled, lookAtMoving, VersionDigests, whyMoved, type Looked } from './moving-look.ts';
import { writeMoving } from './name-write.ts';
import { nameRounds, type MonotonicWish, type NameOutcome } from './name-wish.ts';

export interface MoveHow {
  /** What is released. */
  readonly content: Content;
  readonly order: VersionOrder;
  /** Digests that a person has looked at: a name may be moved from there, though nothing tells its version. */
  readonly expected: ReadonlySet<Digest>;
}

/** What a round leaves of a name. */
interface Step {
  readonly outcome: NameOutcome;
  /** It has to be looked at again. */
  readonly again: boolean;
  /** What we have put it on in this round. */
  readonly put?: Digest | undefined;
}

/** A name that is not done. */
interface Pending {
  readonly wish: MonotonicWish;
  /** The last step, when it wrote. */
  readonly last?: Step | undefined;
}

/**
 * Moves names to a released version where it is the highest of their line, and leaves them where it is not. A write says
 * what the name was read to stand on, and is looked at again afterwards, since storage may be unable to compare, and since
 * the digest that stood there may have got a higher version meanwhile: where one has come and our write was the last one,
 * the name is put on that version. So names end on the highest version, however many release at once.
 */
export async function moveNames(
  repository: Repository,
  wishes: readonly MonotonicWish[],
  how: MoveHow,
): Promise<ReadonlyMap<Tag, NameOutcome>> {
  const outcomes = new Map<Tag, NameOutcome>();
  const digests = new VersionDigests(repository);
  let pending: readonly Pending[] = wishes.map((wish) => ({ wish }));
  for (let round = 1; pending.length > 0 && round <= nameRounds; round += 1) {
    const looks = await lookAtMoving(
      repository,
      pending.map(({ wish }) => wish),
      how.order,
    );
    const next: Pending[] = [];
    for (const looked of looks) {
      const last = pending.find(({ wish }) => wish === looked.wish)?.last;
      const step = await stepOf(repository, looked, { ...how, digests, last });
      outcomes.set(looked.wish.tag, step.outcome);
      if (step.again) next.push({ wish: looked.wish, last: step.put && step });
    }
    pending = next;
  }
  return outcomes;
}

type StepHow = MoveHow & { readonly digests: VersionDigests; readonly last: Step | undefined };

async function stepOf(repository: Repository, looked: Looked, how: StepHow): Promise<Step> {
  const { standing, plan } = looked;
  const { content, last } = how;
  const ours = content.descriptor.digest;
  const before = standing ?? null;
  const isLast = last?.put !== undefined && last.put === standing;
  if (isSettled(plan)) {
    if (isLast) return mend(repository, looked, how);
    const state = standing === ours ? 'there' : 'stays';
    return done({ state, before, guarantee: null, reason: plan.why });
  }
  if (standing === ours) {
    return isLast
      ? done(last.outcome)
      : done({ state: 'there', before, guarantee: null, reason: whyMoved(looked) });
  }
  const objection = standing && (await objectionTo(repository, standing, { ...how, looked }));
  return objection === undefined
    ? write(repository, looked, {
        content,
        outcome: { state: 'written', reason: whyMoved(looked) },
      })
    : done({ ...objection, before, guarantee: null });
}

const done = (outcome: NameOutcome): Step => ({ outcome, again: false });

/** A higher version has come while we wrote, and our write was the last one. */
async function mend(repository: Repository, looked: Looked, how: StepHow): Promise<Step> {
  const { plan, standing } = looked;
  const [highest] = plan.candidates;
  const digest = highest && (await how.digests.of(highest));
  const outcome = { state: 'stays', reason: plan.why } as const;
  if (digest === undefined || digest === standing) {
    return done({ ...outcome, before: standing ?? null, guarantee: null });
  }
  return write(repository, looked, { content: await contentOf(repository, digest), outcome });
}

async function write(
  repository: Repository,
  { wish, standing }: Looked,
  how: { readonly content: Content; readonly outcome: Pick<NameOutcome, 'state' | 'reason'> },
): Promise<Step> {
  const written = await writeMoving(repository, wish.tag, { ...how, standing });
  if (!(written instanceof TagMoved)) {
    // In a dry run and where names are immutable nothing was written.
    if (written.state === 'planned' || written.state === 'refused') return done(written);
    return { outcome: written, again: true, put: how.content.descriptor.digest };
  }
  const reason = `${written.message}, again and again: run it once more`;
  const outcome = { before: standing ?? null, guarantee: null, reason };
  return { outcome: { ...outcome, state: 'not evaluated' }, again: true };
}
