import { buffer } from 'node:stream/consumers';

import { annotation, layerIndexType, messageOf, quote, UsageError } from '#io';
import {
  Corrupt,
  inParallel,
  isIndex,
  NotThere,
  parseManifest,
  pinned,
  type Descriptor,
  type Digest,
  type Repository,
} from '#oci';

import { indexesArtifact, maxIndexBytes } from './attach-indexes.ts';
import type { LayerIndex } from './layer-index.ts';
import { readLayerIndex } from './layer-index-file.ts';

const atOnce = 4;

/** Indexes of the layers of one image, in an artifact. */
export interface AttachedIndexes {
  readonly artifact: Digest;
  /** The image whose manifest the artifact refers to: it tells nothing of any other. */
  readonly subject: Digest;
  /**
   * The index of a layer; undefined when the artifact has none.
   * @throws Corrupt for one that is not what its digest, its checksums or its diffID say; NotThere
   */
  get(diffId: Digest, signal: AbortSignal): Promise<LayerIndex | undefined>;
}

/**
 * Opens an artifact of `attachIndexes`. Whoever may write to a repository can attach anything to an image of it, so
 * that the digest must come from somebody who is believed, and never from a list of referrers: layers whose
 * indexes are read here count as verified.
 * @throws NotThere; UsageError for an artifact of another kind
 */
export async function openIndexes(from: Repository, artifact: Digest): Promise<AttachedIndexes> {
  const stored = await from.manifest(artifact);
  if (stored === undefined) throw new NotThere(`the artifact ${artifact}`, from.name);
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  const { subject } = manifest;
  if (isIndex(manifest) || manifest.artifactType !== indexesArtifact || subject === undefined) {
    const what = quote(pinned(from.name, artifact));
    throw new UsageError(`${what} holds no indexes of layers: name an artifact of --attach`);
  }
  const blobs = new Map<string, Descriptor>();
  for (const blob of manifest.layers) {
    const diffId = blob.annotations?.[annotation.diffId];
    if (diffId !== undefined && blob.mediaType === layerIndexType) blobs.set(diffId, blob);
  }
  return {
    artifact,
    subject: subject.digest,
    async get(diffId, signal) {
      const blob = blobs.get(diffId);
      return blob && indexIn(from, blob, { diffId, signal });
    },
  };
}

async function indexIn(
  from: Repository,
  blob: Descriptor,
  { diffId, signal }: { readonly diffId: Digest; readonly signal: AbortSignal },
): Promise<LayerIndex> {
  const what = `the index ${blob.digest} of ${from.name}`;
  if (blob.size > maxIndexBytes) {
    throw new Corrupt(what, `it is longer than ${maxIndexBytes} bytes`);
  }
  const index = readLayerIndex(await buffer(await from.blob(blob, { signal })), what);
  const { layer } = index.header;
  if ('diffId' in layer && layer.diffId === diffId) return index;
  throw new Corrupt(what, `it is not that of the layer ${diffId}`);
}

/**
 * Finds the attached indexes of some layers, several at a time. One that cannot be used is passed over with a
 * sentence: its layer is then read.
 * @param enough the index with all that is wanted; undefined where it lacks some of that
 */
export async function takeAttached<Layer extends { readonly diffId: Digest | undefined }>(
  attached: Pick<AttachedIndexes, 'get'>,
  layers: Iterable<Layer>,
  how: {
    readonly signal: AbortSignal;
    readonly enough: (index: LayerIndex, layer: Layer) => LayerIndex | undefined;
    readonly onPassedOver?: ((why: string) => void) | undefined;
  },
): Promise<ReadonlyMap<Layer, LayerIndex>> {
  const taken = new Map<Layer, LayerIndex>();
  const { signal, enough, onPassedOver } = how;
  await inParallel(layers, { concurrency: atOnce, signal }, async (layer, stop) => {
    const { diffId } = layer;
    if (diffId === undefined) return;
    const passOver = (why: string) =>
      onPassedOver?.(`the attached index of the layer ${diffId} is not used: ${why}`);
    try {
      const index = await attached.get(diffId, stop);
      const whole = index && enough(index, layer);
      if (index === undefined) passOver('there is none');
      else if (whole !== undefined) taken.set(layer, whole);
      else passOver('it lacks some of what is wanted');
    } catch (error) {
      if (!(error instanceof Corrupt || error instanceof NotThere)) throw error;
      passOver(messageOf(error));
    }
  });
  return taken;
}
