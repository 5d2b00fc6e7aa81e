import { linesOf, mark, numberAt, orderBy, wordAt, type Ordered, type Place } from './order.ts';
import { readSemantic } from './semantic.ts';

/** Below the end of a key, so that what follows it is a pre-release. */
const before = mark(-1);

/** The identifiers of a pre-release as they compare: numbers before words, a longer row behind a shorter one. */
export const preReleasePlaces = (identifiers: readonly string[]): readonly Place[] =>
  identifiers.length === 0
    ? []
    : [
        before,
        ...identifiers.map((one) => (/^[0-9]+$/.test(one) ? numberAt(2, one) : wordAt(3, one))),
      ];

/** https://semver.org/spec/v2.0.0.html: no `v` before it, build metadata is read and does not count. */
export const semver = orderBy('semver', (text): Ordered | undefined => {
  const read = readSemantic(text);
  if (read === undefined) return undefined;
  const { numbers, pre } = read;
  return {
    text,
    key: [...numbers.map((one) => numberAt(1, one)), ...preReleasePlaces(pre)],
    lines: linesOf(numbers),
    pre: pre.length > 0,
    revised: false,
  };
});
