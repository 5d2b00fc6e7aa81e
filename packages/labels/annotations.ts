import { didYouMean, quote } from '#io';

import { checkLabel, fault, parseLabel, type Where } from './lines.ts';
import type { Labels } from './rules.ts';

/** Where an annotation is put. https://docs.docker.com/build/metadata/annotations/ */
export const annotationLevels = [
  'manifest',
  'index',
  'manifest-descriptor',
  'index-descriptor',
] as const;
export type AnnotationLevel = (typeof annotationLevels)[number];

export interface Annotation {
  readonly level: AnnotationLevel;
  /** Only of this image of an index, `os/architecture[/variant]`; undefined: of all of them. */
  readonly platform: string | undefined;
  readonly key: string;
  readonly value: string;
}

const where: Where = { name: 'input "annotations"', input: 'annotations' };
const place = String.raw`[a-z-]+(?:\[[^\],:=]*\])?`;
const placed = new RegExp(`^(${place}(?:,${place})*):(.+)$`, 's');

/**
 * Lines of `[LEVEL[PLATFORM],…:]key=value`, as build-push-action takes them and metadata-action writes them; without a
 * level an annotation is the manifest's.
 * @throws UsageError that quotes the line
 */
export const parseAnnotations = (lines: readonly string[]): readonly Annotation[] =>
  lines.flatMap((line): readonly Annotation[] => {
    const [whole, value] = parseLabel(line, where);
    const [, places, key = whole] = placed.exec(whole) ?? [];
    checkLabel(key, value, where);
    if (places === undefined) return [{ level: 'manifest', platform: undefined, key, value }];
    return places.split(',').map((text) => ({ ...levelOf(text, line), key, value }));
  });

function levelOf(text: string, line: string): Pick<Annotation, 'level' | 'platform'> {
  const [, name = '', platform] = /^([a-z-]+)(?:\[(.*)\])?$/s.exec(text) ?? [];
  const level = annotationLevels.find((known) => known === name);
  if (level === undefined) {
    const known = didYouMean(name, annotationLevels) || `: write ${annotationLevels.join(', ')}`;
    throw fault(where, `has ${quote(line)}, and ${quote(name)} is no level${known}`);
  }
  if (platform === undefined) return { level, platform };
  if (level.startsWith('index')) {
    throw fault(where, `has ${quote(line)}, and an index is for all platforms: write ${level}:`);
  }
  if (/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9_.]+)?$/.test(platform)) return { level, platform };
  throw fault(
    where,
    `has ${quote(line)}, whose platform must be os/architecture or os/architecture/variant`,
  );
}

/** Those of a level that are for a platform, and those for all. */
export const annotationsAt = (
  annotations: readonly Annotation[],
  level: AnnotationLevel,
  platform?: string,
): Labels =>
  Object.fromEntries(
    annotations
      .filter((one) => one.level === level)
      .filter((one) => one.platform === undefined || one.platform === platform)
      .map(({ key, value }) => [key, value]),
  );
