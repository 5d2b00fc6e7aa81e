import type { Built } from '#builder';
import { isAttestation } from '#image';
import { sayPartOf } from '#lifecycle';
import {
  formatPlatform,
  inParallel,
  isIndex,
  NotThere,
  openLayout,
  parseManifest,
  type Descriptor,
  type Repository,
} from '#oci';

const atOnce = 4;

/**
 * Says of each image of a stored index that it is in it, beside the image: by a child's digest alone no registry finds
 * its index. The same words are the same artifacts, so that a rerun adds what is missing and nothing else.
 */
export async function sayParts(
  { layout, root }: Built,
  repository: Repository,
  signal: AbortSignal,
): Promise<void> {
  const stored = await openLayout(layout).manifest(root.digest);
  if (stored === undefined) throw new NotThere(root.digest, layout);
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  if (!isIndex(manifest)) return;
  const images = manifest.manifests.filter((child) => !isAttestation(child));
  const [first, ...others] = images;
  const say = async (image: Descriptor): Promise<void> => {
    const platform = image.platform === undefined ? null : formatPlatform(image.platform);
    await sayPartOf(repository, image, { index: root.digest, platform });
  };
  // What statements have in common is stored with the first one.
  if (first !== undefined) await say(first);
  await inParallel(others, { concurrency: atOnce, signal }, say);
}
