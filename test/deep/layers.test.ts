import { expect, test } from '@jest/globals';

import { analyseHostile } from '../packages/image/hostile-layers.ts';
import { watched } from './watched.ts';

test('images of hostile layers are analysed or refused', async () => {
  expect(await watched(analyseHostile)).toBeGreaterThan(0);
});
