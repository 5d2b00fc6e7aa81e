import type { ActionModule } from '#io';
import { runPage, type RunDocument } from '#pipeline';

import { inputs } from './inputs.ts';
import { main } from './main.ts';

export const build: ActionModule<RunDocument> = {
  description: 'Build an image, store it by digest, and claim it for its commit.',
  inputs,
  outputs: {
    imageid: {
      description: 'The same as `digest`, under the name that build-push-action users know.',
      of: ({ digest }) => digest ?? '',
    },
  },
  main,
  page: runPage,
};
