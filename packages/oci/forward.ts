import type { Repository } from './repository.ts';

/** What of a repository only reads. */
export type Reading = Omit<Repository, 'putBlob' | 'putManifest' | 'tag' | 'remove'>;

/** What reads in a repository, as a plain object whose methods another one may stand in for. */
export const readsOf = (repository: Reading): Reading => ({
  name: repository.name,
  key: repository.key,
  resolve: (at) => repository.resolve(at),
  manifest: (at) => repository.manifest(at),
  blob: (descriptor, how) => repository.blob(descriptor, how),
  hasBlob: (digest) => repository.hasBlob(digest),
  blobSize: (digest) => repository.blobSize(digest),
  tags: () => repository.tags(),
  referrers: (subject, artifactType) => repository.referrers(subject, artifactType),
});

/** The same with what writes. Where its blobs lie on the disk is not known of it. */
export const forwarding = (repository: Repository): Repository => ({
  ...readsOf(repository),
  putBlob: (descriptor, from, how) => repository.putBlob(descriptor, from, how),
  putManifest: (bytes, mediaType, how) => repository.putManifest(bytes, mediaType, how),
  tag: (...named) => repository.tag(...named),
  remove: (at) => repository.remove(at),
});
