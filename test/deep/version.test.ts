import { expect, test } from '@jest/globals';

import { compareVersions, highest, parseVersion, versionOfGitTag, type Version } from '#version';

import type { Random } from '../rounds.ts';
import { mutatedText, some } from './mutation.ts';
import { watched, within } from './watched.ts';

const numbers = ['0', '1', '2', '10', '9', '999999999999999'] as const;
const identifiers = [
  ...['rc', 'RC', 'alpha', 'beta', 'a', 'b', 'r', 'r1', '1', '2', '10', '0', '-', '--', 'r-1'],
  ...['1a', 'a1', '9007199254740993', '9007199254740992', '99999999999999999999', '0a', '-1'],
] as const;
const pieces = [
  ...numbers,
  ...identifiers,
  '.',
  '-',
  '-r',
  '+',
  '+b',
  'v',
  ' ',
  '\n',
  '01',
] as const;

/** A version by construction. */
function written(random: Random): string {
  const number = () => random.pick(numbers);
  const pre = some(random, identifiers, 3).join('.');
  const revision = random.below(3) === 0 ? `-r${1 + random.below(12)}` : '';
  return `${number()}.${number()}.${number()}${pre === '' ? '' : `-${pre}`}${revision}`;
}

function read(text: string): Version {
  const version = parseVersion(text);
  if (version === undefined) throw new Error(`${JSON.stringify(text)} is no version`);
  return version;
}

/** As the specification says it, one rule after the other: https://semver.org/spec/v2.0.0.html#spec-item-11 */
function expected(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => {
    const [, whole = '', revision = '0'] = /^(.*?)(?:-r([1-9]\d{0,8}))?$/.exec(text) ?? [];
    const dash = whole.indexOf('-');
    const release = dash < 0 ? whole : whole.slice(0, dash);
    const pre = dash < 0 ? [] : whole.slice(dash + 1).split('.');
    return { release: release.split('.').map(BigInt), pre, revision: BigInt(revision) };
  });
  if (left === undefined || right === undefined) throw new Error('two are compared');
  const sign = (x: bigint | string, y: bigint | string) => (x < y ? -1 : x > y ? 1 : 0);
  for (const at of [0, 1, 2]) {
    const order = sign(left.release[at] ?? 0n, right.release[at] ?? 0n);
    if (order !== 0) return order;
  }
  if (left.pre.length === 0 && right.pre.length > 0) return 1;
  if (right.pre.length === 0 && left.pre.length > 0) return -1;
  for (let at = 0; at < Math.max(left.pre.length, right.pre.length); at += 1) {
    const [x, y] = [left.pre[at], right.pre[at]];
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    const [xIsNumber, yIsNumber] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (xIsNumber !== yIsNumber) return xIsNumber ? -1 : 1;
    const order = xIsNumber ? sign(BigInt(x), BigInt(y)) : sign(x, y);
    if (order !== 0) return order;
  }
  return sign(left.revision, right.revision);
}

const order = (a: string, b: string): number => Math.sign(compareVersions(read(a), read(b)));

test('versions are in one total order, and it is that of semver with revisions behind', async () => {
  const done = await watched(
    (random) => {
      const [a, b, c] = [written(random), written(random), written(random)];
      expect([a, b, order(a, b)]).toEqual([a, b, expected(a, b)]);
      expect(order(b, a)).toBe(order(a, b) === 0 ? 0 : -order(a, b));
      expect(order(a, a)).toBe(0);
      // Each version is written in one way, so that two that are equal are one tag.
      expect(order(a, b) === 0).toBe(a === b);
      const [x = '', y = '', z = ''] = [a, b, c].sort(order);
      expect([x, y, z, order(x, y) <= 0, order(y, z) <= 0, order(x, z) <= 0]).toEqual([
        ...[x, y, z],
        ...[true, true, true],
      ]);
      expect(highest([a, b, c].map(read))?.text).toBe(z);
    },
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});

test('any other text is no version, and a version is read from a git tag behind its prefix alone', async () => {
  const done = await watched(
    async (random) => {
      const text =
        random.below(2) === 0
          ? some(random, pieces, 12).join('')
          : mutatedText(random, written(random), pieces);
      await within({ ms: 200 }, JSON.stringify(text), () => {
        const version = parseVersion(text);
        if (version !== undefined) {
          expect(version.text).toBe(text);
          expect(text).toMatch(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/);
          expect(version.numbers.every(Number.isSafeInteger)).toBe(true);
        }
        expect(versionOfGitTag(`shop-v${text}`, 'shop-')).toEqual(version);
        expect(versionOfGitTag(`shop-${text}`)).toBeUndefined();
      });
    },
    { parts: 2 },
  );
  expect(done).toBeGreaterThan(0);
});
