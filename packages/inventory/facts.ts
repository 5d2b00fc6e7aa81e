import { apk, type ApkPackage } from './apk.ts';
import { dpkg, type DpkgPackage } from './dpkg.ts';
import { npm, type NpmPackage } from './npm.ts';
import { osRelease, type OsRelease } from './os-release.ts';
import { passwd, type Account } from './passwd.ts';

/** What each collector finds, by its name. */
export interface FactsByCollector {
  readonly 'os-release': OsRelease;
  readonly dpkg: DpkgPackage;
  readonly apk: ApkPackage;
  readonly npm: NpmPackage;
  readonly passwd: Account;
}
export type CollectorName = keyof FactsByCollector;

/** All that look at a layer while it goes by. */
export const collectors = [osRelease, dpkg, apk, npm, passwd] as const;

/** What a collector found in one file of a layer. Of a path that stands there twice, the last is meant. */
export interface FileFacts<Fact> {
  /** Clean, without a leading slash, one character for each byte. */
  readonly path: string;
  readonly facts: readonly Fact[];
  /** It was wanted, but was too large to be kept: that nothing is known of it does not mean that nothing is in it. */
  readonly unread?: true;
}

/** What the collectors found in one layer; one that found nothing may be absent. */
export type LayerFacts = {
  readonly [Name in CollectorName]?: readonly FileFacts<FactsByCollector[Name]>[];
};

/**
 * The lowest layer that takes the file at `path` of layer `layer` away: one above that hides or replaces it, whatever
 * stands there then, or `layer` itself, where a later entry replaces it. Undefined when it is there at the end.
 */
export type HiddenIn = (layer: number, path: string) => number | undefined;
