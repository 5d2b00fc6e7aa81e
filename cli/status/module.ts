import { read, standing, type ActionModule } from '#io';
import { board, type StatusDocument } from '#pipeline';

import { page } from './page.ts';

export const status: ActionModule<StatusDocument> = {
  description: 'Show what stands in each environment.',
  inputs: standing,
  outputs: {},
  main: (io) => board(io, read(io, standing)),
  page,
};
