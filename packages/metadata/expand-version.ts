import { quote } from '#io';

import type { Facts } from './facts.ts';
import { find } from './find.ts';
import { nothing, type Outcome } from './outcome.ts';
import { parsePython } from './pep440.ts';
import { fault, type Place } from './place.ts';
import type { Matter } from './rule.ts';
import { parseSemantic } from './semver.ts';
import { mentions, render, type Template } from './template.ts';
import { tagOf } from './values.ts';

interface How {
  readonly place: Place;
  readonly write: (template: Template) => string;
}
type Matters<T extends Matter['type']> = Matter & { readonly type: T };

/** What no git tag has is not read. */
const maxCharacters = 1024;
const tooLong = nothing(`it has more than ${maxCharacters} characters`);

function sourceText(
  value: Template | undefined,
  { occasion }: Facts,
  { write }: How,
): string | undefined {
  return value === undefined ? tagOf(occasion) : write(value);
}

/** A name from a version of semver or PEP 440: that of the value, else of the git tag. */
export function versionedName(
  matter: Matters<'semver' | 'pep440'>,
  facts: Facts,
  how: How,
): Outcome {
  const source = sourceText(matter.value, facts, how);
  if (source === undefined) return nothing('the event is of no git tag');
  if (source.length > maxCharacters) return tooLong;
  const text = cut(source, matter.match, how.place).replaceAll('/', '-');
  const read = matter.type === 'semver' ? readSemantic(text) : readPython(text);
  if (read === undefined) {
    const scheme = matter.type === 'semver' ? 'semver' : 'PEP 440';
    return nothing(`${quote(text)} is not a version of ${scheme}`);
  }
  const { final, fields } = read;
  const named = final || matter.raw ? matter.pattern : undefined;
  const values = { plain: (name: string) => fields[name] ?? '', date: () => '' };
  return {
    text: named === undefined ? (fields.version ?? '') : render(named, values),
    why: `version ${quote(text)}${final ? '' : ' is no final release, so all of it is the name'}`,
    meaning: named === undefined || isWhole(named) ? 'version' : 'pointer',
    ...(fields.version !== undefined && { version: fields.version }),
    latest: final,
  };
}

/** Does a pattern name one release, or a line of them (`{{major}}`)? */
const isWhole = (pattern: Template): boolean =>
  ['raw', 'version', 'patch'].some((name) => mentions(pattern, name));

interface ReadVersion {
  readonly final: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

function readSemantic(text: string): ReadVersion | undefined {
  const version = parseSemantic(text.trim());
  return version && { final: version.prerelease === '', fields: { ...version, raw: text } };
}

function readPython(text: string): ReadVersion | undefined {
  const version = parsePython(text);
  if (version === undefined) return undefined;
  const { final, ...fields } = version;
  return { final, fields };
}

/** The first group of `match`; the whole text where it does not match. */
function cut(text: string, match: RegExp | undefined, place: Place): string {
  const found = match === undefined ? null : find(match, text, place);
  if (found === null) return text;
  const [, group] = found;
  if (group !== undefined) return group;
  throw fault(place, `match found ${quote(found[0])} without a group: put ( ) around the version`);
}

/** A group of what the pattern finds in the value, else in the git tag. */
export function matchedName(matter: Matters<'match'>, facts: Facts, how: How): Outcome {
  const source = sourceText(matter.value, facts, how);
  if (source === undefined) return nothing('the event is of no git tag');
  if (source.length > maxCharacters) return tooLong;
  const found = find(matter.pattern, source, how.place);
  if (found === null) return nothing(`${quote(source)} does not match`);
  const text = found[matter.group];
  if (text === undefined) return nothing(`the match has no group ${matter.group}`);
  const why = `group ${matter.group} of what matches in ${quote(source)}`;
  return { text, why, meaning: 'text', version: text, latest: true };
}
