import { refInput, standing, type Inputs } from '#io';
import { buildInputs } from '#pipeline';

export const inputs = {
  context: {
    type: 'text',
    description: 'The folder to build from (default: that of `ecluse.yml`, else the current one).',
    positional: true,
    since: '0.1.0',
  },
  ...buildInputs,
  ...refInput,
  ...standing,
} as const satisfies Inputs;
