import { expect, test } from '@jest/globals';

import { readSemantic } from '#version';

test('a version of semver is read with its pre-release and its build', () => {
  expect(readSemantic('1.2.3-rc.1-x.0+b-1.007')).toEqual({
    numbers: ['1', '2', '3'],
    pre: ['rc', '1-x', '0'],
    build: ['b-1', '007'],
  });
  const long = '9'.repeat(30);
  expect(readSemantic(`0.0.${long}`)?.numbers).toEqual(['0', '0', long]);
  expect(readSemantic('1.2.3+1-2')).toMatchObject({ pre: [], build: ['1-2'] });
});

test.each([
  '',
  '1.2',
  'v1.2.3',
  '01.2.3',
  '1.2.3-',
  '1.2.3+',
  '1.2.3-01',
  '1.2.3+a+b',
  '1.2.3-a..b',
])('%j is no version of semver', (text) => {
  expect(readSemantic(text)).toBeUndefined();
});
