import { gzipSync } from 'node:zlib';

import { digestOf, mediaType } from '#oci';

import { sample, type SampleManifest } from '../oci/samples.ts';
import { tarOf, type Member } from './tars.ts';

/** A whole image, with layers of these members. */
export function imageWith(...layers: readonly (readonly Member[])[]): SampleManifest {
  const tars = layers.map((members) => tarOf(...members));
  const blobs = tars.map((tar) => sample(gzipSync(tar), mediaType.layerGzip));
  const config = sample(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: tars.map((tar) => digestOf(tar)) },
    }),
    mediaType.config,
  );
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    config: config.descriptor,
    layers: blobs.map(({ descriptor }) => descriptor),
  };
  return { ...sample(JSON.stringify(manifest), mediaType.manifest), blobs: [config, ...blobs] };
}
