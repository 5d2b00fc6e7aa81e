import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import {
  diveDefaults,
  diveOf,
  judgeDive,
  parseDiveCi,
  parseDiveConfig,
  type DiveAnalysis,
  type DiveRules,
} from '#layers';

import { data, withData } from '../../tools.ts';

const clean = { ...diveOf([]), userWastedPercent: 0 };
const disabled: DiveRules = {
  lowestEfficiency: 'disabled',
  highestWastedBytes: 'disabled',
  highestUserWastedPercent: 'disabled',
};
const judged = (analysis: Partial<DiveAnalysis>, rules: Partial<DiveRules>): string => {
  const [name = ''] = Object.keys(rules);
  const all = judgeDive({ ...clean, ...analysis }, { ...disabled, ...rules });
  const { status, message } = all.find(({ rule }) => rule === name) ?? {};
  return `${status} ${message}`;
};

describe("Dive's rules", () => {
  test('are judged by name, with the thresholds that Dive takes by itself', () => {
    expect(judgeDive(clean)).toEqual([
      { rule: 'highestUserWastedPercent', status: 'PASS', message: '0.1' },
      { rule: 'highestWastedBytes', status: 'SKIP', message: 'disabled' },
      { rule: 'lowestEfficiency', status: 'PASS', message: '0.9' },
    ]);
  });

  test.each<[Partial<DiveAnalysis>, Partial<DiveRules>, string]>([
    [{ efficiency: 0.9 }, { lowestEfficiency: '0.9' }, 'PASS 0.9'],
    [
      { efficiency: 0.8999 },
      { lowestEfficiency: '0.9' },
      'FAIL image efficiency is too low (efficiency=0.90 < threshold=0.9)',
    ],
    [
      { efficiency: -0.5 },
      { lowestEfficiency: '0.00001' },
      'FAIL image efficiency is too low (efficiency=-0.50 < threshold=1e-05)',
    ],
    [
      { efficiency: 0.125 },
      { lowestEfficiency: '1e0' },
      'FAIL image efficiency is too low (efficiency=0.12 < threshold=1)',
    ],
    [
      { efficiency: 0.625 },
      { lowestEfficiency: '.95' },
      'FAIL image efficiency is too low (efficiency=0.62 < threshold=0.95)',
    ],
    [{ wastedBytes: 20_000_000 }, { highestWastedBytes: '20Mb' }, 'PASS 20Mb'],
    [
      { wastedBytes: 20_000_001 },
      { highestWastedBytes: '20Mb' },
      'FAIL too many bytes wasted (wasted-bytes=20000001 > threshold=20000000)',
    ],
    [{ userWastedPercent: 0.1 }, { highestUserWastedPercent: '0.1' }, 'PASS 0.1'],
    [
      { userWastedPercent: 0.7198 },
      { highestUserWastedPercent: '0.1' },
      'FAIL too many bytes wasted, relative to the user bytes added (%-user-wasted-bytes=0.72 > threshold=0.1)',
    ],
    [{ userWastedPercent: 'NaN' }, { highestUserWastedPercent: '0' }, 'PASS 0'],
    [
      { userWastedPercent: '+Inf' },
      { highestUserWastedPercent: '1' },
      'FAIL too many bytes wasted, relative to the user bytes added (%-user-wasted-bytes=+Inf > threshold=1)',
    ],
  ])('say of %j under %j: %s', (analysis, rules, said) => {
    expect(judged(analysis, rules)).toBe(said);
  });

  test.each([
    ['0', 0],
    ['12', 12],
    ['1,000', 1000],
    ['1.5kB', 1500],
    ['1.9', 1],
    ['20MB', 20e6],
    ['20 mb', 20e6],
    ['20m', 20e6],
    ['20MiB', 20 * 2 ** 20],
    ['2Ki', 2048],
    ['3G', 3e9],
    ['1tib', 2 ** 40],
    ['1e', 1e18],
  ])('read the size %s as %d bytes', (value, bytes) => {
    expect(judged({ wastedBytes: bytes }, { highestWastedBytes: value })).toBe(`PASS ${value}`);
    const over = { wastedBytes: bytes * (1 + Number.EPSILON) + 1 };
    expect(judged(over, { highestWastedBytes: value })).toContain(`> threshold=${bytes})`);
  });

  test.each(['', ' ', 'disabled', 'Disabled', ' OFF ', 'false'])('are off with %j', (value) => {
    const rules = {
      lowestEfficiency: value,
      highestWastedBytes: value,
      highestUserWastedPercent: value,
    };
    expect(judgeDive(clean, rules).map(({ status }) => status)).toEqual(['SKIP', 'SKIP', 'SKIP']);
  });

  test.each<[Partial<DiveRules>, string]>([
    [
      { lowestEfficiency: '1.1' },
      "lowestEfficiency config value is outside allowed range (0-1), given '1.100000'",
    ],
    [
      { highestUserWastedPercent: '-0.1' },
      "highestUserWastedPercent config value is outside allowed range (0-1), given '-0.100000'",
    ],
    [
      { lowestEfficiency: 'not_a_number' },
      'invalid lowestEfficiency config value, given "not_a_number": it is not a number from 0 to 1',
    ],
    [
      { lowestEfficiency: 'NaN' },
      'invalid lowestEfficiency config value, given "NaN": it is not a number from 0 to 1',
    ],
    [
      { highestWastedBytes: 'not_a_size' },
      'invalid highestWastedBytes config value, given "not_a_size": it is not a size such as "20MB" or "20MiB"',
    ],
    [
      { highestWastedBytes: '5 parsecs' },
      'invalid highestWastedBytes config value, given "5 parsecs": it is not a size such as "20MB" or "20MiB"',
    ],
    [
      { highestWastedBytes: '-5MB' },
      'invalid highestWastedBytes config value, given "-5MB": it is not a size such as "20MB" or "20MiB"',
    ],
    [
      { highestWastedBytes: '99E' },
      'invalid highestWastedBytes config value, given "99E": it is not a size such as "20MB" or "20MiB"',
    ],
  ])('refuse %j', (rules, sentence) => {
    expect(() => judged({}, rules)).toThrow(sentence);
  });
});

describe('a .dive-ci', () => {
  test('has rules, and keys that are ignored', () => {
    const text =
      'plugins:\n  - p1\nrules:\n  lowestEfficiency: 0.95\n  highestWastedBytes: 20Mb\n  highestUserWastedPercent: off\n  plugin1/rule1: error\n';
    expect(parseDiveCi(parse(text))).toEqual({
      lowestEfficiency: '0.95',
      highestWastedBytes: '20Mb',
      highestUserWastedPercent: 'off',
    });
  });

  test.each([
    '',
    'rules:',
    'rules:\n  lowestEfficiency:',
    'other: 1',
    'rules: {lowest-efficiency: 1}',
  ])('that says nothing leaves what Dive takes by itself: %j', (text) => {
    expect(parseDiveCi(parse(text))).toEqual(diveDefaults);
  });

  test.each([
    ['0.4', '100MB', '0.9'],
    ['0.80', '1GB', '0.20'],
    ['0.90', '128MB', '0.10'],
    ['0.91', '1.6MB', '0.14'],
    ['0.9', 'disabled', '0.30'],
    ['1', '0B', '0'],
  ])('with thresholds that public projects have is read: %s, %s, %s', (lowest, bytes, percent) => {
    const rules = parseDiveCi(
      parse(
        `rules:\n  lowestEfficiency: ${lowest}\n\n  # In B, KB, MB, and GB.\n  highestWastedBytes: ${bytes}\n  highestUserWastedPercent: ${percent}`,
      ),
    );
    expect(rules).toEqual({
      lowestEfficiency: String(Number(lowest)),
      highestWastedBytes: bytes,
      highestUserWastedPercent: String(Number(percent)),
    });
    expect(judgeDive(clean, rules).map(({ status }) => status)).not.toContain('FAIL');
  });

  test('can turn a rule off with a word that YAML knows', () => {
    expect(parseDiveCi(parse('rules: {lowestEfficiency: false}')).lowestEfficiency).toBe('false');
  });

  test('of another shape is refused', () => {
    expect(() => parseDiveCi(parse('- 1'))).toThrow('.dive-ci must be a mapping');
    expect(() => parseDiveCi(parse('rules: 7'), 'ci/dive')).toThrow(
      '"rules" in ci/dive must be a mapping',
    );
    expect(() => parseDiveCi(parse('rules: {lowestEfficiency: [1]}'))).toThrow(
      '"lowestEfficiency" in .dive-ci must be a threshold or "disabled"',
    );
  });
});

test('a .dive.yaml has rules with dashes, and may name a .dive-ci', () => {
  const text =
    'ci: true\nci-config: ci/dive\nrules:\n  lowest-efficiency-threshold: 0.8\n  highest-wasted-bytes: 1GB\n';
  expect(parseDiveConfig(parse(text))).toEqual({
    ci: true,
    ciConfig: 'ci/dive',
    rules: { lowestEfficiency: '0.8', highestWastedBytes: '1GB' },
  });
  expect(parseDiveConfig(parse('rules: {lowest-efficiency: 0.7}'))).toEqual({
    rules: { lowestEfficiency: '0.7' },
  });
  // So public projects call a file that they give to `--ci-config`.
  expect(parseDiveConfig(parse('rules: {lowestEfficiency: 0.95}'))).toEqual({
    rules: { lowestEfficiency: '0.95' },
  });
  expect(parseDiveConfig(undefined)).toEqual({ rules: {} });
});

withData('layers/expected-dive.json', "Dive's own cases come out as Dive has them", () => {
  const file = data('layers/expected-dive.json') ?? '';
  const all = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, DiveAnalysis>>;
  const kaniko = all['dive/test-kaniko-image.tar'] ?? clean;
  const statuses = (...[efficiency, bytes, percent]: readonly [string, string, string]) =>
    judgeDive(kaniko, {
      lowestEfficiency: efficiency,
      highestWastedBytes: bytes,
      highestUserWastedPercent: percent,
    }).map(({ status }) => status);
  expect(statuses('0.99', '1B', '0.01')).toEqual(['FAIL', 'FAIL', 'FAIL']);
  expect(statuses('0.9', '50kB', '0.5')).toEqual(['PASS', 'PASS', 'PASS']);
  expect(statuses('0.9', '1B', '0.5')).toEqual(['PASS', 'FAIL', 'PASS']);
});
