import { Readable } from 'node:stream';

import { readLayer, uncompressed, type LayerEntries, type LayerSource } from '#image';
import {
  collectors,
  type Collector,
  type FileFacts,
  type HiddenIn,
  type LayerFacts,
} from '#inventory';
import { openArchive, parseManifest, resolveReference } from '#oci';

import { pieces } from '../image/tars.ts';

/** What the reader of facts is given. */
export interface Stack {
  readonly layers: readonly LayerFacts[];
  readonly hiddenIn: HiddenIn;
}

export const named = (name: string): Collector<unknown> => {
  const found = collectors.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no collector ${name}`);
  return found;
};

/** The facts of layers that are plain tars, the lowest first. */
export async function stackOf(...tars: readonly Buffer[]): Promise<Stack> {
  return read(tars.map((tar, at) => ({ what: `layer ${at}`, open: () => pieces(tar) })));
}

/** Those of the one image in an archive of `docker save`. */
export async function archived(file: string): Promise<Stack> {
  const { repository, descriptor } = await resolveReference(
    () => openArchive('docker-archive', file),
    `docker-archive:${file}`,
  );
  const found = await repository.manifest(descriptor.digest);
  if (found === undefined) throw new Error(`${file} holds no manifest`);
  const manifest = parseManifest(found.bytes, found.descriptor.mediaType);
  if (!('layers' in manifest)) throw new Error(`${file} holds no image`);
  const open = async function* (layer: (typeof manifest.layers)[number]) {
    yield* uncompressed(Readable.from(await repository.blob(layer)));
  };
  return read(manifest.layers.map((layer) => ({ what: layer.digest, open: () => open(layer) })));
}

async function read(sources: readonly LayerSource[]): Promise<Stack> {
  const wanted = (path: string) => collectors.filter((each) => each.wants(path, 0));
  const layers = await Promise.all(
    sources.map((source) => readLayer(source, {}, (path) => wanted(path).length > 0)),
  );
  return { layers: layers.map(factsOf), hiddenIn: (at, path) => hiding(layers, at, path) };
}

function factsOf(layer: LayerEntries): LayerFacts {
  const facts = collectors.map(({ name, ...collector }) => {
    const files: FileFacts<unknown>[] = layer.entries.flatMap(({ path, bytes }) =>
      bytes === undefined || !collector.wants(path, bytes.length)
        ? []
        : [{ path, facts: collector.parse(path, bytes) }],
    );
    return [name, files] as const;
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(facts))) as LayerFacts;
}

/** The rules of layers, written down once more without any tree. */
function hiding(layers: readonly LayerEntries[], at: number, path: string): number | undefined {
  const parts = path.split('/');
  const above = new Set(parts.map((_, end) => parts.slice(0, end).join('/')));
  const found = layers.findIndex(
    ({ whiteouts, opaque, entries }, layer) =>
      layer > at &&
      (whiteouts.some((hidden) => hidden === path || above.has(hidden)) ||
        opaque.some((hidden) => above.has(hidden)) ||
        entries.some(
          (entry) => entry.path === path || (above.has(entry.path) && entry.kind !== 'directory'),
        )),
  );
  return found < 0 ? undefined : found;
}
