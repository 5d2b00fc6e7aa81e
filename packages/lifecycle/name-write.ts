import { Failed } from '#io';
import { TagImmutable, TagMoved, type Digest, type Repository, type Tag } from '#oci';

import type { Content } from './content.ts';
import type { NameOutcome } from './name-wish.ts';

/**
 * Writes a name that may move, if it still stands where it was read to stand. A registry that lets nobody move it is an
 * outcome; a dry run leaves it planned.
 * @returns TagMoved when somebody else has moved it meanwhile
 */
export async function writeMoving(
  repository: Repository,
  tag: Tag,
  how: {
    readonly content: Content;
    readonly standing: Digest | undefined;
    readonly outcome: Pick<NameOutcome, 'state' | 'reason'>;
  },
): Promise<NameOutcome | TagMoved> {
  const { content, standing, outcome } = how;
  const { bytes, descriptor } = content;
  const nothing = { before: standing ?? null, guarantee: null };
  try {
    const expect = standing ?? 'absent';
    const { guarantee } = await repository.tag(tag, bytes, descriptor.mediaType, expect);
    return { ...nothing, ...outcome, guarantee };
  } catch (error) {
    if (error instanceof TagMoved) return error;
    if (error instanceof TagImmutable) {
      const reason = `the registry lets nobody move ${tag}: take it out of what is immutable there, or do not ask for it`;
      return { ...nothing, state: 'refused', reason };
    }
    if (error instanceof Failed && error.code === 'dry-run') {
      return { ...nothing, state: 'planned', reason: outcome.reason };
    }
    throw error;
  }
}
