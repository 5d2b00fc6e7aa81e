import * as v from 'valibot';

import { UsageError } from '#io';

import type { Known } from './copy-plan.ts';
import { formatPlatform, type Descriptor, type Platform } from './descriptor.ts';
import { digestOf, type Digest } from './digest.ts';
import { Corrupt, NotThere } from './errors.ts';
import { parseJson } from './json.ts';
import { isIndex, parseManifest, type ImageIndex, type ImageManifest } from './manifest.ts';
import type { Repository } from './repository.ts';

const maxConfigBytes = 4 * 1024 * 1024;
const grammar = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
/** BuildKit's mark of an attestation, with the digest of the manifest that it is about. */
const about = 'vnd.docker.reference.digest';

/** @throws UsageError for what is not `os/architecture[/variant]` */
export function parsePlatform(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/');
  if (grammar.test(text))
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
  throw new UsageError(
    `${JSON.stringify(text)} is not a platform: write linux/amd64 or linux/arm/v7`,
    { input: 'platform' },
  );
}

/** The part of an image for some platforms. */
export interface Part {
  readonly root: Descriptor;
  /** An index that was made for this, and is nowhere yet. */
  readonly known: ReadonlyMap<Digest, Known>;
}

/**
 * Of an index, what is for these platforms: the manifest itself for one, which has a digest that others know; an
 * index of its own for several, whose digest is a new one. An image that is no index must be for the one.
 * @throws UsageError when there is none for a platform, with those that there are
 */
export async function forPlatforms(
  from: Repository,
  root: Descriptor,
  platforms: readonly Platform[],
): Promise<Part> {
  const found = await from.manifest(root.digest);
  if (found === undefined) throw new NotThere(root.digest, from.name);
  const manifest = parseManifest(found.bytes, found.descriptor.mediaType, root.digest);
  if (!isIndex(manifest)) {
    await mustBeFor(manifest, platforms, from);
    return { root, known: new Map() };
  }
  const chosen = platforms.flatMap((platform) => inIndex(manifest, platform));
  const [only] = chosen;
  if (new Set(chosen.map(({ digest }) => digest)).size === 1 && only !== undefined) {
    const { mediaType, digest, size } = only;
    return { root: { mediaType, digest, size }, known: new Map() };
  }
  return smaller(found.bytes, manifest.mediaType, new Set(chosen.map(({ digest }) => digest)));
}

function inIndex({ manifests }: ImageIndex, wanted: Platform): readonly Descriptor[] {
  const images = manifests.filter(({ annotations }) => annotations?.[about] === undefined);
  const found = images.filter(({ platform }) => platform && matches(platform, wanted));
  if (found.length > 0) return found;
  throw none(
    wanted,
    images.flatMap(({ platform }) => platform ?? []),
  );
}

/** A variant that nobody asked for may be any; arm64 is v8 when it does not say so. */
function matches(platform: Platform, wanted: Platform): boolean {
  const variant = (of: Platform) => of.variant ?? (of.architecture === 'arm64' ? 'v8' : undefined);
  return (
    platform.os === wanted.os &&
    platform.architecture === wanted.architecture &&
    (wanted.variant === undefined || variant(platform) === wanted.variant)
  );
}

function none(wanted: Platform, there: readonly Platform[]): UsageError {
  const names = [...new Set(there.map(formatPlatform))].join(', ');
  return new UsageError(
    `the image is not for ${formatPlatform(wanted)}: ${names === '' ? 'it names no platform' : `there is ${names}`}`,
    { input: 'platform' },
  );
}

const configSchema = v.object({
  os: v.string(),
  architecture: v.string(),
  variant: v.nullish(v.string()),
});

async function mustBeFor(
  { config }: ImageManifest,
  platforms: readonly Platform[],
  from: Repository,
): Promise<void> {
  const what = `the configuration ${config.digest} in ${from.name}`;
  if (config.size > maxConfigBytes)
    throw new Corrupt(what, `it has more than ${maxConfigBytes} bytes`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await from.blob(config)) chunks.push(chunk as Uint8Array);
  const read = v.safeParse(configSchema, parseJson(Buffer.concat(chunks), what));
  const there = read.success ? [read.output] : [];
  const wanted = platforms.find((each) => !there.some((one) => matches(platformOf(one), each)));
  if (wanted !== undefined) throw none(wanted, there.map(platformOf));
}

const platformOf = ({
  os,
  architecture,
  variant,
}: v.InferOutput<typeof configSchema>): Platform => ({
  os,
  architecture,
  ...(variant ? { variant } : {}),
});

const entrySchema = v.looseObject({
  digest: v.string(),
  annotations: v.nullish(v.record(v.string(), v.string())),
});
const indexSchema = v.looseObject({ manifests: v.array(entrySchema) });

/** The same index with fewer entries, which stay as they are; what tells about those that go goes too. */
function smaller(bytes: Uint8Array, mediaType: string, chosen: ReadonlySet<string>): Part {
  const index = v.parse(indexSchema, parseJson(bytes, 'the index'));
  const manifests = index.manifests.filter(
    ({ digest, annotations }) => chosen.has(digest) || chosen.has(annotations?.[about] ?? ''),
  );
  const fewer = Buffer.from(JSON.stringify({ ...index, manifests }));
  const root = { mediaType, digest: digestOf(fewer), size: fewer.length };
  return { root, known: new Map([[root.digest, { bytes: fewer, mediaType }]]) };
}
