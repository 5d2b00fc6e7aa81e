import { didYouMean, quote } from '#io';

import { pairOf, recordsOf, type Line } from './csv.ts';
import { fault, type Place } from './place.ts';
import { parseTemplate, type Template } from './template.ts';
import { global } from './vocabulary.ts';

/** What stands before or behind all names. */
interface Affix {
  readonly template: Template;
  /** Does `latest` get it too? */
  readonly onLatest: boolean;
}

/** What holds for all rules. */
export interface Flavor {
  /** `auto`: the first rule that gives a name decides. */
  readonly latest: 'auto' | 'true' | 'false';
  /** Where that is written; undefined: nowhere. */
  readonly place?: Place;
  readonly prefix: Affix;
  readonly suffix: Affix;
}

const none: Affix = { template: [], onLatest: false };
const keys = ['latest', 'prefix', 'suffix', 'onlatest'];

/** Reads `latest=auto|true|false`, `prefix=…,onlatest=…` and `suffix=…,onlatest=…`. @throws UsageError that names the line */
export const parseFlavor = (text: string): Flavor =>
  recordsOf('flavor', text).reduce<Flavor>(withLine, {
    latest: 'auto',
    prefix: none,
    suffix: none,
  });

function withLine(flavor: Flavor, { fields, place }: Line): Flavor {
  let result = flavor;
  let last: 'prefix' | 'suffix' | undefined;
  for (const field of fields) {
    const { key = '', value } = pairOf(field);
    if (key === 'latest' && isLatest(value)) result = { ...result, latest: value, place };
    else if (key === 'prefix' || key === 'suffix') {
      last = key;
      const template = parseTemplate(value, place, global);
      result = { ...result, [key]: { ...result[key], template } };
    } else if (key === 'onlatest' && last !== undefined && /^(?:true|false)$/.test(value)) {
      result = { ...result, [last]: { ...result[last], onLatest: value === 'true' } };
    } else throw fault(place, wrong(key, value));
  }
  return result;
}

const isLatest = (value: string): value is Flavor['latest'] =>
  value === 'auto' || value === 'true' || value === 'false';

function wrong(key: string, value: string): string {
  if (key === 'latest') return `latest must be auto, true or false, not ${quote(value)}`;
  if (key === 'onlatest') {
    return `onlatest must be true or false and stand behind a prefix or suffix, not ${quote(value)}`;
  }
  const name = key === '' ? value : key;
  return `flavor has no ${quote(name)}${didYouMean(name, keys) || `: use ${keys.join(', ')}`}`;
}
