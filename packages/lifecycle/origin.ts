import { buffer } from 'node:stream/consumers';

import { parseConfig } from '#image';
import { annotation } from '#io';
import { parseManifest, type Digest, type Repository } from '#oci';

/** What an image says of where it comes from: nothing of it is proven. */
export interface Origin {
  readonly revision: string | undefined;
  /** The digest of what it was built with. */
  readonly recipe: string | undefined;
}

/** Reads annotations, and for the revision also the label of the config. */
export async function originOf(repository: Repository, digest: Digest): Promise<Origin> {
  const stored = await repository.manifest(digest);
  if (stored === undefined) return { revision: undefined, recipe: undefined };
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  const recipe = manifest.annotations?.[annotation.recipe];
  const annotated = manifest.annotations?.[annotation.revision];
  if (annotated !== undefined || 'manifests' in manifest) return { revision: annotated, recipe };
  const config = parseConfig(await buffer(await repository.blob(manifest.config)));
  return { revision: config.config?.Labels?.[annotation.revision], recipe };
}
