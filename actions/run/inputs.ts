import { refInput, standing, type Inputs } from '#io';
import { buildInputs, promoteInputs } from '#pipeline';
import { existingInputs } from '#version';

const since = '0.1.0';

export const inputs = {
  context: {
    type: 'text',
    description: 'The folder to build from (default: that of `ecluse.yml`, else the current one).',
    since,
  },
  ...buildInputs,
  ...existingInputs,
  environment: {
    type: 'text',
    description: 'Promote to this environment instead of building; for workflow_dispatch.',
    since,
  },
  ...promoteInputs,
  ...refInput,
  ...standing,
} as const satisfies Inputs;
