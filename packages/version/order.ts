/**
 * One place of a version's key. The rank decides first; the end of a key has rank 0, so that a place below 0 puts a
 * version before its own beginning (`1.0-rc` before `1.0`) and one above 0 behind it. Then the number, then the word.
 */
export interface Place {
  readonly rank: number;
  /** Digits without zeros before them; empty for 0 and where there is no number. */
  readonly digits: string;
  readonly word: string;
}

/** A version that one order has read. */
export interface Ordered {
  /** As it was written. */
  readonly text: string;
  /** What is compared; of use to the order that made it alone. */
  readonly key: readonly Place[];
  /**
   * The lines that it belongs to, from the widest to itself: `1`, `1.4`, `1.4.2` for `1.4.2-r3`. Empty where an order
   * has none.
   */
  readonly lines: readonly string[];
  /** Comes before the release that it is named after. */
  readonly pre: boolean;
  /** A rebuild of a release, not the release itself. */
  readonly revised: boolean;
}

/** How versions of one scheme are read and compared. */
export interface VersionOrder<Name extends string = string> {
  readonly name: Name;
  /** Undefined for a text that is no version here. Takes time in proportion to the text's length. */
  parse(text: string): Ordered | undefined;
  /** Below, equal or above zero; both versions are of this order. */
  compare(a: Ordered, b: Ordered): number;
}

/** A number at a place, of any length and with or without zeros before it. */
export const numberAt = (rank: number, digits: string): Place => ({
  rank,
  digits: digits.replace(/^0+/, ''),
  word: '',
});
export const wordAt = (rank: number, word: string): Place => ({ rank, digits: '', word });
export const mark = (rank: number): Place => ({ rank, digits: '', word: '' });

const end = mark(0);

/**
 * The first place that differs decides, which makes it a total order whatever the keys are.
 * @returns below, equal or above zero
 */
export function compareKeys(a: readonly Place[], b: readonly Place[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = comparePlaces(a[at] ?? end, b[at] ?? end);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePlaces(a: Place, b: Place): number {
  return (
    a.rank - b.rank ||
    // Without zeros before them the longer number is the larger one; a float would lose digits.
    a.digits.length - b.digits.length ||
    compareText(a.digits, b.digits) ||
    compareText(a.word, b.word)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An order of which only the reading is its own. */
export const orderBy = <Name extends string>(
  name: Name,
  parse: (text: string) => Ordered | undefined,
): VersionOrder<Name> => ({ name, parse, compare: (a, b) => compareKeys(a.key, b.key) });

/** `1.4.2` gives `1`, `1.4`, `1.4.2`. */
export const linesOf = (numbers: readonly string[]): readonly string[] =>
  // More would be of no use to a name, and cost a square of the length.
  numbers.slice(0, deepest).map((_, at) => numbers.slice(0, at + 1).join('.'));
const deepest = 8;
