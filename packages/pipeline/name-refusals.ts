import type { Policy } from '#config';
import { Refused, type Event } from '#io';
import { originOf, type NameWish } from '#lifecycle';
import { isReferrersTag, type Digest, type Repository } from '#oci';
import { isClaim } from '#version';

/** What is asked for. */
export interface Asked {
  readonly repository: string;
  readonly digest: Digest;
  readonly event: Event;
  readonly names: readonly NameWish[];
}

type Given = Pick<Asked, 'event' | 'names'>;

/** Why no image of this event gets such a name, whatever stands there; undefined: it may. */
export function refusalOf(name: NameWish, event: Event): string | undefined {
  const given = { event, names: [name] };
  try {
    refuseClaims(given);
    refuseEvidence(given);
    refuseChange(given);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

/** @throws Refused for a claim of another commit, which no rule may give: a later run of that commit would go on with this image */
export function refuseClaims({ event: { commit }, names }: Given): void {
  const foreign = names.find(({ tag, policy }) => isClaim(tag) && policy !== 'claim');
  if (foreign === undefined) return;
  throw new Refused(
    'other-commit',
    `${foreign.tag} claims another commit than ${commit}, which the names are for: leave its rule out`,
  );
}

/** @throws Refused for a name under which registries or cosign keep what belongs to an image: a branch may be called so */
export function refuseEvidence({ names }: Given): void {
  const kept = names.find(({ tag }) => isReferrersTag(tag.replace(/\..*$/, '')));
  if (kept === undefined) return;
  throw new Refused(
    'evidence-tag',
    `${kept.tag} is where signatures and statements of an image are kept, so no image gets that name: leave its rule out`,
  );
}

/** A claim is believed later, and names tell people what they run: they are not written on the word of whoever asks. */
export async function refuseOther(
  repository: Repository,
  { digest, event: { commit }, names }: Asked,
): Promise<void> {
  if (names.every(({ policy }) => policy === 'free')) return;
  const { revision } = await originOf(repository, digest);
  if (revision === commit) return;
  throw new Refused(
    'other-commit',
    `${digest} ${revision === undefined ? 'does not say which commit it is of' : `says that it is of commit ${JSON.stringify(revision)}`}, and the names are for commit ${commit}: the label org.opencontainers.image.revision has to be that commit`,
  );
}

/** What is not merged yet gets no name that anybody else goes by. */
export function refuseChange({ event, names }: Given): void {
  if (event.kind !== 'change') return;
  const other = names.find(
    (name) => name.policy !== 'free' && (name.policy !== 'once' || name.version !== undefined),
  );
  if (other === undefined) return;
  throw new Refused(
    'change',
    `a pull request or a merge group names no version and moves no name but its own, and ${other.tag} is another one: leave its rule to pushes and tags`,
  );
}

/** @throws Refused for a name that only a promotion moves */
export function refusePurpose(policy: Policy, { repository, names }: Asked): void {
  const own = policy.images.some((image) => image.repository === repository);
  for (const { name, tag, repository: place } of policy.environments) {
    if (place === undefined ? !own : place !== repository) continue;
    if (!names.some((wish) => wish.tag === tag)) continue;
    throw new Refused(
      'purpose-tag',
      `${tag} is the purpose tag of ${name} in ecluse.yml: only ecluse promote moves it, so leave it out here`,
    );
  }
}
