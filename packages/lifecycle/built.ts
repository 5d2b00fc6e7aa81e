import * as v from 'valibot';

import { annotation } from '#io';
import type { Descriptor, Digest, Repository } from '#oci';

import { isSaid, said, say, type Said } from './statement.ts';
import { aCommit, saidAt, saidBy } from './terms.ts';

const name = 'built';

/** The predicate that a digest is what came out of a commit. */
export const builtSchema = v.pipe(
  v.object({
    commit: v.pipe(aCommit, v.description('The commit that the subject was built from.')),
    source: v.pipe(
      v.nullable(v.string()),
      v.description('The URL of the git repository. null: it is not known.'),
    ),
    ref: v.pipe(
      v.nullable(v.string()),
      v.description('The branch or tag that was built, as git calls it. null: none.'),
    ),
    author: v.pipe(
      v.nullable(v.string()),
      v.description('Who wrote the commit, as git says. null: it is not known.'),
    ),
    dockerfile: v.pipe(
      v.string(),
      v.description('The Dockerfile, from the top of the repository.'),
    ),
    target: v.pipe(
      v.nullable(v.string()),
      v.description('The stage that was built. null: the last one.'),
    ),
    by: saidBy,
    at: saidAt,
  }),
  v.readonly(),
  v.description('The subject was built from a commit, and holds the claim of it.'),
);
export type BuiltStatement = v.InferOutput<typeof builtSchema>;

/** What was said about how a digest was built: nothing of it is signed. */
export const builtStatements = (
  repository: Repository,
  digest: Digest,
): Promise<readonly Said<BuiltStatement>[]> => said(repository, digest, name, builtSchema);

export async function sayBuilt(
  repository: Repository,
  subject: Descriptor,
  predicate: BuiltStatement,
): Promise<void> {
  const about = { [annotation.created]: predicate.at, [annotation.revision]: predicate.commit };
  await say(repository, subject, name, predicate, about);
}

/** Says it unless it was said: a run that was ended left it to the next one. */
export async function completeBuilt(
  repository: Repository,
  subject: Descriptor,
  predicate: BuiltStatement,
): Promise<void> {
  const what = { name, key: annotation.revision, value: predicate.commit };
  if (await isSaid(repository, subject.digest, what)) return;
  await sayBuilt(repository, subject, predicate);
}
