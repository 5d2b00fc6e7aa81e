import * as v from 'valibot';

import { documentEntries } from '#io';

import { imageRunSchema } from './image-run.ts';
import { sourcesSchema } from './sources.ts';

/** A whole run: one image, or a set. */
export const runSchema = v.pipe(
  v.object({
    ...documentEntries('run'),
    event: v.pipe(
      v.picklist(['change', 'push', 'tag', 'schedule', 'dispatch']),
      v.description('What made it run. change: a pull request or a merge group.'),
    ),
    sources: sourcesSchema,
    images: v.pipe(
      v.array(imageRunSchema),
      v.readonly(),
      v.description('Each image that the run was about. With one, image and digest are its own.'),
    ),
  }),
  v.readonly(),
  v.description('What a run did: build, name and promote.'),
);
export type RunDocument = v.InferOutput<typeof runSchema>;
