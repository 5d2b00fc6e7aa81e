import { setTimeout as wait } from 'node:timers/promises';

import { TagMoved, type Descriptor, type Digest, type Guarantee, type Repository } from '#oci';
import { claimTag } from '#version';

import type { Content } from './content.ts';

/** A write that was under way when ours was read back has landed by then, or is very slow. */
export const settleMs = 250;

/** The image that was claimed for a commit, undefined when nobody has built it. */
export const claimed = (repository: Repository, commit: string): Promise<Descriptor | undefined> =>
  repository.resolve(claimTag(commit));

export interface Claimed {
  readonly digest: Digest;
  readonly won: boolean;
  /** null: nothing was written. */
  readonly guarantee: Guarantee | null;
}

export interface ClaimedContent extends Content {
  /** Of its descriptor, where storage keeps one. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * Claims a commit for a stored image. Whoever loses drops his own digest and goes on with the one
 * that stands there, so that runs at once end on one digest.
 * @returns the digest that the claim points to
 */
export async function claim(
  repository: Repository,
  commit: string,
  { bytes, descriptor, annotations = {} }: ClaimedContent,
): Promise<Claimed> {
  const tag = claimTag(commit);
  const standing = await repository.resolve(tag);
  if (standing !== undefined) return { digest: standing.digest, won: false, guarantee: null };
  try {
    const { guarantee } = await repository.tag(tag, bytes, descriptor.mediaType, 'absent', {
      annotations,
    });
    const digest = await settled(repository, commit, { guarantee, digest: descriptor.digest });
    return { digest, won: digest === descriptor.digest, guarantee };
  } catch (error) {
    if (!(error instanceof TagMoved) || error.found === undefined) throw error;
    const { found: digest } = error;
    return {
      digest: await settled(repository, commit, { guarantee: 'read-back', digest }),
      won: false,
      guarantee: null,
    };
  }
}

/** Storage that cannot compare lets two claims through: the later write is the one that stays. */
async function settled(
  repository: Repository,
  commit: string,
  { guarantee, digest }: { readonly guarantee: Guarantee; readonly digest: Digest },
): Promise<Digest> {
  if (guarantee === 'atomic') return digest;
  await wait(settleMs);
  return (await claimed(repository, commit))?.digest ?? digest;
}
