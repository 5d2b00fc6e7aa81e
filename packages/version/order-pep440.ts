import { linesOf, mark, numberAt, orderBy, wordAt, type Ordered, type Place } from './order.ts';
import { readPython } from './python.ts';

const stages = { a: 1, b: 2, rc: 3 } as const;
const release = 4;
/** Where a release ends, so that what follows it compares only where the releases are equal. */
const close = mark(0);

/**
 * Epoch, release, pre-release, post-release, development release and local version, in all their spellings.
 * https://peps.python.org/pep-0440/#summary-of-permitted-suffixes-and-relative-ordering
 */
export const pep440 = orderBy('pep440', parse);

/**
 * Sought only where a row of them starts: else a long row inside the text takes the square of its length.
 * https://peps.python.org/pep-0440/#leading-and-trailing-whitespace
 */
const blanks = /^[ \t\n\r\f\v]+|(?<![ \t\n\r\f\v])[ \t\n\r\f\v]+$/g;

function parse(text: string): Ordered | undefined {
  const read = readPython(text.replace(blanks, ''));
  if (read === undefined) return undefined;
  const { epoch, pre, post, dev, local = [] } = read;
  const stage =
    pre === undefined ? (dev !== undefined && post === undefined ? 0 : release) : stages[pre.stage];
  return {
    text,
    key: [
      numberAt(1, epoch),
      ...withoutZeros(read.release).map((one) => numberAt(1, one)),
      close,
      numberAt(stage, pre?.number ?? ''),
      post === undefined ? mark(0) : numberAt(1, post),
      // What is in development comes before what it becomes.
      dev === undefined ? mark(1) : numberAt(0, dev),
      ...local.map(localPlace),
    ],
    // Lines of two epochs would have one name.
    lines: epoch === '0' ? linesOf(read.release) : [],
    pre: pre !== undefined || dev !== undefined,
    revised: post !== undefined,
  };
}

/** 1.0 and 1.0.0 are one release. */
function withoutZeros(segments: readonly string[]): readonly string[] {
  const last = segments.findLastIndex((one) => one !== '0');
  return segments.slice(0, last + 1);
}

/** Words before numbers, a longer row behind a shorter one. https://peps.python.org/pep-0440/#local-version-identifiers */
const localPlace = (one: string): Place =>
  /^[0-9]+$/.test(one) ? numberAt(2, one) : wordAt(1, one);
