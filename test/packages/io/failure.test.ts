import { writeFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { Failed, failureOf, Refused, UsageError } from '#io';

import { Interrupted } from '../../../packages/io/signals.ts';

const kind = 'https://ecluse.dev/error/v1';

const thrownBy = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

test.each([
  [
    'wrong use: the sentence alone, with the input and the place',
    new UsageError('input "x" must be y', {
      input: 'x',
      at: { file: 'ecluse.yml', line: 3 },
      cause: new Error('Unexpected token'),
    }),
    {
      code: 'usage',
      exit: 2,
      message: 'input "x" must be y',
      input: 'x',
      at: { file: 'ecluse.yml', line: 3 },
    },
  ],
  [
    'a refusal',
    new Refused('not-passed', 'preprod was not passed'),
    { code: 'not-passed', exit: 1, message: 'preprod was not passed' },
  ],
  [
    'a failure of the world, with its causes',
    new Failed(3, 'unreachable', 'ghcr.io could not be reached', {
      cause: new Error('ECONNRESET'),
    }),
    { code: 'unreachable', exit: 3, message: 'ghcr.io could not be reached: ECONNRESET' },
  ],
  [
    'a signal',
    new Interrupted('SIGTERM'),
    { code: 'interrupted', exit: 143, message: 'ended by SIGTERM' },
  ],
])('%s', (_, thrown, expected) => {
  expect(failureOf(thrown)).toEqual({ kind, ...expected });
});

test('what the system refuses is not our bug', () => {
  const thrown = thrownBy(() => {
    writeFileSync('/dev/full', 'x');
  });
  expect(failureOf(thrown)).toEqual({
    kind,
    code: 'system',
    exit: 3,
    message: 'ENOSPC: no space left on device, write',
  });
});

test.each([
  ['an error', new TypeError('x is not a function')],
  ['a text', 'a string'],
  ['nothing', undefined],
])('anything else is our bug, says so and ends with 3: %s', (_, thrown) => {
  const failure = failureOf(thrown);
  expect(failure).toMatchObject({ kind, code: 'bug', exit: 3 });
  expect(failure.message).toMatch(/^a bug in ecluse: .+ \(details with --verbose, .+\)$/);
});

test('a text that is too long is no bug of ours', () => {
  const tooLong = thrownBy(() => 'x'.repeat(2 ** 28).padEnd(2 ** 30, 'y'));
  expect(failureOf(tooLong)).toEqual({
    kind,
    code: 'too-long',
    exit: 3,
    message: 'the result is longer than a text can be',
  });
});
