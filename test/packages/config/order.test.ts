import { expect, test } from '@jest/globals';

import { order } from '../../../packages/config/order.ts';

const names = (given: Readonly<Record<string, readonly string[]>>) => {
  const result = order(Object.entries(given).map(([name, after]) => ({ name, after })));
  return 'ordered' in result ? result.ordered.map(({ name }) => name) : result;
};

test('each stands behind those that it comes after, and else where it was', () => {
  expect(names({ d: ['c', 'b'], c: ['a'], b: ['a'], a: [], e: [] })).toEqual([
    'a',
    'e',
    'c',
    'b',
    'd',
  ]);
  expect(names({})).toEqual([]);
});

test('a circle is named, and not what only leads to it', () => {
  expect(names({ x: [], way: ['a'], a: ['b'], b: ['c'], c: ['a'] })).toEqual({
    circle: ['a', 'b', 'c'],
  });
  expect(names({ a: ['a'] })).toEqual({ circle: ['a'] });
});

test('a name that is not in the list is passed over', () => {
  expect(names({ a: ['nobody'] })).toEqual(['a']);
});
