import { standing, type Inputs } from '#io';
import { layerCacheInputs, promoteInputs } from '#pipeline';

const since = '0.1.0';

export const inputs = {
  image: {
    type: 'text',
    description:
      'What to promote: `name:tag` or `name@sha256:…` (default: what stands in the environment before).',
    positional: true,
    since,
  },
  environment: {
    type: 'text',
    description: 'The environment of `ecluse.yml` to promote to.',
    required: true,
    since,
  },
  ...promoteInputs,
  ...layerCacheInputs,
  ...standing,
} as const satisfies Inputs;
