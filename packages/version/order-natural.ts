import { linesOf, numberAt, orderBy, wordAt, type Ordered } from './order.ts';

/** What people write for a version that is not released yet; here it has no place of its own in the order. */
const unfinished = /(?:^|[^A-Za-z])(?:alpha|beta|preview|pre|rc|dev|snapshot|nightly)(?![A-Za-z])/i;

/**
 * By turns numbers and the text between them, as people sort names: `build-9` before `build-10`, a name before one that
 * goes on. Numbers come before text, and text is in the order of ASCII. For names that follow no scheme.
 */
export const natural = orderBy('natural', parse);

function parse(text: string): Ordered | undefined {
  if (!/^[!-~]+$/.test(text)) return undefined;
  const key = Array.from(text.matchAll(/([0-9]+)|[^0-9]+/g), ([piece, digits]) =>
    digits === undefined ? wordAt(3, piece) : numberAt(2, digits),
  );
  const numbers = /^[0-9]+(?:\.[0-9]+)*/.exec(text)?.[0].split('.') ?? [];
  return { text, key, lines: linesOf(numbers), pre: unfinished.test(text), revised: false };
}
