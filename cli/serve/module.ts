import type { ActionModule } from '#io';

import type { ServeDocument } from './document.ts';
import { inputs } from './inputs.ts';
import { main } from './main.ts';
import { page } from './page.ts';

export const serve: ActionModule<ServeDocument> = {
  description: 'Offer a folder as a registry, until a signal ends it.',
  inputs,
  outputs: {},
  lasts: true,
  main,
  page,
};
