import { quote } from '#io';

import { textsOf } from './csv.ts';
import type { Facts } from './facts.ts';
import { fault, type Place } from './place.ts';
import { parseTemplate, render, unquoted, type Template } from './template.ts';
import { globalValues } from './values.ts';
import { global } from './vocabulary.ts';

/** One line of `labels` or `annotations`. */
export interface Entry {
  readonly place: Place;
  readonly template: Template;
}

/** Lines of `key=value`, with expressions. @throws UsageError that names the line */
export const parseEntries = (input: 'labels' | 'annotations', text: string): readonly Entry[] =>
  textsOf(input, text).map(({ fields, place }) => ({
    place,
    template: parseTemplate(fields.join(',').trim(), place, global),
  }));

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys */
const standard = (facts: Facts, version: string): readonly (readonly [string, string])[] => {
  const { name, description, url, license } = facts.repository;
  return [
    ['title', name],
    ['description', description],
    ['url', url],
    ['source', url],
    ['version', version],
    ['created', facts.now.toISOString()],
    ['revision', facts.occasion.commit],
    ['licenses', license],
  ].map(([key = '', value = '']) => [`org.opencontainers.image.${key}`, value]);
};

/**
 * The labels of the image: those of OCI, then those given, which may replace them; sorted by key.
 * @throws UsageError for a line without `=`
 */
export function labelsOf(
  entries: readonly Entry[],
  facts: Facts,
  version: string,
): ReadonlyMap<string, string> {
  const labels = new Map(standard(facts, version));
  for (const { place, template } of entries) {
    const text = render(template, globalValues(facts, place));
    const equals = text.indexOf('=');
    if (equals < 1) throw fault(place, `${quote(text)} is not key=value`);
    labels.set(text.slice(0, equals), text.slice(equals + 1));
  }
  return new Map([...labels].sort(([a], [b]) => a.localeCompare(b, 'en')));
}

/** The dates in them whose format stands in no quotes. */
export const unquotedIn = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ template }) => unquoted(template));
