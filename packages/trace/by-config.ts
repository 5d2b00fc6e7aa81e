import { isAttestation } from '#image';
import { isIndex, type Digest, type Manifest, type Repository } from '#oci';

import type { Gaps } from './gaps.ts';
import { firstOf, type Names } from './names.ts';
import { storedAt, type Stored } from './stored.ts';

const mostManifests = 500;

/**
 * Engines call an image by the digest of its config, by which no registry finds anything: what the tags stand on is
 * gone through.
 */
export async function imageWithConfig(
  repository: Repository,
  config: Digest,
  { names: { named }, gaps }: { readonly names: Names; readonly gaps: Gaps },
): Promise<Stored | undefined> {
  const seen = new Set<Digest>();
  const look = async (digest: Digest): Promise<Stored | undefined> => {
    if (seen.has(digest) || seen.size >= mostManifests) return undefined;
    seen.add(digest);
    const what = `the manifest ${digest}`;
    const stored = await gaps.ask(what, () => storedAt(repository, digest), undefined);
    if (stored === undefined) return undefined;
    if (hasConfig(stored.manifest, config)) return stored;
    for (const child of imagesIn(stored.manifest)) {
      const inside = await look(child);
      if (inside !== undefined) return inside;
    }
    return undefined;
  };
  return firstOf(named, ({ descriptor }) => look(descriptor.digest));
}

const hasConfig = (manifest: Manifest, config: Digest): boolean =>
  !isIndex(manifest) && manifest.config.digest === config;

const imagesIn = (manifest: Manifest): readonly Digest[] =>
  isIndex(manifest)
    ? manifest.manifests.filter((child) => !isAttestation(child)).map(({ digest }) => digest)
    : [];
