import * as v from 'valibot';

import { isIndexType, isManifestType, mediaType, type Descriptor } from './descriptor.ts';
import { algorithmOf, digestOf, isDigest, type Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { ambiguousKey } from './json-keys.ts';
import { parseJson } from './json.ts';

interface Common {
  readonly artifactType?: string;
  /** The manifest that this one tells something about. */
  readonly subject?: Descriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}
/** https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md */
export interface ImageManifest extends Common {
  readonly mediaType: typeof mediaType.manifest | typeof mediaType.dockerManifest;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}
/** https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
export interface ImageIndex extends Common {
  readonly mediaType: typeof mediaType.index | typeof mediaType.dockerIndex;
  readonly manifests: readonly Descriptor[];
}
export type Manifest = ImageManifest | ImageIndex;

// Messages of the schemas say what must be there: see `checked`.
const aText = v.string('a text');
// Go writes null for what is empty, and "" for a text that is not set.
const text = v.pipe(
  v.nullish(aText),
  v.transform((given) => (given === null || given === '' ? undefined : given)),
);
const annotations = v.pipe(
  v.nullish(v.record(aText, aText, 'an object of texts')),
  v.transform((given) => given ?? undefined),
);
const platform = v.pipe(
  v.object({ os: aText, architecture: aText, variant: text }, 'a platform'),
  v.transform(({ variant, ...rest }) => ({ ...rest, ...optional({ variant }) })),
);
const bytes = 'a whole number of bytes';
const maxDataBytes = 4096;
const maxDataLength = Math.ceil(maxDataBytes / 3) * 4;
const data = `at most ${maxDataBytes} bytes in base64`;

/** Reads a descriptor that somebody else wrote; fields that this product does not know are dropped. */
export const descriptorSchema = v.pipe(
  v.object(
    {
      // Printable ASCII: a type becomes a header and a line of a log.
      mediaType: v.pipe(aText, v.regex(/^[\x21-\x7e][\x20-\x7e]{0,254}$/, 'a media type')),
      digest: v.custom<Digest>(
        (given) => typeof given === 'string' && isDigest(given),
        'sha256: and 64, or sha512: and 128 of the digits 0-9a-f',
      ),
      size: v.pipe(v.number(bytes), v.safeInteger(bytes), v.minValue(0, bytes)),
      artifactType: text,
      annotations,
      platform: v.nullish(platform),
      data: v.nullish(v.pipe(aText, v.maxLength(maxDataLength, data))),
    },
    'a descriptor',
  ),
  v.check((given) => isItsContent(given), 'a descriptor whose "data" has its size and digest'),
  v.transform(({ mediaType, digest, size, artifactType, annotations, platform }): Descriptor => ({
    mediaType,
    digest,
    size,
    ...optional({ artifactType, annotations, platform: platform ?? undefined }),
  })),
);

/** Content that comes along is not used, but whoever uses it must not get something else. */
function isItsContent(given: {
  readonly digest: Digest;
  readonly size: number;
  readonly data?: string | null | undefined;
}): boolean {
  if (given.data === undefined || given.data === null || given.data === '') return true;
  const content = Buffer.from(given.data, 'base64');
  if (content.toString('base64') !== given.data || content.length !== given.size) return false;
  return digestOf(content, algorithmOf(given.digest)) === given.digest;
}
const list = v.nullish(v.array(descriptorSchema, 'a list of descriptors'));
const common = {
  schemaVersion: v.literal(2, '2'),
  artifactType: text,
  subject: v.nullish(descriptorSchema),
  annotations,
};
const imageSchema = v.object({ ...common, config: descriptorSchema, layers: list }, 'an object');
const indexSchema = v.object({ ...common, manifests: list }, 'an object');

/**
 * Reads a manifest or an index of OCI or Docker. `type` is what the storage or the descriptor calls it.
 * @throws Corrupt when the content is not what `type` says
 */
export function parseManifest(
  bytes: Uint8Array,
  type: string,
  what = `the manifest ${digestOf(bytes)}`,
): Manifest {
  const json = parseJson(bytes, what);
  const ambiguous = ambiguousKey(new TextDecoder().decode(bytes));
  if (ambiguous !== undefined) {
    throw new Corrupt(what, `its key ${quoted(ambiguous)} is not read alike by all tools`);
  }
  const inside = fieldOf(json, 'mediaType') ?? type;
  if (inside !== type) {
    throw new Corrupt(what, `it calls itself ${quoted(inside)} and was given as ${quoted(type)}`);
  }
  // Content that is both an image and an index is read differently by different tools: CVE-2021-41190.
  const foreign = isIndexType(type) ? ['config', 'layers', 'fsLayers'] : ['manifests', 'fsLayers'];
  const stray = foreign.find((name) => fieldOf(json, name) !== undefined);
  if (stray !== undefined) throw new Corrupt(what, `${quoted(type)} has no ${quoted(stray)}`);
  if (type === mediaType.index || type === mediaType.dockerIndex) {
    const { manifests, ...rest } = checked(indexSchema, json, what);
    return { mediaType: type, manifests: manifests ?? [], ...commonOf(rest) };
  }
  if (type === mediaType.manifest || type === mediaType.dockerManifest) {
    const { config, layers, ...rest } = checked(imageSchema, json, what);
    return { mediaType: type, config, layers: layers ?? [], ...commonOf(rest) };
  }
  throw new Corrupt(what, `${quoted(type)} is no media type of a manifest`);
}

/** The same of what anybody may have put on a list; undefined for what reads as none, so that it hides nothing else. */
export function asManifest(bytes: Uint8Array, type: string): Manifest | undefined {
  try {
    return parseManifest(bytes, type);
  } catch (error) {
    if (error instanceof Corrupt) return undefined;
    throw error;
  }
}

/** The values that are there. */
const optional = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const longest = 100;

/** No longer than a sentence bears: what is shown may be all that a stranger's manifest holds. */
function quoted(value: unknown): string {
  const whole = JSON.stringify(value);
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}

const fieldOf = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null
    ? Object.entries(json).find(([key]) => key === name)?.[1]
    : undefined;

const commonOf = ({
  artifactType,
  subject,
  annotations,
}: v.InferOutput<v.ObjectSchema<typeof common, undefined>>): Common =>
  optional({ artifactType, subject: subject ?? undefined, annotations });

function checked<T>(schema: v.GenericSchema<unknown, T>, json: unknown, what: string): T {
  const result = v.safeParse(schema, json, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue);
  const at = place === null ? 'it' : quoted(place);
  const why =
    issue.input === undefined
      ? `${at} is missing`
      : `${at} must be ${issue.message}, not ${quoted(issue.input)}`;
  throw new Corrupt(what, why);
}

export const isIndex = (manifest: Manifest): manifest is ImageIndex => 'manifests' in manifest;

/** What must be stored before the manifest: config and layers of an image, manifests of an index. */
export const children = (manifest: Manifest): readonly Descriptor[] =>
  isIndex(manifest) ? manifest.manifests : [manifest.config, ...manifest.layers];

/** A list has many entries, and everybody may write one: those of honest manifests have some hundred bytes. */
const maxListedBytes = 8 * 1024;

/**
 * How a list of referrers shows a manifest. Of annotations that are longer than a list bears some are left out; who opens
 * the manifest finds them.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
export function asReferrer(descriptor: Descriptor, manifest: Manifest): Descriptor {
  const { mediaType, digest, size } = descriptor;
  const artifactType =
    manifest.artifactType ?? (isIndex(manifest) ? undefined : manifest.config.mediaType);
  return {
    mediaType,
    digest,
    size,
    ...optional({
      artifactType,
      annotations: manifest.annotations && listed(manifest.annotations),
    }),
  };
}

/** An entry of somebody's list, with no more annotations than `asReferrer` gives one. */
export const asListed = (entry: Descriptor): Descriptor =>
  entry.annotations === undefined ? entry : { ...entry, annotations: listed(entry.annotations) };

/** The shortest first: what tells one artifact from another is short. In the order in which they stand. */
function listed(annotations: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const sized = Object.entries(annotations).map(
    ([key, value]) => [key, Buffer.byteLength(key) + Buffer.byteLength(value)] as const,
  );
  let left = maxListedBytes;
  const kept = new Set<string>();
  for (const [key, bytes] of sized.toSorted((a, b) => a[1] - b[1])) {
    left -= bytes;
    if (left < 0) break;
    kept.add(key);
  }
  return kept.size === sized.length
    ? annotations
    : Object.fromEntries(Object.entries(annotations).filter(([key]) => kept.has(key)));
}

/** What a manifest must be by its content when no descriptor says it; undefined for anything else. */
export function guessMediaType(bytes: Uint8Array): string | undefined {
  let json: unknown;
  try {
    json = parseJson(bytes, 'a blob');
  } catch {
    return undefined;
  }
  if (fieldOf(json, 'schemaVersion') !== 2) return undefined;
  const type = fieldOf(json, 'mediaType');
  if (typeof type === 'string' && (isIndexType(type) || isManifestType(type))) return type;
  if (type !== undefined) return undefined;
  if (Array.isArray(fieldOf(json, 'manifests'))) return mediaType.index;
  return fieldOf(json, 'config') !== undefined && fieldOf(json, 'layers') !== undefined
    ? mediaType.manifest
    : undefined;
}
