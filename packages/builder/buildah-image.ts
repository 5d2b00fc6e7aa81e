import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { parseConfig, type ImageConfig } from '#image';
import {
  Corrupt,
  digestOf,
  mediaType,
  NotThere,
  openLayout,
  parseManifest,
  parseTag,
  type Descriptor,
} from '#oci';

import type { BuildPlan } from './builder.ts';

/** What OCI's config does not list and Docker's engines read all the same. Buildah drops it when it writes OCI. */
export type DockerFields = Pick<
  NonNullable<ImageConfig['config']>,
  'Healthcheck' | 'Shell' | 'OnBuild'
>;

const latest = parseTag('latest');

/**
 * Completes what Buildah pushed into a layout: HEALTHCHECK, SHELL and ONBUILD, and a history without the IDs of intermediate images, which differ from build to build.
 * @returns the manifest that is now the layout's
 */
export async function completeImage(
  layout: string,
  plan: BuildPlan,
  fields: DockerFields,
): Promise<Descriptor> {
  const repository = openLayout(layout);
  const stored = await repository.manifest(latest);
  if (stored === undefined) throw new NotThere('the image', layout);
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  if (!('config' in manifest)) throw new Corrupt('what Buildah wrote', 'it is no image');
  const written = parseConfig(await buffer(await repository.blob(manifest.config)));
  const config = encode(completeConfig(written, plan, fields));
  const descriptor = { mediaType: mediaType.config, digest: digestOf(config), size: config.length };
  await repository.putBlob(descriptor, async () => Readable.from([config]));
  const bytes = encode({
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    config: descriptor,
    layers: manifest.layers,
  });
  await repository.tag(latest, bytes, mediaType.manifest, 'anything');
  return { mediaType: mediaType.manifest, digest: digestOf(bytes), size: bytes.length };
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function completeConfig(
  { config, history, ...rest }: ImageConfig,
  { platform }: BuildPlan,
  { Healthcheck, Shell, OnBuild = [] }: DockerFields,
): ImageConfig {
  const runtime = {
    ...config,
    ...(Healthcheck === undefined ? {} : { Healthcheck }),
    ...(Shell === undefined || Shell.length === 0 ? {} : { Shell }),
    ...(OnBuild.length === 0 ? {} : { OnBuild }),
  };
  return {
    ...rest,
    ...(platform.variant === undefined ? {} : { variant: platform.variant }),
    config: runtime,
    history: history?.map(({ comment, ...entry }) =>
      comment === undefined || /^FROM [0-9a-f]{12}$/.test(comment) ? entry : { ...entry, comment },
    ),
  };
}
