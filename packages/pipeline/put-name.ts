import { Refused, type Io, type Side } from '#io';
import {
  claim,
  moveForwards,
  moveFreely,
  putOnce,
  unlessDry,
  type Content,
  type MonotonicWish,
  type NameOutcome,
  type NameWish,
  type Versions,
} from '#lifecycle';
import { isDigest, type Digest, type Repository } from '#oci';
import type { OnExisting, Version } from '#version';

import { elsewhere, nameOf, type OnceWish } from './name-elsewhere.ts';
import type { Asked } from './name-refusals.ts';

/** Where a name is put, and what is known of what gets it. */
export interface Site {
  readonly io: Pick<Io, 'history' | 'signal'>;
  readonly repository: Repository;
  readonly content: Content;
  readonly ours: Side;
  readonly event: Asked['event'];
  readonly onExisting: OnExisting;
  /** Digests that a person has looked at. */
  readonly expected: ReadonlySet<Digest>;
  /** That it is released as; undefined: as none. */
  readonly version: Version | undefined;
  readonly versions: Versions;
}

/** A name that nothing was done about. */
export const planned: NameOutcome = { state: 'planned', before: null, guarantee: null, reason: '' };

/**
 * Puts one name where it may stand; those that follow versions are moved together, elsewhere.
 * @throws Refused for a claim or a version that stands on another digest
 */
export async function putName(
  site: Site,
  name: Exclude<NameWish, MonotonicWish>,
): Promise<NameOutcome> {
  const { io, repository, content, event } = site;
  switch (name.policy) {
    case 'claim':
      return unlessDry(() => putClaim(site), planned);
    case 'once':
      return unlessDry(() => writeOnce(site, name), planned);
    case 'forwards': {
      const history = await io.history();
      return moveForwards(repository, name.tag, { ...site, commit: event.commit, history });
    }
    case 'free':
      return moveFreely(repository, name.tag, content);
  }
}

async function writeOnce(
  { repository, content, ours, onExisting }: Site,
  name: OnceWish,
): Promise<NameOutcome> {
  try {
    const put = await putOnce(repository, name.tag, { content, ours, name: nameOf(name) });
    const before = put.state === 'there' ? content.descriptor.digest : null;
    return { ...put, before, reason: '' };
  } catch (error) {
    const found = error instanceof Refused ? (error.conflict?.standing.digest ?? '') : '';
    if (onExisting === 'skip' && isDigest(found)) return elsewhere(found);
    throw error;
  }
}

async function putClaim({ repository, content, event }: Site): Promise<NameOutcome> {
  const { digest, won, guarantee } = await claim(repository, event.commit, content);
  if (digest === content.descriptor.digest) {
    const state = won ? 'written' : 'there';
    return { state, before: won ? null : digest, guarantee, reason: '' };
  }
  throw new Refused(
    'commit-claimed',
    `commit ${event.commit} was built before, as ${digest}: go on with that one, not with ${content.descriptor.digest}`,
  );
}
