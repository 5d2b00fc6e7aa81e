import { expect, test } from '@jest/globals';

import { countLine } from '../../scripts/count-line.ts';

const green = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

test.each([
  ['all passed', green, 0, 0, '5 passed, 0 failed, 3 skipped'],
  ['two tests failed', { ...green, numFailedTests: 2 }, 0, 1, '5 passed, 2 failed, 3 skipped'],
  [
    'a suite did not start',
    { ...green, numRuntimeErrorTestSuites: 1 },
    0,
    1,
    '5 passed, 1 failed, 3 skipped',
  ],
  ['a step failed', green, 2, 0, '5 passed, 2 failed, 3 skipped'],
  ['jest failed with no test to blame', green, 0, 1, '5 passed, 1 failed, 3 skipped'],
  ['there is no report', undefined, 1, 1, '0 passed, 2 failed, 0 skipped'],
] as const)('when %s, the last line says so', (_when, report, failedSteps, exitCode, line) => {
  expect(countLine(report, { failedSteps, exitCode })).toBe(line);
});
