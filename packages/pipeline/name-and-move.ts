import type { Event } from '#io';
import {
  claimed,
  contentOf,
  know,
  putVersion,
  refuseUnlabelled,
  unlessDry,
  type Ground,
  type Image,
  type Known,
  type Move,
} from '#lifecycle';
import { NotThere, pinned, type Tag } from '#oci';
import { claimTag } from '#version';

import { moveThrough } from './environments.ts';
import type { Errand } from './errand.ts';
import { ourSide, type Released } from './existing.ts';
import { report } from './image-report.ts';
import type { ImageRun } from './image-run.ts';
import type { Obtained } from './obtain.ts';
import { completeParts } from './say-parts.ts';
import { sayHowBuilt, sayVersionGiven } from './statements.ts';

type Versioned = Obtained & { readonly version: Released | undefined };

/** Names and moves the image that holds the claim; where storage cannot compare, that is seen only afterwards. */
export async function nameAndMove(
  errand: Errand,
  obtained: Versioned,
  ground: Ground,
): Promise<ImageRun> {
  const { image, event } = errand;
  const run = await nameAndMoveOnce(errand, obtained, ground);
  const standing = await claimed(ground.open(image.repository, 'write'), event.commit);
  if (standing === undefined || standing.digest === obtained.digest) return run;
  const other = { ...obtained, digest: standing.digest, claim: 'lost' } as const;
  return nameAndMoveOnce(errand, other, ground);
}

async function nameAndMoveOnce(
  errand: Errand,
  obtained: Versioned,
  ground: Ground,
): Promise<ImageRun> {
  const { digest, made, version } = obtained;
  const { image, event, duties } = errand;
  // Labels of what this run has built were asked for before it was stored.
  if (version !== undefined && made?.root.digest !== digest) {
    const repository = ground.open(image.repository, 'write');
    await refuseUnlabelled(repository, digest, ground.policy.labels);
  }
  await unlessDry(() => nameAndSay(errand, obtained, ground), undefined);
  const candidate = await know(image, digest, ground);
  if (candidate === undefined) throw new NotThere(digest, image.repository);
  const moves = duties.environments ? await moveThrough(image, candidate, ground) : [];
  return {
    ...report(errand, made),
    image: pinned(image.repository, digest),
    digest,
    results: moves.flatMap(({ state, results }) => (state === 'superseded' ? [] : results)),
    how: made === undefined ? 'found' : 'built',
    version: (version ?? candidate.version)?.text ?? null,
    claim: claimTag(event.commit),
    moves,
    next: nextCommand(image, placeIn(candidate, event), moves),
  };
}

/** Writes the version, and the statements that belong to claim and version; what an ended run has left out is completed. */
async function nameAndSay(
  errand: Errand,
  { digest, claim: whose, version }: Versioned,
  ground: Ground,
): Promise<void> {
  const { image, event, told } = errand;
  const repository = ground.open(image.repository, 'write');
  const content = await contentOf(repository, digest);
  const ours = ourSide(errand, digest, ground);
  if (whose === 'before') await completeParts(content, { repository, signal: ground.signal });
  const put = version && (await putVersion(repository, version, { content, ours }));
  const at = { repository, subject: content.descriptor, event, ground };
  if (told !== undefined && whose !== 'lost')
    await sayHowBuilt(at, { told, isNew: whose === 'won' });
  if (version !== undefined) {
    await sayVersionGiven(at, { version, isNew: put?.state === 'written' });
  }
}

/** Version or claim, which never move: shorter than the digest, and as sure. */
const placeIn = ({ versions }: Known, { commit }: Event): Tag => versions[0] ?? claimTag(commit);

function nextCommand({ name }: Image, at: Tag, moves: readonly Move[]): string | null {
  const waiting = moves.find(({ state }) => state === 'waiting');
  if (waiting !== undefined) {
    return `ecluse promote ${name}:${at} --environment ${waiting.environment}`;
  }
  const held = moves.find(({ state }) => state === 'held');
  return held === undefined
    ? null
    : `ecluse promote ${name} --environment ${held.environment} --resume`;
}
