import { quote } from '#io';
import { parseVersion, versionOfGitTag } from '#version';

import { calendarVersion, nextCalendar, type Calendar } from './calver.ts';
import type { Facts } from './facts.ts';
import { nothing, type Outcome } from './outcome.ts';
import { fault, type Place } from './place.ts';
import { branchOf, pullOf, tagOf } from './values.ts';

/** A pull request and a merge queue release nothing. */
const releases = ({ occasion }: Facts): boolean =>
  pullOf(occasion) === undefined && branchOf(occasion)?.startsWith('gh-readonly-queue/') !== true;
const noRelease = nothing('a pull request releases nothing');

/** The calendar version that the git tag is; on other events the next one after those that git has. */
export function calendarName(calendar: Calendar, facts: Facts): Outcome {
  if (!releases(facts)) return noRelease;
  const tag = tagOf(facts.occasion);
  if (tag !== undefined) {
    const text = calendarVersion(calendar, tag);
    if (text === undefined) return nothing(`git tag ${quote(tag)} is not a version of this scheme`);
    return { text, why: `git tag ${quote(tag)}`, meaning: 'version', latest: true };
  }
  const { version, after } = nextCalendar(calendar, facts.now, facts.gitTags ?? []);
  const why =
    after === undefined
      ? 'the first version of its period'
      : `the next after git tag ${quote(after)}`;
  return { text: version, why, meaning: 'version', latest: true };
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
  const source = value ?? tagOf(facts.occasion);
  if (source === undefined) return nothing('the event is of no git tag');
  const release = versionOfGitTag(source);
  if (release === undefined) {
    if (value === undefined) return nothing(`git tag ${quote(source)} is not a version`);
    throw fault(place, `value ${quote(value)} is not a version: write one such as 1.4.2`);
  }
  if (release.revision > 0) {
    return {
      text: release.text,
      why: `version ${quote(source)}`,
      meaning: 'version',
      latest: false,
    };
  }
  const existing = facts.imageTags ?? facts.gitTags?.map((tag) => tag.replace(/^v/, '')) ?? [];
  const count = existing.reduce((highest, tag) => {
    const version = tag.startsWith(`${release.text}-r`) ? parseVersion(tag) : undefined;
    return Math.max(highest, version?.revision ?? 0);
  }, 0);
  const last = count === 0 ? release.text : `${release.text}-r${count}`;
  return {
    text: `${release.text}-r${count + 1}`,
    why: `the next revision after ${last}`,
    meaning: 'version',
    latest: false,
  };
}
