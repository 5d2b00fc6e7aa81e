import type { NameOutcome, NameWish } from '#lifecycle';
import type { Digest, Repository, Tag } from '#oci';

export type OnceWish = Extract<NameWish, { readonly policy: 'once' }>;

const isOnce = (name: NameWish): name is OnceWish => name.policy === 'once';

/** Is it a version, which is written once, and a statement told of? */
export const isVersion = (name: NameWish): name is OnceWish & { readonly version: string } =>
  isOnce(name) && name.version !== undefined;

/** What a person calls a name that is written once. */
export const nameOf = ({ tag, version }: OnceWish): string =>
  version === undefined ? `tag ${tag}` : `version ${tag}`;

export interface Elsewhere {
  readonly name: OnceWish;
  readonly found: Digest;
}

/** The first name that is written once and stands on another digest; undefined: all may be written. */
export async function standingElsewhere(
  repository: Repository,
  names: readonly NameWish[],
  digest: Digest,
): Promise<Elsewhere | undefined> {
  const all = await Promise.all(
    names.filter(isOnce).map(async (name) => {
      const found = (await repository.resolve(name.tag))?.digest;
      return found === undefined || found === digest ? [] : [{ name, found }];
    }),
  );
  return all.flat()[0];
}

/** What becomes of a name that stands on another digest and is left there. */
export const elsewhere = (found: Digest): NameOutcome => ({
  state: 'skipped',
  before: found,
  guarantee: null,
  reason: `it stands on ${found} and is written once`,
});

/** What becomes of all names when one is taken: no further one is given. */
export function skipped(
  names: readonly NameWish[],
  taken: NameWish,
  outcomes: ReadonlyMap<Tag, NameOutcome>,
): readonly NameOutcome[] {
  const reason = `${taken.tag} stands on another digest, so nothing more is named`;
  const others: NameOutcome = { state: 'skipped', before: null, guarantee: null, reason };
  return names.map(({ tag }) => outcomes.get(tag) ?? others);
}
