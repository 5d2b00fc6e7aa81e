import type { ActionModule } from '#io';

import type { TagsDocument } from './document.ts';
import { inputs } from './inputs.ts';
import { main } from './main.ts';
import { page } from './page.ts';

export const tags: ActionModule<TagsDocument> = {
  description: 'Show the names that an event gives an image, or write them, each once.',
  inputs,
  outputs: {
    version: {
      description: 'The version that the event gives; empty when it gives none.',
      of: ({ names }) => names.find(({ rule }) => rule === 'version')?.tag ?? '',
    },
    tags: {
      description: 'The names with the repository, one a line.',
      of: ({ repository, names }) => names.map(({ tag }) => `${repository}:${tag}`).join('\n'),
    },
    'tag-names': {
      description: 'The names alone, one a line.',
      of: ({ names }) => names.map(({ tag }) => tag).join('\n'),
    },
  },
  main,
  page,
};
