import type { ActionModule } from '#io';
import type { PromoteDocument } from '#pipeline';

import { inputs } from './inputs.ts';
import { main } from './main.ts';
import { page } from './page.ts';

export const promote: ActionModule<PromoteDocument> = {
  description: 'Promote a digest to an environment through its gates, roll back, or resume.',
  inputs,
  outputs: {
    'previous-digest': {
      description: 'What stood in the environment before; empty when nothing did.',
      of: ({ move }) => move.before ?? '',
    },
    changed: {
      description: '`true` when the purpose tag was moved.',
      of: ({ move }) => String(move.state === 'moved'),
    },
  },
  main,
  page,
};
