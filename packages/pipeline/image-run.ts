import * as v from 'valibot';

import { documentEntries } from '#io';
import { layersSchema } from '#layers';
import { moveSchema } from '#lifecycle';
import { isTag } from '#oci';

const passedOver = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.description('The name of the builder.')),
    why: v.pipe(v.string(), v.description('Why it could not build this.')),
  }),
  v.readonly(),
);

const engine = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.description('The name of the builder.')),
    version: v.pipe(v.string(), v.description('Its version.')),
    passedOver: v.pipe(
      v.array(passedOver),
      v.readonly(),
      v.description('Builders that were asked before and said no.'),
    ),
  }),
  v.readonly(),
);
export type Engine = v.InferOutput<typeof engine>;

const step = v.pipe(
  v.object({
    platform: v.pipe(v.string(), v.description('The platform that it was carried out for.')),
    line: v.pipe(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
      v.description('The line of the Dockerfile, counted from 1. null: it is not known.'),
    ),
    text: v.pipe(v.string(), v.description('The instruction.')),
    ms: v.pipe(v.number(), v.minValue(0), v.description('How long it took, in milliseconds.')),
    cached: v.pipe(v.boolean(), v.description('It was found in a cache and not carried out.')),
  }),
  v.readonly(),
);
export type BuildStep = v.InferOutput<typeof step>;

/** One image's way through the pipeline. */
export const imageRunSchema = v.pipe(
  v.object({
    ...documentEntries('image-run'),
    name: v.pipe(v.string(), v.description('The image, as ecluse.yml calls it.')),
    repository: v.pipe(v.string(), v.description('Where it is stored: registry and repository.')),
    commit: v.pipe(
      v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/))),
      v.description('The commit that the run is about. null: a person named a digest.'),
    ),
    how: v.pipe(
      v.picklist(['built', 'found', 'private', 'skipped', 'failed']),
      v.description(
        'built: by this run, and stored. found: it was built before. private: built by this run, and stored nowhere. skipped: the version stands on another digest, and it was asked to leave that be. failed: it could not be done, and the results say why.',
      ),
    ),
    version: v.pipe(
      v.nullable(v.string()),
      v.description(
        'The version that it carries, or what is shown in its place: 0.0.0-g<12 hex digits>-dirty. null: none.',
      ),
    ),
    claim: v.pipe(
      v.nullable(v.pipe(v.string(), v.regex(/^sha-[0-9a-f]{40}$/), v.guard(isTag))),
      v.description('The tag that claims the commit for the digest. null: nothing was claimed.'),
    ),
    engine: v.pipe(v.nullable(engine), v.description('Who built it. null: nothing was built.')),
    steps: v.pipe(
      v.array(step),
      v.readonly(),
      v.description('The instructions that were carried out, in order.'),
    ),
    dirty: v.pipe(
      v.array(v.string()),
      v.readonly(),
      v.description('Paths that the build reads and that differ from the commit, the first ones.'),
    ),
    layers: v.pipe(
      v.nullable(layersSchema),
      v.description(
        'What is in it, compared with what stands in the last environment. null: it was not looked into.',
      ),
    ),
    moves: v.pipe(
      v.array(moveSchema),
      v.readonly(),
      v.description('What became of each environment, in the order of the policy.'),
    ),
    next: v.pipe(
      v.nullable(v.string()),
      v.description('The command that continues when something waits for a person. null: none.'),
    ),
  }),
  v.readonly(),
  v.description("One image's way through the pipeline."),
);
export type ImageRun = v.InferOutput<typeof imageRunSchema>;
