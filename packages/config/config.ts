import type { LabelPolicy } from '#labels';
import type { LayersRules } from '#layers';
import type { Digest, Tag } from '#oci';

/** How an image is built: it describes a commit and is read from its tree. Paths start at the top of the repository. */
export interface BuildConfig {
  readonly context: string;
  readonly file: string;
  readonly target: string | undefined;
  /** None: that of the machine. */
  readonly platforms: readonly string[];
  readonly args: Readonly<Record<string, string>>;
}
export interface ImagePolicy {
  readonly name: string;
  /** `registry/repository` */
  readonly repository: string;
  /** What stands before the version in this image's git tags. */
  readonly tagPrefix: string;
}
export interface ImageConfig extends ImagePolicy {
  readonly build: BuildConfig;
}
export interface BasePolicy {
  /** For `matchesBase`. */
  readonly allowed: readonly string[];
  readonly owner: string | undefined;
}
export interface Environment {
  readonly name: string;
  /** Environments that a digest has to pass before. */
  readonly after: readonly string[];
  readonly promote: 'auto' | 'manual';
  readonly tag: Tag;
  /** Undefined: the image's own. */
  readonly repository: string | undefined;
  readonly gates: EnvironmentGates;
}
/** What a digest has to be like, by gate. */
export interface EnvironmentGates {
  readonly layers: LayersRules | undefined;
}

/** One `ecluse.yml`, checked. */
export interface Config {
  readonly images: readonly ImageConfig[];
  readonly base: BasePolicy | undefined;
  /** Undefined: the file says nothing of labels. */
  readonly labels: LabelPolicy | undefined;
  /** Each one behind those that it comes after. */
  readonly environments: readonly Environment[];
  /** Of the policy half: spelling, order of keys and comments do not change it. */
  readonly digest: Digest;
  /** From the top of the repository. */
  readonly file: string;
}
