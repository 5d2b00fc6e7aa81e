import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';

import { Corrupt, inParallel, filePartOf, NotThere, type Descriptor, type Digest } from '#oci';

import { takeAttached, type AttachedIndexes } from './attached-indexes.ts';
import { indexOf } from './errand.ts';
import type { LayerCache } from './layer-cache.ts';
import type { LayerIndex } from './layer-index.ts';
import { readLayerIndex } from './layer-index-file.ts';
import { joined, renewed, staleIn, type Wanted } from './layer-index-renew.ts';
import type { Images } from './platform-images.ts';
import { Workers } from './workers.ts';

/** A layer of an image: its blob, and what the image says that it inflates to. */
export interface ImageLayer {
  readonly blob: Descriptor;
  readonly diffId: Digest | undefined;
}

export interface LayerReading {
  readonly from: Images;
  /** In the order of the manifest, the lowest first. */
  readonly layers: readonly ImageLayer[];
  readonly signal: AbortSignal;
  /** False for images whose digests are made up: nothing of them is kept, and no gate may believe them. */
  readonly verify?: boolean;
  /** Also the SHA-256 of every file. */
  readonly hash?: boolean;
  /** Whose facts are wanted. */
  readonly collectors?: readonly Wanted[];
  readonly cache?: LayerCache | undefined;
  /** Indexes that are believed like those of the cache: of this very image, and named by whoever asks. They are not put there. */
  readonly attached?: Pick<AttachedIndexes, 'get'> | undefined;
  /** Why the index of a layer that was attached is not used. */
  readonly onPassedOver?: (why: string) => void;
  /** Why a layer that stands in the cache is read all the same. */
  readonly onReadAgain?: (why: string) => void;
  readonly workers?: Workers;
  /** Bytes of blobs that were read, of those that must be. */
  readonly onProgress?: (doneBytes: number, ofBytes: number) => void;
}

/**
 * What the layers of an image hold, in their order. One that stands in the cache is not read, unless a newer collector
 * wants a file of it; the others are read once each, the largest first, on as many threads as there are processors.
 * @throws Corrupt for a layer that is not what its digest or the image says; NotThere
 */
export async function readLayers(reading: LayerReading): Promise<readonly LayerIndex[]> {
  const { from, layers, signal, verify = true, cache } = reading;
  if (verify) checkSizes(reading);
  const { found, missing, stale } = await keptOf(reading);
  for (const [{ blob }, index] of await attachedOf(missing.values(), reading)) {
    found.set(blob.digest, index);
    missing.delete(blob.digest);
  }
  const largestFirst = [...missing.values()].sort((a, b) => b.blob.size - a.blob.size);
  const ofBytes = largestFirst.reduce((sum, { blob }) => sum + blob.size, 0);
  let doneBytes = 0;
  const { workers = shared() } = reading;
  await inParallel(largestFirst, { concurrency: workers.count, signal }, async (layer, stop) => {
    const older = stale.get(layer.blob.digest);
    const index = await walked(workers, layer, { ...reading, verify, older, signal: stop });
    if (verify) await cache?.put(layer.blob, index.bytes, index);
    found.set(layer.blob.digest, index);
    doneBytes += layer.blob.size;
    reading.onProgress?.(doneBytes, ofBytes);
  });
  // After so much, to start again is nothing, and the memory of a thread is.
  if (ofBytes > muchBytes) await workers.rest();
  if (missing.size > 0) await cache?.trim();
  return layers.map((layer) => {
    const index = found.get(layer.blob.digest);
    if (index !== undefined && (!verify || isMeant(index, layer))) return index;
    // It was read for another place in the image, which says something else of it.
    throw new Corrupt(
      `the layer ${layer.blob.digest} of ${from.name}`,
      'it stands for two diffIDs',
    );
  });
}

/** What the cache has of the layers: all that is wanted, or all but facts that only the layer can tell. */
async function keptOf(reading: LayerReading) {
  const { layers, cache, verify = true } = reading;
  const found = new Map<Digest, LayerIndex>();
  const missing = new Map<Digest, ImageLayer>();
  const stale = new Map<Digest, LayerIndex>();
  for (const layer of layers) {
    const { digest } = layer.blob;
    const kept = verify ? await cache?.get(layer.blob) : undefined;
    const known = kept && brought(kept, layer, reading);
    if (known === undefined) {
      missing.set(digest, layer);
      if (kept !== undefined && isListed(kept, layer, reading)) stale.set(digest, kept);
      continue;
    }
    found.set(digest, known);
    if (known !== kept) await cache?.put(layer.blob, known.bytes, known);
  }
  return { found, missing, stale };
}

/** The index of a layer that is read; where only facts are stale, its entries and hashes are not found out again. */
async function walked(
  workers: Workers,
  layer: ImageLayer,
  { older, ...reading }: LayerReading & { readonly older: LayerIndex | undefined },
): Promise<LayerIndex> {
  if (older !== undefined) reading.onReadAgain?.(whyAgain(older, layer, reading));
  const hash = reading.hash === true && older === undefined;
  const bytes = await indexed(workers, layer, { ...reading, hash });
  const index = readLayerIndex(bytes, `the index of ${layer.blob.digest}`);
  return older === undefined ? index : joined(older, index, reading.collectors ?? []);
}

/** A layer that is shorter is read before a thread for it would have started; even a bomb is, in half a second. */
const smallBytes = 1 << 18;

const muchBytes = 1 << 26;

/** A blob of an image is counted by its size, and read once however often it is in it. */
function checkSizes({ from, layers }: LayerReading): void {
  const sizes = new Map<Digest, number>();
  for (const { digest, size } of layers.map(({ blob }) => blob)) {
    if (size !== (sizes.get(digest) ?? size)) {
      throw new Corrupt(`the layer ${digest} of ${from.name}`, 'it has two sizes');
    }
    sizes.set(digest, size);
  }
}

let all: Workers | undefined;

/** Those of this process: they start with the first layer, and hold nothing up that ends. */
const shared = (): Workers => (all ??= new Workers(availableParallelism()));

/** Of an image that is not verified nothing is believed. */
async function attachedOf(layers: Iterable<ImageLayer>, reading: LayerReading) {
  const { attached, verify = true, signal, onPassedOver } = reading;
  if (attached === undefined || !verify) return [];
  const enough = (index: LayerIndex, layer: ImageLayer) => brought(index, layer, reading);
  return takeAttached(attached, layers, { signal, enough, onPassedOver });
}

/** The index with all that is wanted; undefined where the layer must be read for it. */
const brought = (
  index: LayerIndex,
  layer: ImageLayer,
  reading: LayerReading,
): LayerIndex | undefined =>
  isListed(index, layer, reading) ? renewed(index, reading.collectors ?? []) : undefined;

/** Is it the layer that the image means, with its hashes where those are wanted? */
const isListed = (index: LayerIndex, layer: ImageLayer, { hash = false }: LayerReading): boolean =>
  isMeant(index, layer) && (!hash || index.header.hashed === 'sha256');

function whyAgain(index: LayerIndex, { blob }: ImageLayer, { collectors = [] }: LayerReading) {
  const names = staleIn(index, collectors).map(({ name }) => name);
  return `the layer ${blob.digest} is read again: the cache has no facts of ${names.join(', ')} for this version`;
}

const isMeant = ({ header: { layer } }: LayerIndex, { diffId }: ImageLayer): boolean =>
  'diffId' in layer && (diffId === undefined || diffId === layer.diffId);

/** What registries need not hold. https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers */
const foreign = /\.(?:foreign|nondistributable)\./;

async function indexed(
  workers: Workers,
  { blob, diffId }: ImageLayer,
  { from, signal, verify = true, hash = false }: LayerReading,
): Promise<Buffer> {
  const what = `the layer ${blob.digest} of ${from.name}`;
  const gone = (error: unknown): never => {
    if (!(error instanceof NotThere) || !foreign.test(blob.mediaType)) throw error;
    throw new NotThere(`the foreign layer ${blob.digest}, whose URLs are not followed,`, from.name);
  };
  const errand = { what, blob, diffId, verify, hash };
  const file = await filePartOf(from, blob.digest).catch(gone);
  const isSmall = (file?.lengthBytes ?? (verify ? blob.size : Infinity)) <= smallBytes;
  // Whoever reads it hashes it.
  const stored =
    file === undefined ? await from.blob(blob, { signal, unchecked: true }).catch(gone) : undefined;
  const sent = { ...errand, ...(file === undefined ? {} : { file }) };
  if (!isSmall) return workers.run(sent, stored, signal);
  return Buffer.from((await indexOf(sent, () => stored ?? Readable.from([]))).buffer);
}
