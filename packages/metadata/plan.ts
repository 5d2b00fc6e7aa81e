import { parseFlavor, type Flavor } from './flavor.ts';
import { parseImages } from './images.ts';
import { parseEntries, type Entry } from './labels.ts';
import { placeName, type Place } from './place.ts';
import { parseRules, type Rule } from './rule.ts';
import { mentions, unquoted, type Template } from './template.ts';

/** The inputs as they were given: one item a line, in CSV. */
export interface MetadataTexts {
  readonly images?: string | undefined;
  readonly tags?: string | undefined;
  readonly flavor?: string | undefined;
  readonly labels?: string | undefined;
  readonly annotations?: string | undefined;
}

/** What was asked for, read and checked. */
export interface MetadataPlan {
  /** Names of images, without tags. */
  readonly images: readonly string[];
  readonly rules: readonly Rule[];
  readonly flavor: Flavor;
  readonly labels: readonly Entry[];
  readonly annotations: readonly Entry[];
  /** The facts that have to be found out for it. */
  readonly needs: {
    readonly commitDate: boolean;
    readonly gitTags: boolean;
    /** The globs that git describe is asked with; empty: with all tags. */
    readonly descriptions: readonly string[];
  };
  /** Sentences about what is understood and hardly meant. */
  readonly doubts: readonly string[];
}

/** Reads what was asked for. @throws UsageError for all that is wrong in it, naming the input and the line */
export function parseMetadata(texts: MetadataTexts): MetadataPlan {
  const rules = parseRules(texts.tags ?? '');
  const flavor = parseFlavor(texts.flavor ?? '');
  const labels = parseEntries('labels', texts.labels ?? '');
  const annotations = parseEntries('annotations', texts.annotations ?? '');
  const templates = [
    ...rules.flatMap((rule) =>
      templatesOf(rule).map((template) => ({ place: rule.place, template })),
    ),
    ...[flavor.prefix, flavor.suffix].map(({ template }) => ({ place: flavorPlace, template })),
    ...labels,
    ...annotations,
  ];
  return {
    images: parseImages(texts.images ?? ''),
    rules,
    flavor,
    labels,
    annotations,
    needs: {
      commitDate: templates.some(({ template }) => mentions(template, 'commit_date')),
      gitTags: rules.some(({ matter }) => matter.type === 'calver' || matter.type === 'revision'),
      descriptions: [
        ...new Set(
          rules.flatMap(({ matter }) => (matter.type === 'describe' ? [matter.match] : [])),
        ),
      ],
    },
    doubts: templates.flatMap(({ place, template }) =>
      unquoted(template).map(
        (name) =>
          `${placeName(place)}: the format of {{${name}}} stands in no quotes, so the date is written in ISO 8601`,
      ),
    ),
  };
}

const flavorPlace: Place = { input: 'flavor', line: 0, text: '' };

function templatesOf({ enable, prefix, suffix, matter }: Rule): readonly Template[] {
  const own = [
    'pattern' in matter && !(matter.pattern instanceof RegExp) ? matter.pattern : undefined,
    'value' in matter ? matter.value : undefined,
  ];
  return [enable, prefix, suffix, ...own].filter((template) => template !== undefined);
}
