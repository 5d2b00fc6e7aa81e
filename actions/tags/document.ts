import * as v from 'valibot';

import { documentEntries } from '#io';
import { isTag } from '#oci';

const name = v.pipe(
  v.object({
    tag: v.pipe(v.string(), v.guard(isTag), v.description('The tag.')),
    rule: v.pipe(
      v.picklist(['claim', 'version']),
      v.description(
        'claim: the digest is what came out of the commit. version: the release that a git tag names.',
      ),
    ),
    why: v.pipe(v.string(), v.description('Why the image gets this name, for a person.')),
    state: v.pipe(
      v.picklist(['planned', 'written', 'there']),
      v.description(
        'planned: nothing was written. written: by this run. there: it stood on this digest already.',
      ),
    ),
  }),
  v.readonly(),
);

/** The names of an image, and what was done about each. */
export const tagsSchema = v.pipe(
  v.object({
    ...documentEntries('tags'),
    repository: v.pipe(
      v.string(),
      v.description('The image that is named: registry and repository.'),
    ),
    names: v.pipe(
      v.array(name),
      v.readonly(),
      v.description('The names that the event gives, in the order in which they are written.'),
    ),
  }),
  v.readonly(),
  v.description('The names of an image, and what was done about each.'),
);
export type TagsDocument = v.InferOutput<typeof tagsSchema>;
