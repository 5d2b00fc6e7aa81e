import { formatPlatform, platformKey, type ImageManifest } from '#oci';

import type { PlatformImage } from './platform-images.ts';

/** What a node has to fetch for an image, by the manifests alone: compressed bytes, each layer once. */
export interface PullCost {
  readonly layers: number;
  readonly sizeBytes: number;
  /** The same for a node that has nothing. */
  readonly all: { readonly layers: number; readonly sizeBytes: number };
}

/** `before` is the image that the node holds; undefined: none. */
export function pullCost(before: ImageManifest | undefined, after: ImageManifest): PullCost {
  const held = new Set(before?.layers.map(({ digest }) => digest));
  const layers = [...new Map(after.layers.map(({ digest, size }) => [digest, size]))];
  const sum = (of: typeof layers): PullCost['all'] => ({
    layers: of.length,
    sizeBytes: of.reduce((total, [, size]) => total + size, 0),
  });
  return { ...sum(layers.filter(([digest]) => !held.has(digest))), all: sum(layers) };
}

export interface PlatformPullCost extends PullCost {
  /** `linux/arm/v7`; undefined: the image stands in no index. */
  readonly platform: string | undefined;
  /** There is an image for this platform to compare with. */
  readonly compared: boolean;
}

/** For each platform of the new image; one image on both sides is compared whatever its platform is called. */
export function pullCosts(
  before: readonly PlatformImage[],
  after: readonly PlatformImage[],
): readonly PlatformPullCost[] {
  const name = ({ platform }: PlatformImage): string | undefined =>
    platform === undefined ? undefined : formatPlatform(platform);
  const key = ({ platform }: PlatformImage): string | undefined =>
    platform && platformKey(platform);
  const [only] = before;
  const isOne = before.length === 1 && after.length === 1;
  const bare = isOne && (only?.platform === undefined || after[0]?.platform === undefined);
  return after.map((image) => {
    const old = bare ? only : before.find((one) => key(one) === key(image));
    return {
      platform: name(image) ?? (old === undefined ? undefined : name(old)),
      compared: old !== undefined,
      ...pullCost(old?.manifest, image.manifest),
    };
  });
}
