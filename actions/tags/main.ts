import { kindOf, NothingToDo, read, UsageError, type Action } from '#io';
import { parseRegistryReference, pinned } from '#oci';
import { planNames } from '#version';

import type { TagsDocument } from './document.ts';
import { inputs } from './inputs.ts';
import { separatorsOf } from './separators.ts';

/** Any of these asks for names as metadata-action computes them. */
const lists = ['images', 'tags', 'flavor', 'labels', 'annotations'] as const;

/** Decides the names; with a digest to put them on, writes them. */
export const main: Action<TagsDocument> = async (io) => {
  const input = read(io, inputs);
  if (input.image === undefined || lists.some((list) => input[list].length > 0)) {
    const { computeNames } = await import('./compute.ts');
    return computeNames(io, input);
  }
  const { name, tag, digest } = parseRegistryReference(input.image);
  if (tag !== undefined) {
    throw new UsageError(
      `image ${JSON.stringify(input.image)} must have no tag: tags are what is decided here`,
      { input: 'image' },
    );
  }
  const event = await io.event();
  if (event === undefined) {
    throw new UsageError('there is neither an event nor a git repository to take names from');
  }
  const names = planNames(event, input['tag-prefix']);
  if (names.length === 0 && event.kind === 'tag') {
    throw new NothingToDo(`git tag ${JSON.stringify(event.tag)} is not a version`);
  }
  const document: TagsDocument = {
    kind: kindOf('tags'),
    image: digest === undefined ? null : pinned(name, digest),
    digest: digest ?? null,
    results: [],
    repository: name,
    repositories: [name],
    version: names.find(({ rule }) => rule === 'version')?.tag ?? null,
    names: names.map(({ tag, rule, why }) => ({ tag, rule, why, state: 'planned' })),
    silent: [],
    labels: [],
    annotations: [],
    separators: separatorsOf(input),
    bakeTarget: null,
  };
  if (digest === undefined) return document;
  // Storage is loaded only when something is written: most steps only ask for names.
  const { writeNames } = await import('./write.ts');
  return writeNames(io, { document, names, digest, event, input });
};
