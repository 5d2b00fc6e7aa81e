import {
  facts,
  type Contradiction,
  type Fact,
  type Gap,
  type Line,
  type Source,
} from './document.ts';
import type { Check, Findings, Told } from './findings.ts';
import { sourceKey } from './source-url.ts';
import { isVersion, versionKey } from './tags.ts';

const mostValues = 20;
const mostSources = 10;

/** Texts that mean the same. */
function keyOf(fact: Fact, value: string): string {
  if (fact === 'source repository') return sourceKey(value);
  if (fact === 'version') return versionKey(value);
  return value;
}

/** One line for each value of each fact, with all who say it and all that was looked up. */
export function linesOf({ told, checks }: Findings): {
  readonly lines: readonly Line[];
  readonly gaps: readonly Gap[];
} {
  const gaps: Gap[] = [];
  const lines = facts.flatMap((fact) => {
    const groups = groupsOf(told.filter((one) => one.fact === fact));
    const more = groups.length - mostValues;
    if (more > 0) gaps.push({ what: fact, why: `${more} more values are said, and not shown` });
    return groups
      .slice(0, mostValues)
      .map((group) => lineOf(fact, group, checks))
      .sort((a, b) => rank(a, checks) - rank(b, checks));
  });
  return { lines, gaps };
}

/** What is proven comes first, what is doubted last. */
function rank({ fact, value, doubt }: Line, checks: readonly Check[]): number {
  const key = keyOf(fact, value);
  const isProven = checks.some(
    (one) =>
      one.fact === fact &&
      one.verified !== undefined &&
      one.weak !== true &&
      keyOf(fact, one.value) === key,
  );
  return isProven ? 0 : doubt === null ? 1 : 2;
}

const groupsOf = (told: readonly Told[]): readonly (readonly Told[])[] => [
  ...Map.groupBy(told, ({ fact, value }) => keyOf(fact, value)).values(),
];

function lineOf(fact: Fact, group: readonly Told[], checks: readonly Check[]): Line {
  const value = group[0]?.value ?? '';
  const key = keyOf(fact, value);
  const own = checks.filter((one) => one.fact === fact && keyOf(fact, one.value) === key);
  const verified = [...new Set(own.flatMap((one) => one.verified ?? []))];
  const handedDown = 'the base has the same label: it may be said of the base';
  const isInherited = group.every(({ inherited }) => inherited === true);
  return {
    fact,
    value,
    sources: group
      .slice(0, mostSources)
      .map(({ source, where, by, at, signature = null }): Source => ({
        source,
        where,
        by,
        at,
        signature,
      })),
    verified,
    doubt: own.find((one) => one.doubt !== undefined)?.doubt ?? (isInherited ? handedDown : null),
  };
}

/** Facts of which there can be one value only. */
const single: readonly Fact[] = ['source repository', 'commit'];

/** Where those who say something of an image do not agree. What the base handed down is not said of the image. */
export function contradictionsOf(told: readonly Told[]): readonly Contradiction[] {
  const own = told.filter(({ inherited }) => inherited !== true);
  const all = single.flatMap((fact): readonly Contradiction[] => {
    const groups = groupsOf(own.filter((one) => one.fact === fact));
    const [first] = groups;
    const others = groups.filter((group) => !isPart(fact, first, group));
    return first === undefined || others.length === 0
      ? []
      : [{ fact, sentence: [first, ...others].slice(0, mostSources).map(saying).join('; ') }];
  });
  return [...all, ...versionsApart(own)];
}

/** A commit may be shortened. */
function isPart(fact: Fact, first: readonly Told[] | undefined, other: readonly Told[]): boolean {
  const [a = '', b = ''] = [first?.[0]?.value, other[0]?.value];
  return a === b || (fact === 'commit' && b.length >= 7 && (a.startsWith(b) || b.startsWith(a)));
}

function saying(group: readonly Told[]): string {
  const who = [...new Set(group.map(({ source }) => source))].slice(0, mostSources);
  return `${who.join(', ')} ${who.length === 1 ? 'says' : 'say'} ${group[0]?.value ?? ''}`;
}

/** An image may have several versions; a label that names none of them names another one. */
function versionsApart(told: readonly Told[]): readonly Contradiction[] {
  const versions = told.filter(({ fact }) => fact === 'version');
  const given = versions.filter(({ source }) => source === 'tag' || source === 'release statement');
  const said = versions.filter((one) => !given.includes(one));
  const keys = new Set(given.map(({ value }) => versionKey(value)));
  if (keys.size === 0) return [];
  const names = [...keys].slice(0, mostSources).join(', ');
  return groupsOf(said)
    .filter(
      ([first]) =>
        first !== undefined && isVersion(first.value) && !keys.has(versionKey(first.value)),
    )
    .map((group) => ({
      fact: 'version',
      sentence: `${saying(group)}; by its tags and releases it is ${names}`,
    }));
}
