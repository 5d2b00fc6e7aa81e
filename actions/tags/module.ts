import type { ActionModule } from '#io';

import type { TagsDocument } from './document.ts';
import { inputs } from './inputs.ts';
import { main } from './main.ts';
import { files, outputs, variables } from './outputs.ts';
import { page } from './page.ts';

export const tags: ActionModule<TagsDocument> = {
  description: 'Show the names that an event gives an image, or write them, each once.',
  inputs,
  outputs,
  ...(files && { files }),
  variables,
  main,
  page,
};
