import { digestOf } from '#oci';

import { tarOf } from '../oci/archives.ts';

/** An image of these plain layers, the lowest first, as `docker save` writes it. */
export function dockerArchive(layers: readonly Buffer[]): Buffer {
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: layers.map((layer) => digestOf(layer)) },
    history: layers.map((_, at) => ({ created_by: `RUN step ${at}` })),
  });
  const names = layers.map((_, at) => `${at}/layer.tar`);
  const manifest = [{ Config: 'config.json', RepoTags: ['made:1'], Layers: names }];
  return tarOf([
    ...layers.map((bytes, at) => ({ name: names[at] ?? '', bytes })),
    { name: 'config.json', bytes: config },
    { name: 'manifest.json', bytes: JSON.stringify(manifest) },
  ]);
}
