import * as v from 'valibot';

import { isTag } from '#oci';

import { aCommit, aDigest, aMoment } from './terms.ts';

/** One square of the board: an image in an environment. */
export const standingSchema = v.pipe(
  v.object({
    image: v.pipe(v.string(), v.description('The image, as ecluse.yml calls it.')),
    environment: v.pipe(v.string(), v.description('The environment.')),
    tag: v.pipe(v.string(), v.description('Its purpose tag, as repository:tag.')),
    digest: v.pipe(v.nullable(aDigest), v.description('What stands there. null: nothing.')),
    versions: v.pipe(
      v.array(v.pipe(v.string(), v.guard(isTag))),
      v.readonly(),
      v.description('The versions that the digest carries, the newest first.'),
    ),
    commit: v.pipe(
      v.nullable(aCommit),
      v.description('The commit that it was built from. null: it is not known.'),
    ),
    since: v.pipe(
      v.nullable(aMoment),
      v.description('When the digest came here last, ISO 8601 in UTC. null: no statement says so.'),
    ),
    behind: v.pipe(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
      v.description(
        'How many commits of the default branch are not in it. null: it cannot be told.',
      ),
    ),
    held: v.pipe(v.boolean(), v.description('Automatic moves wait until a person resumes them.')),
  }),
  v.readonly(),
  v.description('One image in one environment.'),
);
export type Standing = v.InferOutput<typeof standingSchema>;
