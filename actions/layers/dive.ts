import path from 'node:path';

import { readYaml } from '#config';
import type { Result } from '#gate';
import { boundedFile, UsageError, writePieces, type Io, type Values } from '#io';
import {
  checkedDiveRules,
  diveDefaults,
  diveExport,
  diveOf,
  judgeDive,
  notVerified,
  parseDiveCi,
  type Analysis,
  type DiveAnalysis,
  type DiveRules,
} from '#layers';

import { diveConfig } from './dive-config.ts';
import type { inputs } from './inputs.ts';

const usual = '.dive-ci';
const maxBytes = 64 * 1024;

/**
 * Dive's rules: from the file that is named, that a `.dive.yaml` names, or from `.dive-ci`; else from a `.dive.yaml`.
 * Without any, Dive's defaults where Dive would judge: with `CI=true`, or `ci: true` in a `.dive.yaml`. Undefined: none
 * are asked for.
 * @throws UsageError
 */
export async function diveRules(
  io: Io,
  { compat, 'dive-ci': named }: Pick<Values<typeof inputs>, 'compat' | 'dive-ci'>,
): Promise<DiveRules | undefined> {
  if (compat !== 'dive') {
    if (named === undefined) return undefined;
    const sentence = `dive-ci ${JSON.stringify(named)} counts only with compat "dive": set that, or leave dive-ci out`;
    throw new UsageError(sentence, { input: 'dive-ci' });
  }
  const config = await diveConfig(io);
  const file = named ?? config.ciConfig ?? usual;
  const text = await boundedFile(path.resolve(io.cwd, file), 'dive-ci', maxBytes);
  if (text !== undefined) {
    const { value } = readYaml(Buffer.from(text), { label: file, file });
    return checkedDiveRules(parseDiveCi(value, file));
  }
  if (named !== undefined) {
    throw new UsageError(`dive-ci ${JSON.stringify(file)} is not there`, { input: 'dive-ci' });
  }
  const isSaid = Object.keys(config.rules).length > 0 || config.ci === true || isCi(io);
  return isSaid ? checkedDiveRules({ ...diveDefaults, ...config.rules }) : undefined;
}

const isCi = ({ env }: Io): boolean =>
  ['true', '1', 'yes'].includes((env.get('CI') ?? '').toLowerCase());

/** Dive's verdicts as gates; what it skips is none, and what nobody verified passes none. */
export const diveResults = (
  analysis: DiveAnalysis,
  { rules, verify }: { readonly rules: DiveRules; readonly verify: boolean },
): readonly Result[] =>
  judgeDive(analysis, rules)
    .filter(({ status }) => status !== 'SKIP')
    .map(({ rule: gate, status, message }): Result => {
      const passed = status === 'PASS';
      const reason = passed ? `met: ${message}` : message;
      return verify
        ? { gate, outcome: passed ? 'passed' : 'failed', reason, evidence: [] }
        : { gate, outcome: 'not evaluated', reason: notVerified, evidence: [] };
    });

/** Writes what `dive --json FILE` writes. @throws Failed */
export async function writeDiveJson(
  file: string,
  { config, listings }: Pick<Analysis, 'config' | 'listings'>,
): Promise<void> {
  const made = config.history?.filter(({ empty_layer }) => empty_layer !== true) ?? [];
  const names = listings.map((_, at) => ({
    // Of images in OCI's shape, which all are here, Dive has no other.
    id: 'blobs',
    diffId: config.rootfs.diff_ids[at] ?? '',
    command: made[at]?.created_by ?? '(missing)',
  }));
  await writePieces(file, diveExport(diveOf(listings), listings, names));
}
