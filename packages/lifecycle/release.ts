import * as v from 'valibot';

import { annotation } from '#io';
import type { Descriptor, Digest, Repository } from '#oci';

import { isSaid, said, say, type Said } from './statement.ts';
import { aCommit, saidAt, saidBy } from './terms.ts';

const name = 'release';

/** The predicate that a digest is a version. */
export const releaseSchema = v.pipe(
  v.object({
    version: v.pipe(v.string(), v.description('The version, as the tag of the image.')),
    gitTag: v.pipe(
      v.nullable(v.string()),
      v.description('The git tag that names it. null: none was asked.'),
    ),
    commit: v.pipe(
      v.nullable(aCommit),
      v.description('The commit that the subject was built from. null: it was not known.'),
    ),
    by: saidBy,
    at: saidAt,
  }),
  v.readonly(),
  v.description('The subject is a version: it was given once, and the tag was put on it.'),
);
export type Release = v.InferOutput<typeof releaseSchema>;

/** The versions that a digest was given, as was said. Whether the tag stands on it is for the repository to say. */
export const releaseStatements = (
  repository: Repository,
  digest: Digest,
): Promise<readonly Said<Release>[]> => said(repository, digest, name, releaseSchema);

export async function sayRelease(
  repository: Repository,
  subject: Descriptor,
  predicate: Release,
): Promise<void> {
  const about = { [annotation.created]: predicate.at, [annotation.version]: predicate.version };
  await say(repository, subject, name, predicate, about);
}

/** Says it unless it was said: a run that was ended left it to the next one. */
export async function completeRelease(
  repository: Repository,
  subject: Descriptor,
  predicate: Release,
): Promise<void> {
  const what = { name, key: annotation.version, value: predicate.version };
  if (await isSaid(repository, subject.digest, what)) return;
  await sayRelease(repository, subject, predicate);
}
