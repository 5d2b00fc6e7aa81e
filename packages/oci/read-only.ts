import { Failed } from '#io';

import type { Repository } from './repository.ts';

/** What of a repository only reads. */
export type Reading = Omit<Repository, 'putBlob' | 'putManifest' | 'tag' | 'remove'>;

/** The same repository for a dry run: it is read as ever, and every write is an error. */
export const readOnly = (repository: Repository): Repository =>
  withoutWrites(repository, { code: 'dry-run', why: 'this is a dry run' });

/** Every write ends in an error with this code and this reason. */
export function withoutWrites(
  repository: Reading,
  { code, why }: { readonly code: string; readonly why: string },
): Repository {
  const refuse = async (what: string): Promise<never> => {
    throw new Failed(3, code, `${what} was not written to ${repository.name}: ${why}`);
  };
  return {
    name: repository.name,
    key: repository.key,
    resolve: (at) => repository.resolve(at),
    manifest: (at) => repository.manifest(at),
    blob: (descriptor, how) => repository.blob(descriptor, how),
    hasBlob: (digest) => repository.hasBlob(digest),
    blobSize: (digest) => repository.blobSize(digest),
    tags: () => repository.tags(),
    referrers: (subject, artifactType) => repository.referrers(subject, artifactType),
    putBlob: ({ digest }) => refuse(digest),
    putManifest: () => refuse('a manifest'),
    tag: (name) => refuse(`the tag ${name}`),
    remove: (at) => refuse(`the removal of ${at}`),
  };
}
