import { expect, test } from '@jest/globals';

import { parseMode } from '../../../packages/builder/mode.ts';

test.each([
  ['755', 0o644, 0o755],
  ['0', 0o644, 0],
  ['04755', 0o644, 0o4755],
  ['1777', 0o644, 0o1777],
  ['u=rwX,go=rX', 0o600, 0o644],
  ['u=rwX,go=rX', 0o700, 0o755],
  ['+x', 0o644, 0o755],
  ['a-w', 0o666, 0o444],
  ['u+s,g+s,+t', 0o755, 0o7755],
  ['u=rw', 0o4755, 0o655],
  ['go=', 0o777, 0o700],
  ['u+r-w+x', 0o200, 0o500],
])('--chmod=%s makes %o of a file into the right rights', (text, before, after) => {
  expect(parseMode(text)?.(before, false)).toBe(after);
});

test('X is x for a folder', () => {
  expect(parseMode('go=rX')?.(0o600, true)).toBe(0o655);
});

test.each(['', '8', '77777', 'u', 'u=q', 'z+x', 'u+x,', 'rwx', '0x1', '-1', ' 755'])(
  '--chmod=%j is nothing',
  (text) => {
    expect(parseMode(text)).toBeUndefined();
  },
);
