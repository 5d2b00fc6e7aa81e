import * as v from 'valibot';

import type { Descriptor, Digest, Repository } from '#oci';

import { said, say, type Said } from './statement.ts';
import { aDigest } from './terms.ts';

const name = 'part-of';

/** The predicate that an image is one of an index. */
export const partOfSchema = v.pipe(
  v.object({
    index: v.pipe(aDigest, v.description('The index that holds the subject.')),
    platform: v.pipe(
      v.nullable(v.string()),
      v.description('What the subject runs on, as the index says. null: it does not say.'),
    ),
  }),
  v.readonly(),
  v.description(
    'The subject is in an index. Nodes report the digest of the image of their platform, and no registry finds the index by it.',
  ),
);
export type PartOf = v.InferOutput<typeof partOfSchema>;

/** The indexes that an image was said to be in. Whether it is, the index itself tells. */
export const partOfStatements = (
  repository: Repository,
  digest: Digest,
): Promise<readonly Said<PartOf>[]> => said(repository, digest, name, partOfSchema);

/** Says it unless it was said: an image may have been stored before it was, or by somebody else. */
export async function completePartOf(
  repository: Repository,
  subject: Descriptor,
  predicate: PartOf,
): Promise<void> {
  const all = await partOfStatements(repository, subject.digest);
  if (all.some((one) => one.predicate.index === predicate.index)) return;
  await sayPartOf(repository, subject, predicate);
}

/** Says it of an image of an index. The same words twice are one artifact. */
export async function sayPartOf(
  repository: Repository,
  subject: Descriptor,
  predicate: PartOf,
): Promise<void> {
  await say(repository, subject, name, predicate, {});
}
