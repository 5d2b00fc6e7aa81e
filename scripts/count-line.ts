/** The part of jest's --json report that the count reads. */
export interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly numPendingTests?: number;
  readonly numTodoTests?: number;
  readonly numRuntimeErrorTestSuites?: number;
}

/**
 * The last line of CI. A suite that could not start and a step that failed count as one failed each; so does
 * a run of the tests that left no report (undefined), or that ended badly with no test to blame.
 */
export function countLine(
  report: Report | undefined,
  { failedSteps, exitCode }: { readonly failedSteps: number; readonly exitCode: number },
): string {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = report ?? {};
  const broken = report === undefined ? 1 : (report.numRuntimeErrorTestSuites ?? 0);
  const blamed = numFailedTests + broken;
  const failed = failedSteps + (blamed === 0 && exitCode !== 0 ? 1 : blamed);
  return `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped`;
}
