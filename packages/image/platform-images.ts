import { buffer } from 'node:stream/consumers';

import {
  Corrupt,
  isIndex,
  NotThere,
  parseManifest,
  type Descriptor,
  type Digest,
  type ImageIndex,
  type ImageManifest,
  type Platform,
  type Readable,
} from '#oci';

import { parseConfig, parseLooseConfig, type ImageConfig } from './config.ts';

/** What of a repository is needed to look into an image. */
export type Images = Readable;

/** One image of what a reference names. */
export interface PlatformImage {
  readonly digest: Digest;
  /** As its index says; undefined: it stands in none. */
  readonly platform: Platform | undefined;
  readonly manifest: ImageManifest;
}

export interface PlatformImages {
  readonly index: ImageIndex | undefined;
  readonly images: readonly PlatformImage[];
}

const maxImages = 100;
/** Indexes in indexes are allowed, and nobody needs many. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
const deepest = 4;
export const maxConfigBytes = 8 << 20;

/** BuildKit keeps what it tells of an image beside it in the index. https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
export const isAttestation = ({ platform, annotations }: Descriptor): boolean =>
  platform?.os === 'unknown' ||
  annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';

/**
 * The image, or those of an index in its order and of the indexes in it; attestations are left out. `wanted` chooses by
 * what an index says of them.
 * @throws NotThere, Corrupt, and whatever the repository ends in
 */
export async function platformImages(
  repository: Images,
  digest: Digest,
  wanted: (child: Descriptor) => boolean = () => true,
): Promise<PlatformImages> {
  const root = await manifestAt(repository, digest);
  if (!isIndex(root)) {
    return { index: undefined, images: [{ digest, platform: undefined, manifest: root }] };
  }
  const images = await imagesIn(root, { repository, digest, wanted, seen: { images: 0 } });
  return { index: root, images };
}

interface Within {
  readonly repository: Images;
  /** The index at the top. */
  readonly digest: Digest;
  readonly wanted: (child: Descriptor) => boolean;
  readonly seen: { images: number };
  readonly depth?: number;
}

async function imagesIn(
  { manifests }: ImageIndex,
  within: Within,
): Promise<readonly PlatformImage[]> {
  const { repository, digest, wanted, seen, depth = 1 } = within;
  const children = manifests.filter((child) => !isAttestation(child) && wanted(child));
  seen.images += children.length;
  if (seen.images > maxImages) {
    throw new Corrupt(`the index ${digest}`, `it has more than ${maxImages} images`);
  }
  if (depth > deepest) throw new Corrupt(`the index ${digest}`, 'its indexes lie too deep');
  const images = await Promise.all(
    children.map(async ({ digest: child, platform }): Promise<readonly PlatformImage[]> => {
      const manifest = await manifestAt(repository, child);
      if (isIndex(manifest)) return imagesIn(manifest, { ...within, depth: depth + 1 });
      return [{ digest: child, platform, manifest }];
    }),
  );
  return images.flat();
}

async function manifestAt(repository: Images, digest: Digest): Promise<ImageManifest | ImageIndex> {
  const stored = await repository.manifest(digest);
  if (stored === undefined) throw new NotThere(digest, repository.name);
  return parseManifest(stored.bytes, stored.descriptor.mediaType);
}

/**
 * @param how with `isBelieved` false, what a config must have may be missing, and its diffIDs are those of nobody:
 * the digests of the blobs stand for them
 * @throws Corrupt for one that is too long or no config
 */
export async function imageConfig(
  repository: Images,
  { config, layers }: ImageManifest,
  { isBelieved = true }: { readonly isBelieved?: boolean } = {},
): Promise<ImageConfig> {
  const what = `the config of ${repository.name}`;
  const bytes = await smallBlob(repository, config, { what, maxBytes: maxConfigBytes });
  if (isBelieved) return parseConfig(bytes, what);
  const loose = parseLooseConfig(bytes, what);
  return { ...loose, rootfs: { ...loose.rootfs, diff_ids: layers.map(({ digest }) => digest) } };
}

/** What an image runs on: as its index says, else as its config does. */
export function platformOf(
  { platform }: PlatformImage,
  { os, architecture, variant }: ImageConfig,
): Platform {
  return platform ?? { os, architecture, ...(variant === undefined ? {} : { variant }) };
}

/** The bytes of a blob that is read whole. @throws Corrupt when it says that it is longer */
export async function smallBlob(
  repository: Images,
  descriptor: Descriptor,
  { what, maxBytes }: { readonly what: string; readonly maxBytes: number },
): Promise<Uint8Array> {
  if (descriptor.size > maxBytes) throw new Corrupt(what, `it is longer than ${maxBytes} bytes`);
  return buffer(await repository.blob(descriptor));
}
