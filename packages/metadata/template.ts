import { didYouMean, quote } from '#io';

import { fault, type Place } from './place.ts';
import { isZone } from './zone.ts';

/** One `{{name 'format' tz='zone'}}`. */
export interface Expression {
  readonly name: string;
  /** The first argument; undefined when there is none, null when it is a bare word. */
  readonly format: string | null | undefined;
  readonly zone: string | undefined;
}
/** Text, with expressions in between. */
export type Template = readonly (string | Expression)[];

/** What an expression may be called in one place. */
export interface Vocabulary {
  readonly plain: readonly string[];
  /** They take a format and `tz=`. */
  readonly dates: readonly string[];
}
/** The values behind a vocabulary. */
export interface Values {
  plain(name: string): string;
  date(expression: Expression): string;
}

const mustache = /(\\*)\{\{(?:!--[\s\S]*?--~?\}\}|(\{?)(~?)([\s\S]*?)(~?)\}?\}\})/g;
/** Of a text with expressions, so that reading it takes no time to speak of. */
const maxCharacters = 16_384;
const word = String.raw`[^\s"'=(){}|[\]~]+`;
const argument = new RegExp(
  String.raw`\s+(?:(${word})=)?(?:"((?:\\"|[^"])*)"|'((?:\\'|[^'])*)'|(${word}))`,
  'y',
);

/**
 * The part of Handlebars that tags are written in: `{{name}}`, `{{{name}}}`, `{{date 'format' tz='zone'}}`, `{{~name~}}`,
 * comments and `\{{`. https://handlebarsjs.com/guide/expressions.html
 * @throws UsageError for any other expression, for a name that is not in the vocabulary and for a text that is too long
 */
export function parseTemplate(text: string, place: Place, known: Vocabulary): Template {
  if (!text.includes('{{')) return text === '' ? [] : [text];
  if (text.length > maxCharacters) {
    throw fault(place, `a text with expressions has ${maxCharacters} characters at most`);
  }
  const parts: (string | Expression)[] = [];
  let at = 0;
  let trim = false;
  const push = (literal: string, trimEnd = false) => {
    const started = trim ? literal.trimStart() : literal;
    parts.push(trimEnd ? started.trimEnd() : started);
    trim = false;
  };
  for (const found of text.matchAll(mustache)) {
    const [whole, slashes = '', open = '', left = '', inner, right = ''] = found;
    const before = text.slice(at, found.index);
    at = found.index + whole.length;
    if (slashes.length === 1) {
      push(`${before}${whole.slice(1)}`);
      continue;
    }
    push(`${before}${slashes.slice(1)}`, left !== '');
    trim = right !== '';
    if (inner === undefined || inner.startsWith('!')) continue;
    parts.push(expression(inner.replace(open === '' ? /^&/ : /^/, '').trim(), place, known));
  }
  const rest = text.slice(at);
  if (rest.includes('{{')) throw fault(place, 'an expression is not closed: end it with }}');
  push(rest);
  return parts.filter((part) => part !== '');
}

function expression(inner: string, place: Place, known: Vocabulary): Expression {
  const shown = quote(`{{${inner}}}`);
  if (/^[#/^>*]|^else\b/.test(inner)) {
    throw fault(place, `${shown} is a block of Handlebars: only single expressions are understood`);
  }
  const name = new RegExp(`^${word}`).exec(inner)?.[0] ?? '';
  const dated = known.dates.includes(name);
  if (!dated && !known.plain.includes(name)) {
    const names = [...known.plain, ...known.dates];
    throw fault(
      place,
      `${shown} is not known here${didYouMean(name, names) || `: use ${names.join(', ')}`}`,
    );
  }
  const { format, zone, extra } = argumentsOf(inner.slice(name.length), shown, place);
  const least = dated && format === undefined;
  if (least || extra || (!dated && (format !== undefined || zone !== undefined))) {
    const form = dated ? `{{${name} 'YYYYMMDD' tz='UTC'}}` : `{{${name}}}`;
    throw fault(place, `${shown} must be written as ${form}`);
  }
  if (zone !== undefined && !isZone(zone)) {
    throw fault(place, `${quote(zone)} is not a time zone: write tz='Europe/Paris'`);
  }
  return { name, format, zone };
}

function argumentsOf(text: string, shown: string, place: Place) {
  let format: string | null | undefined;
  let zone: string | undefined;
  let extra = false;
  argument.lastIndex = 0;
  for (let at = 0; at < text.trimEnd().length; at = argument.lastIndex) {
    const found = argument.exec(text);
    if (found === null) throw fault(place, `${shown} is not understood`);
    const [, key, double, single, bare] = found;
    const value = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'") ?? null;
    if (key === undefined) {
      extra ||= format !== undefined;
      format = value;
    } else if (key === 'tz') zone = value ?? bare;
    else throw fault(place, `${shown} takes no ${quote(key)}${didYouMean(key, ['tz'])}`);
  }
  return { format, zone, extra };
}

/** The text, with every expression replaced by its value as it is. */
export const render = (template: Template, values: Values): string =>
  template
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.format === undefined ? values.plain(part.name) : values.date(part);
    })
    .join('');

/** Does an expression of this name stand in it? */
export const mentions = (template: Template, name: string): boolean =>
  template.some((part) => typeof part !== 'string' && part.name === name);

/** Is it this one expression and nothing else? */
export const isOnly = (template: Template, name: string): boolean =>
  template.length === 1 && mentions(template, name);

/** The dates in it whose format is a bare word, which names nothing: they are written in ISO 8601. */
export const unquoted = (template: Template): readonly string[] =>
  template.flatMap((part) => (typeof part !== 'string' && part.format === null ? [part.name] : []));
