import { Failed } from '#io';

import { readsOf, type Reading } from './forward.ts';
import type { Repository } from './repository.ts';

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
    ...readsOf(repository),
    putBlob: ({ digest }) => refuse(digest),
    putManifest: () => refuse('a manifest'),
    tag: (name) => refuse(`the tag ${name}`),
    remove: (at) => refuse(`the removal of ${at}`),
  };
}
