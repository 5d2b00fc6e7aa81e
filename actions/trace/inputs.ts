import { standing, type Inputs } from '#io';

const since = '0.3.0';

export const inputs = {
  image: {
    type: 'text',
    description:
      'The image: `name:tag`, `name@sha256:…`, `oci:DIR[:tag]`, an archive, or an image ID as a node reports it, such as `docker-pullable://name@sha256:…` or `sha256:…` alone.',
    positional: true,
    required: true,
    since,
  },
  repository: {
    type: 'text',
    description:
      'Where a digest alone is looked for (default: the repositories that `ecluse.yml` names).',
    since,
  },
  platform: {
    type: 'text',
    description:
      'Of an image for several platforms, the one whose labels, config and base are shown, such as `linux/arm64` (default: the first).',
    since,
  },
  ...standing,
} as const satisfies Inputs;
