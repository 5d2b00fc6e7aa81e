export { baseOf } from './base.ts';
export {
  builtSchema,
  builtStatements,
  completeBuilt,
  sayBuilt,
  type BuiltStatement,
} from './built.ts';
export { claim, claimed } from './claim.ts';
export { contentOf, type Content } from './content.ts';
export { afterGate } from './gates/after.ts';
export { baseGate, type BaseFacts } from './gates/base.ts';
export { expectGate, type Expected } from './gates/expect.ts';
export { labelsGate, type Labelled } from './gates/labels.ts';
export { orderGate, type Relation } from './gates/order.ts';
export { unlessDry } from './dry-run.ts';
export type { Ground } from './ground.ts';
export { originOf, type Origin } from './origin.ts';
export { Versions } from './versions.ts';
export { hold, holdsInForce, holdSchema, resume, resumeSchema } from './hold.ts';
export { know, nameOf, type Known } from './known.ts';
export { refuseUnlabelled } from './labels.ts';
export { judgeLayersOf, type LayersOf } from './layers.ts';
export { moveSchema, type Move, type MoveState } from './move.ts';
export { relate } from './order.ts';
export {
  allPassed,
  passedAmong,
  passedSchema,
  passedStatements,
  sayPassed,
  type Passed,
} from './passed.ts';
export {
  completePartOf,
  partOfSchema,
  partOfStatements,
  sayPartOf,
  type PartOf,
} from './part-of.ts';
export { placeName, placeOf, standingAt, type Image, type Place } from './place.ts';
export { promote, type Wish } from './promote.ts';
export { moveForwards, moveFreely, type ForwardsHow } from './forwards-tag.ts';
export { moveNames, type MoveHow } from './moving-tags.ts';
export { lookAtNames, nameLookSchema, type LookHow, type NameLook } from './name-look.ts';
export { wishesOf, type Computed } from './name-policy.ts';
export {
  type MonotonicWish,
  type NameOutcome,
  type NamePolicy,
  type NameState,
  type NameWish,
} from './name-wish.ts';
export {
  completeRelease,
  releaseSchema,
  releaseStatements,
  sayRelease,
  type Release,
} from './release.ts';
export { describeSide, standingSide, taken } from './sides.ts';
export { rollback } from './rollback.ts';
export { standingSchema, type Standing } from './standing.ts';
export { status } from './status.ts';
export { putOnce, putVersion, type PutOnce } from './version-tag.ts';
