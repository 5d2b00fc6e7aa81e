import type { Digest, Repository } from '#oci';

/** The same repository, of which nothing is known on the disk: its blobs are poured. */
export const notLocal = (repository: Repository): Repository => ({
  name: repository.name,
  key: repository.key,
  resolve: (at) => repository.resolve(at),
  manifest: (at) => repository.manifest(at),
  blob: (descriptor, how) => repository.blob(descriptor, how),
  hasBlob: (digest) => repository.hasBlob(digest),
  blobSize: (digest) => repository.blobSize(digest),
  putBlob: (descriptor, open, how) => repository.putBlob(descriptor, open, how),
  putManifest: (bytes, mediaType, how) => repository.putManifest(bytes, mediaType, how),
  tag: (name, bytes, mediaType, expect, how) => repository.tag(name, bytes, mediaType, expect, how),
  tags: () => repository.tags(),
  referrers: (subject, artifactType) => repository.referrers(subject, artifactType),
  remove: (at) => repository.remove(at),
});

/** Tells which blobs were read. */
export function watchedReads(repository: Repository) {
  const reads: Digest[] = [];
  const watched: Repository = {
    ...repository,
    blob: async (descriptor, how) => {
      reads.push(descriptor.digest);
      return repository.blob(descriptor, how);
    },
  };
  return { repository: watched, reads: () => reads.toSorted() };
}
