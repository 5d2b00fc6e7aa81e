import { annotation, artifactType, layerIndexType } from '#io';
import {
  inParallel,
  mediaType,
  putBytes,
  type Descriptor,
  type Digest,
  type Repository,
} from '#oci';

import type { LayerIndex, LayerIndexHeader } from './layer-index.ts';

/** The name of the artifact that holds the indexes of an image. */
export const indexesArtifact = artifactType('layer-indexes');
/** Of one index: that of two million entries with hashes is half of it. What is longer is neither attached nor read. */
export const maxIndexBytes = 128 << 20;

const emptyConfig = new TextEncoder().encode('{}');
const atOnce = 4;

/**
 * Attaches the indexes of an image's layers to its manifest, as one artifact: a referrer with a blob for each
 * layer. The same indexes always make the same artifact, and what is there is not written again. Indexes of
 * layers that nobody verified are left out.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage
 * @param image the manifest of one platform, whose layers were held against their digests and diffIDs
 * @returns the artifact; undefined where there is no index to attach
 * @throws whatever the repository ends in
 */
export async function attachIndexes(
  to: Repository,
  image: Descriptor,
  { indexes, signal }: { readonly indexes: readonly LayerIndex[]; readonly signal: AbortSignal },
): Promise<Digest | undefined> {
  const files = new Map<Digest, LayerIndex>();
  for (const index of indexes) {
    const { layer } = index.header;
    if ('diffId' in layer && index.bytes.length <= maxIndexBytes) files.set(layer.diffId, index);
  }
  if (files.size === 0) return undefined;
  const stored = new Map<Digest, Descriptor>();
  await inParallel(files, { concurrency: atOnce, signal }, async ([diffId, index], stop) => {
    const blob = await putBytes(to, index.bytes, layerIndexType, { signal: stop });
    stored.set(diffId, { ...blob, annotations: annotationsOf(diffId, index.header) });
  });
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    artifactType: indexesArtifact,
    config: await putBytes(to, emptyConfig, mediaType.empty, { signal }),
    // In the order of the layers, however the blobs were stored.
    layers: [...files.keys()].map((diffId) => stored.get(diffId)),
    subject: { mediaType: image.mediaType, digest: image.digest, size: image.size },
  };
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  return (await to.putManifest(bytes, mediaType.manifest)).digest;
}

const factsOf = 'facts:';

const annotationsOf = (
  diffId: Digest,
  { format, sections }: LayerIndexHeader,
): Readonly<Record<string, string>> => ({
  [annotation.diffId]: diffId,
  [annotation.indexFormat]: String(format),
  [annotation.collectors]: Object.entries(sections)
    .flatMap(([name, part]) =>
      part !== undefined && name.startsWith(factsOf)
        ? [`${name.slice(factsOf.length)}@${part.version}`]
        : [],
    )
    .join(' '),
});
