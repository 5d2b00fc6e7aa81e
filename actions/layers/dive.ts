import path from 'node:path';

import { readYaml } from '#config';
import type { Result } from '#gate';
import { boundedFile, UsageError, type Io } from '#io';
import { judgeDive, parseDiveCi, type DiveAnalysis, type DiveRules } from '#layers';

const usual = '.dive-ci';
const maxBytes = 64 * 1024;

/** Dive's rules from the file that is named, or from `.dive-ci` where there is one. @throws UsageError */
export async function diveRules(io: Io, named: string | undefined): Promise<DiveRules | undefined> {
  const file = named ?? usual;
  const text = await boundedFile(path.resolve(io.cwd, file), 'dive-ci', maxBytes);
  if (text === undefined && named === undefined) return undefined;
  if (text === undefined) {
    throw new UsageError(`dive-ci ${JSON.stringify(file)} is not there`, { input: 'dive-ci' });
  }
  const bytes = Buffer.from(text);
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
