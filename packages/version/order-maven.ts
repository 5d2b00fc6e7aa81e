import { linesOf, mark, numberAt, orderBy, wordAt, type Ordered, type Place } from './order.ts';

/** Words that Maven knows; those below 0 come before the version that they follow. */
const known: ReadonlyMap<string, number> = new Map([
  ...([
    ['alpha', -5],
    ['beta', -4],
    ['milestone', -3],
    ['rc', -2],
    ['cr', -2],
  ] as const),
  ...([
    ['snapshot', -1],
    ['ga', 1],
    ['final', 1],
    ['release', 1],
    ['sp', 2],
  ] as const),
]);
const shortened: ReadonlyMap<string, string> = new Map([
  ['a', 'alpha'],
  ['b', 'beta'],
  ['m', 'milestone'],
]);
const rank = { released: 1, word: 3, hyphenNumber: 4, dotNumber: 5 } as const;

const token = /[.-]|[0-9]+|[^.0-9-]+/g;

/**
 * The order of Maven's ComparableVersion: known words, then others, then numbers behind a hyphen, then those behind a dot.
 * What it calls null (0, `ga`, `final`, `release`) is dropped at the end, before each hyphen and before each word, so that
 * the order is total; ComparableVersion leaves some of them and then contradicts itself.
 * https://maven.apache.org/pom.html#version-order-specification
 */
export const maven = orderBy('maven', parse);

function parse(text: string): Ordered | undefined {
  if (!/^[!-~]+$/.test(text)) return undefined;
  const key = placesOf(text.toLowerCase());
  return {
    text,
    key,
    lines: linesOf(/^[0-9]+(?:\.[0-9]+)*/.exec(text)?.[0].split('.') ?? []),
    pre: key.some((place) => place.rank < 0),
    revised: false,
  };
}

function placesOf(text: string): readonly Place[] {
  const places: Place[] = [];
  let [separator, isFresh] = ['.', true];
  for (const { 0: piece, index } of text.matchAll(token)) {
    if (piece === '.' || piece === '-') {
      if (isFresh) add(places, numberPlace('0', separator));
      [separator, isFresh] = [piece, true];
      continue;
    }
    // Between digits and letters there is a hyphen that nobody writes.
    const before = isFresh ? separator : '-';
    const follows = /[0-9]/.test(text.charAt(index + piece.length));
    add(places, /[0-9]/.test(piece) ? numberPlace(piece, before) : wordPlace(piece, follows));
    isFresh = false;
  }
  dropNulls(places);
  return places;
}

const numberPlace = (digits: string, separator: string): Place =>
  numberAt(separator === '-' ? rank.hyphenNumber : rank.dotNumber, digits);

function wordPlace(word: string, isBeforeNumber: boolean): Place {
  const name = isBeforeNumber ? (shortened.get(word) ?? word) : word;
  const place = known.get(name);
  return place === undefined ? wordAt(rank.word, name) : mark(place);
}

/** The first place is always a number's: a version is expected to start with one. */
function add(places: Place[], place: Place): void {
  if (place.rank !== rank.dotNumber) dropNulls(places);
  const isStart = places.length === 0 && place.rank === rank.released;
  places.push(isStart ? numberAt(rank.dotNumber, '0') : place);
}

function dropNulls(places: Place[]): void {
  let last = places.at(-1);
  while (places.length > 1 && last !== undefined && isNull(last)) {
    places.pop();
    last = places.at(-1);
  }
}

const isNull = (place: Place): boolean =>
  place.rank === rank.released || (place.rank > rank.word && place.digits === '');
