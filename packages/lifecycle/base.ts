import { imageConfig, platformImages, type Images } from '#image';
import { layersProven } from '#layers';
import { annotation, messageOf } from '#io';
import {
  isDigest,
  parseRegistryReference,
  type Digest,
  type ImageManifest,
  type OpenRepository,
} from '#oci';

import type { BaseFacts } from './gates/base.ts';

/**
 * On what an image says that it stands, and whether that is so: the base's diffIDs are the first ones
 * of the image's. Every platform of an index has to agree.
 */
export async function baseOf(
  repository: Images,
  digest: Digest,
  open: OpenRepository,
): Promise<BaseFacts> {
  const { images } = await platformImages(repository, digest);
  const facts = await Promise.all(
    images.map(({ manifest }) => baseOfImage(repository, manifest, open)),
  );
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
    const { images } = await platformImages(base, digest);
    const lists = await Promise.all(images.map(({ manifest }) => diffIds(base, manifest)));
    const proven = layersProven(own, { diffIds: lists }) !== undefined;
    return proven
      ? { name, digest }
      : { name, digest, disproof: `the image does not begin with the layers of ${digest}` };
  } catch (error) {
    return { name, digest, doubt: messageOf(error) };
  }
}

async function diffIds(repository: Images, image: ImageManifest): Promise<readonly Digest[]> {
  return (await imageConfig(repository, image)).rootfs.diff_ids;
}
