import { quote } from '#io';

import { attributesOf, type RuleType, type Written } from './attributes.ts';
import { parseCalendar, type Calendar } from './calver.ts';
import { recordsOf } from './csv.ts';
import { fault, type Place } from './place.ts';
import { isOnly, parseTemplate, type Template, type Vocabulary } from './template.ts';
import * as vocabulary from './vocabulary.ts';

interface Versioned {
  readonly pattern: Template;
  /** Is the pattern `{{raw}}` and nothing else? */
  readonly raw: boolean;
  /** Instead of the git tag. */
  readonly value: Template | undefined;
  /** Its first group is the version. */
  readonly match: RegExp | undefined;
}

/** What a rule of a type says beside what all rules say. */
export type Matter =
  | { readonly type: 'schedule'; readonly pattern: Template }
  | ({ readonly type: 'semver' | 'pep440' } & Versioned)
  | {
      readonly type: 'match';
      readonly pattern: RegExp;
      readonly group: number;
      readonly value: Template | undefined;
    }
  | { readonly type: 'edge'; readonly branch: string | undefined }
  | { readonly type: 'ref'; readonly event: 'branch' | 'tag' | 'pr' }
  | { readonly type: 'raw'; readonly value: Template }
  | { readonly type: 'sha'; readonly format: 'short' | 'long' }
  | { readonly type: 'calver'; readonly calendar: Calendar }
  | { readonly type: 'describe'; readonly match: string }
  | { readonly type: 'revision'; readonly value: Template | undefined };

/** One line of `tags`. */
export interface Rule {
  readonly place: Place;
  readonly enable: Template;
  readonly priority: number;
  /** Undefined: that of `flavor`. */
  readonly prefix: Template | undefined;
  readonly suffix: Template | undefined;
  readonly matter: Matter;
}

const priorities: Readonly<Record<RuleType, number>> = {
  schedule: 1000,
  semver: 900,
  pep440: 900,
  calver: 900,
  revision: 900,
  match: 800,
  edge: 700,
  ref: 600,
  describe: 300,
  raw: 200,
  sha: 100,
};
const defaults = [
  'type=schedule',
  'type=ref,event=branch',
  'type=ref,event=tag',
  'type=ref,event=pr',
];

/**
 * The rules of `tags`, the highest priority first and else in their order; an empty input stands for schedule, branch, tag and
 * pull request. @throws UsageError that names the line
 */
export function parseRules(text: string): readonly Rule[] {
  const given = recordsOf('tags', text);
  const lines =
    given.length > 0
      ? given
      : recordsOf('tags', defaults.join('\n')).map(({ fields, place }) => ({
          fields,
          place: { ...place, line: 0 },
        }));
  return lines.map((line) => ruleOf(attributesOf(line))).sort((a, b) => b.priority - a.priority);
}

function ruleOf(written: Written): Rule {
  const { place, given } = written;
  const matter = matterOf(written);
  return {
    place,
    enable: parseTemplate(given.get('enable') ?? 'true', place, vocabulary.global),
    priority: priorityOf(written),
    prefix: template(written, 'prefix', vocabulary.global, prefixOf(matter)),
    suffix: template(written, 'suffix', vocabulary.global),
    matter,
  };
}

function prefixOf(matter: Matter): string | undefined {
  if (matter.type === 'sha') return 'sha-';
  return matter.type === 'ref' && matter.event === 'pr' ? 'pr-' : undefined;
}

function priorityOf({ type, place, given }: Written): number {
  const text = given.get('priority');
  if (text === undefined) return priorities[type];
  if (/^-?[0-9]+(?:\.[0-9]+)?$/.test(text)) return Number(text);
  throw fault(place, `priority must be a number, not ${quote(text)}`);
}

function matterOf(written: Written): Matter {
  const { type, place, given } = written;
  switch (type) {
    case 'schedule':
      return { type, pattern: sure(written, 'pattern', vocabulary.schedule, 'nightly') };
    case 'semver':
    case 'pep440': {
      const pattern = sure(written, 'pattern', vocabulary[type]);
      return { type, pattern, raw: isOnly(pattern, 'raw'), ...sourceOf(written) };
    }
    case 'match':
      return { type, ...patternOf(written), value: sourceOf(written).value };
    case 'edge':
      return { type, branch: given.get('branch') === '' ? undefined : given.get('branch') };
    case 'ref':
      return { type, event: oneOf(written, 'event', ['branch', 'tag', 'pr']) };
    case 'raw':
      return { type, value: sure(written, 'value', vocabulary.global) };
    case 'sha':
      return { type, format: oneOf(written, 'format', ['short', 'long'], 'short') };
    case 'calver':
      return { type, calendar: parseCalendar(given, place) };
    case 'describe':
      return { type, match: given.get('match') ?? '' };
    case 'revision':
      return { type, value: sourceOf(written).value };
  }
}

function template(
  { place, given }: Written,
  key: string,
  known: Vocabulary,
  otherwise?: string,
): Template | undefined {
  const text = given.get(key) ?? otherwise;
  return text === undefined ? undefined : parseTemplate(text, place, known);
}

function sure(written: Written, key: string, known: Vocabulary, otherwise?: string): Template {
  const found = template(written, key, known, otherwise);
  if (found !== undefined) return found;
  throw fault(written.place, `type=${written.type} needs ${key}=…`);
}

function sourceOf(written: Written): Pick<Versioned, 'value' | 'match'> {
  const { place, given } = written;
  const match = given.get('match') ?? '';
  const value =
    (given.get('value') ?? '') === '' ? undefined : template(written, 'value', vocabulary.global);
  return { value, match: match === '' ? undefined : expressionOf(match, '', place) };
}

/** `text` or `/text/flags`. */
function patternOf(written: Written): { readonly pattern: RegExp; readonly group: number } {
  const { place, given } = written;
  const text = given.get('pattern');
  if (text === undefined) throw fault(place, 'type=match needs pattern=…');
  const group = given.get('group') ?? '0';
  if (!/^[0-9]{1,2}$/.test(group)) {
    throw fault(place, `group must be a whole number from 0 to 99, not ${quote(group)}`);
  }
  const [, source = text, flags = ''] = /^\/(.+)\/(.*)$/.exec(text) ?? [];
  return { pattern: expressionOf(source, flags, place), group: Number(group) };
}

function expressionOf(source: string, flags: string, place: Place): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const why = Error.isError(error) ? error.message.replace(/^.*: /s, '').toLowerCase() : '';
    throw fault(place, `${quote(source)} is not a regular expression (${why})`);
  }
}

function oneOf<const V extends string>(
  { type, place, given }: Written,
  key: string,
  values: readonly V[],
  otherwise?: V,
): V {
  const text = given.get(key) ?? otherwise;
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  const said = text === undefined ? '' : `, not ${quote(text)}`;
  throw fault(place, `type=${type} needs ${key}= one of ${values.join(', ')}${said}`);
}
