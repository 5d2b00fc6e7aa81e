import { linesOf, mark, numberAt, orderBy, wordAt, type Ordered, type Place } from './order.ts';

const separator = '[-_.]?';
const grammar = new RegExp(
  [
    '^[ \\t\\n\\r\\f\\v]*v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)',
    `(?:${separator}(alpha|a|beta|b|preview|pre|c|rc)${separator}([0-9]+)?)?`,
    `(?:-([0-9]+)|${separator}(post|rev|r)${separator}([0-9]+)?)?`,
    `(?:${separator}(dev)${separator}([0-9]+)?)?`,
    '(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?[ \\t\\n\\r\\f\\v]*$',
  ].join(''),
);

/** By the first letter of their spellings. */
const stages: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 3],
  ['r', 3],
  ['p', 3],
]);
const release = 4;
/** Where a release ends, so that what follows it compares only where the releases are equal. */
const close = mark(0);

/**
 * Epoch, release, pre-release, post-release, development release and local version, in all their spellings.
 * https://peps.python.org/pep-0440/#summary-of-permitted-suffixes-and-relative-ordering
 */
export const pep440 = orderBy('pep440', parse);

function parse(text: string): Ordered | undefined {
  const match = grammar.exec(text.toLowerCase());
  if (match === null) return undefined;
  const [, epoch = '', numbers = '', pre, preNumber, minus, post, postNumber, dev, devNumber] =
    match;
  const segments = numbers.split('.').map((one) => one.replace(/^0+(?=[0-9])/, ''));
  const rebuilt = minus !== undefined || post !== undefined;
  const stage = stages.get(pre?.charAt(0) ?? '') ?? (dev !== undefined && !rebuilt ? 0 : release);
  return {
    text,
    key: [
      numberAt(1, epoch),
      ...withoutZeros(segments).map((one) => numberAt(1, one)),
      close,
      numberAt(stage, preNumber ?? ''),
      rebuilt ? numberAt(1, minus ?? postNumber ?? '') : mark(0),
      // What is in development comes before what it becomes.
      dev === undefined ? mark(1) : numberAt(0, devNumber ?? ''),
      ...localPlaces(match[10]),
    ],
    // Lines of two epochs would have one name.
    lines: /[1-9]/.test(epoch) ? [] : linesOf(segments),
    pre: pre !== undefined || dev !== undefined,
    revised: rebuilt,
  };
}

/** 1.0 and 1.0.0 are one release. */
function withoutZeros(segments: readonly string[]): readonly string[] {
  const last = segments.findLastIndex((one) => one !== '0');
  return segments.slice(0, last + 1);
}

/** Words before numbers, a longer row behind a shorter one. https://peps.python.org/pep-0440/#local-version-identifiers */
const localPlaces = (local: string | undefined): readonly Place[] =>
  local === undefined
    ? []
    : local.split(/[-_.]/).map((one) => (/^[0-9]+$/.test(one) ? numberAt(2, one) : wordAt(1, one)));
