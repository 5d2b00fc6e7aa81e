import { expect, test } from '@jest/globals';

import { readPython } from '#version';

test('every spelling of a version of Python is read as one', () => {
  const read = {
    epoch: '1',
    release: ['1', '0', '20'],
    pre: { stage: 'rc', number: '2' },
    post: '0',
    dev: '3',
    local: ['ubuntu', '1'],
  };
  expect(readPython('1!1.0.20rc2.post0.dev3+ubuntu.1')).toEqual(read);
  expect(readPython('v01!01.00.020-Preview_02-rev.dev03+Ubuntu_01')).toEqual(read);
  expect(readPython('1.0-1')).toMatchObject({ epoch: '0', post: '1', dev: undefined });
  expect(readPython('1')).toMatchObject({ pre: undefined, post: undefined, local: undefined });
});

test.each(['', '1.', '1.x', '1.0-', '1.0+', '1.0rc1rc2', ' 1.0', '1.0\n', 'latest'])(
  '%j is no version of Python',
  (text) => {
    expect(readPython(text)).toBeUndefined();
  },
);
