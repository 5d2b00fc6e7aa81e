import { pullCost } from '#image';
import { formatBytes } from '#io';

import type { LayersFacts } from './facts.ts';

/** A number of an image that should be small. */
export interface Quantity {
  /** Begins a sentence that goes on with "is". */
  readonly what: string;
  /** Undefined: it was not counted. */
  readonly of: (facts: LayersFacts) => number | undefined;
  readonly show: (value: number) => string;
}

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`;

/** What gates put limits to, and compare with the image before. */
export const quantities = {
  reclaimable: {
    what: 'what the image stores in vain',
    of: ({ reclaimableBytes }) => reclaimableBytes,
    show: formatBytes,
  },
  size: { what: 'the size of its files', of: ({ sizeBytes }) => sizeBytes, show: formatBytes },
  layers: {
    what: 'the number of layers',
    of: ({ manifest }) => manifest.layers.length,
    show: String,
  },
  'pull-cost': {
    what: 'what a node that has nothing must fetch',
    of: ({ manifest }) => pullCost(undefined, manifest).sizeBytes,
    show: formatBytes,
  },
  inefficiency: {
    what: "the part that Dive's efficiency lacks",
    of: ({ dive }) => dive && 1 - dive.efficiency,
    show: percent,
  },
  'wasted-bytes': {
    what: 'what Dive calls wasted',
    of: ({ dive }) => dive?.wastedBytes,
    show: formatBytes,
  },
  'user-wasted-percent': {
    what: 'the part of all layers but the lowest that Dive calls wasted',
    // An image of one layer has nothing there: no number, which is above no limit, or all of nothing.
    of: ({ dive }) => {
      const part = dive?.userWastedPercent;
      return part === '+Inf' ? Infinity : part === 'NaN' ? 0 : part;
    },
    show: percent,
  },
} as const satisfies Readonly<Record<string, Quantity>>;
