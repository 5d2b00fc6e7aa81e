import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { readYaml } from '#config';
import type { Result } from '#gate';
import { codeOf, UsageError, type Io } from '#io';
import { judgeDive, parseDiveCi, type DiveAnalysis, type DiveRules } from '#image';

const usual = '.dive-ci';
const maxBytes = 64 * 1024;

/** Dive's rules from the file that is named, or from `.dive-ci` where there is one. @throws UsageError */
export async function diveRules(io: Io, named: string | undefined): Promise<DiveRules | undefined> {
  const file = named ?? usual;
  const bytes = await readFile(path.resolve(io.cwd, file)).catch((error: unknown) => {
    if (named === undefined && codeOf(error) === 'ENOENT') return undefined;
    throw new UsageError(
      `dive-ci ${JSON.stringify(file)} cannot be read: ${codeOf(error) ?? 'unknown'}`,
      {
        input: 'dive-ci',
      },
    );
  });
  if (bytes === undefined) return undefined;
  if (bytes.length > maxBytes) throw new UsageError(`${file} has more than ${maxBytes} bytes`);
  return parseDiveCi(readYaml(bytes, { label: file, file }).value, file);
}

/** Dive's verdicts as gates; what it skips is none. */
export const diveResults = (analysis: DiveAnalysis, rules: DiveRules): readonly Result[] =>
  judgeDive(analysis, rules)
    .filter(({ status }) => status !== 'SKIP')
    .map(({ rule, status, message }) => ({
      gate: rule,
      outcome: status === 'PASS' ? 'passed' : 'failed',
      reason: status === 'PASS' ? `met: ${message}` : message,
      evidence: [],
    }));
