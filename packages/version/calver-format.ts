import { quote, UsageError } from '#io';

/** A field of a CalVer format: how it is written, and the largest value. https://calver.org/#scheme */
interface Field {
  readonly grammar: string;
  readonly most?: number;
  /** Written with as many digits as the number needs. */
  readonly varies: boolean;
}

const short = '(0|[1-9][0-9]*)';
const padded = '([0-9]{2})';
const fields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['YYYY', { grammar: '([1-9][0-9]{3})', varies: false }],
  ['YY', { grammar: short, varies: true }],
  ['0Y', { grammar: '([0-9]{2}|[1-9][0-9]{2})', varies: true }],
  ['MM', { grammar: short, most: 12, varies: true }],
  ['0M', { grammar: padded, most: 12, varies: false }],
  ['WW', { grammar: short, most: 53, varies: true }],
  ['0W', { grammar: padded, most: 53, varies: false }],
  ['DD', { grammar: short, most: 31, varies: true }],
  ['0D', { grammar: padded, most: 31, varies: false }],
  ['MAJOR', { grammar: short, varies: true }],
  ['MINOR', { grammar: short, varies: true }],
  ['MICRO', { grammar: short, varies: true }],
]);
/** Weeks of some calendars start at 0, months and days do not. */
const fromOne: ReadonlySet<string> = new Set(['MM', '0M', 'DD', '0D']);

const piece = new RegExp(`${[...fields.keys(), 'MODIFIER'].join('|')}|[._-]`, 'g');
const modifierGrammar = '([A-Za-z][0-9A-Za-z]*(?:[.-][0-9A-Za-z]+)*)';

/** What a version says, in the order of its format. */
export interface CalendarFields {
  readonly numbers: readonly string[];
  /** The text up to the end of each number. */
  readonly lines: readonly string[];
  readonly modifier: string | undefined;
}

/**
 * A reader of versions in a format such as `YYYY.0M.MICRO` or `YY.MM.MICRO-MODIFIER`. What stands before MODIFIER is
 * written only with it.
 * @throws UsageError for a format that is none or that can be read in two ways
 */
export function calendarReader(format: string): (text: string) => CalendarFields | undefined {
  const pieces: readonly string[] = format.length > 64 ? [] : (format.match(piece) ?? []);
  const names = pieces.filter((name) => fields.has(name));
  const fault =
    names.length === 0 || pieces.join('') !== format
      ? `write ${[...fields.keys()].join(', ')} or MODIFIER, with ".", "-" or "_" between them`
      : faultOf(pieces);
  if (fault === undefined) return readerOf(pieces, names);
  throw new UsageError(`${quote(format)} is no CalVer format: ${fault}`);
}

function faultOf(pieces: readonly string[]): string | undefined {
  if (pieces.slice(0, -1).includes('MODIFIER')) return 'MODIFIER comes last';
  const unclear = pieces.find(
    (name, at) => fields.get(name)?.varies === true && fields.has(pieces[at + 1] ?? ''),
  );
  return unclear === undefined
    ? undefined
    : `nobody knows where ${unclear} ends, put "." behind it`;
}

function readerOf(
  pieces: readonly string[],
  names: readonly string[],
): (text: string) => CalendarFields | undefined {
  const grammar = new RegExp(`^${grammarOf(pieces)}$`, 'd');
  return (text) => {
    const match = grammar.exec(text);
    if (match === null) return undefined;
    const numbers = match.slice(1, names.length + 1);
    if (!names.every((name, at) => isInRange(name, numbers[at] ?? ''))) return undefined;
    return {
      numbers,
      lines: names.map((_, at) => text.slice(0, match.indices?.[at + 1]?.[1])),
      modifier: match[names.length + 1],
    };
  };
}

function grammarOf(pieces: readonly string[]): string {
  const hasModifier = pieces.at(-1) === 'MODIFIER';
  const body = hasModifier ? pieces.slice(0, -1) : pieces;
  const before = hasModifier ? body.slice(body.findLastIndex((name) => fields.has(name)) + 1) : [];
  const written = (some: readonly string[]) =>
    some.map((name) => fields.get(name)?.grammar ?? `\\${name}`.replace('\\_', '_')).join('');
  const rest = hasModifier ? `(?:${written(before)}${modifierGrammar})?` : '';
  return `${written(body.slice(0, body.length - before.length))}${rest}`;
}

function isInRange(name: string, digits: string): boolean {
  const most = fields.get(name)?.most;
  if (most === undefined) return true;
  return (
    digits.length <= 2 && Number(digits) <= most && Number(digits) >= (fromOne.has(name) ? 1 : 0)
  );
}
