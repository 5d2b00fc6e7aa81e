import { expect, test } from '@jest/globals';

import { wasteRows, type Waste } from '#layers';

const file = (path: string, bytes: number, more: Partial<Waste> = {}): Waste => ({
  path,
  bytes,
  addedIn: 0,
  hiddenIn: 1,
  reason: 'deleted',
  ...more,
});
const total = (rows: readonly { readonly bytes: number }[]): number =>
  rows.reduce((sum, { bytes }) => sum + bytes, 0);

const few = (rows: number) => ({ rows, characters: Infinity });

test('a file is a row of its own while there are few', () => {
  const waste = [file('/a', 3), file('/b', 2)];
  expect(wasteRows(waste, few(2))).toBe(waste);
});

test('the smallest of many are told by their folder, with what is alike in them', () => {
  const waste = [
    file('/large', 9),
    file('/d/1', 4),
    file('/d/2', 4),
    file('/d/3', 3, { reason: 'rewritten', sameContent: true }),
    file('/d/4', 3),
    file('/e', 2),
  ];
  const rows = wasteRows(waste, few(4));
  expect(rows).toEqual([...waste.slice(0, 4), file('/d/', 3), file('/', 2)]);
});

test('no image makes the list long: folders that are too many are told as one', () => {
  const waste = Array.from({ length: 1000 }, (_, at) => file(`/d${at}/x`, 1000 - at));
  const rows = wasteRows(waste, few(10));
  expect(rows).toHaveLength(11);
  expect(rows[0]?.path).toBe('/');
  expect(total(rows)).toBe(total(waste));
});

test('long names make it no longer than many do', () => {
  const waste = Array.from({ length: 1000 }, (_, at) =>
    file(`/${at}${'n'.repeat(4000)}/x`, 1000 - at),
  );
  const rows = wasteRows(waste, { rows: 1000, characters: 100_000 });
  expect(rows.length).toBeLessThan(30);
  expect(total(rows)).toBe(total(waste));
  expect(wasteRows(waste, { rows: 1000, characters: Infinity })).toHaveLength(1000);
});
