import { setTimeout as wait } from 'node:timers/promises';

import {
  TagImmutable,
  TagMoved,
  type Digest,
  type Guarantee,
  type Repository,
  type Tag,
} from '#oci';
import { versionTag } from '#version';

import type { Content } from './content.ts';
import { settleMs } from './claim.ts';
import { taken, type Ours } from './sides.ts';

export interface PutOnce {
  readonly state: 'written' | 'there';
  /** null: nothing was written. */
  readonly guarantee: Guarantee | null;
}

/**
 * Gives a digest its version, once and for ever.
 * @throws Refused when the version stands on another digest, with what is known of both
 */
export function putVersion(
  repository: Repository,
  version: { readonly text: string },
  how: { readonly content: Content; readonly ours: Ours },
): Promise<PutOnce> {
  return putOnce(repository, versionTag(version), { ...how, name: `version ${version.text}` });
}

/** As `putVersion`, for any name that is written once; `name` is what a person calls it. */
export async function putOnce(
  repository: Repository,
  tag: Tag,
  how: { readonly content: Content; readonly ours: Ours; readonly name: string },
): Promise<PutOnce> {
  const { digest, mediaType } = how.content.descriptor;
  const found = (await repository.resolve(tag))?.digest;
  if (found !== undefined) return same(repository, { ...how, found, digest });
  try {
    const { guarantee } = await repository.tag(tag, how.content.bytes, mediaType, 'absent');
    await settled(repository, tag, { ...how, guarantee });
    return { state: 'written', guarantee };
  } catch (error) {
    // Written between the question and our answer, or refused by the registry's own rule: who is it?
    if (!(error instanceof TagMoved || error instanceof TagImmutable)) throw error;
    // What stands there a moment after a race is what stays.
    if (error instanceof TagMoved) await wait(settleMs);
    const now = (await repository.resolve(tag))?.digest;
    if (now === undefined) throw error;
    const guarded = error instanceof TagImmutable;
    return same(repository, { ...how, found: now, digest, guarded });
  }
}

/** Storage that cannot compare lets two writers through: whose write is overwritten has to hear of it. */
async function settled(
  repository: Repository,
  tag: Tag,
  how: { readonly content: Content; readonly guarantee: Guarantee },
): Promise<void> {
  if (how.guarantee === 'atomic') return;
  await wait(settleMs);
  const found = (await repository.resolve(tag))?.digest;
  const { digest } = how.content.descriptor;
  if (found !== digest) throw new TagMoved(`${repository.name}:${tag}`, digest, found);
}

async function same(
  repository: Repository,
  how: {
    readonly name: string;
    readonly ours: Ours;
    readonly digest: Digest;
    readonly found: Digest;
    readonly guarded?: boolean;
  },
): Promise<PutOnce> {
  if (how.found === how.digest) return { state: 'there', guarantee: null };
  throw await taken(repository, how, how.ours);
}
