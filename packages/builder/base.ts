import { UsageError } from '#io';
import {
  FileTree,
  parseConfig,
  readLayer,
  uncompressed,
  type ImageConfig,
  type LayerSource,
  type RawPath,
} from '#image';
import {
  Corrupt,
  formatPlatform,
  isIndex,
  NotThere,
  parseManifest,
  type Descriptor,
  type Digest,
  type ImageManifest,
  type Platform,
  type Repository,
} from '#oci';

import type { Base } from './builder.ts';

/** An image that a stage stands on or takes files from. */
export interface BaseImage {
  readonly name: string;
  /** Of what the name stands for. */
  readonly digest: Digest;
  readonly config: ImageConfig;
  readonly layers: readonly Descriptor[];
  readonly from: Repository;
  /** Read at the first call, then kept; not to be changed. */
  tree(): Promise<FileTree>;
}

const maxConfigBytes = 8 << 20;
/** Layers whose headers are read at once. */
const atOnce = 4;

/**
 * Reads manifest and config of the image of a platform; layers only when its tree is asked for.
 * @throws UsageError when there is none for the platform; RepositoryError
 */
export async function openBase(
  base: Base,
  platform: Platform,
  signal: AbortSignal,
): Promise<BaseImage> {
  const { name, from } = base;
  const manifest = await manifestFor(base, base.descriptor, platform);
  const what = `the config of ${name}`;
  const config = parseConfig(await bytesOf(from, manifest.config, { what, signal }), what);
  if (config.os !== platform.os || config.architecture !== platform.architecture) {
    throw new UsageError(
      `${name} is an image for ${config.os}/${config.architecture}, not for ${formatPlatform(platform)}`,
    );
  }
  if (config.rootfs.diff_ids.length !== manifest.layers.length) {
    throw new Corrupt(what, 'it does not have as many diff ids as the manifest has layers');
  }
  let tree: Promise<FileTree> | undefined;
  return {
    name,
    digest: base.descriptor.digest,
    config,
    layers: manifest.layers,
    from,
    tree: () => (tree ??= treeOf(manifest.layers.map((layer) => source(from, layer, signal)))),
  };
}

async function manifestFor(
  { name, from }: Base,
  descriptor: Descriptor,
  platform: Platform,
): Promise<ImageManifest> {
  const found = await from.manifest(descriptor.digest);
  if (found === undefined) throw new NotThere(descriptor.digest, from.name);
  const manifest = parseManifest(found.bytes, found.descriptor.mediaType);
  if (!isIndex(manifest)) return manifest;
  const { os, architecture, variant } = platform;
  const fitting = manifest.manifests.filter(
    (one) => one.platform?.os === os && one.platform.architecture === architecture,
  );
  const exact = fitting.find((one) => one.platform?.variant === variant);
  const chosen = exact ?? fitting[0];
  if (chosen === undefined) {
    const there = manifest.manifests.flatMap((one) =>
      one.platform === undefined ? [] : [formatPlatform(one.platform)],
    );
    throw new UsageError(
      `${name} has no image for ${formatPlatform(platform)}; it has ${there.join(', ') || 'none'}`,
    );
  }
  const image = await from.manifest(chosen.digest);
  if (image === undefined) throw new NotThere(chosen.digest, from.name);
  const inner = parseManifest(image.bytes, image.descriptor.mediaType);
  if (isIndex(inner)) throw new Corrupt(name, 'an index stands in its index');
  return inner;
}

async function bytesOf(
  from: Repository,
  descriptor: Descriptor,
  { what, signal }: { readonly what: string; readonly signal: AbortSignal },
): Promise<Uint8Array> {
  if (descriptor.size > maxConfigBytes) {
    throw new Corrupt(what, `it is longer than ${maxConfigBytes} bytes`);
  }
  const parts: Uint8Array[] = [];
  for await (const part of await from.blob(descriptor, { signal })) {
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts);
}

function source(from: Repository, layer: Descriptor, signal: AbortSignal): LayerSource {
  const what = `the layer ${layer.digest} of ${from.name}`;
  const open = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    yield* uncompressed(await from.blob(layer, { signal }), { what });
  };
  return { what, open };
}

/** What `--chown` and `USER` ask for: a layer is fetched once, and not again for each of these. */
const isWanted = (path: RawPath, sizeBytes: number): boolean =>
  (path === 'etc/passwd' || path === 'etc/group') && sizeBytes <= 1 << 20;

async function treeOf(sources: readonly LayerSource[]): Promise<FileTree> {
  const tree = new FileTree();
  for (let at = 0; at < sources.length; at += atOnce) {
    const layers = await Promise.all(
      sources.slice(at, at + atOnce).map((one) => readLayer(one, {}, isWanted)),
    );
    for (const layer of layers) tree.apply(layer);
  }
  return tree;
}
