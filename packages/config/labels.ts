import { bytesIn, isFoundOut, isOurs, maxLabelBytes } from '#labels';

import type { Raw } from './schema.ts';
import type { Problem } from './yaml.ts';

/** What no pattern can say about the labels of a file. */
export function labelProblems(labels: Raw['labels']): readonly Problem[] {
  if (labels === undefined) return [];
  const { set, required } = labels;
  if (set === undefined && required === undefined) {
    const says = 'asks for nothing: write set or required, or leave it out';
    return [{ path: ['labels'], says, about: 'key' }];
  }
  const place = ['labels', 'set'];
  const entries = Object.entries(set ?? {});
  const own = entries.flatMap(([key]): readonly Problem[] => {
    const whose = isOurs(key)
      ? 'is a key that only this product writes'
      : 'is what a build finds out by itself';
    return isOurs(key) || isFoundOut(key)
      ? [{ path: [...place, key], says: `${whose}: remove it`, about: 'key' }]
      : [];
  });
  return bytesIn(entries) > maxLabelBytes
    ? [...own, { path: place, says: `has more than ${maxLabelBytes} bytes: shorten it` }]
    : own;
}
