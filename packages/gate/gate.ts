import type { GenericSchema } from 'valibot';

import type { Result } from './result.ts';

/**
 * One named condition. `candidate` is what wants to pass, `standing` what stands behind the gate now;
 * `undefined` means that it could not be found out, which never passes.
 */
export interface Gate<Rule, Facts> {
  readonly name: string;
  readonly rule: GenericSchema<unknown, Rule>;
  judge(rule: Rule, candidate: Facts | undefined, standing: Facts | 'nothing' | undefined): Result;
}

export type ExitCode = (results: readonly Result[]) => 0 | 1 | 3;

/** Any failed gate is 1, else any that was not evaluated is 3. */
export const exitCode: ExitCode = (results) => {
  if (results.some(({ outcome }) => outcome === 'failed')) return 1;
  return results.some(({ outcome }) => outcome === 'not evaluated') ? 3 : 0;
};
