export type { ApkPackage } from './apk.ts';
export type { Collector } from './collector.ts';
export { compareVersions } from './compare.ts';
export {
  diffPackages,
  type PackageChange,
  type PackageDelta,
  type PackageVersion,
} from './delta.ts';
export type { DpkgPackage, DpkgSource } from './dpkg.ts';
export {
  collectors,
  type CollectorName,
  type FactsByCollector,
  type FileFacts,
  type HiddenIn,
  type LayerFacts,
} from './facts.ts';
export type { NpmPackage } from './npm.ts';
export type { OsRelease } from './os-release.ts';
export type { Account } from './passwd.ts';
export {
  inventoryOf,
  type Ecosystem,
  type Inventory,
  type Package,
  type PackageSource,
} from './packages.ts';
