import type { Descriptor, Digest, Repository, Tag } from '#oci';
import { claimTag, highest, parseVersion, type Version } from '#version';

import type { Ground } from './ground.ts';
import { originOf } from './origin.ts';
import type { Image } from './place.ts';

/** What is known of a digest: where it comes from and which versions it carries. */
export interface Known {
  readonly descriptor: Descriptor;
  readonly digest: Digest;
  /** Believed: the claim of this commit points to this digest. */
  readonly commit: string | undefined;
  /** The newest first. */
  readonly versions: readonly Tag[];
  readonly version: Version | undefined;
}

/**
 * Asks the image's own repository, where its claims and versions are.
 * @returns undefined when the digest is not there
 */
export async function know(
  { repository }: Image,
  at: Digest | Tag,
  { open, versions }: Pick<Ground, 'open' | 'versions'>,
): Promise<Known | undefined> {
  const own = open(repository, 'write');
  const descriptor = await own.resolve(at);
  if (descriptor === undefined) return undefined;
  const { digest } = descriptor;
  const [carried, commit] = await Promise.all([versions.of(own, digest), commitOf(own, digest)]);
  return {
    descriptor,
    digest,
    commit,
    versions: carried,
    version: highest(carried.flatMap((tag) => parseVersion(tag) ?? [])),
  };
}

/** The commit that an image names, when that commit's claim names the image. */
export async function commitOf(
  repository: Repository,
  digest: Digest,
): Promise<string | undefined> {
  const { revision } = await originOf(repository, digest);
  if (revision === undefined || !/^[0-9a-f]{40}$/.test(revision)) return undefined;
  const claim = await repository.resolve(claimTag(revision));
  return claim?.digest === digest ? revision : undefined;
}

/** What a person calls it: its version, else its commit, else its digest, shortened. */
export const nameOf = ({
  version,
  commit,
  digest,
}: Omit<Known, 'descriptor' | 'versions'>): string =>
  version?.text ?? (commit === undefined ? digest.slice(0, 19) : `commit ${commit.slice(0, 12)}`);
