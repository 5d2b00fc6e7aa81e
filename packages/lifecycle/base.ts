import { buffer } from 'node:stream/consumers';

import { parseConfig } from '#image';
import { annotation, messageOf } from '#io';
import {
  isDigest,
  parseManifest,
  parseRegistryReference,
  type Descriptor,
  type Digest,
  type ImageManifest,
  type OpenRepository,
  type Platform,
  type Repository,
} from '#oci';

import type { BaseFacts } from './gates/base.ts';

/** What of a repository is needed to look into an image. */
type Images = Pick<Repository, 'name' | 'manifest' | 'blob'>;

/**
 * On what an image says that it stands, and whether that is so: the base's diffIDs are the first ones
 * of the image's. Every platform of an index has to agree.
 */
export async function baseOf(
  repository: Images,
  digest: Digest,
  open: OpenRepository,
): Promise<BaseFacts> {
  const images = await imagesOf(repository, digest);
  const facts = await Promise.all(images.map((image) => baseOfImage(repository, image, open)));
  const [first] = facts;
  if (first === undefined) return { name: undefined, digest: undefined };
  const other = facts.find(({ name }) => name !== first.name);
  if (other !== undefined) {
    return {
      ...first,
      doubt: `its platforms stand on ${first.name ?? 'none'} and ${other.name ?? 'none'}`,
    };
  }
  return (
    facts.find(({ disproof }) => disproof !== undefined) ??
    facts.find(({ doubt }) => doubt !== undefined) ??
    first
  );
}

async function baseOfImage(
  repository: Images,
  image: ImageManifest,
  open: OpenRepository,
): Promise<BaseFacts> {
  const name = image.annotations?.[annotation.baseName];
  const digest = image.annotations?.[annotation.baseDigest];
  if (name === undefined || name === 'scratch') return { name, digest: undefined };
  if (digest === undefined || !isDigest(digest)) {
    return { name, digest: undefined, doubt: 'the image names no digest of it' };
  }
  try {
    const base = open(parseRegistryReference(name).name, 'read');
    const own = await diffIds(repository, image);
    const candidates = await imagesOf(base, digest);
    const lists = await Promise.all(candidates.map((one) => diffIds(base, one)));
    const proven = lists.some(
      (list) => list.length > 0 && list.every((id, position) => own[position] === id),
    );
    return proven
      ? { name, digest }
      : { name, digest, disproof: `the image does not begin with the layers of ${digest}` };
  } catch (error) {
    return { name, digest, doubt: messageOf(error) };
  }
}

async function diffIds(repository: Images, { config }: ImageManifest): Promise<readonly string[]> {
  return parseConfig(await buffer(await repository.blob(config))).rootfs.diff_ids;
}

const isPlatform = (platform: Platform | undefined): boolean => platform?.os !== 'unknown';

/** The image, or those of an index; attestation manifests (platform unknown) are none. */
async function imagesOf(repository: Images, digest: Digest): Promise<readonly ImageManifest[]> {
  const stored = await repository.manifest(digest);
  if (stored === undefined) throw new Error(`${repository.name}@${digest} is not there`);
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  if (!('manifests' in manifest)) return [manifest];
  const children = manifest.manifests.filter(({ platform }: Descriptor) => isPlatform(platform));
  const images = await Promise.all(
    children.map(async (child) => {
      const inner = await repository.manifest(child.digest);
      if (inner === undefined) throw new Error(`${repository.name}@${child.digest} is not there`);
      const parsed = parseManifest(inner.bytes, inner.descriptor.mediaType);
      return 'manifests' in parsed ? [] : [parsed];
    }),
  );
  return images.flat();
}
