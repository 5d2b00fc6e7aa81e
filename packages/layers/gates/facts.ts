import type { ImageManifest } from '#oci';

/** What the gates look at, of one platform of an image. */
export interface LayersFacts {
  readonly platform: string;
  readonly manifest: ImageManifest;
  readonly sizeBytes: number;
  readonly reclaimableBytes: number;
  /** Undefined: nobody can tell. */
  readonly root: boolean | undefined;
  readonly rootWhy: string;
  /** Dive's numbers, to its last digit; undefined when nobody asked for them. */
  readonly dive: DiveNumbers | undefined;
}

export interface DiveNumbers {
  readonly efficiency: number;
  readonly wastedBytes: number;
  readonly userWastedPercent: number | 'NaN' | '+Inf';
}

/** What is to be replaced: an image, nothing at all, or undefined where there is nothing to compare with. */
export type Standing = LayersFacts | 'nothing' | undefined;
