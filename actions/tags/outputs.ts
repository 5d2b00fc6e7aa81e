import { UsageError, type ActionModule } from '#io';

import type { TagsDocument } from './document.ts';
import { namesOn } from './names.ts';

/** Every image with every name; the names alone where there is no image. */
const tagsOf = (document: TagsDocument): readonly string[] => {
  const { repositories } = document;
  const tags = namesOn(document).map(({ tag }) => tag);
  if (repositories.length === 0) return tags;
  return repositories.flatMap((repository) => tags.map((tag) => `${repository}:${tag}`));
};
const pairOf = (label: string): readonly [string, string] => {
  const equals = label.indexOf('=');
  return [label.slice(0, equals), label.slice(equals + 1)];
};
const labelsOf = ({ labels }: TagsDocument) => Object.fromEntries(labels.map(pairOf));

/** An item with a newline stands in quotes, as docker/build-push-action reads it. */
const joined = (items: readonly string[], separator: string): string =>
  items
    .map((item) => (/[\r\n]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
    .join(separator);

export const outputs: ActionModule<TagsDocument>['outputs'] = {
  version: {
    description: 'The version that the event gives; empty when it gives none.',
    of: ({ version }) => version ?? '',
  },
  tags: {
    description: 'The names with the repository, one a line.',
    of: (document) => joined(tagsOf(document), document.separators.tags),
  },
  'tag-names': {
    description: 'The names alone, one a line.',
    of: (document) =>
      joined(
        namesOn(document).map(({ tag }) => tag),
        document.separators.tags,
      ),
  },
  labels: {
    description: 'The labels, as `key=value`, one a line; empty unless they were computed.',
    of: ({ labels, separators }) => joined(labels, separators.labels),
  },
  annotations: {
    description:
      'The annotations, as `level:key=value`, one a line; empty unless they were computed.',
    of: ({ annotations, separators }) => joined(annotations, separators.annotations),
  },
  json: {
    description: 'Tags, names, labels and annotations as JSON.',
    of: (document) =>
      JSON.stringify({
        tags: tagsOf(document),
        'tag-names': namesOn(document).map(({ tag }) => tag),
        labels: labelsOf(document),
        annotations: document.annotations,
      }),
  },
};

/** A bake file that gives its target what was computed. https://docs.docker.com/build/bake/reference/ */
const bake = (
  kind: string,
  content: (document: TagsDocument) => Readonly<Record<string, unknown>>,
) => ({
  description: `The path of a bake file with ${kind}; empty unless they were computed.`,
  of: (document: TagsDocument) =>
    document.bakeTarget === null
      ? undefined
      : {
          name: `bake-${kind.replaceAll(/[^a-z]+/g, '-')}.json`,
          text: JSON.stringify({ target: { [document.bakeTarget]: content(document) } }, null, 2),
        },
});

const tagged = (document: TagsDocument) => ({
  tags: tagsOf(document),
  args: {
    DOCKER_META_IMAGES: document.repositories.join(','),
    ...(document.version !== null && { DOCKER_META_VERSION: document.version }),
  },
});

export const files: ActionModule<TagsDocument>['files'] = {
  'bake-file-tags': bake('tags', tagged),
  'bake-file-labels': bake('labels', (document) => ({ labels: labelsOf(document) })),
  'bake-file-annotations': bake('annotations', ({ annotations }) => ({ annotations })),
  'bake-file': bake('tags and labels', (document) => {
    const { tags, args } = tagged(document);
    return { tags, labels: labelsOf(document), args };
  }),
};

const truths: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true])),
  ...Object.fromEntries(['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false])),
};

/**
 * Outputs become `DOCKER_METADATA_OUTPUT_…` for the steps that follow, unless `DOCKER_METADATA_SET_OUTPUT_ENV` is false.
 * @throws UsageError when that is neither true nor false
 */
export function variables(
  { bakeTarget }: TagsDocument,
  env: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const text = env.get('DOCKER_METADATA_SET_OUTPUT_ENV') ?? '';
  const wanted = text === '' ? true : Object.hasOwn(truths, text) ? truths[text] : undefined;
  if (wanted === undefined) {
    throw new UsageError(
      `DOCKER_METADATA_SET_OUTPUT_ENV must be true or false, not ${JSON.stringify(text)}`,
    );
  }
  if (!wanted || bakeTarget === null) return new Map();
  return new Map(
    [...Object.keys(outputs), ...Object.keys(files ?? {})].map((output) => [
      output,
      `DOCKER_METADATA_OUTPUT_${output.replaceAll('-', '_').toUpperCase()}`,
    ]),
  );
}
