import type { Digest, Repository, Tag } from '#oci';
import { planMoving, type MovingName, type MovingPlan, type VersionOrder } from '#version';

import type { MonotonicWish } from './name-wish.ts';

/** What a look at the repository says of one moving name. */
export interface Looked {
  readonly wish: MonotonicWish;
  readonly standing: Digest | undefined;
  readonly plan: MovingName;
}

/**
 * Reads what the names stand on, then the list of all tags once. In this order: whoever moves a name has written his version
 * before, so that a version which is not in the list cannot be what a name was read to stand on.
 */
export async function lookAtMoving(
  repository: Repository,
  wishes: readonly MonotonicWish[],
  order: VersionOrder,
): Promise<readonly Looked[]> {
  const all = plansOf(wishes, order);
  // A pre-release takes no name, whatever there is.
  const idle = all.every((plan) => plan.decide().every(({ decision }) => decision === 'stays'));
  const standing = idle
    ? []
    : await Promise.all(wishes.map(async ({ tag }) => (await repository.resolve(tag))?.digest));
  if (!idle) for await (const tag of repository.tags()) for (const plan of all) plan.see(tag);
  const decided = new Map(all.flatMap((plan) => plan.decide()).map((name) => [name.name, name]));
  return wishes.flatMap((wish, at) => {
    const plan = decided.get(wish.tag);
    return plan === undefined ? [] : [{ wish, standing: standing[at], plan }];
  });
}

/** Does it stay, whatever it stands on? */
export const isSettled = ({ decision, mayBeVersion }: MovingName): boolean =>
  decision === 'stays' && mayBeVersion !== true;

/** Why a name goes to the released version, for a person. */
export const whyMoved = ({ wish, plan }: Looked): string =>
  plan.mayBeVersion ? `${wish.version} is higher than what it stood on` : plan.why;

/** One plan for all names of one version in one form. */
function plansOf(wishes: readonly MonotonicWish[], order: VersionOrder): readonly MovingPlan[] {
  const groups = Map.groupBy(wishes, ({ version, prefix, suffix }) =>
    JSON.stringify([version, prefix, suffix]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { version, prefix = '', suffix = '' } = first;
    const targets = group.map(({ tag, line }) => ({ name: tag, line }));
    return [planMoving(order, version, { prefix, suffix, targets })];
  });
}

/** What version tags stand on. They do not move, so each is asked for once. */
export class VersionDigests {
  readonly #repository: Repository;
  readonly #asked = new Map<Tag, Promise<Digest | undefined>>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  of(tag: Tag): Promise<Digest | undefined> {
    const asked = this.#asked.get(tag);
    if (asked !== undefined) return asked;
    const asking = this.#repository.resolve(tag).then((descriptor) => descriptor?.digest);
    this.#asked.set(tag, asking);
    return asking;
  }
}
