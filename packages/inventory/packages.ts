import type { ApkPackage } from './apk.ts';
import type { DpkgPackage } from './dpkg.ts';
import type { CollectorName, FactsByCollector, FileFacts, HiddenIn, LayerFacts } from './facts.ts';
import type { NpmPackage } from './npm.ts';
import { osReleasePaths, type OsRelease } from './os-release.ts';
import { standing, type Keys } from './standing.ts';

/** As package URLs name them. https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst */
export type Ecosystem = 'apk' | 'deb' | 'npm';

/** A package of the final image. */
export interface Package {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version: string;
  readonly architecture?: string;
  /** What it was built from, of packages of a distribution: advisories name this. */
  readonly source?: PackageSource;
  readonly license?: string;
  /** Of the package file, where the database has it. */
  readonly checksum?: string;
  /** The file that says so: a database, or its own `package.json`. One character for each byte. */
  readonly path: string;
  /** The lowest layer since which it stands there in this version without a break, counted from 0. */
  readonly layer: number;
}

export interface PackageSource {
  readonly name: string;
  readonly version: string;
}

/** What the collectors' facts say of an image as a whole. */
export interface Inventory {
  readonly os?: OsRelease;
  /** By ecosystem, name, architecture and path. */
  readonly packages: readonly Package[];
  /** Files of the final image that were too large to be read: what is in them is not known. */
  readonly unread: readonly string[];
}

/**
 * Joins the facts of an image's layers, the lowest first, to what the final image holds. A database counts as the
 * last whole file that stands there; a package that an upper layer changes belongs to that layer.
 */
export function inventoryOf(layers: readonly LayerFacts[], hiddenIn: HiddenIn): Inventory {
  const os = osOf(filesOf(layers, 'os-release'), hiddenIn);
  const deb = standing(filesOf(layers, 'dpkg'), databaseKeys<DpkgPackage>(), hiddenIn);
  const apk = standing(filesOf(layers, 'apk'), databaseKeys<ApkPackage>(), hiddenIn);
  const npm = standing(filesOf(layers, 'npm'), npmKeys, hiddenIn);
  const packages = [
    ...apk.map(({ fact, path, since }) => ({ ...apkPackage(fact), path, layer: since })),
    ...deb.map(({ fact, path, since }) => ({ ...debPackage(fact), path, layer: since })),
    ...npm.map(({ fact, path, since }) => ({ ...npmPackage(fact), path, layer: since })),
  ];
  return {
    ...(os === undefined ? {} : { os }),
    packages: packages.sort(inOrder),
    unread: unreadOf(layers, hiddenIn),
  };
}

type Said = Omit<Package, 'path' | 'layer'>;

/** One of each name and architecture is installed, whichever file of the database says so. */
const databaseKeys = <
  Fact extends Readonly<{ name: string; version: string; architecture?: string }>,
>(): Keys<Fact> => ({
  of: ({ name, architecture = '' }) => `${name} ${architecture}`,
  version: ({ version }) => version,
});

/** The same package may stand in many places, each with its own version. */
const npmKeys: Keys<NpmPackage> = {
  of: (_fact, path) => path,
  version: ({ name, version }) => `${name} ${version}`,
};

const filesOf = <Name extends CollectorName>(
  layers: readonly LayerFacts[],
  name: Name,
): readonly (readonly FileFacts<FactsByCollector[Name]>[])[] =>
  layers.map((layer) => layer[name] ?? []);

function osOf(
  layers: readonly (readonly FileFacts<OsRelease>[])[],
  hiddenIn: HiddenIn,
): OsRelease | undefined {
  for (const path of osReleasePaths) {
    for (let layer = layers.length - 1; layer >= 0; layer--) {
      const file = layers[layer]?.findLast((each) => each.path === path);
      if (file === undefined || hiddenIn(layer, path) !== undefined) continue;
      const [fact] = file.facts;
      if (fact !== undefined) return fact;
    }
  }
  return undefined;
}

const debPackage = ({ name, version, architecture, source }: DpkgPackage): Said => ({
  ecosystem: 'deb',
  name,
  version,
  ...(architecture === undefined ? {} : { architecture }),
  source: { name: source?.name ?? name, version: source?.version ?? version },
});

const apkPackage = ({ origin, ...fact }: ApkPackage): Said => ({
  ecosystem: 'apk',
  ...fact,
  source: { name: origin ?? fact.name, version: fact.version },
});

const npmPackage = (fact: NpmPackage): Said => ({ ecosystem: 'npm', ...fact });

function unreadOf(layers: readonly LayerFacts[], hiddenIn: HiddenIn): readonly string[] {
  const paths = new Set<string>();
  for (const [layer, byCollector] of layers.entries()) {
    for (const files of Object.values(byCollector)) {
      for (const { path, unread } of files) {
        if (unread === true && hiddenIn(layer, path) === undefined) paths.add(path);
      }
    }
  }
  return [...paths].sort();
}

/** As code units stand, which is the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (a: Package, b: Package): number =>
  byText(a.ecosystem, b.ecosystem) ||
  byText(a.name, b.name) ||
  byText(a.architecture ?? '', b.architecture ?? '') ||
  byText(a.path, b.path);
