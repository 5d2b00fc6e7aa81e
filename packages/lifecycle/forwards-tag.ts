import type { History } from '#io';
import { TagMoved, type Digest, type Repository, type Tag } from '#oci';
import { compareVersions, versionOfGitTag, type Version } from '#version';

import type { Content } from './content.ts';
import type { Relation } from './gates/order.ts';
import { commitOf } from './known.ts';
import { writeMoving } from './name-write.ts';
import { nameRounds, type NameOutcome } from './name-wish.ts';
import { relateCommits } from './order.ts';
import { isLineName, isLineOf } from './release-name.ts';
import type { Versions } from './versions.ts';

export interface ForwardsHow {
  readonly content: Content;
  /** Of the image that is named. */
  readonly commit: string;
  /** That it is released as. */
  readonly version: Version | undefined;
  readonly history: History | undefined;
  readonly versions: Versions;
  /** Digests that a person has looked at: the name may be moved from there, though nothing tells the order. */
  readonly expected: ReadonlySet<Digest>;
}

/** What a name stands on, and all that decides whether it moves from there. */
interface Standing extends Omit<ForwardsHow, 'content'> {
  readonly standing: Digest;
}

/**
 * Moves a name that follows commits, such as that of a branch, to what comes after what it stands on: by the ancestry of
 * the commits, and where that does not tell, by version. `latest`, `1` and `1.4` that hold a release go by version alone.
 */
export const moveForwards = (
  repository: Repository,
  tag: Tag,
  how: ForwardsHow,
): Promise<NameOutcome> =>
  moving(repository, tag, {
    content: how.content,
    decide: (standing) => decideForwards(repository, tag, { ...how, standing }),
  });

/** Moves a name wherever it is put: that of a pull request or of a schedule. */
export const moveFreely = (
  repository: Repository,
  tag: Tag,
  content: Content,
): Promise<NameOutcome> =>
  moving(repository, tag, { content, decide: async () => ({ state: 'written', reason: '' }) });

export interface Decision {
  readonly state: 'written' | 'stays' | 'not evaluated';
  /** How it was decided, for a person. */
  readonly reason: string;
}

async function moving(
  repository: Repository,
  tag: Tag,
  how: { readonly content: Content; readonly decide: (standing: Digest) => Promise<Decision> },
): Promise<NameOutcome> {
  const ours = how.content.descriptor.digest;
  for (let round = 1; ; round += 1) {
    const standing = (await repository.resolve(tag))?.digest;
    const nothing = { before: standing ?? null, guarantee: null };
    if (standing === ours) return { ...nothing, state: 'there', reason: '' };
    const decision: Decision =
      standing === undefined
        ? { state: 'written', reason: 'nothing stood there' }
        : await how.decide(standing);
    if (decision.state !== 'written') return { ...nothing, ...decision };
    const written = await writeMoving(repository, tag, {
      content: how.content,
      standing,
      outcome: decision,
    });
    if (!(written instanceof TagMoved)) return written;
    if (round === nameRounds) throw written;
  }
}

/** Whether a name that follows commits moves from where it stands; nothing is written. */
export async function decideForwards(
  repository: Repository,
  tag: Tag,
  how: Standing,
): Promise<Decision> {
  const { standing, expected } = how;
  if (expected.has(standing)) return { state: 'written', reason: 'a person has looked at it' };
  const isWanted = (version: Version): boolean => isLineOf(tag, version);
  const held = isLineName(tag) ? await versionOn(repository, how, isWanted) : undefined;
  if (held !== undefined) return decideRelease(tag, how.version, held);
  const { order, because } = await relationOf(repository, how);
  if (order === 'after') return { state: 'written', reason: `it comes later ${because}` };
  if (order === 'before') {
    return { state: 'stays', reason: `it stands on what comes later ${because}` };
  }
  const why = order === 'unknown' ? because : `neither comes later ${because}`;
  return {
    state: 'not evaluated',
    reason: `${tag} stands on ${standing}, and ${why}, so it stays; look at it, then pass --expect ${standing}`,
  };
}

/** A name by which releases are followed and that holds one goes to a higher one alone, whatever rule gives it. */
function decideRelease(tag: Tag, version: Version | undefined, held: Version): Decision {
  const on = `it stands on release ${held.text}`;
  if (version === undefined) return { state: 'stays', reason: `${on}, and this is none` };
  if (!isLineOf(tag, version)) {
    return { state: 'stays', reason: `${on}, and ${version.text} is of another line` };
  }
  if (version.pre.length > 0 && held.pre.length === 0) {
    return { state: 'stays', reason: `${on}, and ${version.text} is a pre-release` };
  }
  return compareVersions(version, held) > 0
    ? { state: 'written', reason: `${version.text} is higher than ${held.text}` }
    : { state: 'stays', reason: `${on}, which is not lower than ${version.text}` };
}

/** The highest that what the name stands on was released as. */
const versionOn = (
  repository: Repository,
  { standing, versions }: Pick<Standing, 'standing' | 'versions'>,
  isWanted?: (version: Version) => boolean,
): Promise<Version | undefined> =>
  // `v1.4.2` is one here, whichever rule has given it.
  versions.newest(repository, standing, {
    read: versionOfGitTag,
    ...(isWanted === undefined ? {} : { isWanted }),
  });

async function relationOf(repository: Repository, how: Standing): Promise<Relation> {
  const { commit, version, history, standing } = how;
  const other = await commitOf(repository, standing);
  const relation = await relateCommits(commit, other, history);
  if (relation.order === 'after' || relation.order === 'before' || version === undefined) {
    return relation;
  }
  const above = await versionOn(repository, how);
  if (above === undefined) return relation;
  const difference = compareVersions(version, above);
  if (difference === 0) return relation;
  return { order: difference > 0 ? 'after' : 'before', because: 'by version' };
}
