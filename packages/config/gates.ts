import * as v from 'valibot';

import { comparisonNames } from '#layers';

import { grammar } from './grammar.ts';
import { about, amount, count, keys, list, oneOf, unique, yes } from './terms.ts';

const bytes = (description: string) =>
  v.optional(v.pipe(amount(grammar.bytes, Number.MAX_SAFE_INTEGER), about('policy', description)));
const ratio = (description: string) =>
  v.optional(v.pipe(amount(grammar.ratio, 1), about('policy', description)));

const layers = keys({
  reclaimable: bytes('The most that the image may store in vain, such as 20MB.'),
  'max-size': bytes('The most that its files may be.'),
  'max-size-growth': bytes('The most by which it may be larger than the image that stands there.'),
  'max-layers': v.optional(v.pipe(count(), about('policy', 'The most layers that it may have.'))),
  'max-pull-cost': bytes(
    'The most that a node with the image that stands there may have to fetch.',
  ),
  'lowest-efficiency': ratio("The least of Dive's efficiency, such as 0.95."),
  'highest-wasted-bytes': bytes('The most that Dive may count as wasted.'),
  'highest-user-wasted-percent': ratio(
    'The largest part of all layers but the lowest that Dive may count as wasted, such as 0.1.',
  ),
  'not-root': v.optional(v.pipe(yes(), about('policy', 'Its processes must not be root.'))),
  'no-worse': v.optional(
    v.pipe(
      list(oneOf(comparisonNames)),
      about('policy', 'What may not be worse than in the image that stands there.', unique),
    ),
  ),
});

/** What a digest has to be like to pass an environment's gate. */
export const gates = keys(
  {
    layers: v.optional(v.pipe(layers, about('policy', 'What its layers must be like.'))),
  },
  ['signed', 'vulnerabilities', 'chart', 'approvals', 'watch', 'application'],
);
export type RawGates = v.InferOutput<typeof gates>;
