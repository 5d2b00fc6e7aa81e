import type { RawPath } from '#image';

const home = '(?:root|home/[^/]+)';

const packages = [
  'var/cache/(?:apt|apk|dnf|libdnf5|yum|zypp|pacman)',
  'var/lib/apt/lists',
  `${home}/\\.cache/(?:pip|uv|yarn|go-build|composer)`,
  'usr/local/share/\\.cache',
  `${home}/\\.npm/_cacache`,
  `(?:${home}/\\.|usr/local/)cargo/registry`,
];
const others = [
  `${home}/\\.cache(?:/[^/]+(?=/))?`,
  `${home}/\\.(?:npm|yarn|pnpm-store|m2|gradle|bundle/cache|composer/cache|nuget/packages)`,
  `${home}/\\.local/share/pnpm/store`,
  `(?:${home}/\\.|usr/local/)cargo/git`,
  '(?:go|root/go)/pkg/mod',
];

const anchored = (folders: readonly string[]): RegExp =>
  new RegExp(`^/(?:${folders.join('|')})(?=/)`);
const needless = anchored(packages);
const any = anchored([...packages, ...others]);

/** The folder of a build tool's cache that a path is in, whatever else may be there. */
export const cacheOf = (path: RawPath): RawPath | undefined => any.exec(path)?.[0];

/** The same of those caches alone that no program needs at run time. */
export const needlessCacheOf = (path: RawPath): RawPath | undefined => needless.exec(path)?.[0];
