export { buildah, type BuildahPorts } from './buildah.ts';
export { builtin } from './builtin.ts';
export type { Base, Builder, BuildPlan, Built, StandingOn, Step } from './builder.ts';
export { chooseBuilder, type Choice } from './choose.ts';
export { joinPlatforms, type PlatformImage } from './join.ts';
export { readSource, type Source } from './source.ts';
export { stamp, type Stamped } from './stamp.ts';
