import { forwarding, type Digest, type Repository } from '#oci';

/** The same repository, of which nothing is known on the disk: its blobs are poured. */
export const notLocal = forwarding;

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
