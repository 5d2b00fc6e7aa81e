import { isClaim, versionOfGitTag } from '#version';

import { found, short, tell, type Check, type Findings, type Told } from './findings.ts';
import type { Contradiction } from './document.ts';
import { digestsOf, pointsTo, type Members } from './members.ts';
import { namedOn, type Names } from './names.ts';

const mostTags = 20;

/**
 * Tags that stand on the image now: versions, and others that are no claims.
 * @param purposes purpose tags with their repositories: those are environments
 */
export function findTags(names: Names, members: Members, purposes: ReadonlySet<string>): Findings {
  const named = namedOn(names, digestsOf(members))
    .filter(({ tag, place }) => !isClaim(tag) && !purposes.has(place))
    .slice(0, mostTags);
  const factOf = (tag: string) => (isVersion(tag) ? 'version' : 'tag');
  return found({
    told: named.map(({ tag, place }) => tell(factOf(tag), tag, { source: 'tag', where: place })),
    checks: named.map(({ tag, descriptor }) => ({
      fact: factOf(tag),
      value: tag,
      verified: `the tag ${pointsTo(members, descriptor.digest) ?? 'points here'}`,
    })),
  });
}

export const isVersion = (text: string): boolean => versionOfGitTag(text) !== undefined;

/** Versions that are said of the image, and whose tag stands on another one or nowhere. */
export function checkVersions(
  told: readonly Told[],
  { named, left }: Names,
  members: Members,
): Findings {
  const checks: Check[] = [];
  const contradictions: Contradiction[] = [];
  const claims = told.filter(
    ({ fact, source, value }) => fact === 'version' && source !== 'tag' && isVersion(value),
  );
  for (const value of new Set(claims.map((one) => one.value))) {
    const tag = named.find((one) => sameVersion(one.tag, value));
    if (tag === undefined) {
      const doubt = left === 0 ? 'there is no such tag' : 'its tag was not found';
      checks.push({ fact: 'version', value, doubt });
      continue;
    }
    const { digest } = tag.descriptor;
    if (pointsTo(members, digest) !== undefined) continue;
    checks.push({ fact: 'version', value, doubt: `its tag points to ${short(digest)}` });
    const own = claims.filter((one) => one.value === value && one.inherited !== true);
    if (own[0] !== undefined) {
      const sentence = `${own[0].source} says ${value}, and the tag ${tag.tag} points to ${short(digest)}`;
      contradictions.push({ fact: 'version', sentence });
    }
  }
  return found({ checks, contradictions });
}

/** `v1.2.3` is the version `1.2.3`. */
export const sameVersion = (a: string, b: string): boolean => versionKey(a) === versionKey(b);
export const versionKey = (text: string): string => versionOfGitTag(text)?.text ?? text;
