import { NotThere, type Descriptor, type Digest, type Repository } from '#oci';

/** A manifest as it is stored: a name is always put on the same bytes. */
export interface Content {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
}

/** @throws NotThere */
export async function contentOf(repository: Repository, digest: Digest): Promise<Content> {
  const content = await repository.manifest(digest);
  if (content === undefined) throw new NotThere(digest, repository.name);
  return content;
}
