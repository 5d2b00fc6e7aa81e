import type { Dockerfile } from '#dockerfile';
import type { ImageConfig } from '#image';
import type { Descriptor, Digest, Platform, Repository } from '#oci';

/** An image that the Dockerfile names, pinned before the build starts. */
export interface Base {
  /** As a person reads it: `docker.io/library/debian:12`. The image is said to stand on it. */
  readonly name: string;
  /** What the name stands for: a manifest, or an index from which the builder takes its platform. */
  readonly descriptor: Descriptor;
  readonly from: Repository;
}

/** Everything that decides what comes out of a build. */
export interface BuildPlan {
  /** An existing folder. */
  readonly context: string;
  readonly dockerfile: Dockerfile;
  /** Name or index of a stage; absent: the last one. */
  readonly target?: string;
  readonly platform: Platform;
  readonly args: Readonly<Record<string, string>>;
  /** Seconds; every time in the image is this one. */
  readonly epoch: number;
  /** Keyed by the text after `FROM`, `--from=` or `from=`, with arguments filled in. `scratch` and stages are not in it. */
  readonly bases: ReadonlyMap<string, Base>;
  /** Text of the ignore file that counts for this Dockerfile; absent: nothing is ignored. */
  readonly ignore?: string;
}

/** One instruction as it was carried out. */
export interface Step {
  readonly line: number | null;
  readonly text: string;
  readonly ms: number;
  readonly cached: boolean;
}

/** What an image stands on, as its Dockerfile says. */
export interface StandingOn {
  /** As `Base.name`. */
  readonly name: string;
  /** Of what the name stands for. */
  readonly digest: Digest;
  /** The configs of the images that it may be: an index can have several for one platform. */
  readonly configs: readonly ImageConfig[];
}

/** An image in a private OCI layout, as the Dockerfile makes it; nothing shared was written. */
export interface Built {
  readonly layout: string;
  readonly root: Descriptor;
  readonly engine: { readonly name: string; readonly version: string };
  readonly steps: readonly Step[];
  /** Undefined: on nothing, or for an index. */
  readonly on: StandingOn | undefined;
  /** Blobs of the image that are not in the layout, and where they are: layers of the base. */
  readonly elsewhere: ReadonlyMap<Digest, Repository>;
}

/** Something that turns a plan into an image. */
export interface Builder {
  readonly name: string;
  /** Asked before `build`; `no` is a reason that a person can act on. */
  can(plan: BuildPlan): Promise<true | { readonly no: string }>;
  /** `into` is an empty, private folder. */
  build(plan: BuildPlan, into: string, signal: AbortSignal): Promise<Built>;
}
