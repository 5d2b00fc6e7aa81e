import type { History } from '#io';
import { compareVersions } from '#version';

import type { Relation } from './gates/order.ts';
import type { Known } from './known.ts';

/** What decides the order of two digests. */
type Ranked = Pick<Known, 'digest' | 'version' | 'commit'>;

/**
 * By version when both carry one, else by the ancestry of their commits. Times never decide.
 * An order that cannot be found out says so, and what would help.
 */
export async function relate(
  candidate: Ranked,
  standing: Ranked,
  history: History | undefined,
): Promise<Relation> {
  if (candidate.digest === standing.digest) return { order: 'same', because: 'it is this digest' };
  if (candidate.version !== undefined && standing.version !== undefined) {
    const difference = compareVersions(candidate.version, standing.version);
    const order = difference > 0 ? 'after' : difference < 0 ? 'before' : 'same';
    return { order, because: 'by version' };
  }
  return relateCommits(candidate.commit, standing.commit, history);
}

/** As `relate`, by the ancestry of commits alone. */
export async function relateCommits(
  candidate: string | undefined,
  standing: string | undefined,
  history: History | undefined,
): Promise<Relation> {
  const unknown = (because: string): Relation => ({ order: 'unknown', because });
  if (candidate === undefined) return unknown('no claim says which commit the candidate is from');
  if (standing === undefined)
    return unknown('no claim says which commit the standing image is from');
  if (history === undefined) return unknown('there is no git repository here to ask');
  const order = await history.order(candidate, standing);
  if (order !== 'unknown') return { order, because: 'by the ancestry of their commits' };
  return unknown(
    `this clone cannot tell which of commits ${candidate.slice(0, 12)} and ${standing.slice(0, 12)} came first: check out with fetch-depth: 0`,
  );
}
