import * as v from 'valibot';

import { annotation } from '#io';

import { mediaType, type Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { parseJson, type JsonLimits } from './json.ts';
import { descriptorSchema } from './manifest.ts';

/** An entry as it stands in the file, so that what other tools wrote there is written back. */
class Entry {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly name: string | undefined;
  #descriptor: { readonly value: Descriptor | undefined } | undefined;

  constructor(raw: Readonly<Record<string, unknown>>) {
    this.raw = raw;
    const annotations = aRecord(raw.annotations);
    const name = annotations?.[annotation.refName];
    this.name = typeof name === 'string' ? name : undefined;
  }

  /** Undefined for what cannot be read: a digest of another algorithm. Read when it is asked for: most are not. */
  get descriptor(): Descriptor | undefined {
    if (this.#descriptor === undefined) {
      const read = v.safeParse(descriptorSchema, this.raw);
      this.#descriptor = { value: read.success ? read.output : undefined };
    }
    return this.#descriptor.value;
  }
}
/** An `index.json`, or an index of referrers: a list of descriptors, and fields that are kept. */
export interface LayoutIndex {
  readonly rest: Readonly<Record<string, unknown>>;
  readonly entries: readonly Entry[];
}

/** The name by which containerd and BuildKit find an image; it is theirs. */
const containerdName = 'io.containerd.image.name';

export const emptyIndex: LayoutIndex = {
  rest: { schemaVersion: 2, mediaType: mediaType.index },
  entries: [],
};

const aRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  v.is(v.looseObject({}), value) && !Array.isArray(value) ? value : undefined;
const indexSchema = v.looseObject({
  schemaVersion: v.literal(2),
  manifests: v.nullish(v.array(v.looseObject({}))),
});

/** @throws Corrupt */
export function parseIndex(bytes: Uint8Array, what: string, limits?: JsonLimits): LayoutIndex {
  const result = v.safeParse(indexSchema, parseJson(bytes, what, limits));
  if (!result.success) {
    throw new Corrupt(what, 'it is no index with schemaVersion 2 and a list "manifests"');
  }
  const { manifests, ...rest } = result.output;
  return { rest, entries: (manifests ?? []).map((raw) => new Entry(raw)) };
}

export const formatIndex = ({ rest, entries }: LayoutIndex): Uint8Array =>
  Buffer.from(JSON.stringify({ ...rest, manifests: entries.map(({ raw }) => raw) }));

/**
 * What a name stands for.
 * @throws Corrupt when that cannot be read, or when two entries differ in it
 */
export function standing(index: LayoutIndex, name: string, what: string): Descriptor | undefined {
  const found = index.entries.filter((entry) => entry.name === name);
  const digests = new Set(found.map(({ descriptor }) => descriptor?.digest));
  if (digests.size > 1) {
    throw new Corrupt(what, `${JSON.stringify(name)} stands in it for more than one digest`);
  }
  if (digests.has(undefined)) {
    throw new Corrupt(
      what,
      `its entry ${JSON.stringify(name)} is no descriptor with a known digest`,
    );
  }
  return found[0]?.descriptor;
}

// The text first: it is cheaper than the whole descriptor.
const isOf = (entry: Entry, digest: Digest): boolean =>
  entry.raw.digest === digest && entry.descriptor !== undefined;

export const describedAs = (index: LayoutIndex, digest: Digest): Descriptor | undefined =>
  index.entries.find((entry) => isOf(entry, digest))?.descriptor;

/** All descriptors without a name. */
export const unnamed = (index: LayoutIndex): readonly Descriptor[] =>
  index.entries.flatMap(({ name, descriptor }) =>
    name === undefined && descriptor !== undefined ? [descriptor] : [],
  );

export const namesOf = (index: LayoutIndex): readonly string[] =>
  index.entries.flatMap(({ name }) => (name === undefined ? [] : [name]));

export function withEntry(index: LayoutIndex, descriptor: Descriptor): LayoutIndex {
  return { ...index, entries: [...index.entries, new Entry({ ...descriptor })] };
}

/**
 * Takes the name from where it stands and gives it to this descriptor, whose annotations are joined by those of the other
 * entries for its digest: what is said of a descriptor holds under each of its names.
 */
export function withName(
  index: LayoutIndex,
  name: string,
  { mediaType, digest, size, annotations: given = {} }: Descriptor,
): LayoutIndex {
  const annotations = { ...annotationsOf(index, digest), ...given, [annotation.refName]: name };
  return withEntry(withoutName(index, name), { mediaType, digest, size, annotations });
}

/** Annotations of the entries for a digest, but for those that are names. */
export function annotationsOf(
  index: LayoutIndex,
  digest: Digest,
): Readonly<Record<string, string>> {
  const all = index.entries
    .filter((entry) => isOf(entry, digest))
    .flatMap(({ descriptor }) => Object.entries(descriptor?.annotations ?? {}));
  return Object.fromEntries(
    all.filter(([key]) => key !== annotation.refName && key !== containerdName),
  );
}

/** The entry goes with its name, unless containerd knows it by another one. */
export function withoutName(index: LayoutIndex, name: string): LayoutIndex {
  const entries = index.entries.flatMap((entry) => {
    if (entry.name !== name) return [entry];
    const kept = Object.entries(entry.descriptor?.annotations ?? {}).filter(
      ([key]) => key !== annotation.refName,
    );
    const annotations = Object.fromEntries(kept);
    return containerdName in annotations ? [new Entry({ ...entry.raw, annotations })] : [];
  });
  return { ...index, entries };
}

export function withoutDigest(index: LayoutIndex, digest: Digest): LayoutIndex {
  const entries = index.entries.filter((entry) => !isOf(entry, digest));
  return entries.length === index.entries.length ? index : { ...index, entries };
}
