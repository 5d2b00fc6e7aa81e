import type { Result } from '#gate';
import type { Event, Refused, Side } from '#io';
import { describeSide, standingSide, taken, type Ground } from '#lifecycle';
import type { Digest, Repository } from '#oci';
import { versionTag } from '#version';

/** A version that is given to an image. */
export interface Released {
  readonly text: string;
}

/** What a version stands on, when that is not what the commit has; undefined: nothing is in the way. */
export async function versionElsewhere(
  repository: Repository,
  version: Released,
  built: Digest | undefined,
): Promise<Digest | undefined> {
  const standing = await repository.resolve(versionTag(version));
  return standing?.digest === built ? undefined : standing?.digest;
}

/** This run, as a side of a conflict. */
export const ourSide = (
  { event: { commit } }: { readonly event: Event },
  digest: Digest | undefined,
  { by, now }: Pick<Ground, 'by' | 'now'>,
): Side => ({ digest: digest ?? null, commit, by, at: now().toISOString() });

/** The refusal of a version that stands on something else, before anything is built. */
export function refusal(
  errand: { readonly event: Event },
  repository: Repository,
  what: {
    readonly version: Released;
    readonly taken: Digest;
    readonly built: Digest | undefined;
    readonly ground: Pick<Ground, 'by' | 'now'>;
  },
): Promise<Refused> {
  const { version, taken: found, built, ground } = what;
  const name = `version ${version.text}`;
  return taken(repository, { name, found }, ourSide(errand, built, ground));
}

/** Says what stands there, for a run that was to leave it be. */
export async function skippedResult(
  repository: Repository,
  { version, taken: found }: { readonly version: Released; readonly taken: Digest },
): Promise<Result> {
  const standing = describeSide(await standingSide(repository, found));
  return {
    gate: 'version',
    outcome: 'passed',
    reason: `version ${version.text} of ${repository.name} stands on ${standing}: nothing is built or moved`,
    evidence: [found],
  };
}
