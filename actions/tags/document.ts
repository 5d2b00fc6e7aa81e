import * as v from 'valibot';

import { documentEntries } from '#io';
import type { NameOutcome } from '#lifecycle';
import { isDigest, isTag } from '#oci';
import { namesLookSchema } from '#pipeline';

const nameStates = [
  ...(['planned', 'written', 'there', 'stays', 'skipped', 'refused', 'not evaluated'] as const),
] satisfies readonly NameOutcome['state'][];

/** What was found out about a name. */
const found = {
  before: v.pipe(
    v.nullable(v.pipe(v.string(), v.guard(isDigest))),
    v.description('What it stood on before. null: nothing, or the repository was not asked.'),
  ),
  guarantee: v.pipe(
    v.nullable(v.picklist(['atomic', 'read-back'])),
    v.description(
      'How sure it is that no other write was lost. atomic: storage guards tags itself, it compares and writes in one step. read-back: it was written and read again. null: nothing was written.',
    ),
  ),
  reason: v.pipe(
    v.string(),
    v.description('How it was decided, for a person. Empty: there was nothing to decide.'),
  ),
};

const tag = v.pipe(v.string(), v.guard(isTag));

const name = v.pipe(
  v.object({
    tag: v.pipe(tag, v.description('The tag.')),
    rule: v.pipe(
      v.picklist([
        ...['claim', 'version', 'moving'],
        ...['schedule', 'semver', 'pep440', 'match', 'edge', 'ref', 'raw', 'sha'],
        ...['calver', 'describe', 'revision', 'latest'],
      ] as const),
      v.description(
        'claim: the digest is what came out of the commit. version: the release that a git tag names. moving: a name that the highest version of a line has. Any other: the type of the first rule of `tags` that gives it, or latest.',
      ),
    ),
    why: v.pipe(v.string(), v.description('Why the image gets this name, for a person.')),
    state: v.pipe(
      v.picklist(nameStates),
      v.description(
        'planned: nothing was written. written: by this run. there: it stood on this digest already. stays: on another digest, where it belongs. skipped: a version stands on another digest, and it was asked to leave that be. refused: the registry lets nobody move it. not evaluated: what it stands on may be newer.',
      ),
    ),
    ...found,
  }),
  v.readonly(),
);

const silent = v.pipe(
  v.object({
    rule: v.pipe(v.string(), v.description('The rule as it is written.')),
    line: v.pipe(v.number(), v.description('Its line in `tags`; 0 for a rule that nobody wrote.')),
    why: v.pipe(v.string(), v.description('Why it gave no name, for a person.')),
  }),
  v.readonly(),
);

const separators = v.pipe(
  v.object({
    tags: v.pipe(v.string(), v.description('Between tags.')),
    labels: v.pipe(v.string(), v.description('Between labels.')),
    annotations: v.pipe(v.string(), v.description('Between annotations.')),
  }),
  v.readonly(),
);

/** The names of an image, and what was done about each. */
export const tagsSchema = v.pipe(
  v.object({
    ...documentEntries('tags'),
    repository: v.pipe(
      v.string(),
      v.description(
        'The image that is named: registry and repository; the first of several, empty for none.',
      ),
    ),
    repositories: v.pipe(
      v.array(v.string()),
      v.readonly(),
      v.description('All images that are named, as they were given.'),
    ),
    version: v.pipe(
      v.nullable(tag),
      v.description('The version that the event gives. null: it gives none.'),
    ),
    names: v.pipe(
      v.array(name),
      v.readonly(),
      v.description('The names that the event gives, in the order in which they are written.'),
    ),
    silent: v.pipe(
      v.array(silent),
      v.readonly(),
      v.description('The rules that gave no name, when it was asked to explain.'),
    ),
    looks: v.pipe(
      v.array(namesLookSchema),
      v.readonly(),
      v.description(
        'What stands in each repository under these names, and under those that would move, when it was asked to explain and nothing is written.',
      ),
    ),
    labels: v.pipe(
      v.array(v.string()),
      v.readonly(),
      v.description('The labels of the image, as key=value; empty unless they were computed.'),
    ),
    annotations: v.pipe(
      v.array(v.string()),
      v.readonly(),
      v.description(
        'The annotations of the image, as level:key=value; empty unless they were computed.',
      ),
    ),
    separators: v.pipe(separators, v.description('What stands between the items of outputs.')),
    bakeTarget: v.pipe(
      v.nullable(v.string()),
      v.description('The target of the bake files. null: there are none.'),
    ),
  }),
  v.readonly(),
  v.description('The names of an image, and what was done about each.'),
);
export type TagsDocument = v.InferOutput<typeof tagsSchema>;
