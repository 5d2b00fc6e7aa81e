import { Readable } from 'node:stream';

import type { ResolvedPlan } from '#dockerfile';
import { imageConfig, type ImageConfig } from '#image';
import { annotation } from '#io';
import { annotationsAt, isOci, refuseTooLong, type Labels, type Marks } from '#labels';
import { chainOf, layersProven } from '#layers';
import {
  Corrupt,
  digestOf,
  isIndex,
  mediaType,
  NotThere,
  openLayout,
  parseManifest,
  type Descriptor,
  type ImageManifest,
  type Repository,
} from '#oci';

import type { Built, StandingOn } from './builder.ts';
import { sorted } from './configure.ts';

/** An image with all that is said of it. */
export interface Stamped {
  readonly built: Built;
  /** Of the config. */
  readonly labels: Labels;
  /** What of the labels stands on the manifest too, for an index to say it of all. */
  readonly said: Labels;
  /** Why nothing is said of the base. */
  readonly doubt: string | undefined;
}

/**
 * Writes labels into the config and annotations onto the manifest of an image that was just built, whatever engine built
 * it. The base is named only when the image begins with its layers. What the specification's labels of the base say
 * is about the base: they are not taken over, as an engine does.
 * @param about the platform as annotations name it
 * @throws UsageError for labels of the Dockerfile that are longer than annotations can be
 */
export async function stamp(
  built: Built,
  marks: Marks,
  about: { readonly resolved: ResolvedPlan; readonly platform: string },
): Promise<Stamped> {
  const layout = openLayout(built.layout);
  const manifest = await imageAt(layout, built.root);
  const config = await imageConfig(layout, manifest);
  const { base, labels: inherited, doubt } = provenBase(config, built.on);
  const own = withoutInherited(config.config?.Labels ?? {}, inherited, about.resolved);
  for (const key of [annotation.baseName, annotation.baseDigest, ...marks.without]) own.delete(key);
  const { defaults, labels: given, annotations } = marks;
  const labels = sorted({ ...defaults, ...Object.fromEntries(own), ...given, ...base });
  const said = Object.fromEntries(
    Object.entries(labels).filter(([key]) => isOci(key) || Object.hasOwn(given, key)),
  );
  refuseTooLong(Object.entries(said), 'labels that annotations repeat');
  const root = await rewrite(layout, manifest, {
    config: { ...config, config: { ...config.config, Labels: labels } },
    annotations: sorted({ ...said, ...annotationsAt(annotations, 'manifest', about.platform) }),
  });
  return { built: { ...built, root }, labels, said, doubt };
}

async function imageAt(layout: Repository, root: Descriptor): Promise<ImageManifest> {
  const stored = await layout.manifest(root.digest);
  if (stored === undefined) throw new NotThere(root.digest, layout.name);
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  if (isIndex(manifest)) throw new Corrupt('what was built', 'it is an index, and no image');
  return manifest;
}

/** What may be said of the base, and the labels that it has. The digest is that of what its name stands for. */
function provenBase(
  { rootfs }: ImageConfig,
  on: StandingOn | undefined,
): { readonly base: Labels; readonly labels: Labels; readonly doubt: string | undefined } {
  if (on === undefined) {
    return { base: { [annotation.baseName]: 'scratch' }, labels: {}, doubt: undefined };
  }
  const { name, digest, configs } = on;
  const found = configs.find(
    (one) => layersProven(rootfs.diff_ids, { diffIds: [one.rootfs.diff_ids] }) !== undefined,
  );
  if (found === undefined) {
    const doubt = `the image does not begin with the layers of ${name}, ${digest}: nothing is said of its base`;
    return { base: {}, labels: {}, doubt };
  }
  const base = { [annotation.baseName]: name, [annotation.baseDigest]: digest };
  return { base, labels: found.config?.Labels ?? {}, doubt: undefined };
}

/** A label that came with the base has its value, and no LABEL of the build names it. */
function withoutInherited(
  labels: Labels,
  ofBase: Labels,
  resolved: ResolvedPlan,
): Map<string, string> {
  const all = new Map(Object.entries(labels));
  const inherited = [...all.keys()].filter((key) => isOci(key) && labels[key] === ofBase[key]);
  if (inherited.length === 0) return all;
  const named = new Set(
    chainOf(resolved)
      .filter(({ keyword }) => keyword === 'LABEL')
      .flatMap(({ words }) => words.map((word) => bare(word.slice(0, word.indexOf('='))))),
  );
  for (const key of inherited) if (!named.has(key)) all.delete(key);
  return all;
}

const bare = (name: string): string => name.replace(/["']/g, '');

async function rewrite(
  layout: Repository,
  { layers }: ImageManifest,
  { config, annotations }: { readonly config: ImageConfig; readonly annotations: Labels },
): Promise<Descriptor> {
  const bytes = encode(config);
  const descriptor = { mediaType: mediaType.config, digest: digestOf(bytes), size: bytes.length };
  await layout.putBlob(descriptor, async () => Readable.from([bytes]));
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    config: descriptor,
    layers,
    annotations,
  };
  return layout.putManifest(encode(manifest), mediaType.manifest);
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
