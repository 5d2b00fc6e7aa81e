export {
  keywords,
  type Dockerfile,
  type Flag,
  type Heredoc,
  type Instruction,
  type Keyword,
  type Stage,
} from './dockerfile.ts';
export { bareGround, evaluate, type Evaluated, type Ground } from './evaluate.ts';
export { BadSubstitution, expand, type ExpandOptions, type Lookup } from './expand.ts';
export { fault, type Place } from './fault.ts';
export { hasWildcard, literalSource, matchSource } from './glob.ts';
export { ignoreFileNames, ignoreRules, type IgnoreRules } from './ignore.ts';
export { parseDockerfile } from './parse.ts';
export { remoteKind } from './remote.ts';
export {
  resolve,
  type Beyond,
  type External,
  type ResolvedPlan,
  type ResolvedStage,
  type ResolveOptions,
} from './resolve.ts';
export type { Scope } from './scope.ts';
export { findStage } from './stage.ts';
export type { Command, Healthcheck, Source, Step, TransferStep } from './step.ts';
