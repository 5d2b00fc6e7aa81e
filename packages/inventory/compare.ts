import { compareApk } from './compare-apk.ts';
import { compareDeb } from './compare-deb.ts';
import { compareSemver } from './compare-semver.ts';
import type { Ecosystem } from './packages.ts';

const comparing = { apk: compareApk, deb: compareDeb, npm: compareSemver } as const;

/** Longer than any version is. */
const most = 1024;

/**
 * Compares two versions by the rules of their ecosystem: below 0 when the first is older, 0 when neither is.
 * Undefined when one of them is no version there.
 */
export function compareVersions(
  ecosystem: Ecosystem,
  one: string,
  other: string,
): number | undefined {
  if (one.length > most || other.length > most) return undefined;
  return comparing[ecosystem](one, other);
}
