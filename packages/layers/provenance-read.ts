import { isAttestation, smallBlob, type Images } from '#image';
import { isIndex, parseManifest, type Digest, type ImageIndex } from '#oci';

import { maxProvenanceBytes, parseProvenance, type BuildProvenance } from './provenance.ts';

/**
 * The SLSA provenance that BuildKit put beside an image into its index; undefined when there is none.
 * @throws Corrupt for one that cannot be read
 */
export async function readProvenance(
  repository: Images,
  index: ImageIndex,
  image: Digest,
): Promise<BuildProvenance | undefined> {
  const bytes = await provenanceBytes(repository, index, image);
  return bytes && parseProvenance(bytes, nameOf(image));
}

const nameOf = (image: Digest): string => `the provenance of ${image}`;

/**
 * The same as it is stored, for who wants to know something else of it.
 * @throws Corrupt for one that is longer than `maxProvenanceBytes`
 */
export async function provenanceBytes(
  repository: Images,
  { manifests }: ImageIndex,
  image: Digest,
): Promise<Uint8Array | undefined> {
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
  return smallBlob(repository, statement, { what: nameOf(image), maxBytes: maxProvenanceBytes });
}
