import * as v from 'valibot';

import { documentEntries } from '#io';

const count = (what: string) => v.pipe(v.number(), v.integer(), v.minValue(0), v.description(what));
const digest = v.pipe(v.string(), v.description('What the tag stands on now, or would.'));

const name = v.pipe(
  v.object({
    tag: v.pipe(v.string(), v.description('The tag.')),
    digest,
    before: v.pipe(
      v.nullable(v.string()),
      v.description('The digest that it stood on. null: on none.'),
    ),
    state: v.pipe(
      v.picklist(['written', 'moved', 'there', 'refused']),
      v.description(
        'written: it is new. moved: it stood on another digest. there: it stood on this one. refused: it is a version and stands on another digest, or the purpose tag of an environment.',
      ),
    ),
  }),
  v.readonly(),
);

export const copySchema = v.pipe(
  v.object({
    ...documentEntries('copy'),
    source: v.pipe(
      v.string(),
      v.description('What was copied, as name@digest; with all tags the name.'),
    ),
    platforms: v.pipe(
      v.array(v.string()),
      v.readonly(),
      v.description(
        'The platforms that were chosen. None: all, and the digest is that of the source.',
      ),
    ),
    names: v.pipe(v.array(name), v.readonly(), v.description('The tags in the destination.')),
    copied: count('Blobs and manifests that went over.'),
    mounted: count('Blobs that the storage had already and took over without their bytes.'),
    skipped: count('Blobs and manifests that were there.'),
    copiedBytes: count('Of what went over.'),
    kept: v.pipe(
      v.array(v.string()),
      v.readonly(),
      v.description(
        "Cosign's tags that stand on something else in the destination, and were left so.",
      ),
    ),
    dryRun: v.pipe(
      v.boolean(),
      v.description('true: nothing was written, the counts are what would be.'),
    ),
  }),
  v.readonly(),
  v.description('What was copied, and which tags stand on it.'),
);
export type CopyDocument = v.InferOutput<typeof copySchema>;
export type CopiedName = v.InferOutput<typeof name>;
