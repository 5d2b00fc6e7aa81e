import type { Labels } from '#labels';
import {
  children,
  mediaType,
  NotThere,
  openLayout,
  parseManifest,
  type Descriptor,
  type Digest,
  type Platform,
  type Repository,
} from '#oci';

import type { Built } from './builder.ts';
import { sorted } from './configure.ts';

/** The image of one platform, as it is joined with others. */
export interface PlatformImage {
  readonly built: Built;
  readonly platform: Platform;
  /** What is said of the image; where all images agree, it is said of the index. */
  readonly said: Labels;
  /** Of the image's descriptor in the index. */
  readonly annotations: Labels;
}

/**
 * One image from those of several platforms: an index in a private layout, which finds the rest where
 * each platform's build left it. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 */
export async function joinPlatforms(
  images: readonly [PlatformImage, ...PlatformImage[]],
  how: { readonly into: string; readonly annotations: Labels },
): Promise<Built> {
  const manifests: Descriptor[] = [];
  const elsewhere = new Map<Digest, Repository>();
  for (const { built, platform, annotations } of images) {
    for (const [digest, repository] of await contents(built)) elsewhere.set(digest, repository);
    const { mediaType: type, digest, size } = built.root;
    const about = Object.keys(annotations).length === 0 ? {} : { annotations: sorted(annotations) };
    manifests.push({ mediaType: type, digest, size, platform, ...about });
  }
  const index = {
    schemaVersion: 2,
    mediaType: mediaType.index,
    manifests,
    annotations: sorted({ ...common(images.map(({ said }) => said)), ...how.annotations }),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(index));
  return {
    layout: how.into,
    root: await openLayout(how.into).putManifest(bytes, mediaType.index),
    engine: images[0].built.engine,
    steps: images.flatMap(({ built }) => built.steps),
    on: undefined,
    elsewhere,
  };
}

/** What all of them say alike. */
const common = ([first = {}, ...others]: readonly Labels[]): Labels =>
  Object.fromEntries(
    Object.entries(first).filter(([key, value]) => others.every((one) => one[key] === value)),
  );

/** Where everything is that one platform's image consists of. */
async function contents({ layout, root, elsewhere }: Built): Promise<Map<Digest, Repository>> {
  const own = openLayout(layout);
  const stored = await own.manifest(root.digest);
  if (stored === undefined) throw new NotThere(root.digest, layout);
  const inner = children(parseManifest(stored.bytes, stored.descriptor.mediaType));
  const all = new Map<Digest, Repository>(inner.map(({ digest }) => [digest, own]));
  return new Map([...all, [root.digest, own], ...elsewhere]);
}
