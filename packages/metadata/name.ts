import { quote, UsageError } from '#io';
import { isTag, type Tag } from '#oci';

import { expand } from './expand.ts';
import type { Facts } from './facts.ts';
import type { Flavor } from './flavor.ts';
import type { Meaning } from './outcome.ts';
import { fault, placeName, type Place } from './place.ts';
import type { Rule } from './rule.ts';
import { render } from './template.ts';
import { globalValues } from './values.ts';

/** Why there is a name. */
export interface Reason {
  readonly rule: Rule['matter']['type'] | 'latest';
  readonly place: Place;
  /** For a person. */
  readonly why: string;
  readonly meaning: Meaning;
  /** The version that the rule has read; undefined: it reads none. */
  readonly version?: string;
}
export interface Named {
  readonly tag: Tag;
  /** Every rule that gives it, in their order. */
  readonly reasons: readonly [Reason, ...Reason[]];
}
/** A rule that gave no name. */
export interface Silent {
  readonly place: Place;
  readonly why: string;
}
export interface Names {
  /** The first is the version; `latest` is the last. */
  readonly names: readonly Named[];
  readonly silent: readonly Silent[];
}

/** All names that the rules give, each once. @throws UsageError that names the line */
export function namesOf(rules: readonly Rule[], flavor: Flavor, facts: Facts): Names {
  const named = new Map<Tag, [Reason, ...Reason[]]>();
  const silent: Silent[] = [];
  let latest: boolean | undefined;
  for (const rule of rules) {
    const outcome = outcomeOf(rule, flavor, facts);
    if (outcome.text === undefined || outcome.text === '') {
      const why = outcome.text === '' ? 'what it expands to is empty' : outcome.why;
      silent.push({ place: rule.place, why });
      continue;
    }
    const { why, meaning, version } = outcome;
    add(named, tagIn(outcome.text, rule.place), {
      rule: rule.matter.type,
      place: rule.place,
      why,
      meaning,
      ...(version !== undefined && { version }),
    });
    latest ??= flavor.latest === 'auto' ? outcome.latest : flavor.latest === 'true';
  }
  if (latest === true) addLatest(named, flavor, facts);
  return { names: [...named].map(([tag, reasons]) => ({ tag, reasons })), silent };
}

function outcomeOf(rule: Rule, flavor: Flavor, facts: Facts) {
  const values = globalValues(facts, rule.place);
  const enable = render(rule.enable, values);
  if (enable !== 'true' && enable !== 'false') {
    throw fault(rule.place, `enable must be true or false, not ${quote(enable)}`);
  }
  if (enable === 'false') return { text: undefined, why: 'it is not enabled' };
  const outcome = expand(rule, facts);
  if (outcome.text === undefined) return outcome;
  const prefix = render(rule.prefix ?? flavor.prefix.template, values);
  const suffix = render(rule.suffix ?? flavor.suffix.template, values);
  return { ...outcome, text: `${prefix}${outcome.text}${suffix}` };
}

/** Letters that no tag has become `-`, a run of them one. */
function tagIn(text: string, place: Place): Tag {
  const tag = text.replace(/[^A-Za-z0-9._-]+/g, '-');
  if (isTag(tag)) return tag;
  const what =
    tag.length > 128
      ? `has ${tag.length} characters and a tag at most 128`
      : `is not a tag, since a tag starts with a letter, a digit or "_"`;
  throw fault(place, `${quote(tag)} ${what}: give it another value, or enable=false`);
}

function add(named: Map<Tag, [Reason, ...Reason[]]>, tag: Tag, reason: Reason): void {
  const before = named.get(tag);
  if (before === undefined) named.set(tag, [reason]);
  else {
    const [first] = before;
    if (clash(first, reason) || clash(reason, first)) throw doubled(tag, first, reason);
    before.push(reason);
  }
}

const releases: ReadonlySet<string> = new Set([
  'semver',
  'pep440',
  'calver',
  'describe',
  'revision',
  'sha',
]);
const pointers: ReadonlySet<string> = new Set(['schedule', 'edge', 'ref', 'latest']);

/** A release and something that moves on cannot have one name. */
const clash = (a: Reason, b: Reason): boolean =>
  releases.has(a.rule) &&
  a.meaning === 'version' &&
  pointers.has(b.rule) &&
  b.meaning === 'pointer';

const doubled = (tag: Tag, first: Reason, second: Reason): UsageError =>
  new UsageError(
    `${quote(tag)} has two meanings: ${told(first)}, and ${told(second)}; give one of them a prefix or enable=false`,
    { input: 'tags' },
  );

const told = ({ place, why }: Reason): string => `${placeName(place)} (${why})`;

function addLatest(named: Map<Tag, [Reason, ...Reason[]]>, flavor: Flavor, facts: Facts): void {
  const place = flavor.place ?? { input: 'flavor', line: 0, text: `latest=${flavor.latest}` };
  const values = globalValues(facts, place);
  const [prefix, suffix] = [flavor.prefix, flavor.suffix].map(({ template, onLatest }) =>
    onLatest ? render(template, values) : '',
  );
  const tag = tagIn(`${prefix ?? ''}latest${suffix ?? ''}`, place);
  const why =
    flavor.latest === 'auto' ? 'the first rule that gives a name names a release' : 'latest=true';
  const reason: Reason = { rule: 'latest', place, why, meaning: 'pointer' };
  const before = named.get(tag);
  if (before === undefined) named.set(tag, [reason]);
  else add(named, tag, reason);
}
