import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

import { digestOf, mediaType, type Algorithm, type Descriptor, type Repository } from '#oci';

/** Content with its descriptor. */
export interface Sample {
  readonly bytes: Uint8Array;
  readonly descriptor: Descriptor;
}
/** A manifest with the blobs that a registry wants to have before it. */
export interface SampleManifest extends Sample {
  readonly blobs: readonly Sample[];
}

export const sample = (
  content: string | Uint8Array,
  type: string = mediaType.layerTar,
  algorithm?: Algorithm,
): Sample => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    bytes,
    descriptor: { mediaType: type, digest: digestOf(bytes, algorithm), size: bytes.length },
  };
};

export const randomSample = (sizeBytes: number): Sample => sample(randomBytes(sizeBytes));

const manifestOf = (value: object, type: string, blobs: readonly Sample[]): SampleManifest => ({
  ...sample(JSON.stringify(value), type),
  blobs,
});

/** A small image; another `seed` is another digest. */
export function imageOf(seed: string, extra: object = {}): SampleManifest {
  const config = sample(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config: { Labels: { seed } },
      rootfs: { type: 'layers', diff_ids: [] },
    }),
    mediaType.config,
  );
  const layer = sample(`layer of ${seed}`);
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    config: config.descriptor,
    layers: [layer.descriptor],
    ...extra,
  };
  return manifestOf(manifest, mediaType.manifest, [config, layer]);
}

/** An artifact that refers to `subject`. Without `artifactType` the type of its config stands for it. */
export function referrerOf(
  subject: Descriptor,
  seed: string,
  artifactType?: string,
  extra: object = {},
): SampleManifest {
  const empty = sample('{}', artifactType === undefined ? 'application/x.test' : mediaType.empty);
  const layer = sample(`evidence ${seed}`, 'text/plain');
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    ...(artifactType === undefined ? {} : { artifactType }),
    config: empty.descriptor,
    layers: [layer.descriptor],
    subject,
    annotations: { seed },
    ...extra,
  };
  return manifestOf(manifest, mediaType.manifest, [empty, layer]);
}

export function indexOf(children: readonly Descriptor[], extra: object = {}): SampleManifest {
  const index = { schemaVersion: 2, mediaType: mediaType.index, manifests: children, ...extra };
  return manifestOf(index, mediaType.index, []);
}

/** How `putBlob` gets the bytes of a sample. */
export const opened =
  (bytes: Uint8Array) =>
  async (from: number): Promise<Readable> =>
    Readable.from([bytes.subarray(from)], { objectMode: false });

export const putSample = (repository: Repository, { bytes, descriptor }: Sample) =>
  repository.putBlob(descriptor, opened(bytes));

/** Stores the blobs of a manifest, then the manifest. */
export async function store(
  repository: Repository,
  { bytes, descriptor, blobs }: SampleManifest,
): Promise<Descriptor> {
  for (const blob of blobs) await putSample(repository, blob);
  return repository.putManifest(bytes, descriptor.mediaType);
}

export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

export async function listOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
