import { setTimeout as sleep } from 'node:timers/promises';

import { NotThere, TagMoved, type Descriptor, type Digest, type Repository } from '#oci';
import { claimTag } from '#version';

import type { Content } from './content.ts';

/** More than the time between a look and a write of one client. */
const settleMs = 500;

/** The image that was claimed for a commit, undefined when nobody has built it. */
export const claimed = (repository: Repository, commit: string): Promise<Descriptor | undefined> =>
  repository.resolve(claimTag(commit));

/**
 * Claims a commit for a stored image. Whoever loses drops his own digest and goes on with the one
 * that stands there, so that runs at once end on one digest. Where a registry cannot compare and write in
 * one step, who has looked before us may write after us: what stands there a moment later counts.
 * @returns the digest that the claim points to
 */
export async function claim(
  repository: Repository,
  commit: string,
  { bytes, descriptor }: Content,
): Promise<{ readonly digest: Digest; readonly won: boolean }> {
  const tag = claimTag(commit);
  const standing = await repository.resolve(tag);
  if (standing !== undefined) return { digest: standing.digest, won: false };
  try {
    const { guarantee } = await repository.tag(tag, bytes, descriptor.mediaType, 'absent');
    if (guarantee === 'atomic') return { digest: descriptor.digest, won: true };
  } catch (error) {
    if (!(error instanceof TagMoved) || error.found === undefined) throw error;
  }
  await sleep(settleMs);
  const settled = await repository.resolve(tag);
  if (settled === undefined) throw new NotThere(`tag ${tag}`, repository.name);
  return { digest: settled.digest, won: settled.digest === descriptor.digest };
}
