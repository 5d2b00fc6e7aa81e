import * as v from 'valibot';

import { documentEntries } from '#io';
import { moveSchema } from '#lifecycle';

import { sourcesSchema } from './sources.ts';

/** What a person decided about one environment. */
export const promoteSchema = v.pipe(
  v.object({
    ...documentEntries('promote'),
    name: v.pipe(v.string(), v.description('The image, as ecluse.yml calls it.')),
    repository: v.pipe(v.string(), v.description('Where it is stored: registry and repository.')),
    move: moveSchema,
    held: v.pipe(v.boolean(), v.description('Automatic moves wait from now on.')),
    resumed: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(0),
      v.description('How many holds were lifted.'),
    ),
    sources: sourcesSchema,
  }),
  v.readonly(),
  v.description('What a person decided about one environment, and what it brought.'),
);
export type PromoteDocument = v.InferOutput<typeof promoteSchema>;
