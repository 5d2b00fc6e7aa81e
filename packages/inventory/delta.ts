import { compareVersions } from './compare.ts';
import type { Ecosystem, Package } from './packages.ts';

/** A package in one version, wherever it stands. */
export interface PackageVersion {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly architecture?: string;
  readonly version: string;
  /** The files that say so: one of a database, of npm one for each place. */
  readonly paths: readonly string[];
}

export interface PackageChange {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly architecture?: string;
  readonly from: string;
  /** The same as `from`, where that was built again under one version. */
  readonly to: string;
  /** `rebuilt`: from the same source. `unknown`: one of them is no version by the rules of its ecosystem. */
  readonly change: 'up' | 'down' | 'rebuilt' | 'unknown';
  /** Where it stands now. */
  readonly paths: readonly string[];
}

export interface PackageDelta {
  readonly added: readonly PackageVersion[];
  readonly removed: readonly PackageVersion[];
  readonly changed: readonly PackageChange[];
}

/**
 * What the packages of one image become in another, by ecosystem, name and architecture. Where npm has several
 * versions of one package, a version that both images have is no change, wherever it stands; of the others those of
 * one place belong together, and then the highest with the highest.
 */
export function diffPackages(before: readonly Package[], after: readonly Package[]): PackageDelta {
  const [old, now] = [byName(before), byName(after)];
  const parts = [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((key) => diffVersions(old.get(key) ?? new Map(), now.get(key) ?? new Map()));
  return {
    added: parts.flatMap(({ added }) => added),
    removed: parts.flatMap(({ removed }) => removed),
    changed: parts.flatMap(({ changed }) => changed),
  };
}

/** All packages of one version, which is never an empty list. */
type Group = readonly [Package, ...Package[]];
type Versions = ReadonlyMap<string, Group>;

function byName(packages: readonly Package[]): ReadonlyMap<string, Versions> {
  const names = new Map<string, Map<string, [Package, ...Package[]]>>();
  for (const each of packages) {
    const key = `${each.ecosystem} ${each.name} ${each.architecture ?? ''}`;
    const versions = names.get(key) ?? new Map<string, [Package, ...Package[]]>();
    names.set(key, versions);
    const group = versions.get(each.version);
    if (group === undefined) versions.set(each.version, [each]);
    else group.push(each);
  }
  return names;
}

function diffVersions(old: Versions, now: Versions): PackageDelta {
  const rebuilt = [...now].flatMap(([version, group]) => {
    const was = old.get(version);
    return was === undefined || isSameBuild(was[0], group[0]) ? [] : [[was, group] as const];
  });
  const gone = [...old].filter(([version]) => !now.has(version)).map(([, group]) => group);
  const come = [...now].filter(([version]) => !old.has(version)).map(([, group]) => group);
  const moved = pairs(gone.sort(newestFirst), come.sort(newestFirst));
  const matched = new Set(moved.flat());
  const isLeft = (group: Group) => !matched.has(group);
  return {
    added: come.filter(isLeft).map(versionOf),
    removed: gone.filter(isLeft).map(versionOf),
    changed: [...rebuilt, ...moved].map(([from, to]) => changeOf(from, to)),
  };
}

/** Of two lists, the newest first: those of one place, then one after the other. */
function pairs(
  gone: readonly Group[],
  come: readonly Group[],
): readonly (readonly [Group, Group])[] {
  const byPath = new Map(gone.flatMap((group) => group.map(({ path }) => [path, group] as const)));
  const successors = new Map<Group, Group>();
  const rest: Group[] = [];
  for (const group of come) {
    const was = group
      .map(({ path }) => byPath.get(path))
      .find((each) => each !== undefined && !successors.has(each));
    if (was === undefined) rest.push(group);
    else successors.set(was, group);
  }
  const waiting = gone.filter((group) => !successors.has(group));
  for (const [at, group] of rest.entries()) {
    const was = waiting[at];
    if (was !== undefined) successors.set(was, group);
  }
  return [...successors];
}

function newestFirst([a]: Group, [b]: Group): number {
  const order = compareVersions(a.ecosystem, b.version, a.version) ?? 0;
  return order || (a.version < b.version ? 1 : -1);
}

const isSameBuild = (a: Package, b: Package): boolean =>
  a.checksum === undefined || b.checksum === undefined || a.checksum === b.checksum;

function versionOf(group: Group): PackageVersion {
  const [{ ecosystem, name, architecture, version }] = group;
  return {
    ecosystem,
    name,
    ...(architecture === undefined ? {} : { architecture }),
    version,
    paths: group.map(({ path }) => path),
  };
}

function changeOf([from]: Group, group: Group): PackageChange {
  const { version, paths, ...named } = versionOf(group);
  return { ...named, from: from.version, to: version, change: kindOf(from, group[0]), paths };
}

/** A Debian version with another `+bN` is a build of the same source. */
function kindOf(from: Package, to: Package): PackageChange['change'] {
  const isOfOneSource =
    from.source?.name === to.source?.name && from.source?.version === to.source?.version;
  if (from.source !== undefined && isOfOneSource) return 'rebuilt';
  const order = compareVersions(to.ecosystem, from.version, to.version);
  if (order === undefined) return 'unknown';
  return order < 0 ? 'up' : order > 0 ? 'down' : 'rebuilt';
}
