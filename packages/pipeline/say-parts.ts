import type { Built } from '#builder';
import { isAttestation } from '#image';
import { completePartOf, contentOf, sayPartOf, type Content } from '#lifecycle';
import {
  formatPlatform,
  inParallel,
  isIndex,
  openLayout,
  parseManifest,
  type Descriptor,
  type Repository,
} from '#oci';

const atOnce = 4;

interface Where {
  readonly repository: Repository;
  readonly signal: AbortSignal;
}

/**
 * Says of each image of a stored index that it is in it, beside the image: by a child's digest alone no registry finds
 * its index. The same words are the same artifacts, so that a rerun adds what is missing and nothing else.
 */
export async function sayParts({ layout, root }: Built, where: Where): Promise<void> {
  await ofEach(await contentOf(openLayout(layout), root.digest), where, sayPartOf);
}

/** The same of an index that was stored before: what is missing is said. */
export const completeParts = (content: Content, where: Where): Promise<void> =>
  ofEach(content, where, completePartOf);

async function ofEach(
  { bytes, descriptor }: Content,
  { repository, signal }: Where,
  say: typeof sayPartOf,
): Promise<void> {
  const manifest = parseManifest(bytes, descriptor.mediaType);
  if (!isIndex(manifest)) return;
  const { digest: index } = descriptor;
  const sayOf = (image: Descriptor): Promise<void> => {
    const platform = image.platform === undefined ? null : formatPlatform(image.platform);
    return say(repository, image, { index, platform });
  };
  const [first, ...others] = manifest.manifests.filter((child) => !isAttestation(child));
  // What statements have in common is stored with the first one.
  if (first !== undefined) await sayOf(first);
  await inParallel(others, { concurrency: atOnce, signal }, sayOf);
}
