import { expect, test } from '@jest/globals';

import { randomFrom, rounds } from './rounds.ts';

const draw = (seed: number): readonly number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: 20 }, () => random.below(1000));
};

test('the same seed gives the same numbers, and the next seed gives others', () => {
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('every number below the limit comes up, and none above it', () => {
  const random = randomFrom(0);
  const seen = new Set(Array.from({ length: 500 }, () => random.below(7)));
  expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a body runs once when there is no time, and its failure names the seed that shows it again', async () => {
  await expect(rounds(() => undefined)).resolves.toBe(1);
  const failing = rounds((_random, seed) => {
    if (seed === 1) throw new Error('no');
  });
  await expect(failing).rejects.toThrow('failed with npm run test:deep -- --minutes 0 --seed 1');
});
