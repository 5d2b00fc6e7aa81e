import { expect, test } from '@jest/globals';

import { didYouMean, nearest } from '#io';

const commands = ['run', 'build', 'tags', 'promote', 'status', 'metadata-file'];

test.each([
  ['bild', 'build'],
  ['biuld', 'build'],
  ['BUILD', 'build'],
  ['tag', 'tags'],
  ['promtoe', 'promote'],
  ['metadata-fiel', 'metadata-file'],
  ['rum', 'run'],
])('%s most likely means %s', (typed, meant) => {
  expect(nearest(typed, commands)).toBe(meant);
});

test.each(['', 'x', 'deploy', 'kubernetes', 'b'.repeat(100_000)])(
  'a name that is far from all has no nearest',
  (typed) => {
    expect(nearest(typed, commands)).toBeUndefined();
  },
);

test('of two names that are equally near the first is taken', () => {
  expect(nearest('tagx', ['tags', 'taga'])).toBe('tags');
});

test('the end of a sentence asks, or says nothing', () => {
  expect(didYouMean('bild', commands)).toBe(', did you mean "build"?');
  expect(didYouMean('zzz', commands)).toBe('');
});
