import * as v from 'valibot';

/** Where the two halves of `ecluse.yml` were read. */
export const sourcesSchema = v.pipe(
  v.object({
    build: v.pipe(
      v.nullable(v.string()),
      v.description('Where it was read how images are built. null: nothing was to be built.'),
    ),
    policy: v.pipe(
      v.string(),
      v.description('Where the policy was read: the default branch at a commit, or none.'),
    ),
    note: v.pipe(
      v.nullable(v.string()),
      v.description('One sentence when the policy of the tree is not what counts. null: it is.'),
    ),
  }),
  v.readonly(),
  v.description('Where the two halves of ecluse.yml were read.'),
);
export type Sources = v.InferOutput<typeof sourcesSchema>;
