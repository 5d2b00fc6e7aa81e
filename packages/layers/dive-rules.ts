import { UsageError } from '#io';

import type { DiveAnalysis } from './dive.ts';
import { parseDiveBytes, parseDiveRatio, goNumber, twoDigits } from './dive-values.ts';

/** The thresholds of Dive's three rules as a person writes them; `disabled` lets one pass unseen. */
export interface DiveRules {
  readonly lowestEfficiency: string;
  readonly highestWastedBytes: string;
  readonly highestUserWastedPercent: string;
}

export type DiveRule = keyof DiveRules;

/** What Dive takes when nothing is said. */
export const diveDefaults: DiveRules = {
  lowestEfficiency: '0.9',
  highestWastedBytes: 'disabled',
  highestUserWastedPercent: '0.1',
};

const ruleNames: readonly DiveRule[] = [
  'highestUserWastedPercent',
  'highestWastedBytes',
  'lowestEfficiency',
];

export interface DiveVerdict {
  readonly rule: DiveRule;
  readonly status: 'PASS' | 'FAIL' | 'SKIP';
  /** In Dive's words: why it fails, else the threshold as it was written. */
  readonly message: string;
}

/** The names in `.dive.yaml`, whose ones in `.dive-ci` are those of the flags. */
const kebab: Readonly<Record<DiveRule, readonly string[]>> = {
  lowestEfficiency: ['lowest-efficiency-threshold', 'lowest-efficiency'],
  highestWastedBytes: ['highest-wasted-bytes'],
  highestUserWastedPercent: ['highest-user-wasted-percent'],
};

/**
 * The rules in a parsed `.dive-ci`: its `rules`, and Dive's defaults for what it does not say. Other keys are ignored;
 * those that are meant may be in any case, and may stand at the top with a dot: `rules.lowestEfficiency`.
 * @throws UsageError for a file of another shape; thresholds are read by `judgeDive`
 */
export function parseDiveCi(value: unknown, what = '.dive-ci'): DiveRules {
  return { ...diveDefaults, ...rulesIn(value, what, (rule) => [rule]) };
}

/** What a `.dive.yaml` says of a run in CI. */
export interface DiveConfig {
  readonly rules: Partial<DiveRules>;
  /** Where it looks for a `.dive-ci`, which then counts alone. */
  readonly ciConfig?: string;
  /** Dive is to judge, as with `CI=true`. */
  readonly ci?: boolean;
}

/**
 * The same of a parsed `.dive.yaml`, whose keys have dashes.
 * @throws UsageError for a file of another shape
 */
export function parseDiveConfig(value: unknown, what = '.dive.yaml'): DiveConfig {
  const rules = rulesIn(value, what, (rule) => [...kebab[rule], rule]);
  const config = recordOf(value, what);
  const [, ciConfig] = firstOf(config, ['ci-config']) ?? [];
  const [, ci] = firstOf(config, ['ci']) ?? [];
  return {
    rules,
    ...(typeof ciConfig === 'string' && ciConfig !== '' ? { ciConfig } : {}),
    ...(typeof ci === 'boolean' ? { ci } : {}),
  };
}

function rulesIn(
  value: unknown,
  what: string,
  keysOf: (rule: DiveRule) => readonly string[],
): Partial<DiveRules> {
  const all = recordOf(value, what);
  const rules = recordOf(all[keyIn(all, 'rules') ?? ''], `"rules" in ${what}`);
  const found = ruleNames.flatMap((rule) => {
    const keys = keysOf(rule);
    const [key, threshold] =
      firstOf(rules, keys) ??
      firstOf(
        all,
        keys.map((each) => `rules.${each}`),
      ) ??
      [];
    if (threshold === undefined || threshold === null) return [];
    if (isScalar(threshold)) return [[rule, String(threshold)] as const];
    throw new UsageError(`${JSON.stringify(key)} in ${what} must be a threshold or "disabled"`);
  });
  return Object.fromEntries(found);
}

type Fields = Readonly<Record<string, unknown>>;

/** The key as it is written there: Dive takes it in any case. https://pkg.go.dev/github.com/spf13/viper */
const keyIn = (fields: Fields, key: string): string | undefined =>
  Object.hasOwn(fields, key)
    ? key
    : Object.keys(fields).find((each) => each.toLowerCase() === key.toLowerCase());

function firstOf(fields: Fields, keys: readonly string[]): readonly [string, unknown] | undefined {
  const key = keys.map((each) => keyIn(fields, each)).find((each) => each !== undefined);
  return key === undefined ? undefined : [key, fields[key]];
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** An empty file is an empty record. */
function recordOf(value: unknown, what: string): Fields {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return { ...value };
  throw new UsageError(`${what} must be a mapping`);
}

/** The numbers that the rules are about. */
type Judged = Pick<DiveAnalysis, 'efficiency' | 'wastedBytes' | 'userWastedPercent'>;

const off: readonly string[] = ['', 'disabled', 'off', 'false'];

/**
 * What Dive's rules say of an image, by their names as Dive sorts them. A threshold that is met passes.
 * @throws UsageError when a threshold is none
 */
export function judgeDive(
  analysis: Judged,
  rules: DiveRules = diveDefaults,
): readonly DiveVerdict[] {
  return ruleNames.map((rule) => {
    const threshold = rules[rule];
    if (off.includes(threshold.trim().toLowerCase())) {
      return { rule, status: 'SKIP', message: 'disabled' };
    }
    const failure = failures[rule](analysis, threshold);
    return failure === undefined
      ? { rule, status: 'PASS', message: threshold }
      : { rule, status: 'FAIL', message: failure };
  });
}

/** The same rules, if each of them can be judged: known before a layer is read. @throws UsageError when a threshold is none */
export function checkedDiveRules(rules: DiveRules): DiveRules {
  judgeDive({ efficiency: 1, wastedBytes: 0, userWastedPercent: 0 }, rules);
  return rules;
}

type Judge = (analysis: Judged, threshold: string) => string | undefined;

const failures: Readonly<Record<DiveRule, Judge>> = {
  lowestEfficiency({ efficiency }, value) {
    const threshold = parseDiveRatio('lowestEfficiency', value);
    if (threshold <= efficiency) return undefined;
    return `image efficiency is too low (efficiency=${twoDigits(efficiency)} < threshold=${goNumber(threshold)})`;
  },
  highestWastedBytes({ wastedBytes }, value) {
    const threshold = parseDiveBytes('highestWastedBytes', value);
    if (wastedBytes <= threshold) return undefined;
    return `too many bytes wasted (wasted-bytes=${wastedBytes} > threshold=${threshold})`;
  },
  highestUserWastedPercent({ userWastedPercent }, value) {
    const threshold = parseDiveRatio('highestUserWastedPercent', value);
    const failed = userWastedPercent === '+Inf' || Number(userWastedPercent) > threshold;
    if (!failed) return undefined;
    return `too many bytes wasted, relative to the user bytes added (%-user-wasted-bytes=${twoDigits(userWastedPercent)} > threshold=${goNumber(threshold)})`;
  },
};
