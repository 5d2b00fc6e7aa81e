import { buffer } from 'node:stream/consumers';

import { annotation } from '#io';
import { parseConfig } from '#image';
import { parseManifest, type Descriptor, type Digest, type Repository, type Tag } from '#oci';
import { claimTag, compareVersions, highest, parseVersion, type Version } from '#version';

/** What is known of a digest: where it comes from and which versions it carries. */
export interface Known {
  readonly descriptor: Descriptor;
  readonly digest: Digest;
  /** Believed: the claim of this commit points to this digest. */
  readonly commit: string | undefined;
  readonly versions: readonly Tag[];
  readonly version: Version | undefined;
}

/** Of this many versions, newest first, it is asked whether they carry the digest. */
const versionsAsked = 100;

/**
 * @param repository the image's own, where its claims and versions are
 * @returns undefined when the digest is not there
 */
export async function know(repository: Repository, at: Digest | Tag): Promise<Known | undefined> {
  const descriptor = await repository.resolve(at);
  if (descriptor === undefined) return undefined;
  const { digest } = descriptor;
  const versions = await versionsOf(repository, digest);
  return {
    descriptor,
    digest,
    commit: await commitOf(repository, digest),
    versions,
    version: highest(versions.flatMap((tag) => parseVersion(tag) ?? [])),
  };
}

/** The commit that an image names, when that commit's claim names the image. */
async function commitOf(repository: Repository, digest: Digest): Promise<string | undefined> {
  const revision = await revisionOf(repository, digest);
  if (revision === undefined || !/^[0-9a-f]{40}$/.test(revision)) return undefined;
  const claim = await repository.resolve(claimTag(revision));
  return claim?.digest === digest ? revision : undefined;
}

/** What the image says of itself: an annotation, else a label of its config. */
async function revisionOf(repository: Repository, digest: Digest): Promise<string | undefined> {
  const stored = await repository.manifest(digest);
  if (stored === undefined) return undefined;
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  const annotated = manifest.annotations?.[annotation.revision];
  if (annotated !== undefined || 'manifests' in manifest) return annotated;
  const config = parseConfig(await buffer(await repository.blob(manifest.config)));
  return config.config?.Labels?.[annotation.revision];
}

async function versionsOf(repository: Repository, digest: Digest): Promise<readonly Tag[]> {
  const all: { readonly tag: Tag; readonly version: Version }[] = [];
  for await (const tag of repository.tags()) {
    const version = parseVersion(tag);
    if (version !== undefined) all.push({ tag, version });
  }
  all.sort((a, b) => compareVersions(b.version, a.version));
  const carrying: Tag[] = [];
  for (const { tag } of all.slice(0, versionsAsked)) {
    if ((await repository.resolve(tag))?.digest === digest) carrying.push(tag);
  }
  return carrying;
}

/** What a person calls it: its version, else its commit, else its digest, shortened. */
export const nameOf = ({ version, commit, digest }: Known): string =>
  version?.text ?? (commit === undefined ? digest.slice(0, 19) : `commit ${commit.slice(0, 12)}`);
