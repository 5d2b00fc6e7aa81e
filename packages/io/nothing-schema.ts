import * as v from 'valibot';

import { documentEntries } from './document-schema.ts';

/** The event asks for nothing. */
export const nothingSchema = v.pipe(
  v.object({
    ...documentEntries('nothing'),
    reason: v.pipe(v.string(), v.description('Why there is nothing to do, for a person.')),
  }),
  v.readonly(),
  v.description('The event asks for nothing, which is no failure.'),
);
export type Nothing = v.InferOutput<typeof nothingSchema>;
