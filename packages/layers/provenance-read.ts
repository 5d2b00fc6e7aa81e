import { isAttestation, smallBlob, type Images } from '#image';
import { isIndex, parseManifest, type Digest, type ImageIndex } from '#oci';

import { maxProvenanceBytes, parseProvenance, type BuildProvenance } from './provenance.ts';

/**
 * The SLSA provenance that BuildKit put beside an image into its index; undefined when there is none.
 * @throws Corrupt for one that cannot be read
 */
export async function readProvenance(
  repository: Images,
  { manifests }: ImageIndex,
  image: Digest,
): Promise<BuildProvenance | undefined> {
  const about = manifests.filter(
    (one) => isAttestation(one) && one.annotations?.['vnd.docker.reference.digest'] === image,
  );
  const [attestation] = about;
  const stored = attestation && (await repository.manifest(attestation.digest));
  if (stored === undefined) return undefined;
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  if (isIndex(manifest)) return undefined;
  const statement = manifest.layers.find(({ annotations }) =>
    annotations?.['in-toto.io/predicate-type']?.startsWith('https://slsa.dev/provenance/'),
  );
  if (statement === undefined) return undefined;
  const what = `the provenance of ${image}`;
  const bytes = await smallBlob(repository, statement, { what, maxBytes: maxProvenanceBytes });
  return parseProvenance(bytes, what);
}
