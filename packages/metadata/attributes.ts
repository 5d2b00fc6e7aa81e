import { didYouMean, quote } from '#io';

import { pairOf, type Line } from './csv.ts';
import { fault, type Place } from './place.ts';

const types = {
  schedule: ['pattern'],
  semver: ['pattern', 'value', 'match'],
  pep440: ['pattern', 'value', 'match'],
  match: ['pattern', 'group', 'value'],
  edge: ['branch'],
  ref: ['event'],
  raw: ['value'],
  sha: ['format'],
  calver: ['pattern', 'tz', 'start'],
  describe: ['match'],
  revision: ['value'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
/** What every rule may say. */
const common = ['enable', 'priority', 'prefix', 'suffix'];

export type RuleType = keyof typeof types;
export const ruleTypes: readonly RuleType[] = Object.keys(types) as RuleType[];

const isType = (text: string): text is RuleType => Object.hasOwn(types, text);

/** A rule as it is written: its type, and what stands beside it. */
export interface Written {
  readonly type: RuleType;
  readonly place: Place;
  readonly given: ReadonlyMap<string, string>;
}

/**
 * The attributes of a rule; without `type=` it is `raw`, and a field without a key is the value.
 * @throws UsageError for an unknown type or attribute, with the nearest, and for one that is given twice
 */
export function attributesOf({ fields, place }: Line): Written {
  const given = new Map<string, string>();
  for (const field of fields) {
    const { key = 'value', value } = pairOf(field);
    if (key === 'value' && value === '' && !field.includes('=')) continue;
    if (given.has(key)) throw fault(place, `${quote(key)} is given twice`);
    given.set(key, value);
  }
  const type = given.get('type') ?? 'raw';
  if (!isType(type)) {
    throw fault(
      place,
      `type ${quote(type)} is unknown${didYouMean(type, ruleTypes) || `: use ${ruleTypes.join(', ')}`}`,
    );
  }
  given.delete('type');
  const known = [...types[type], ...common];
  for (const key of given.keys()) {
    if (known.includes(key)) continue;
    const hint = didYouMean(key, known) || `: it takes ${known.join(', ')}`;
    const what = key === 'value' ? 'takes no value' : `has no attribute ${quote(key)}`;
    throw fault(place, `type=${type} ${what}${hint}`);
  }
  return { type, place, given };
}
