import { expect, test } from '@jest/globals';

import { type PlatformImage } from '#image';
import { pullCost, pullCosts } from '#image';
import { mediaType, type ImageManifest } from '#oci';

import { digest } from '../layers/histories.ts';

const manifest = (
  ...layers: readonly (readonly [name: string, size: number])[]
): ImageManifest => ({
  mediaType: mediaType.manifest,
  config: { mediaType: mediaType.config, digest: digest('config'), size: 2 },
  layers: layers.map(([name, size]) => ({
    mediaType: mediaType.layerGzip,
    digest: digest(name),
    size,
  })),
});
const old = manifest(['base', 100], ['app', 10]);

test('a node fetches the layers that it does not hold', () => {
  expect(pullCost(old, manifest(['base', 100], ['app 2', 12], ['more', 1]))).toEqual({
    layers: 2,
    sizeBytes: 13,
    all: { layers: 3, sizeBytes: 113 },
  });
  expect(pullCost(old, old)).toMatchObject({ layers: 0, sizeBytes: 0 });
  expect(pullCost(undefined, old)).toMatchObject({ layers: 2, sizeBytes: 110 });
  expect(pullCost(old, manifest())).toMatchObject({ layers: 0, all: { sizeBytes: 0 } });
});

test('order does not matter, and a layer that stands twice is fetched once', () => {
  const twice = manifest(['new', 7], ['app', 10], ['new', 7], ['base', 100]);
  expect(pullCost(old, twice)).toEqual({
    layers: 1,
    sizeBytes: 7,
    all: { layers: 3, sizeBytes: 117 },
  });
});

const at = (platform: string | undefined, image: ImageManifest): PlatformImage => {
  const [os = '', architecture = '', variant] = platform?.split('/') ?? [];
  return {
    digest: digest(platform ?? 'alone'),
    platform:
      platform === undefined
        ? undefined
        : { os, architecture, ...(variant === undefined ? {} : { variant }) },
    manifest: image,
  };
};

test('each platform is compared with its own', () => {
  const before = [at('linux/amd64', old), at('linux/arm/v7', manifest(['arm', 50]))];
  const after = [
    at('linux/arm/v7', manifest(['arm', 50], ['app arm', 5])),
    at('linux/amd64', old),
    at('linux/arm64', manifest(['base', 100])),
  ];
  expect(pullCosts(before, after)).toMatchObject([
    { platform: 'linux/arm/v7', compared: true, layers: 1, sizeBytes: 5 },
    { platform: 'linux/amd64', compared: true, layers: 0, sizeBytes: 0 },
    { platform: 'linux/arm64', compared: false, layers: 1, sizeBytes: 100 },
  ]);
});

test('one image on each side is compared where an index does not say its platform', () => {
  const other = manifest(['base', 100], ['new', 1]);
  expect(pullCosts([at(undefined, old)], [at('linux/amd64', other)])).toMatchObject([
    { platform: 'linux/amd64', compared: true, sizeBytes: 1 },
  ]);
  expect(pullCosts([at('linux/amd64', old)], [at(undefined, other)])).toMatchObject([
    { platform: 'linux/amd64', compared: true, sizeBytes: 1 },
  ]);
  expect(pullCosts([at('linux/arm64', old)], [at('linux/amd64', other)])).toMatchObject([
    { compared: false, sizeBytes: 101 },
  ]);
  expect(pullCosts([], [at(undefined, other)])).toMatchObject([
    { platform: undefined, compared: false },
  ]);
});
