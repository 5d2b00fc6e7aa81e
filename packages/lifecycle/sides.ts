import { Failed, quote, Refused, type Side } from '#io';
import type { Digest, Repository } from '#oci';

import { builtStatements } from './built.ts';
import { originOf } from './origin.ts';
import { releaseStatements } from './release.ts';

/** What wants a name is what is at hand. */
export type Ours = Side;

/**
 * What is known of an image that stands in the way: from the statements about it, else from what it says of itself. What
 * cannot be read is not known, since the refusal is what counts.
 */
export async function standingSide(repository: Repository, digest: Digest): Promise<Side> {
  const side = async (): Promise<Side> => {
    const [release, built, origin] = await Promise.all([
      releaseStatements(repository, digest),
      builtStatements(repository, digest),
      originOf(repository, digest),
    ]);
    const told = release[0]?.predicate ?? built[0]?.predicate;
    return {
      digest,
      commit: told?.commit ?? origin.revision ?? null,
      by: told?.by ?? null,
      at: told?.at ?? origin.created ?? null,
    };
  };
  return side().catch((error: unknown) => {
    if (error instanceof Failed) return { digest, commit: null, by: null, at: null };
    throw error;
  });
}

/** For a sentence: the digest, and in brackets commit, run and time as far as they are known. */
export function describeSide({ digest, commit, by, at }: Side): string {
  const facts = [
    commit === null ? 'of a commit that is not known' : `of commit ${plain(commit)}`,
    by === null ? 'by a run that is not known' : `by ${plain(by)}`,
    at === null ? 'at a time that is not known' : `at ${plain(at)}`,
  ];
  const nothing = commit === null && by === null && at === null;
  const known = nothing ? 'commit, run and time are not known' : facts.join(', ');
  return `${digest ?? 'an image that is not built yet'} (${known})`;
}

/** Statements and labels are somebody's text. */
const plain = (text: string): string =>
  /^[\w.:/@+ -]{1,200}$/.test(text) ? text : quote(text.slice(0, 200));

/** The refusal of a name that is written once and stands on something else. */
export async function taken(
  repository: Repository,
  what: { readonly name: string; readonly found: Digest; readonly guarded?: boolean },
  ours: Ours,
): Promise<Refused> {
  const { name, found, guarded = false } = what;
  const standing = await standingSide(repository, found);
  const guard = guarded ? ', and the registry itself lets nobody move it' : '';
  return new Refused(
    'version-taken',
    `${name} of ${repository.name} is written once: it stands on ${describeSide(standing)}${guard}; this is ${describeSide(ours)}; release it under a new version`,
    { conflict: { standing, ours } },
  );
}
