import type { Package } from '#inventory';

import type { LayersDocument, LayersOfPlatform } from './document.ts';

type Difference = LayersDocument['differences'][number];

const mostPackages = 100;

/** In what the images of several platforms are not alike. `packages` are those of each platform, in the same order. */
export function differencesOf(
  platforms: readonly LayersOfPlatform[],
  packages: readonly (readonly Package[])[],
): Difference[] {
  const row = (what: Difference['what'], value: (of: LayersOfPlatform) => string | null) => ({
    what,
    name: null,
    values: platforms.map(value),
  });
  const root = ({ user }: LayersOfPlatform): string | null =>
    user.root === null ? null : user.root ? 'root' : 'not root';
  const rows: Difference[] = [
    row('layers', ({ layers }) => String(layers.length)),
    row('base', ({ base }) => base && (base.name ?? base.digest)),
    row('system', ({ system }) => system),
    row('user', root),
  ];
  return [...rows.filter(isOne), ...versionsOf(packages).slice(0, mostPackages)];
}

const isOne = ({ values }: Difference): boolean => new Set(values).size > 1;

/** Packages that are not alike. One that only some have is more of a surprise than another version. */
function versionsOf(packages: readonly (readonly Package[])[]): readonly Difference[] {
  const versions = new Map<string, Set<string>[]>();
  for (const [at, list] of packages.entries()) {
    for (const { ecosystem, name, version } of list) {
      const key = `${ecosystem} ${name}`;
      const sets = versions.get(key) ?? packages.map(() => new Set<string>());
      versions.set(key, sets);
      sets[at]?.add(version);
    }
  }
  return [...versions]
    .filter(([, [first, ...others]]) =>
      others.some((set) => first === undefined || !alike(first, set)),
    )
    .map(([key, sets]) => ({
      what: 'package' as const,
      name: key.slice(key.indexOf(' ') + 1),
      values: sets.map(listed),
    }))
    .sort((a, b) => Number(b.values.includes(null)) - Number(a.values.includes(null)));
}

const alike = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((version) => other.has(version));

/** The same package may stand in many places, each with a version of its own. */
const mostVersions = 20;

function listed(versions: ReadonlySet<string>): string | null {
  if (versions.size === 0) return null;
  const more = versions.size - mostVersions;
  const shown = [...versions].sort().slice(0, mostVersions).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
