export { existingInputs, refuseAdopt, type OnExisting } from './existing.ts';
export {
  movingTargets,
  planMoving,
  versionText,
  type MovingForm,
  type MovingPlan,
  type MovingSettings,
  type MovingTarget,
} from './moving.ts';
export { movingKinds, type MovingKind } from './moving-kinds.ts';
export type { MovingName } from './moving-line.ts';
export {
  claimTag,
  dirtyVersion,
  isClaim,
  isVersionTag,
  planNames,
  versionIn,
  versionTag,
  type Name,
} from './names.ts';
export type { Ordered, VersionOrder } from './order.ts';
export { orderNames, type OrderName } from './order-names.ts';
export { orderOf, type OrderSettings } from './orders.ts';
export { readPython } from './python.ts';
export { readSemantic } from './semantic.ts';
export {
  compareVersions,
  highest,
  parseVersion,
  versionOfGitTag,
  versionReader,
  type Version,
} from './version.ts';
