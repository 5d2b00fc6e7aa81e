import type { ActionModule } from '#io';

import type { CopyDocument } from './document.ts';
import { inputs } from './inputs.ts';
import { main } from './main.ts';
import { page } from './page.ts';

export const copy: ActionModule<CopyDocument> = {
  description: 'Copy an image with its evidence between registries, layouts and archives.',
  inputs,
  outputs: {},
  main,
  page,
};
