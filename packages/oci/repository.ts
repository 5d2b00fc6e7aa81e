import type { Readable } from 'node:stream';

import type { Descriptor } from './descriptor.ts';
import type { Algorithm, Digest } from './digest.ts';
import type { Tag } from './reference.ts';

/** `atomic`: compared and written in one step. `read-back`: compared, written, and read again. */
export type Guarantee = 'atomic' | 'read-back';

/**
 * `algorithm` names the manifest; sha256 unless it says otherwise. Manifests that came by sha512 keep that
 * digest through a copy, since others point to them by it: the bytes alone do not tell which one was meant.
 */
export interface PutManifest {
  readonly algorithm?: Algorithm;
}

export interface PutTag extends PutManifest {
  /**
   * Of the descriptor that the name stands on, where storage has one: an OCI layout, in its `index.json`. Other names of
   * the digest get them too. A registry has no place for them.
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface ReadBlob {
  /** The first byte that is wanted. */
  readonly from?: number;
  readonly signal?: AbortSignal;
  /**
   * The caller hashes the bytes, so they need not be hashed twice: what is sent on is, where it is stored. Their
   * number is still looked at.
   */
  readonly unchecked?: true;
}

/**
 * The one port to storage: a named repository in an OCI layout or a registry. Every method ends in a
 * value or in a RepositoryError.
 */
export interface Repository {
  /** As a person writes it: `ghcr.io/acme/shop`. */
  readonly name: string;
  /** Repositories with equal keys share blobs. */
  readonly key: string;
  resolve(at: Tag | Digest): Promise<Descriptor | undefined>;
  /** Bytes are hashed before they are returned. */
  manifest(
    at: Tag | Digest,
  ): Promise<{ readonly descriptor: Descriptor; readonly bytes: Uint8Array } | undefined>;
  /** Ends in an error, never in silence, when digest or size differ. */
  blob(descriptor: Descriptor, how?: ReadBlob): Promise<Readable>;
  hasBlob(digest: Digest): Promise<boolean>;
  /** In bytes; undefined when the blob is not there. */
  blobSize(digest: Digest): Promise<number | undefined>;
  putBlob(
    descriptor: Descriptor,
    open: (from: number) => Promise<Readable>,
    how?: { readonly mount?: Repository; readonly signal?: AbortSignal },
  ): Promise<'stored' | 'mounted' | 'there'>;
  /** By digest, no name; one with a `subject` is also found by `referrers()`. */
  putManifest(bytes: Uint8Array, mediaType: string, how?: PutManifest): Promise<Descriptor>;
  /**
   * Points a name at a manifest, which is stored with it.
   * @throws TagMoved when the name does not stand where `expect` says; TagImmutable
   */
  tag(
    name: Tag,
    bytes: Uint8Array,
    mediaType: string,
    expect: Digest | 'absent' | 'anything',
    how?: PutTag,
  ): Promise<{ readonly before: Digest | undefined; readonly guarantee: Guarantee }>;
  tags(): AsyncIterable<Tag>;
  referrers(subject: Digest, artifactType?: string): AsyncIterable<Descriptor>;
  /** A tag alone, or a manifest with all its tags. */
  remove(at: Tag | Digest): Promise<boolean>;
}

/** The one place that knows store, transports and credentials. */
export type OpenRepository = (name: string, for_: 'read' | 'write') => Repository;
