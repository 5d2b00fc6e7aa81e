import { expect, test } from '@jest/globals';

import { randomFrom } from '../../rounds.ts';
import { analyseHostile } from './hostile-layers.ts';

test('2,000 images of hostile layers are analysed or refused', async () => {
  let read = 0;
  for (let seed = 1; seed <= 2_000; seed += 1) {
    try {
      read += await analyseHostile(randomFrom(seed));
    } catch (cause) {
      throw new Error(`failed with seed ${seed}`, { cause });
    }
  }
  expect(read).toBeGreaterThan(500);
}, 120_000);
