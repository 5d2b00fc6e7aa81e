import * as v from 'valibot';

import { didYouMean, quote } from '#io';

import type { grammar } from './grammar.ts';

/** A key describes a commit and is read from its tree, or is policy and is read from the default branch. */
type Half = 'commit' | 'policy';
const most = 100;

interface Issue {
  readonly input: unknown;
  readonly expected: string | null;
}

/** What the JSON Schema says of a key besides its form. */
export const about = <T>(
  half: Half,
  description: string,
  more: Readonly<Record<string, unknown>> = {},
) =>
  v.metadata<T, Readonly<Record<string, unknown>>>({
    description,
    'x-ecluse-half': half,
    ...more,
  });

function shown(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  return value === null ? 'empty' : Array.isArray(value) ? 'a list' : 'keys with values';
}
const must =
  (be: string) =>
  ({ input }: Issue): string =>
    `must be ${be}, not ${shown(input)}`;

type Grammar = (typeof grammar)[keyof typeof grammar];
export const text = ({ pattern, be }: Grammar) =>
  v.pipe(
    v.string((issue: Issue) =>
      ['number', 'boolean'].includes(typeof issue.input)
        ? 'must be text: put it in quotes'
        : must(be)(issue),
    ),
    v.regex(pattern, must(be)),
  );
export const name = ({ pattern, be }: Grammar) => v.pipe(v.string(), v.regex(pattern, must(be)));

const examples: Readonly<Record<string, string>> = {
  '"apiVersion"': ': write apiVersion: ecluse/v1',
  '"repository"': ': write repository: REGISTRY/NAME',
  '"allowed"': ': write allowed: [REGISTRY/NAME]',
};

/** Keys and no others. `later` are keys of the design whose code does not exist yet. */
export function keys<E extends v.ObjectEntries>(entries: E, later: readonly string[] = []) {
  const known = Object.keys(entries);
  return v.strictObject(entries, ({ input, expected }: Issue): string => {
    if (expected === 'Object') {
      return must(`keys with values (${known.join(', ')})`)({ input, expected });
    }
    if (expected !== 'never') return `is missing${examples[expected ?? ''] ?? ''}`;
    const key = String(input);
    return later.includes(key)
      ? 'is not there yet in this version: remove it'
      : `is not a key here${didYouMean(key, known) || `: write ${known.join(', ')}`}`;
  });
}

/** Names that the file chooses, each with a value. */
export const map = <K extends v.GenericSchema<string, string>, E extends v.GenericSchema>(
  key: K,
  value: E,
) =>
  v.pipe(
    v.record(key, value, must('names with values')),
    v.minEntries(1, 'is empty: name at least one, or leave it out'),
    v.maxEntries(most, `has more than ${most} names`),
  );

export const list = <E extends v.GenericSchema>(item: E) =>
  v.pipe(
    v.array(item, must('a list')),
    v.minLength(1, 'is empty: name at least one, or leave it out'),
    v.maxLength(most, `has more than ${most} items`),
  );

/** For `about`: what a list in the JSON Schema says of its items. */
export const unique = { uniqueItems: true };

/** A number, or text that stands for one. */
export const amount = ({ pattern, be }: Grammar, most: number) =>
  v.union(
    [
      v.pipe(v.number(), v.minValue(0, must(be)), v.maxValue(most, must(be))),
      v.pipe(v.string(), v.regex(pattern, must(be))),
    ],
    must(be),
  );

/** A whole number that is not below 0. */
export const count = () =>
  v.pipe(
    v.number(must('a whole number')),
    v.integer(must('a whole number')),
    v.minValue(0, must('a whole number')),
    v.maxValue(Number.MAX_SAFE_INTEGER, must('a whole number')),
  );

/** What is asked for or left out. */
export const yes = () => v.boolean(must('true or false'));

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  v.picklist(
    words,
    (issue: Issue) => `${must(words.join(' or '))(issue)}${didYouMean(String(issue.input), words)}`,
  );
