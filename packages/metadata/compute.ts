import type { Tag } from '#oci';

import type { Facts } from './facts.ts';
import { labelsOf } from './labels.ts';
import { namesOf, type Names } from './name.ts';
import type { MetadataPlan } from './plan.ts';

/** What an image is called, and what is written on it. */
export interface Metadata extends Names {
  /** The first name; undefined when the event gives none. */
  readonly version: Tag | undefined;
  /** Names of images, without tags. */
  readonly images: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
}

/** The names and labels that the plan gives for these facts. @throws UsageError that names the line */
export function computeMetadata(plan: MetadataPlan, facts: Facts): Metadata {
  const names = namesOf(plan.rules, plan.flavor, facts);
  const version = names.names[0]?.tag;
  return {
    ...names,
    version,
    images: plan.images,
    labels: labelsOf(plan.labels, facts, version ?? ''),
    annotations: labelsOf(plan.annotations, facts, version ?? ''),
  };
}

/** Every image with every name; the names alone where there is no image. */
export function tagsOf(images: readonly string[], names: readonly string[]): readonly string[] {
  if (images.length === 0) return names;
  return images.flatMap((image) => names.map((name) => `${image}:${name}`));
}

/** `manifest:key=value`, for each level. */
export const annotationLines = (
  annotations: ReadonlyMap<string, string>,
  levels: readonly string[],
): readonly string[] =>
  levels.flatMap((level) => [...annotations].map(([key, value]) => `${level}:${key}=${value}`));
