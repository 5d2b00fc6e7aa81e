import type { ActionModule } from '#io';
import type { LayersDocument } from '#layers';

import { inputs } from './inputs.ts';
import { main } from './main.ts';
import { page } from './page.ts';

const sum = ({ platforms }: LayersDocument, of: 'reclaimableBytes' | 'sizeBytes'): string =>
  String(platforms.reduce((most, each) => Math.max(most, each[of]), 0));

export const layers: ActionModule<LayersDocument> = {
  description: 'Show what is in an image layer by layer, what is wasted, and who brought it.',
  inputs,
  outputs: {
    'reclaimable-bytes': {
      description: 'What the image stores in vain; of several platforms the most.',
      of: (result) => sum(result, 'reclaimableBytes'),
    },
    'size-bytes': {
      description: 'All files of all layers; of several platforms the most.',
      of: (result) => sum(result, 'sizeBytes'),
    },
    indexes: {
      description:
        'The artifacts that `attach` wrote or `indexes` named, one digest a line; empty when there is none.',
      of: ({ platforms }) =>
        [...new Set(platforms.flatMap(({ indexes }) => indexes ?? []))].join('\n'),
    },
  },
  main,
  page,
};
