import { kindOf, UsageError, type Io, type Values } from '#io';
import {
  annotationLines,
  computeMetadata,
  levelsOf,
  parseMetadata,
  placeName,
  type MetadataTexts,
  type Named,
} from '#metadata';
import { parseRegistryReference } from '#oci';
import { metadataFacts } from '#pipeline';

import type { TagsDocument } from './document.ts';
import type { inputs } from './inputs.ts';
import { planned } from './names.ts';
import { separatorsOf } from './separators.ts';

type Input = Values<typeof inputs>;

/**
 * Computes names, labels and annotations as metadata-action does. No registry is touched, unless the image is named with the
 * digest that is to get the names, or it is asked to explain: then it is read what stands there.
 */
export async function computeNames(io: Io, input: Input): Promise<TagsDocument> {
  const plan = parseMetadata(textsOf(io, input));
  for (const doubt of plan.doubts) io.log.warn(doubt);
  const levels = levelsOf(io.env);
  const facts = await metadataFacts(io, plan, input);
  const metadata = computeMetadata(plan, facts);
  const { version, images, names, silent, labels, annotations } = metadata;
  if (version === undefined)
    io.log.warn('no name came out of this event: look at the rules of tags');
  const document: TagsDocument = {
    kind: kindOf('tags'),
    image: null,
    digest: null,
    results: [],
    repository: images[0] ?? '',
    repositories: images,
    version: version ?? null,
    names: names.map(({ tag, reasons }) => ({
      tag,
      rule: reasons[0].rule,
      why: whyOf(reasons, input.explain),
      ...planned,
    })),
    silent: input.explain
      ? silent.map(({ place, why }) => ({ rule: place.text, line: place.line, why }))
      : [],
    looks: [],
    labels: [...labels].map(([key, value]) => `${key}=${value}`),
    annotations: annotationLines(annotations, levels),
    separators: separatorsOf(input),
    bakeTarget: input['bake-target'],
  };
  const { name, digest } = input.image === undefined ? {} : parseRegistryReference(input.image);
  if (name === undefined || digest === undefined) {
    if (!input.explain) return document;
    const { explainComputed } = await import('./explain.ts');
    return explainComputed(io, { document, names, input });
  }
  const { writeComputed } = await import('./write.ts');
  const { commit } = facts.occasion;
  return writeComputed(io, { document, names, commit, name, digest, input });
}

/** Lists as they were typed: their lines are counted, and quotes may hold newlines. */
function textsOf(io: Io, { image }: Input): MetadataTexts {
  const given = (name: string) => io.input(name);
  const images = given('images');
  if (image !== undefined && images !== undefined) {
    throw new UsageError('"image" and "images" name the same thing: give one of them', {
      input: 'images',
    });
  }
  const named = image === undefined ? undefined : parseRegistryReference(image);
  return {
    images: images ?? (named?.digest === undefined ? image : named.name),
    tags: given('tags'),
    flavor: given('flavor'),
    labels: given('labels'),
    annotations: given('annotations'),
  };
}

const whyOf = (reasons: Named['reasons'], explain: boolean): string =>
  reasons
    .map(({ place, why }) => (explain ? `${placeName(place)}, ${place.text}: ${why}` : why))
    .join('; also ');
