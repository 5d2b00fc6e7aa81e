import { innermost } from './behind.ts';
import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { annotationsOf } from './layout-index.ts';
import type { Repository } from './repository.ts';
import { indexOf } from './store-index.ts';

/** What storage on this machine's disk gives a server beyond the port. */
export interface Local {
  /** Has anything been written to the repository? */
  isThere(): Promise<boolean>;
  /**
   * The file of a blob, as it lies there. Its bytes were hashed on their way in, and nobody does so again: this
   * is for clients that ask by digest and hash what they get.
   */
  blobFile(
    digest: Digest,
  ): Promise<{ readonly path: string; readonly sizeBytes: number } | undefined>;
  /**
   * Makes a file the blob; its bytes were hashed by the caller. The file goes. False when that cannot be done,
   * because it lies on another disk.
   */
  takeBlob(descriptor: Descriptor, file: string): Promise<boolean>;
  /** A manifest is none of the blobs here: `remove` also takes what points to it. */
  removeBlob(digest: Digest): Promise<'removed' | 'not there' | 'a manifest'>;
  /** Annotations of the descriptor of a manifest, as `index.json` has them, but for names. */
  annotationsOf(digest: Digest): Promise<Readonly<Record<string, string>>>;
}

const locals = new WeakMap<object, Local>();

/** Remembers what a repository can do on the disk. */
export function withLocal<R extends Repository>(repository: R, local: Local): R {
  locals.set(repository, local);
  return repository;
}

/** Undefined for storage that is elsewhere. */
export const localOf = (repository: Repository): Local | undefined =>
  locals.get(innermost(repository));

/** Whether the descriptors that names stand on are kept, with their annotations: in a folder they are, in a registry not. */
export const keepsDescriptors = (repository: Repository): boolean =>
  localOf(repository) !== undefined;

/** Those that a folder or an archive has; nothing elsewhere. */
export async function descriptorAnnotations(
  repository: Repository,
  digest: Digest,
): Promise<Readonly<Record<string, string>>> {
  const local = localOf(repository);
  if (local !== undefined) return local.annotationsOf(digest);
  const index = await indexOf(repository);
  return index === undefined ? {} : annotationsOf(index, digest);
}

/** Bytes as they lie in a file, for whoever reads them elsewhere and hashes them. */
export interface FilePart {
  readonly path: string;
  readonly from: number;
  readonly lengthBytes: number;
}

const parts = new WeakMap<object, (digest: Digest) => Promise<FilePart | undefined>>();

/** Remembers where the blobs of a repository lie on the disk. */
export function withParts<R extends object>(
  repository: R,
  partOf: (digest: Digest) => Promise<FilePart | undefined>,
): R {
  parts.set(repository, partOf);
  return repository;
}

/** Where a blob lies; undefined for one that is not there, and for storage that is elsewhere. */
export const filePartOf = async (
  repository: object,
  digest: Digest,
): Promise<FilePart | undefined> => parts.get(innermost(repository))?.(digest);
