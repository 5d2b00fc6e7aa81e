import { kindOf, type Document } from '#io';
import type { Tag } from '#oci';
import type { Move } from '#lifecycle';

/** Who built an image, and who was asked before and said no. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  readonly passedOver: readonly { readonly name: string; readonly why: string }[];
}

export interface BuildStep {
  readonly platform: string;
  readonly line: number | null;
  readonly text: string;
  readonly ms: number;
  readonly cached: boolean;
}

/** What a build brought, stored or not. */
export interface BuildDocument extends Document {
  readonly name: string;
  readonly repository: string;
  readonly commit: string | null;
  /**
   * built: by this run, stored. found: the commit was built before. private: built by this run, not stored.
   */
  readonly how: 'built' | 'found' | 'private';
  /** What is shown where no version is given: `0.0.0-g<12 hex>-dirty`. */
  readonly version: string | null;
  readonly claim: Tag | null;
  readonly engine: Engine | null;
  readonly steps: readonly BuildStep[];
  /** Paths that differ from the commit and that the build reads. */
  readonly dirty: readonly string[];
}

/** One image's way through the pipeline. */
export interface ImageRun extends BuildDocument {
  readonly moves: readonly Move[];
  /** The command that continues, when something waits for a person. */
  readonly next: string | null;
}

/** A whole run: one image, or a set. */
export interface RunDocument extends Document {
  readonly event: string;
  readonly sources: Sources;
  readonly images: readonly ImageRun[];
}

/** Where the two halves of `ecluse.yml` were read. */
export interface Sources {
  readonly build: string;
  readonly policy: string;
  /** One sentence when the policy of the tree is not what counts. */
  readonly note: string | null;
}

/** One image stands for the run; a set has its own line for each. */
export function documentOf(
  images: readonly ImageRun[],
  event: string,
  sources: Sources,
): RunDocument {
  const [first] = images;
  const only = images.length === 1 ? first : undefined;
  return {
    kind: kindOf('run'),
    image: only?.image ?? null,
    digest: only?.digest ?? null,
    results: images.flatMap(({ results }) => results),
    event,
    sources,
    images,
  };
}
