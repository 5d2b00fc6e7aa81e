import * as v from 'valibot';

import { Corrupt, isDigest, parseJson, type Digest } from '#oci';

// Go writes an empty list or map as null.
const optional = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.optional(
    v.pipe(
      v.nullable(schema),
      v.transform((value) => value ?? undefined),
    ),
  );
const text = optional(v.string());
const texts = optional(v.array(v.string()));
const set = optional(v.record(v.string(), v.unknown()));

const healthcheck = v.looseObject({
  Test: texts,
  Interval: optional(v.number()),
  Timeout: optional(v.number()),
  StartPeriod: optional(v.number()),
  StartInterval: optional(v.number()),
  Retries: optional(v.number()),
});
const runtime = v.looseObject({
  User: text,
  ExposedPorts: set,
  Env: texts,
  Entrypoint: texts,
  Cmd: texts,
  Volumes: set,
  WorkingDir: text,
  Labels: optional(v.record(v.string(), v.string())),
  StopSignal: text,
  Shell: texts,
  Healthcheck: optional(healthcheck),
  OnBuild: texts,
});
const history = v.looseObject({
  created: text,
  created_by: text,
  author: text,
  comment: text,
  empty_layer: optional(v.boolean()),
});
const schema = v.looseObject({
  architecture: v.string(),
  os: v.string(),
  variant: text,
  created: text,
  author: text,
  config: optional(runtime),
  rootfs: v.looseObject({
    type: v.string(),
    diff_ids: v.pipe(
      v.nullable(v.array(v.pipe(v.string(), v.guard(isDigest)))),
      v.transform((ids): readonly Digest[] => ids ?? []),
    ),
  }),
  history: optional(v.array(history)),
});

/** What a container of the image starts with. Fields that are not listed are kept as they came. */
export type RuntimeConfig = Readonly<v.InferOutput<typeof runtime>>;
export type Healthcheck = Readonly<v.InferOutput<typeof healthcheck>>;
export type History = Readonly<v.InferOutput<typeof history>>;
/** https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md, and the fields that Docker adds to it. */
export type ImageConfig = Readonly<v.InferOutput<typeof schema>>;

const maxBytes = 8 << 20;

/**
 * Reads the config of an image, OCI's or Docker's; what we do not know stays in it.
 * @throws Corrupt when it is no such config
 */
export function parseConfig(bytes: Uint8Array, what = 'the image config'): ImageConfig {
  const result = v.safeParse(schema, parseJson(bytes, what, { maxBytes }));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  const at = path === null ? 'it' : JSON.stringify(path);
  throw new Corrupt(what, `${at} is not right: ${issue.message}`);
}

const loose = v.looseObject({
  architecture: v.fallback(v.string(), 'unknown'),
  os: v.fallback(v.string(), 'unknown'),
  config: v.fallback(optional(runtime), undefined),
  rootfs: v.object({ type: v.literal('layers') }),
  history: v.fallback(optional(v.array(history)), undefined),
});

/**
 * Reads the config of an image that nobody believes: what is missing is unknown, and it has no diffIDs.
 * @throws Corrupt when it is that of no image
 */
export function parseLooseConfig(bytes: Uint8Array, what = 'the image config'): ImageConfig {
  const result = v.safeParse(loose, parseJson(bytes, what, { maxBytes }));
  if (!result.success) throw new Corrupt(what, 'it is that of no image with layers');
  return { ...result.output, rootfs: { ...result.output.rootfs, diff_ids: [] } };
}
