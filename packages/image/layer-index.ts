import type { Digest } from '#oci';
import type { Collector, FileFacts } from '#inventory';

import type { Listing } from './listing.ts';

/** Names a layer that nobody verified, by its blob. It is no digest, so that it is never taken for one. */
export type UnverifiedId = string & { readonly __brand: 'UnverifiedId' };

/** What a layer is: proven by its diffID, or told by somebody. */
export type LayerId = { readonly diffId: Digest } | { readonly unverified: UnverifiedId };

/** A part of an index: where it lies behind the header, in bytes, and what it must hash to. */
export interface Section {
  readonly version: number;
  readonly offset: number;
  readonly lengthBytes: number;
  /** When it is inflated. */
  readonly plainBytes: number;
  /** In hex. */
  readonly sha256: string;
}
export type SectionName = 'entries' | 'hashes' | `facts:${string}`;

export interface LayerIndexHeader {
  readonly format: 1;
  readonly layer: LayerId;
  /** Of the plain tar. */
  readonly sizeBytes: number;
  readonly entries: number;
  readonly hashed: 'none' | 'sha256';
  readonly sections: Readonly<Partial<Record<SectionName, Section>>>;
}

/** All that is known of one layer. Whoever has it needs no byte of the layer any more. */
export interface LayerIndex {
  readonly header: LayerIndexHeader;
  readonly listing: Listing;
  /** The file that it was read from. */
  readonly bytes: Uint8Array;
  /** Undefined when this collector, in this version, has not looked at the layer. */
  facts<Fact>(
    collector: Pick<Collector<Fact>, 'name' | 'version'>,
  ): readonly FileFacts<Fact>[] | undefined;
}
