import { setTimeout } from 'node:timers/promises';

import { expect, test } from '@jest/globals';

import { measure, median } from '../../../scripts/bench/measure.ts';

test('the median is the middle, between two the mean, of none not a number', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 9, 1, 2])).toBe(5.5);
  expect(median([])).toBeNaN();
});

test('both take turns, and neither the first round nor preparation counts', async () => {
  const order: string[] = [];
  const contender = (name: string, first: number, later: number) => {
    let runs = 0;
    return {
      name,
      before: () => setTimeout(30),
      run: async () => {
        order.push(name);
        await setTimeout(runs === 0 ? first : later);
        runs += 1;
      },
    };
  };
  const measured = await measure(
    { ours: contender('ours', 200, 20), theirs: contender('theirs', 200, 5) },
    3,
  );
  expect(order.join(' ')).toBe('ours theirs theirs ours ours theirs theirs ours');
  expect(measured.ours.maxMs).toBeLessThan(200);
  expect(measured.ours.minMs).toBeGreaterThanOrEqual(19);
  expect(measured.ratio).toBe(measured.ours.medianMs / measured.theirs.medianMs);
});
