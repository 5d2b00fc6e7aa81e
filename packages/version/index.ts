export { planMoving, type MovingPlan, type MovingSettings } from './moving.ts';
export type { MovingName } from './moving-line.ts';
export {
  claimTag,
  dirtyVersion,
  isClaim,
  isVersionTag,
  planNames,
  versionTag,
  type Name,
} from './names.ts';
export type { Ordered, VersionOrder } from './order.ts';
export { orderNames, orderOf, type OrderName, type OrderSettings } from './orders.ts';
export {
  compareVersions,
  highest,
  parseVersion,
  versionOfGitTag,
  versionReader,
  type Version,
} from './version.ts';
