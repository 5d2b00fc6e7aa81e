import { kindOf, NothingToDo, read, UsageError, type Action, type Values } from '#io';
import { parseRegistryReference, pinned } from '#oci';
import { planNames } from '#version';

import type { TagsDocument } from './document.ts';
import { inputs } from './inputs.ts';
import { planned } from './names.ts';
import { separatorsOf } from './separators.ts';

/** Any of these asks for names as metadata-action computes them. */
const lists = ['images', 'tags', 'flavor', 'labels', 'annotations'] as const;

/** Decides the names; with a digest to put them on, writes them. */
export const main: Action<TagsDocument> = async (io) => {
  const input = read(io, inputs);
  if (input.image === undefined || lists.some((list) => input[list].length > 0)) {
    refuseMoving(input);
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
  const names = planNames(event, input['tag-prefix'], await orderFor(input));
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
    names: names.map(({ tag, rule, why }) => ({ tag, rule, why, ...planned })),
    silent: [],
    looks: [],
    labels: [],
    annotations: [],
    separators: separatorsOf(input),
    bakeTarget: null,
  };
  if (digest === undefined) {
    if (!input.explain) return document;
    const { explainNames } = await import('./explain.ts');
    return explainNames(io, { document, names, input });
  }
  // Storage is loaded only when something is written: most steps only ask for names.
  const { writeNames } = await import('./write.ts');
  return writeNames(io, { document, names, digest, event, input });
};

/** Most versions are of the default scheme: the others are loaded only when they are asked for. */
async function orderFor(input: Values<typeof inputs>) {
  const isDefault =
    (input.order ?? 'revisions') === 'revisions' &&
    input['revision-suffix'] === inputs['revision-suffix'].default;
  return isDefault ? undefined : (await import('./order.ts')).orderIn(input);
}

/** @throws UsageError for `moving` beside rules, which say themselves what moves */
function refuseMoving({ moving }: Values<typeof inputs>): void {
  if (moving.join(', ') === inputs.moving.default) return;
  throw new UsageError(
    'moving has no use beside rules: leave it out, and give the names that move by rules and flavor',
    { input: 'moving' },
  );
}
