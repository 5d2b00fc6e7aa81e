import { defaultRevisionSuffix, revisionReader } from './revision-suffix.ts';
import { readSemantic } from './semantic.ts';

/**
 * A release: semver's three numbers, an optional pre-release, and an optional revision that counts
 * rebuilds of the same release.
 */
export interface Version {
  /** As an image's tag: no `v`, no prefix. */
  readonly text: string;
  readonly numbers: readonly [number, number, number];
  readonly pre: readonly string[];
  /** 0 for the release itself, n for its n-th rebuild. */
  readonly revision: number;
}

/** So that they are numbers, and not roughly. */
const mostDigits = 15;

/**
 * Reads `1.4.2`, `1.4.2-rc.1`, `1.4.2-r3`, `1.4.2-rc.1-r3`; undefined for anything else.
 * `-r<n>` is asked before semver, which would take it for a pre-release. Build metadata (`+x`) cannot
 * be a tag and is no version here. https://semver.org/spec/v2.0.0.html
 */
export const parseVersion = versionReader(defaultRevisionSuffix);

/**
 * As `parseVersion`, where something else than `-r` stands before the count of rebuilds.
 * @throws UsageError for a suffix that cannot be one
 */
export function versionReader(suffix: string): (text: string) => Version | undefined {
  const split = revisionReader(suffix);
  return (text) => {
    // What no registry would take as a tag is not read at all.
    if (text.length > 128) return undefined;
    const { base, digits } = split(text);
    const read = readSemantic(base);
    if (read === undefined || read.build.length > 0) return undefined;
    const [major, minor, patch] = read.numbers;
    if (Math.max(major.length, minor.length, patch.length) > mostDigits) return undefined;
    return {
      text,
      numbers: [Number(major), Number(minor), Number(patch)],
      pre: read.pre,
      revision: Number(digits ?? 0),
    };
  };
}

/**
 * The version that a git tag gives an image: `v1.2.3`, `1.2.3`, and behind `prefix` where one git
 * repository has several images (`shop-v1.2.3`). Undefined: the tag is not a version of this image.
 */
export function versionOfGitTag(tag: string, prefix = ''): Version | undefined {
  if (!tag.startsWith(prefix)) return undefined;
  return parseVersion(tag.slice(prefix.length).replace(/^v/, ''));
}

/** Below, equal or above zero: 1.4.2-rc.1 < 1.4.2 < 1.4.2-r1 < 1.4.2-r2 < 1.4.3-rc.1. */
export function compareVersions(a: Version, b: Version): number {
  for (const [i, left] of a.numbers.entries()) {
    const right = b.numbers[i] ?? 0;
    if (left !== right) return left - right;
  }
  return comparePre(a.pre, b.pre) || a.revision - b.revision;
}

/** https://semver.org/spec/v2.0.0.html#spec-item-11 */
function comparePre(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined) return 1;
    const order = compareIdentifiers(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const numeric = [a, b].map((text) => /^[0-9]+$/.test(text));
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  // Numbers without leading zeros: the longer one is the larger one, however long.
  if (numeric[0] && a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The highest of them, undefined for none. */
export const highest = (versions: readonly Version[]): Version | undefined =>
  versions.reduce<Version | undefined>(
    (best, one) => (best === undefined || compareVersions(best, one) < 0 ? one : best),
    undefined,
  );
