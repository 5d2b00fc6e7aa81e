import { expect, test } from '@jest/globals';

import { exitCode, type Outcome } from '#gate';

const results = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome, index) => ({ gate: `gate ${index}`, outcome, reason: 'x', evidence: [] }));

test.each<readonly [readonly Outcome[], 0 | 1 | 3]>([
  [[], 0],
  [['passed'], 0],
  [['passed', 'passed'], 0],
  [['failed'], 1],
  [['passed', 'failed'], 1],
  [['not evaluated'], 3],
  [['passed', 'not evaluated'], 3],
  [['not evaluated', 'failed'], 1],
  [['failed', 'not evaluated', 'passed'], 1],
])('gates that %j end with exit code %i', (outcomes, code) => {
  expect(exitCode(results(outcomes))).toBe(code);
});
