import type { Event } from '#io';
import type { Image } from '#lifecycle';
import type { Digest } from '#oci';
import type { Name, OnExisting } from '#version';

import type { BuildPorts, Recipe } from './build.ts';
import type { Looks } from './looks.ts';
import type { Duties } from './situation.ts';
import type { BuildTold } from './statements.ts';

export interface RunPorts extends BuildPorts {
  readonly looks: Looks;
}

/** One image and everything that its run depends on. */
export interface Errand {
  readonly image: Image;
  readonly event: Event;
  readonly duties: Duties;
  readonly dryRun: boolean;
  /** What is built is looked into. */
  readonly layers: boolean;
  /** What the event calls the image. */
  readonly names: readonly Name[];
  /** Paths that differ from the commit. */
  readonly dirty: readonly string[];
  /** Of what decides the build beside the commit; undefined: the tree is not at that commit. */
  readonly fingerprint: Digest | undefined;
  /** What becomes of a version that stands on another digest. */
  readonly onExisting: OnExisting;
  /** Asked only when something is built. */
  readonly recipe: () => Promise<Recipe>;
  /** How the commit is built, for the statement about it; undefined: the tree is not at that commit. */
  readonly told: (() => Promise<BuildTold>) | undefined;
}
