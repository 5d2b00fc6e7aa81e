import type { Inputs } from '#io';

const since = '0.1.0';

/** What is remembered of layers, for the actions that look into them. */
export const layerCacheInputs = {
  'layer-cache': {
    type: 'text',
    description:
      'A folder for what is known of layers, which are then not read again (default: `ecluse/layers` in the cache folder of the user).',
    env: 'ECLUSE_LAYER_CACHE',
    since: '0.3.0',
  },
  'layer-cache-size': {
    type: 'bytes',
    description: 'The most that this folder holds.',
    default: '1GB',
    since: '0.3.0',
  },
} as const satisfies Inputs;

/** What is built, for the actions that build. */
export const buildInputs = {
  image: {
    type: 'text',
    description:
      'The repository to store the image in, or the name of an image in `ecluse.yml` (default: all that it has).',
    since,
  },
  file: {
    type: 'text',
    description: 'The Dockerfile (default: `Dockerfile` in the context).',
    since,
  },
  target: { type: 'text', description: 'The stage to build (default: the last one).', since },
  platforms: {
    type: 'list',
    description: "Platforms such as `linux/amd64` (default: the machine's own).",
    since,
  },
  'build-args': {
    type: 'lines',
    description: 'Build arguments, one `NAME=value` a line.',
    since,
  },
  labels: { type: 'lines', description: 'Labels, one `name=value` a line.', since },
  'labels-from': {
    type: 'text',
    description:
      'A file of labels: lines of `name=value`, or YAML or JSON. `labels` wins over it, and it over `ecluse.yml`.',
    since: '0.4.0',
  },
  annotations: {
    type: 'lines',
    description:
      'Annotations, one `name=value` a line, at the level before a colon: `manifest:` (default), `index:`, `manifest-descriptor:`, for one platform `manifest[linux/arm64]:`.',
    since: '0.4.0',
  },
  builder: {
    type: 'one-of',
    values: ['auto', 'builtin', 'buildah'],
    default: 'auto',
    description:
      'Who builds: `builtin` needs no engine and cannot `RUN`; `auto` takes it when that is enough.',
    since,
  },
  layers: {
    type: 'flag',
    description:
      'Look into the layers of what was built, and compare it with what stands in the last environment.',
    default: 'true',
    since: '0.3.0',
  },
  ...layerCacheInputs,
} as const satisfies Inputs;

/** What a person decides about an environment, for the actions that promote. */
export const promoteInputs = {
  expect: {
    type: 'text',
    description:
      'The digest that must still stand there, or `absent`: what the one who approves has seen.',
    since,
  },
  rollback: {
    type: 'flag',
    description: 'Go back to what `to` names; automatic moves then wait for `resume`.',
    default: 'false',
    since,
  },
  to: {
    type: 'text',
    description:
      'With `rollback`: the tag or digest to go back to. It must have passed the environment.',
    since,
  },
  resume: {
    type: 'flag',
    description: 'Let automatic moves go on after a rollback.',
    default: 'false',
    since,
  },
} as const satisfies Inputs;
