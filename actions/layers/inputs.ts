import { standing, type Inputs } from '#io';
import { layerCacheInputs } from '#pipeline';

const since = '0.3.0';

export const inputs = {
  image: {
    type: 'text',
    description:
      'What to look into: `name[:tag]` (default: `latest`), `name@sha256:…`, `oci:DIR[:tag]`, `oci-archive:FILE` or `docker-archive:FILE`.',
    positional: true,
    required: true,
    since,
  },
  compare: {
    type: 'text',
    description:
      'What to compare it with: an environment of `ecluse.yml`, a tag or a digest of the same repository, or any image.',
    since,
  },
  platform: {
    type: 'list',
    description: 'Only these platforms, such as `linux/amd64` (default: all).',
    since,
  },
  file: {
    type: 'text',
    description: 'The Dockerfile that it was built from: layers then have its lines.',
    since,
  },
  target: { type: 'text', description: 'The stage that was built (default: the last one).', since },
  base: {
    type: 'list',
    description:
      'The image that it stands on (default: what the image itself says); of several the one that is proven.',
    since,
  },
  reclaimable: {
    type: 'bytes',
    description: 'Fails when the image stores more than this in vain, such as `20MB`.',
    since,
  },
  'max-size': { type: 'bytes', description: 'Fails when its files are more than this.', since },
  'max-size-growth': {
    type: 'bytes',
    description: 'Fails when it is larger than the image of `compare` by more than this.',
    since,
  },
  'max-layers': { type: 'count', description: 'Fails when it has more layers.', since },
  'max-pull-cost': {
    type: 'bytes',
    description: 'Fails when a node that has the image of `compare` must fetch more than this.',
    since,
  },
  'lowest-efficiency': {
    type: 'ratio',
    description: "Fails when Dive's efficiency is less, such as `0.95` or `95%`.",
    since,
  },
  'highest-wasted-bytes': {
    type: 'bytes',
    description: 'Fails when Dive counts more wasted bytes.',
    since,
  },
  'highest-user-wasted-percent': {
    type: 'ratio',
    description:
      'Fails when Dive counts a larger part of all layers but the lowest as wasted, such as `0.1` or `10%`.',
    since,
  },
  'not-root': {
    type: 'flag',
    description: 'Fails when its processes are root.',
    default: 'false',
    since,
  },
  'no-worse': {
    type: 'list',
    description:
      'Fails when one of these is worse than in the image of `compare`: `reclaimable`, `size`, `layers`, `pull-cost`, `not-root`, `efficiency`, `wasted-bytes`, `user-wasted-percent`.',
    since,
  },
  compat: {
    type: 'one-of',
    values: ['none', 'dive'],
    description:
      "`dive`: also Dive's numbers to the last digit, and its rules as gates, from `dive-ci` or a `.dive.yaml`; with `CI=true` Dive's defaults where there is none.",
    default: 'none',
    since,
  },
  'dive-ci': {
    type: 'text',
    description: "The file of Dive's rules (default: `.dive-ci` where there is one).",
    since,
  },
  'dive-json': {
    type: 'text',
    description:
      "A file to write Dive's JSON export to, as `dive --json FILE` does; of several platforms the machine's, else the first.",
    since,
  },
  verify: {
    type: 'flag',
    description: 'Compare every digest; without it nothing is kept and no gate believes the image.',
    default: 'true',
    since,
  },
  hashes: {
    type: 'flag',
    description:
      'Hash every file: else a file that is stored again is not told from a changed one.',
    default: 'true',
    since,
  },
  ...layerCacheInputs,
  attach: {
    type: 'flag',
    description:
      'Attach what is known of its layers to the image, for `indexes` of a later run. Needs write access.',
    default: 'false',
    since,
  },
  indexes: {
    type: 'list',
    description:
      'Artifacts of `attach`, as `sha256:…` or `name@sha256:…`, at most one for each image: layers that they tell of are not read. What they say is believed, so take digests only from a run of your own.',
    since,
  },
  ...standing,
} as const satisfies Inputs;
