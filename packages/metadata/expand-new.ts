import { quote } from '#io';
import { versionReader } from '#version';

import { calendarVersion, nextCalendar, type Calendar } from './calver.ts';
import type { Facts } from './facts.ts';
import { nothing, type Outcome } from './outcome.ts';
import { fault, type Place } from './place.ts';
import { branchOf, pullOf, tagOf } from './values.ts';

/** A pull request and a merge queue release nothing. */
const releases = ({ occasion }: Facts): boolean =>
  pullOf(occasion) === undefined && branchOf(occasion)?.startsWith('gh-readonly-queue/') !== true;
const noRelease = nothing('a pull request releases nothing');

const defaults = { tagPrefix: '', revisionSuffix: '-r' };

/** A git tag without the prefix of the image; undefined for a tag of another image. */
const ownTag = (tag: string, { form = defaults }: Facts): string | undefined =>
  tag.startsWith(form.tagPrefix) ? tag.slice(form.tagPrefix.length) : undefined;

const ownTags = (facts: Facts): readonly string[] =>
  (facts.gitTags ?? []).flatMap((tag) => ownTag(tag, facts) ?? []);

/** The calendar version that the git tag is; on other events the next one after those that git has. */
export function calendarName(calendar: Calendar, facts: Facts): Outcome {
  if (!releases(facts)) return noRelease;
  const tag = tagOf(facts.occasion);
  if (tag !== undefined) {
    const text = calendarVersion(calendar, ownTag(tag, facts) ?? '');
    if (text === undefined) return nothing(`git tag ${quote(tag)} is not a version of this scheme`);
    const why = `git tag ${quote(tag)}`;
    return { text, why, meaning: 'version', version: text, latest: true };
  }
  const { version, after } = nextCalendar(calendar, facts.now, ownTags(facts));
  const why =
    after === undefined
      ? 'the first version of its period'
      : `the next after git tag ${quote(after)}`;
  return { text: version, why, meaning: 'version', version, latest: true };
}

/** What git describe says of the commit. */
export function describedName(match: string, facts: Facts): Outcome {
  if (!releases(facts)) return noRelease;
  const text = facts.descriptions?.get(match);
  if (text === undefined)
    return nothing('no git tag is before this commit, or the clone is shallow');
  return { text, why: 'what git describe says', meaning: 'version', latest: false };
}

/**
 * The next rebuild of a release: `1.4.2-r3` after `1.4.2-r2`. The release is the value, else the git tag; a git tag that is a
 * revision already stays what it is.
 */
export function revisionName(value: string | undefined, facts: Facts, place: Place): Outcome {
  if (!releases(facts)) return noRelease;
  const tag = tagOf(facts.occasion);
  const source = value === undefined ? tag && ownTag(tag, facts) : (ownTag(value, facts) ?? value);
  if (source === undefined) {
    return nothing(
      tag === undefined
        ? 'the event is of no git tag'
        : `git tag ${quote(tag)} is of another image`,
    );
  }
  const { revisionSuffix } = facts.form ?? defaults;
  const parse = versionReader(revisionSuffix);
  const release = parse(source.replace(/^v/, ''));
  if (release === undefined) {
    if (value === undefined) return nothing(`git tag ${quote(tag ?? source)} is not a version`);
    throw fault(place, `value ${quote(value)} is not a version: write one such as 1.4.2`);
  }
  if (release.revision > 0) return revised(release.text, `version ${quote(source)}`);
  const start = `${release.text}${revisionSuffix}`;
  const count = ownTags(facts).reduce((highest, each) => {
    const text = each.replace(/^v/, '');
    const version = text.startsWith(start) ? parse(text) : undefined;
    return Math.max(highest, version?.revision ?? 0);
  }, 0);
  const last = count === 0 ? release.text : `${start}${count}`;
  return revised(`${start}${count + 1}`, `the next revision after ${last}`);
}

const revised = (text: string, why: string): Outcome => ({
  text,
  why,
  meaning: 'version',
  version: text,
  latest: false,
});
