import type { ActionModule } from '#io';
import { runPage, type RunDocument } from '#pipeline';

import { inputs } from './inputs.ts';
import { main } from './main.ts';

export const run: ActionModule<RunDocument> = {
  description:
    'Take a container image from its Dockerfile to production: build once, prove it, promote the same bytes.',
  inputs,
  outputs: {
    version: {
      description: 'The version that the image carries; empty when it has none.',
      of: ({ images }) => images[0]?.version ?? '',
    },
    next: {
      description: 'The command that continues when something waits for a person; else empty.',
      of: ({ images }) => images.flatMap(({ next }) => next ?? []).join('\n'),
    },
  },
  main,
  page: runPage,
};
