import { compareNumbers } from './compare-number.ts';

interface Parts {
  readonly core: readonly string[];
  readonly before: readonly string[];
}

const form = /^[v=\s]*(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * Compares two semantic versions: below 0 when the first is older, 0 when neither is, as builds of one version are.
 * Undefined when one is no version. https://semver.org/spec/v2.0.0.html#spec-item-11
 */
export function compareSemver(one: string, other: string): number | undefined {
  const [a, b] = [parse(one), parse(other)];
  if (a === undefined || b === undefined) return undefined;
  for (const [at, number] of a.core.entries()) {
    const order = compareNumbers(number, b.core[at] ?? '');
    if (order !== 0) return order;
  }
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length;
  for (const [at, identifier] of a.before.entries()) {
    const rival = b.before[at];
    if (rival === undefined) return 1;
    const order = compareIdentifier(identifier, rival);
    if (order !== 0) return order;
  }
  return a.before.length - b.before.length;
}

function parse(version: string): Parts | undefined {
  const match = form.exec(version);
  if (match === null) return undefined;
  const [, major = '', minor = '', patch = '', before] = match;
  return { core: [major, minor, patch], before: before === undefined ? [] : before.split('.') };
}

/** Numbers before words, and words as ASCII sorts. */
function compareIdentifier(a: string, b: string): number {
  const [x, y] = [isNumber(a), isNumber(b)];
  if (x && y) return compareNumbers(a, b);
  if (x !== y) return x ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const isNumber = (text: string): boolean => /^[0-9]+$/.test(text);
