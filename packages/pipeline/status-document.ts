import * as v from 'valibot';

import { documentEntries } from '#io';
import { standingSchema } from '#lifecycle';

import { sourcesSchema } from './sources.ts';

/** What stands where. */
export const statusSchema = v.pipe(
  v.object({
    ...documentEntries('status'),
    board: v.pipe(
      v.array(standingSchema),
      v.readonly(),
      v.description('Every image by every environment, in the order of the policy.'),
    ),
    sources: sourcesSchema,
  }),
  v.readonly(),
  v.description('What stands in each environment.'),
);
export type StatusDocument = v.InferOutput<typeof statusSchema>;
