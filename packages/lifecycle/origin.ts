import { imageConfig, platformImages, type ImageConfig } from '#image';
import { annotation } from '#io';
import { isIndex, parseManifest, type Digest, type Manifest, type Repository } from '#oci';

/** What an image says of where it comes from: nothing of it is proven. */
export interface Origin {
  readonly revision: string | undefined;
  /** The digest of what it was built with. */
  readonly recipe: string | undefined;
  readonly version: string | undefined;
  /** When, as it says; not checked to be a time. */
  readonly created: string | undefined;
}

/**
 * Reads annotations, and where they name no revision the labels of the config: of the first image, where it is an index,
 * since builders write labels of a commit into all of them.
 */
export async function originOf(repository: Repository, digest: Digest): Promise<Origin> {
  const stored = await repository.manifest(digest);
  if (stored === undefined) return nothingSaid;
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  const annotated = said(manifest.annotations ?? {});
  if (annotated.revision !== undefined) return annotated;
  const config = await firstConfig(repository, digest, manifest);
  const labelled = said(config?.config?.Labels ?? {});
  return {
    recipe: annotated.recipe,
    revision: labelled.revision,
    version: annotated.version ?? labelled.version,
    created: annotated.created ?? labelled.created ?? config?.created,
  };
}

const said = (labels: Readonly<Record<string, string>>): Origin => ({
  revision: labels[annotation.revision],
  recipe: labels[annotation.recipe],
  version: labels[annotation.version],
  created: labels[annotation.created],
});
const nothingSaid = said({});

async function firstConfig(
  repository: Repository,
  digest: Digest,
  manifest: Manifest,
): Promise<ImageConfig | undefined> {
  if (!isIndex(manifest)) return imageConfig(repository, manifest);
  let asked = 0;
  const { images } = await platformImages(repository, digest, () => (asked += 1) === 1);
  const [first] = images;
  return first && imageConfig(repository, first.manifest);
}
