import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { compareVersions, orderNames, orderOf, parseVersion, type OrderSettings } from '#version';

import { randomFrom, type Random } from '../../rounds.ts';
import { withData } from '../../tools.ts';

function compare(name: string, one: string, other: string, settings?: OrderSettings): number {
  const order = orderOf(name, settings);
  const [a, b] = [order.parse(one), order.parse(other)];
  if (a === undefined || b === undefined) throw new Error(`${one} or ${other} is no version`);
  return Math.sign(order.compare(a, b));
}

/** Each row from the lowest to the highest; versions in one cell are equal. */
const rows: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  [
    'revisions',
    'rebuilds stand behind their release, with the words of semver before it',
    [
      ['1.4.2-rc.1'],
      ['1.4.2-rc.1-r1'],
      ['1.4.2-rc.1.1'],
      ['1.4.2-rc.2'],
      ['1.4.2'],
      ['1.4.2-r1'],
      ['1.4.2-r2'],
      ['1.4.2-r10'],
      ['1.4.3-rc.1'],
    ],
  ],
  [
    'semver',
    'https://semver.org/spec/v2.0.0.html#spec-item-11',
    [
      ['1.0.0-alpha', '1.0.0-alpha+001'],
      ['1.0.0-alpha.1'],
      ['1.0.0-alpha.beta'],
      ['1.0.0-beta', '1.0.0-beta+exp.sha.5114f85'],
      ['1.0.0-beta.2'],
      ['1.0.0-beta.11'],
      ['1.0.0-rc.1'],
      ['1.0.0', '1.0.0+20130313144700', '1.0.0+21AF26D3----117B344092BD'],
      ['2.0.0'],
      ['2.1.0'],
      ['2.1.1'],
    ],
  ],
  [
    'pep440',
    'https://peps.python.org/pep-0440/#summary-of-permitted-suffixes-and-relative-ordering',
    [
      ['1.dev0', '1.0.dev', 'v1-DEV0'],
      ['1.0.dev456'],
      ['1.0a1', '1.0alpha1', '1.0.a.1', '1.0A1'],
      ['1.0a2.dev456'],
      ['1.0a12.dev456'],
      ['1.0a12'],
      ['1.0b1.dev456'],
      ['1.0b2'],
      ['1.0b2.post345.dev456'],
      ['1.0b2.post345', '1.0b2-345', '1.0b2.r345', '1.0b2-rev345'],
      ['1.0rc1.dev456'],
      ['1.0rc1', '1.0c1', '1.0pre1', '1.0-preview_1'],
      ['1.0', '1', '1.0.0', ' 1.00\n'],
      ['1.0+abc.5'],
      ['1.0+abc.7', '1.0+ABC-7'],
      ['1.0+5'],
      ['1.0.post456.dev34'],
      ['1.0.post456'],
      ['1.0.15'],
      ['1.1.dev1'],
      ['2013.10'],
      ['1!1.0'],
    ],
  ],
  [
    'maven',
    'https://maven.apache.org/pom.html#version-order-specification',
    [
      ['1-alpha-1', '1-a1', '1a1', '1.0.0-ALPHA1'],
      ['1-beta-1', '1b1'],
      ['1-milestone-1', '1m1'],
      ['1-rc', '1cr', '1.RC'],
      ['1-snapshot', '1.0-SNAPSHOT'],
      ['1', '1.ga', '1-ga', '1-0', '1.0', '1.', '1-', '1.final', '1.0.RELEASE', '1.0.0-0.0.0'],
      ['1-ga.1'],
      ['1-sp'],
      ['1-sp-1'],
      ['1-sp.1'],
      ['1-foo', '1.foo', '1.0.0-foo.0.0'],
      ['1-foo2'],
      ['1-foo10'],
      ['1-1', '1-ga-1'],
      ['1-1.foo-bar1baz-.1', '1-1.foo-bar-1-baz-0.1'],
      ['1.1', '1.01'],
    ],
  ],
  [
    'calver',
    'https://calver.org/#scheme with YYYY.0M.MICRO',
    [['2025.12.10'], ['2026.01.0'], ['2026.01.0-r1'], ['2026.01.2'], ['2026.01.10'], ['2026.10.1']],
  ],
  [
    'natural',
    'as people sort names',
    [
      ['1'],
      ['1.2', '1.02'],
      ['1.2-rc'],
      ['1.2-rc2'],
      ['1.2-rc10'],
      ['1.10'],
      ['build-9'],
      ['build-10'],
    ],
  ],
];

for (const [name, source, row] of rows) {
  test(`${name}: ${source}`, () => {
    for (const [i, cell] of row.entries()) {
      for (const [j, other] of row.entries()) {
        for (const a of cell) {
          for (const b of other) {
            expect([a, b, compare(name, a, b)]).toEqual([a, b, Math.sign(i - j)]);
          }
        }
      }
    }
  });
}

describe('pairs of versions that others have put in order', () => {
  /** File, how many pairs, how many with something that is no version there, and those that we order otherwise. */
  const tables: readonly (readonly [string, string, number, number, number])[] = [
    ['semver', 'semver-versions.txt', 86, 31, 0],
    ['pep440', 'pypi-versions.txt', 37, 11, 0],
    ['pep440', 'pypi-versions-generated.txt', 12_375, 69, 0],
    ['maven', 'maven-versions.txt', 102, 0, 0],
    // Made by a Maven for which `.RC1` was something else than `-RC1`. Of Maven 3.9, 2 are left: `3.5.0-CR-2` is below
    // `3.5.0.Beta-1` there, and `3.6.2.FL.20090615` below `3.6.2-FL-2009-05-11`.
    ['maven', 'maven-versions-generated.txt', 14_752, 0, 20],
  ];
  for (const [name, file, count, unknown, otherwise] of tables) {
    const path = `scan/version-vectors/${file}`;
    withData(path, file, (paths) => {
      const order = orderOf(name);
      const found = readFileSync(paths[path] ?? '', 'utf8')
        .split('\n')
        .filter((line) => /^[^#/]/.test(line))
        .map((line) => {
          const [one = '', sign = '', other = ''] = line.split(' ');
          const [a, b] = [order.parse(one), order.parse(other)];
          if (a === undefined || b === undefined) return 'unknown';
          return Math.sign(order.compare(a, b)) === '<=>'.indexOf(sign) - 1 ? 'same' : 'other';
        });
      expect(found).toHaveLength(count);
      expect(found.filter((one) => one === 'unknown')).toHaveLength(unknown);
      expect(found.filter((one) => one === 'other')).toHaveLength(otherwise);
    });
  }
});

const pieces = [
  ...['0', '1', '2', '10', '007', '9007199254740993', '9007199254740992', '2026', '05'],
  ...['.', '.', '.', '-', '-', '-r', '_', '+', '!', 'a', 'b', 'm', 'rc', 'alpha', 'beta', 'dev'],
  ...['post', 'SNAPSHOT', 'sp', 'ga', 'final', 'x', 'constructor', '__proto__', 'v', ' '],
] as const;

const written = (random: Random): string =>
  Array.from({ length: 1 + random.below(9) }, () => pieces[random.below(pieces.length)]).join('');

/** Versions of an order: forms that are common in it, and what chance makes of pieces. */
function versionsOf(name: string, random: Random, count: number) {
  const order = orderOf(name);
  const starts =
    name === 'calver' ? ['2026.05.1', '2026.10.2', '2025.05.10'] : ['1.2.0', '1.0.0', '1.10.0'];
  const found = [];
  for (let tries = 0; found.length < count && tries < 100 * count; tries += 1) {
    const text =
      random.below(2) === 0
        ? written(random)
        : `${starts[random.below(3)] ?? ''}${written(random)}`;
    const version = order.parse(text) ?? order.parse(starts[random.below(3)] ?? '');
    if (version !== undefined) found.push(version);
  }
  return found;
}

test.each(orderNames)('%s is a total order', (name) => {
  const order = orderOf(name);
  const random = randomFrom(orderNames.indexOf(name) + 1);
  const all = versionsOf(name, random, 60);
  expect(all).toHaveLength(60);
  const sign = all.map((a) => all.map((b) => Math.sign(order.compare(a, b))));
  const wrong = [];
  for (const [i, row] of sign.entries()) {
    for (const [j, ij] of row.entries()) {
      if (ij + (sign[j]?.[i] ?? Number.NaN) !== 0) wrong.push([all[i]?.text, all[j]?.text]);
      for (const [k, jk] of (sign[j] ?? []).entries()) {
        const ik = row[k] ?? Number.NaN;
        const holds = ij <= 0 && jk <= 0 ? ik === Math.min(ij, jk) : true;
        if (!holds) wrong.push([all[i]?.text, all[j]?.text, all[k]?.text]);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('revisions compare as versions do elsewhere', () => {
  const order = orderOf('revisions');
  const all = versionsOf('revisions', randomFrom(3), 80);
  for (const a of all) {
    for (const b of all) {
      const [x, y] = [parseVersion(a.text), parseVersion(b.text)];
      if (x === undefined || y === undefined) throw new Error(`${a.text} or ${b.text} is none`);
      expect(Math.sign(order.compare(a, b))).toBe(Math.sign(compareVersions(x, y)));
    }
  }
});

test.each(orderNames)(
  '%s reads 10,000 characters in time and counts digits of any length',
  (name) => {
    const order = orderOf(name, { format: 'YYYY.MICRO-MODIFIER' });
    const starts = ['', '1.0.', '1.0.0-', '1.0.0+', '2026.', '2026.1-a', '1!1'];
    const repeated = [
      '9',
      '0',
      '1.',
      '.',
      '-',
      'a',
      '-r1',
      'a1',
      '-0',
      '_',
      '!',
      ' ',
      '.dev',
      'rc.',
    ];
    const began = performance.now();
    for (const start of starts) {
      for (const one of repeated) {
        for (const last of ['', '!']) {
          const text = `${start}${one.repeat(10_000 / one.length)}${last}`;
          const [a, b] = [order.parse(text), order.parse(`${text}1`)];
          if (a !== undefined && b !== undefined) expect(order.compare(a, a)).toBe(0);
        }
      }
    }
    // 400 texts of 10,000 characters: what is not in proportion to the length takes minutes.
    expect(performance.now() - began).toBeLessThan(8000);
    if (name === 'revisions') return;
    const [start, digits] = [name === 'calver' ? '2026.' : '1.0.', '8'.repeat(10_000)];
    const [low, high] = [order.parse(`${start}${digits}8`), order.parse(`${start}${digits}9`)];
    if (low === undefined || high === undefined) throw new Error('long numbers are numbers');
    expect(order.compare(low, high)).toBeLessThan(0);
  },
);

test('a long row of blanks inside a text is looked at once', () => {
  const order = orderOf('pep440');
  const blanks = ' \t'.repeat(40_000);
  const began = performance.now();
  expect(order.parse(`1.0${blanks}!`)).toBeUndefined();
  expect(order.parse(`${blanks}1.0${blanks}`)?.lines).toEqual(['1', '1.0']);
  // Some 10 ms; the square of the length takes seconds.
  expect(performance.now() - began).toBeLessThan(1000);
});

test.each([
  ['revisions', ['1.2', 'v1.2.3', '1.2.3+b', `1.2.3-${'a'.repeat(200)}`]],
  [
    'semver',
    [
      '1.2',
      'v1.2.3',
      '01.2.3',
      '1.2.3-01',
      '1.2.3-',
      '1.2.3+',
      '1.2.3-a..b',
      '1.2.3+a+b',
      '1.2.3\n',
    ],
  ],
  ['pep440', ['', '1.x', '1.0-alpine', 'latest', '1..0', '1.0+', '1.0 1', '1.0.dev1.post1']],
  [
    'calver',
    ['2026.5.1', '2026.13.1', '2026.00.1', '26.05.1', '2026.05', '2026.05.01', '2026.05.1-rc1'],
  ],
  ['maven', ['', '1 2', '1\n', '1é']],
  ['natural', ['', '1 2', '1\u0000']],
])('%s: what it does not read is no version', (name, texts) => {
  for (const text of texts) expect([text, orderOf(name).parse(text)]).toEqual([text, undefined]);
});

test.each([
  ['revisions', '1.4.2-r3', ['1', '1.4', '1.4.2'], false, true],
  ['revisions', '1.4.2-rc.1', ['1', '1.4', '1.4.2'], true, false],
  ['semver', '1.4.2-r3', ['1', '1.4', '1.4.2'], true, false],
  ['pep440', 'v01.4.post1', ['1', '1.4'], false, true],
  ['pep440', '1!1.4', [], false, false],
  ['pep440', '1.4.post1.dev2', ['1', '1.4'], true, true],
  ['calver', '2026.05.3-r2', ['2026', '2026.05', '2026.05.3'], false, true],
  ['maven', '1.4.2.RELEASE', ['1', '1.4', '1.4.2'], false, false],
  ['maven', '1.4-SNAPSHOT', ['1', '1.4'], true, false],
  ['natural', '1.4-build7', ['1', '1.4'], false, false],
  ['natural', '1.4-rc7', ['1', '1.4'], true, false],
])('%s: %s belongs to its lines', (name, text, lines, pre, revised) => {
  expect(orderOf(name).parse(text)).toMatchObject({ text, lines, pre, revised });
});

test.each([
  ['YY.MM.MICRO', '6.1.0', '16.1.0'],
  ['0Y.0M.0D', '16.02.03', '106.01.01'],
  ['YYYY.0W', '2026.09', '2026.10'],
  ['YYYY0M0D.MICRO', '20260501.9', '20260501.10'],
  ['YYYY.MM.DD', '2026.9.30', '2026.10.1'],
  ['YY.MINOR.MICRO-MODIFIER', '26.1.0-dev', '26.1.0'],
  ['YY.MINOR.MICRO-MODIFIER', '26.1.0-rc2', '26.1.0-rc10'],
  ['YYYY-0M-0D_MICRO', '2026-05-01_1', '2026-05-02_0'],
  ['MAJOR.YYYY.MICRO', '1.2026.0', '2.2025.0'],
])('CalVer in the format %s: %s is before %s', (format, one, other) => {
  expect(compare('calver', one, other, { format })).toBe(-1);
});

test.each([
  [{ format: 'YYYY.0M.PATCH' }, '"YYYY.0M.PATCH" is no CalVer format: write YYYY, YY, 0Y, MM'],
  [{ format: '' }, '"" is no CalVer format: write YYYY'],
  [{ format: 'YYYYMM.MICRO0M' }, 'nobody knows where MICRO ends'],
  [{ format: 'MODIFIER.YYYY' }, '"MODIFIER.YYYY" is no CalVer format: MODIFIER comes last'],
  [{ format: 'YYYY.'.repeat(20) }, 'is no CalVer format'],
  [{ revisionSuffix: '-r1' }, '"-r1" is no revision suffix: write 1 to 16 letters'],
  [{ revisionSuffix: '-' }, '"-" is no revision suffix'],
  [{ revisionSuffix: '' }, '"" is no revision suffix'],
  [{ revisionSuffix: '+r' }, '"+r" is no revision suffix'],
])('%j is refused', (settings, sentence) => {
  expect(() => orderOf('calver', settings)).toThrow(sentence);
});

test('the suffix of revisions is a setting', () => {
  const settings = { revisionSuffix: '-build.' };
  expect(compare('revisions', '1.4.2', '1.4.2-build.1', settings)).toBe(-1);
  expect(compare('revisions', '1.4.2-build.9', '1.4.2-build.10', settings)).toBe(-1);
  expect(compare('revisions', '1.4.2-r1', '1.4.2', settings)).toBe(-1);
});

test('an order that there is not is refused with those that there are', () => {
  for (const name of ['docker', 'constructor', '']) {
    expect(() => orderOf(name)).toThrow(
      `${JSON.stringify(name)} is no order of versions: write one of revisions, semver, pep440, calver, maven, natural`,
    );
  }
});
