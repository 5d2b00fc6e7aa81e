import { expect, test } from '@jest/globals';

import type { Package } from '#inventory';
import { differencesOf } from '#layers';

const places = (name: string, versions: readonly string[]): readonly Package[] =>
  versions.map((version) => ({
    ecosystem: 'npm',
    name,
    version,
    path: `node_modules/${version}/package.json`,
    layer: 0,
  }));
const many = Array.from({ length: 500 }, (_, at) => `1.0.${100 + at}`);

test('of a package in many versions some are named, and the rest is counted', () => {
  const [found, ...others] = differencesOf([], [places('a', many), places('a', ['2.0.0'])]);
  expect(found?.values).toEqual([`${many.slice(0, 20).join(', ')} and 480 more`, '2.0.0']);
  expect(others).toEqual([]);
});

test('versions that are not named count too', () => {
  const other = [...many.slice(0, -1), '9.0.0'];
  expect(differencesOf([], [places('a', many), places('a', other)])).toHaveLength(1);
  expect(differencesOf([], [places('a', many), places('a', many)])).toEqual([]);
});
