import { expect, test } from '@jest/globals';

import { notRun, notRunLines } from './reporter.ts';

const results = (...tests: readonly { status: string; fullName: string }[]) => ({
  testResults: [{ testResults: tests }],
});

test('nothing is said when all tests ran', () => {
  expect(
    notRunLines(results({ status: 'passed', fullName: 'a' }, { status: 'failed', fullName: 'b' })),
  ).toEqual([]);
});

test('tests that did not run are counted by reason, and the first three are named', () => {
  const missing = ['a', 'b', 'c', 'd', 'e'].map((title) => ({
    status: 'pending',
    fullName: `${title}${notRun}skopeo is missing`,
  }));
  expect(notRunLines(results(...missing, { status: 'todo', fullName: 'f' }))).toEqual([
    'Not run, skopeo is missing: 5 tests',
    '  a',
    '  b',
    '  c',
    '  and 2 more',
    'Not run, no reason given: 1 test',
    '  f',
  ]);
});
