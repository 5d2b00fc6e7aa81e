/** In the title of a test that did not run; the reason follows it. */
export const notRun = ' · not run: ';

/** The part of jest's results that this reads. */
interface Results {
  readonly testResults: readonly {
    readonly testResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const shown = 3;

/** What did not run and why: a line for each reason, then the first titles; nothing when all ran. */
export function notRunLines(results: Results): readonly string[] {
  const waiting = results.testResults
    .flatMap((file) => file.testResults)
    .filter(({ status }) => ['pending', 'todo', 'skipped', 'disabled'].includes(status))
    .map(({ fullName }) => {
      const at = fullName.lastIndexOf(notRun);
      return at < 0
        ? { title: fullName, reason: 'no reason given' }
        : { title: fullName.slice(0, at), reason: fullName.slice(at + notRun.length) };
    });
  const reasons = [...Map.groupBy(waiting, ({ reason }) => reason)];
  return reasons.flatMap(([reason, tests]) => [
    `Not run, ${reason}: ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}`,
    ...tests.slice(0, shown).map(({ title }) => `  ${title}`),
    ...(tests.length > shown ? [`  and ${tests.length - shown} more`] : []),
  ]);
}

/** Jest's contract: a reporter is the default export of its file. */
export default class NotRunReporter {
  onRunComplete(_contexts: unknown, results: Results): void {
    const lines = notRunLines(results);
    // A run of chosen tests leaves out the others on purpose.
    if (lines.length > 0 && !process.argv.some((arg) => /^(-t|--testNamePattern)/.test(arg))) {
      process.stderr.write(`\n${lines.join('\n')}\n`);
    }
  }
}
