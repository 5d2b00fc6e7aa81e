import { parseManifest, type Descriptor, type Digest, type Manifest, type Repository } from '#oci';

/** A manifest that is there. */
export interface Stored {
  readonly descriptor: Descriptor;
  readonly manifest: Manifest;
}

/** @throws Corrupt when it is no manifest */
export async function storedAt(
  repository: Repository,
  digest: Digest,
): Promise<Stored | undefined> {
  const stored = await repository.manifest(digest);
  if (stored === undefined) return undefined;
  const { descriptor, bytes } = stored;
  const what = `the manifest ${repository.name}@${digest}`;
  return { descriptor, manifest: parseManifest(bytes, descriptor.mediaType, what) };
}
