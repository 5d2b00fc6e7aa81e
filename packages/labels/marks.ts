import { annotation, quote, UsageError } from '#io';

import type { Annotation } from './annotations.ts';
import { isFoundOut, isOurs, refuseTooLong, type Labels } from './rules.ts';

/** What is known of an image before it is built. Nothing of it is about the run: a rerun makes the same bytes. */
export interface Facts {
  /** What people call the image. */
  readonly title: string;
  readonly source: string | undefined;
  /** Seconds. */
  readonly epoch: number;
  /** Undefined: what is built is not what the commit has. */
  readonly commit: string | undefined;
  /** Undefined: the build did not start from a version. */
  readonly version: string | undefined;
}

/** What people say of an image, in the order in which one wins over the other. */
export interface Said {
  /** The input `labels`. */
  readonly labels: Labels;
  /** The file of `labels-from`. */
  readonly file: Labels;
  readonly annotations: readonly Annotation[];
}

/** What an organisation wants of all its images. */
export interface LabelPolicy {
  readonly set: Labels;
  /** Keys without which no image is stored. */
  readonly required: readonly string[];
}

/** What is to be written on an image beside its content. */
export interface Marks {
  /** They win over those of the Dockerfile. */
  readonly labels: Labels;
  /** Those of the Dockerfile win over them. */
  readonly defaults: Labels;
  /** Keys that the image must not have, whoever sets them. */
  readonly without: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly required: readonly string[];
  /** What was said and does not count, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Joins what is known with what is said. Who says most nearly wins: the input, the file of `labels-from`, `ecluse.yml`,
 * what is known. The commit and the base are found out, and nobody says them.
 * @throws UsageError for labels that only we write, or more of them than are read
 */
export function marksOf(facts: Facts, said: Said, policy: LabelPolicy | undefined): Marks {
  const { commit, version, epoch, source, title } = facts;
  const notes: string[] = [];
  const counting = (labels: Labels, where: string): Labels =>
    Object.fromEntries(
      Object.entries(labels).filter((entry) => counts(entry, where, { commit, notes })),
    );
  const given = {
    ...counting(policy?.set ?? {}, 'ecluse.yml'),
    ...counting(said.file, '"labels-from"'),
    ...counting(said.labels, '"labels"'),
  };
  const annotations = said.annotations.filter(({ key, value }) =>
    counts([key, value], '"annotations"', { commit, notes }),
  );
  refuseTooLong(Object.entries(given), 'labels');
  refuseTooLong(
    annotations.map(({ key, value }) => [key, value]),
    'annotations',
  );
  return {
    labels: {
      [annotation.created]: timeOf(epoch),
      ...(version === undefined ? {} : { [annotation.version]: version }),
      ...given,
      ...(commit === undefined ? {} : { [annotation.revision]: commit }),
    },
    defaults: {
      [annotation.title]: title,
      ...(source === undefined ? {} : { [annotation.source]: source, [annotation.url]: source }),
    },
    without: commit === undefined ? [annotation.revision] : [],
    annotations,
    required: policy?.required ?? [],
    notes: [...new Set(notes)],
  };
}

/** `2025-01-01T00:00:00Z`, RFC 3339 as Go writes it. */
export const timeOf = (epoch: number): string =>
  new Date(epoch * 1000).toISOString().replace('.000Z', 'Z');

/** Whether people may say it: what a build finds out by itself is noted, and does not count. */
function counts(
  [key, value]: readonly [string, string],
  where: string,
  { commit, notes }: { readonly commit: string | undefined; readonly notes: string[] },
): boolean {
  if (isOurs(key)) {
    throw new UsageError(`${where} has ${quote(key)}, which only this product writes: remove it`);
  }
  if (!isFoundOut(key)) return true;
  if (value !== commit) {
    notes.push(`${key} is what the build finds out: ${quote(value)} of ${where} is left out`);
  }
  return false;
}

/** Required keys that an image does not have, or has nothing in. */
export const missingFrom = (labels: Labels, required: readonly string[]): readonly string[] =>
  required.filter((key) => !Object.hasOwn(labels, key) || labels[key]?.trim() === '');
