import { refInput, standing, type Inputs } from '#io';

const since = '0.1.0';

export const inputs = {
  image: {
    type: 'text',
    description:
      'The image: `name` shows the names that the event gives it, `name@sha256:…` writes them.',
    positional: true,
    required: true,
    since,
  },
  'tag-prefix': {
    type: 'text',
    description: 'What stands before the version in git tags, such as `shop-`.',
    default: '',
    since,
  },
  ...refInput,
  ...standing,
} as const satisfies Inputs;
