export { matchesBase } from './base.ts';
export type {
  BasePolicy,
  BuildConfig,
  Config,
  Environment,
  ImageConfig,
  ImagePolicy,
} from './config.ts';
export { findConfig, type Found } from './find.ts';
export { ecluseSchema } from './json-schema.ts';
export { namesIn } from './names-in.ts';
export { findOwners, maxOwnersBytes, ownersFiles, parseOwners, type Owners } from './owners.ts';
export { readLabels } from './labels-file.ts';
export { parseConfig } from './parse.ts';
export { fromTop, treeOwners, type TreeOwners } from './tree-owners.ts';
export { readYaml, type Yaml } from './yaml.ts';
export type { Policy } from './policy.ts';
export { readPolicy, type PolicyReading } from './read-policy.ts';
