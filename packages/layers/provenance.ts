import * as v from 'valibot';

import { Corrupt, isDigest, parseJson, type Digest } from '#oci';

/** An image that a build read, as it says. */
export interface BuildMaterial {
  /** `docker.io/library/alpine:3.17`, as references are written. */
  readonly name: string;
  readonly digest: Digest | undefined;
}

/** Lines of the Dockerfile from 1. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** What BuildKit wrote of a build. Nobody signed it: it is a claim. */
export interface BuildProvenance {
  readonly materials: readonly BuildMaterial[];
  /** The Dockerfile, and what each step stands for; only with `mode=max`. */
  readonly source:
    { readonly text: string; readonly lines: ReadonlyMap<string, LineRange> } | undefined;
  /** Layers, lowest first, that an image has after a step. */
  readonly layers: readonly { readonly step: string; readonly chain: readonly string[] }[];
}

export const maxProvenanceBytes = 16 << 20;

const line = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0);
const position = v.optional(v.object({ line }), { line: 0 });
const range = v.object({ start: position, end: position });
const location = v.object({
  sourceIndex: v.optional(v.number(), 0),
  ranges: v.nullish(v.array(range)),
});
const source = v.object({
  infos: v.nullish(v.array(v.object({ data: v.nullish(v.string()) }))),
  locations: v.nullish(v.record(v.string(), v.object({ locations: v.nullish(v.array(location)) }))),
});
const buildkit = v.object({
  source: v.nullish(source),
  layers: v.nullish(v.record(v.string(), v.array(v.array(v.object({ digest: v.string() }))))),
});
const material = v.object({
  uri: v.nullish(v.string()),
  digest: v.nullish(v.record(v.string(), v.string())),
});
const named = 'https://mobyproject.org/buildkit@v1#metadata';
const metadata = v.nullish(
  v.object({ buildkit_metadata: v.nullish(buildkit), [named]: v.nullish(buildkit) }),
);
/** SLSA 0.2 has `metadata` and `materials`, SLSA 1 the other two. */
const predicate = v.object({
  metadata,
  materials: v.nullish(v.array(material)),
  runDetails: v.nullish(v.object({ metadata })),
  buildDefinition: v.nullish(v.object({ resolvedDependencies: v.nullish(v.array(material)) })),
});
const statement = v.object({ predicate });

/**
 * Reads SLSA provenance of BuildKit, 0.2 or 1: an in-toto statement, or its predicate alone.
 * https://docs.docker.com/build/metadata/attestations/slsa-definitions/
 * @throws Corrupt when it is none
 */
export function parseProvenance(bytes: Uint8Array, what = 'the provenance'): BuildProvenance {
  const json = parseJson(bytes, what, { maxBytes: maxProvenanceBytes });
  const whole = v.safeParse(statement, json);
  const isStatement = typeof json === 'object' && json !== null && 'predicate' in json;
  const read = isStatement ? whole : v.safeParse(predicate, json);
  if (!read.success) {
    const [issue] = read.issues;
    throw new Corrupt(
      what,
      `${JSON.stringify(v.getDotPath(issue))} is not right: ${issue.message}`,
    );
  }
  const found = 'predicate' in read.output ? read.output.predicate : read.output;
  const { metadata: meta = found.runDetails?.metadata } = found;
  const { source: from, layers } = meta?.buildkit_metadata ?? meta?.[named] ?? {};
  const materials = found.materials ?? found.buildDefinition?.resolvedDependencies ?? [];
  return {
    materials: materials.flatMap(imageOf),
    source: sourceOf(from),
    layers: Object.entries(layers ?? {}).flatMap(([step, chains]) =>
      chains.map((chain) => ({ step, chain: chain.map(({ digest }) => digest) })),
    ),
  };
}

function sourceOf(
  from: v.InferOutput<typeof source> | null | undefined,
): BuildProvenance['source'] {
  const data = from?.infos?.[0]?.data;
  if (data === undefined || data === null) return undefined;
  const lines = new Map<string, LineRange>();
  for (const [step, { locations }] of Object.entries(from?.locations ?? {})) {
    const ranges = (locations ?? [])
      .filter(({ sourceIndex }) => sourceIndex === 0)
      .flatMap((one) => one.ranges ?? []);
    const [first] = ranges;
    if (first === undefined || first.start.line === 0) continue;
    const endLine = ranges.reduce((end, one) => Math.max(end, one.end.line), first.start.line);
    lines.set(step, { line: first.start.line, endLine });
  }
  return {
    text: Buffer.from(data, 'base64')
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
    lines,
  };
}

/** Images are written as package URLs: `pkg:docker/alpine@3.17?platform=linux%2Famd64`. */
function imageOf({ uri, digest }: v.InferOutput<typeof material>): readonly BuildMaterial[] {
  const [, path, version, query = ''] =
    /^pkg:docker\/([^@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?/.exec(uri ?? '') ?? [];
  if (path === undefined) return [];
  const given = `sha256:${digest?.sha256 ?? ''}`;
  const pinned = new URLSearchParams(query).get('digest') ?? '';
  const name = decoded(path);
  const tag = version === undefined ? '' : decoded(version);
  if (name === undefined || tag === undefined) return [];
  return [
    {
      name: tag === '' ? name : `${name}${isDigest(tag) ? '@' : ':'}${tag}`,
      digest: [given, pinned].find(isDigest),
    },
  ];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * The lines of each layer of an image: a step made the layer that its chain has last, if the image begins with that
 * chain. Of several the first is the one that made it.
 */
export function linesInProvenance(
  { source: from, layers: chains }: BuildProvenance,
  layers: readonly Digest[],
): readonly (LineRange | undefined)[] {
  const number = (step: string): number => Number(/^step(\d{1,9}):/.exec(step)?.[1] ?? Infinity);
  const made: (string | undefined)[] = layers.map(() => undefined);
  for (const { step, chain } of chains) {
    const isStart = chain.length > 0 && chain.every((digest, at) => digest === layers[at]);
    if (!isStart) continue;
    const before = made[chain.length - 1];
    if (before === undefined || number(step) < number(before)) made[chain.length - 1] = step;
  }
  return made.map((step) => from?.lines.get(step?.replace(/:\d+$/, '') ?? ''));
}
