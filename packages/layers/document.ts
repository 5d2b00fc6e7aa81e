import * as v from 'valibot';

import { documentEntries } from '#io';

import { deltaCauses } from './delta.ts';
import { fileClasses } from './classes.ts';

const number = (what: string) => v.pipe(v.number(), v.description(what));
const bytes = (what: string) => v.pipe(v.number(), v.integer(), v.minValue(0), v.description(what));
const count = bytes;
const layer = (what: string) => v.pipe(v.number(), v.integer(), v.minValue(0), v.description(what));
const text = (what: string) => v.pipe(v.string(), v.description(what));
const textOrNull = (what: string) => v.pipe(v.nullable(v.string()), v.description(what));
const list = <T extends v.GenericSchema>(of: T, what: string) =>
  v.pipe(v.array(of), v.readonly(), v.description(what));

const fileClass = v.pipe(
  v.picklist(fileClasses),
  v.description('base, tooling, library or application: whose the most of it is.'),
);
const byClass = (what: string) =>
  v.pipe(
    v.object({
      base: bytes('Of the base image.'),
      tooling: bytes('Of the system and its packages.'),
      library: bytes('Of what the application depends on.'),
      application: bytes('Of the application.'),
    }),
    v.readonly(),
    v.description(what),
  );

const layerSchema = v.pipe(
  v.object({
    digest: text('The digest of the blob.'),
    diffId: textOrNull('The digest of the plain tar; null when nobody verified it.'),
    sizeBytes: bytes('Of all files in it.'),
    compressedBytes: bytes('Of the blob.'),
    wastedBytes: bytes('Of files in it that the image does not show.'),
    command: textOrNull('What made it, by the history of the image.'),
    instruction: textOrNull(
      'The instruction of the Dockerfile that made it, on one line; of a longer one the first 10000 characters.',
    ),
    line: v.pipe(v.nullable(v.number()), v.description('Its line in the Dockerfile, from 1.')),
    lineFrom: v.pipe(
      v.nullable(v.picklist(['provenance', 'dockerfile'])),
      v.description(
        'Who says so. provenance: the engine wrote it down. dockerfile: the history is like the Dockerfile there. null: there is no line.',
      ),
    ),
    class: fileClass,
    owner: textOrNull(
      'Who answers for it: for layers of the base `base.owner` of ecluse.yml, for others CODEOWNERS. null: nobody says.',
    ),
  }),
  v.readonly(),
);

const wasteSchema = v.pipe(
  v.object({
    path: text(
      'The file, from the root of the image. With a slash at its end: small files in that folder, where there are more than 20000 or their names are too long.',
    ),
    bytes: bytes('Stored for nobody.'),
    addedIn: layer('The layer that stores it, from 0.'),
    hiddenIn: layer('The layer that hides it.'),
    reason: v.pipe(
      v.picklist(['rewritten', 'deleted', 'opaque', 'replaced', 'ignored']),
      v.description(
        'rewritten: the file is stored again. deleted: by a whiteout. opaque: its folder is. replaced: by something of another kind. ignored: engines never unpack it.',
      ),
    ),
    sameContent: v.pipe(
      v.nullable(v.boolean()),
      v.description('Of what is rewritten: the bytes are the same. null: not known, or no matter.'),
    ),
  }),
  v.readonly(),
);

const adviceSchema = v.pipe(
  v.object({
    kind: v.pipe(
      v.picklist(['same-run', 'copy-chown', 'copy-once', 'cache-mount', 'multi-stage']),
      v.description(
        'same-run: remove in the RUN that makes it. copy-chown: owner and mode with COPY. copy-once: not twice. cache-mount: a cache outside the image. multi-stage: a stage of its own.',
      ),
    ),
    text: text('What to do, for a person.'),
    layer: layer('Whose instruction to change.'),
    line: v.pipe(v.nullable(v.number()), v.description('Its line in the Dockerfile.')),
    owner: textOrNull('Who answers for that layer.'),
    bytes: bytes('What it saves of the waste.'),
    keptBytes: bytes('What it saves besides, of what the image still shows.'),
  }),
  v.readonly(),
);

const duplicateSchema = v.pipe(
  v.object({
    bytes: bytes('Of one copy.'),
    extraBytes: bytes('Of all copies but one.'),
    copies: count('How many there are.'),
    paths: list(v.string(), 'Where they stand, at most 10 of them.'),
  }),
  v.readonly(),
);

const change = v.pipe(
  v.object({
    path: text('The file, from the root of the image.'),
    kind: v.pipe(v.picklist(['added', 'removed', 'changed']), v.description('What became of it.')),
    causes: list(v.picklist(deltaCauses), 'Of a change: why it is one.'),
    beforeBytes: bytes('Its size before.'),
    afterBytes: bytes('Its size now.'),
  }),
  v.readonly(),
);

const deltaSchema = v.pipe(
  v.object({
    image: text('What it is compared with, as name@digest.'),
    added: count('Files.'),
    removed: count('Files.'),
    changed: count('Files.'),
    changedTimes: count('Of the changed files, those of which nothing but the time changed.'),
    beforeBytes: bytes('All files that the image showed before.'),
    afterBytes: bytes('All files that it shows now.'),
    beforeStoredBytes: bytes('All files of all layers before, those too that nothing shows.'),
    afterStoredBytes: bytes('The same now.'),
    beforeClasses: byClass('What it showed before, by class.'),
    afterClasses: byClass('What it shows now, by class.'),
    uncompared: count('Files that look the same and were not hashed.'),
    onlyTimes: v.pipe(v.boolean(), v.description('Nothing changed but times of files.')),
    files: list(change, 'The changes with the most bytes, at most 100.'),
    pullBytes: bytes('What a node that holds the other image must fetch.'),
    pullLayers: count('Layers that it must fetch.'),
    packages: v.pipe(
      v.object({
        added: list(v.string(), 'As name version, at most 20000.'),
        removed: list(v.string(), 'As name version, at most 20000.'),
        changed: list(v.string(), 'As name old → new, at most 20000.'),
      }),
      v.readonly(),
      v.description('Packages that came, went or have another version.'),
    ),
  }),
  v.readonly(),
  v.description('What is different from another image.'),
);

const platformSchema = v.pipe(
  v.object({
    platform: text('Such as linux/amd64.'),
    digest: text('Of the manifest.'),
    indexes: textOrNull(
      'The artifact with the indexes of its layers: written with attach, or named in indexes. null: none.',
    ),
    layers: list(layerSchema, 'The lowest first.'),
    sizeBytes: bytes('Of all files of all layers.'),
    compressedBytes: bytes('What a node without any of it must fetch.'),
    efficiency: v.pipe(
      v.number(),
      v.description('The part of the stored bytes that the image shows, from 0 to 1.'),
    ),
    reclaimableBytes: bytes('Stored and not shown: exactly the sum of all waste.'),
    waste: list(wasteSchema, 'The largest first.'),
    advice: list(adviceSchema, 'What would save the most, first, at most 100.'),
    duplicateBytes: bytes(
      'Of files that stand under other paths too: no waste, but perhaps a surprise.',
    ),
    duplicates: list(duplicateSchema, 'Those files, the most bytes first, at most 100.'),
    classes: byClass('Bytes that the image shows.'),
    wasteClasses: byClass('Bytes that it does not.'),
    base: v.pipe(
      v.nullable(
        v.object({
          name: textOrNull('Its name.'),
          digest: textOrNull('Its digest.'),
          layers: count('How many of the layers are its.'),
          from: text('Who says so.'),
          verified: v.pipe(v.boolean(), v.description('Its layers are those below.')),
          doubt: textOrNull('Why it is not verified.'),
        }),
      ),
      v.description('What the image stands on. null: not known.'),
    ),
    system: textOrNull('The distribution.'),
    packages: count('Packages that are installed.'),
    unread: list(
      v.string(),
      'Databases of packages that could not be read, from the root of the image, at most 1000.',
    ),
    user: v.pipe(
      v.object({
        root: v.pipe(v.nullable(v.boolean()), v.description('null: it cannot be told.')),
        why: text('For a person.'),
      }),
      v.description('Who its processes are.'),
    ),
    delta: v.pipe(
      v.nullable(deltaSchema),
      v.description('Against the image of `compare`. null: there is none for this platform.'),
    ),
  }),
  v.readonly(),
);

const diveSchema = v.pipe(
  v.object({
    efficiency: number('The smallest copies over all copies.'),
    sizeBytes: number('Of all entries of all layers.'),
    userSizeBytes: number('Of all layers but the lowest.'),
    wastedBytes: number('Of all copies of what is there more than once.'),
    userWastedPercent: v.pipe(
      v.union([v.number(), v.picklist(['NaN', '+Inf'])]),
      v.description('The part of userSizeBytes that is wasted; 1 is all of it.'),
    ),
    layerSizes: list(v.number(), 'Of each layer, the lowest first.'),
    inefficient: list(
      v.object({
        count: number('In how many layers it is met.'),
        sizeBytes: number('Of all copies together.'),
        file: text('Its path.'),
      }),
      'What is met more than once, the largest first, at most 20000.',
    ),
  }),
  v.readonly(),
  v.description("Dive's numbers, to its last digit."),
);

const differenceSchema = v.pipe(
  v.object({
    what: v.pipe(
      v.picklist(['layers', 'base', 'system', 'user', 'package']),
      v.description(
        'layers: how many. base, system: their names. user: whether it is root. package: its versions.',
      ),
    ),
    name: textOrNull('Of a package.'),
    values: list(
      v.nullable(v.string()),
      'One for each of `platforms`, in their order; of versions at most 20. null: that one has none.',
    ),
  }),
  v.readonly(),
);

/** What is in an image, layer by layer. */
export const layersSchema = v.pipe(
  v.object({
    ...documentEntries('layers'),
    verified: v.pipe(
      v.boolean(),
      v.description('Digests and diffIDs were. false: no gate believes any of it.'),
    ),
    dockerfile: textOrNull('The Dockerfile whose lines are named.'),
    platforms: list(platformSchema, 'Every image of an index.'),
    differences: list(
      differenceSchema,
      'In what the platforms are not alike; of packages at most 100.',
    ),
    dive: v.pipe(v.nullable(diveSchema), v.description('For one platform, with compat dive.')),
  }),
  v.readonly(),
  v.description('What is in an image layer by layer, what is wasted, and who brought it.'),
);
export type LayersDocument = v.InferOutput<typeof layersSchema>;
export type LayersOfPlatform = v.InferOutput<typeof platformSchema>;
export type LayersDelta = v.InferOutput<typeof deltaSchema>;
