import { fault, type Place } from './place.ts';

/** One line of an input, in fields. */
export interface Line {
  readonly place: Place;
  readonly fields: readonly string[];
}

interface Options {
  /** A quote that does not stand around a whole field is a letter like any other; else it is refused. */
  readonly loose: boolean;
}
interface Read {
  readonly value: string;
  readonly end: number;
}

/** Of one input; a workflow file is not larger. */
const maxCharacters = 1 << 20;

/**
 * Lines of comma-separated fields: a field may stand in double quotes, a quote inside is doubled, and a quoted field may hold
 * commas and newlines. Blank lines and those that start with `#` are left out. https://www.rfc-editor.org/rfc/rfc4180
 * @throws UsageError that names the line
 */
export function linesOf(input: string, text: string, options: Options): readonly Line[] {
  const whole: Place = { input, line: 1, text };
  if (text.length > maxCharacters) throw fault(whole, 'it has more than a million characters');
  const lines: Line[] = [];
  const lineAt = lineCounter(text);
  for (let at = 0; at < text.length;) {
    const end = ending(text, at);
    const bare = text.slice(at, end).trim();
    if (bare === '' || bare.startsWith('#')) {
      at = end + 1;
      continue;
    }
    const start = at + text.slice(at, end).search(/\S/);
    const line = lineAt(start);
    const record = recordAt(text, start, options, (stop) => ({
      input,
      line,
      text: text.slice(start, stop).trim(),
    }));
    lines.push(record.line);
    at = record.end + 1;
  }
  return lines;
}

/** The line of a position, for positions that only go forwards: each newline is counted once. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (at) => {
    for (; next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}

const ending = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

function recordAt(
  text: string,
  start: number,
  options: Options,
  place: (stop: number) => Place,
): { readonly line: Line; readonly end: number } {
  const fields: string[] = [];
  for (let at = start; ;) {
    const { value, end } = fieldAt(text, at, options, place);
    fields.push(value);
    if (text[end] !== ',') return { line: { place: place(end), fields }, end };
    at = end + 1;
  }
}

function fieldAt(
  text: string,
  start: number,
  { loose }: Options,
  place: (stop: number) => Place,
): Read {
  if (text[start] === '"') {
    const quoted = quotedAt(text, start);
    if (quoted === undefined) throw fault(place(ending(text, start)), 'the quote is not closed');
    fieldEnd.lastIndex = quoted.end;
    if (fieldEnd.test(text)) {
      return { value: quoted.value, end: delimiter(text, quoted.end) };
    }
  }
  const end = delimiter(text, start);
  const value = text.slice(start, end);
  if (!loose && value.includes('"')) {
    throw fault(
      place(ending(text, start)),
      'a quote stands inside a field: put the whole field in quotes, and double those inside',
    );
  }
  return { value, end };
}

/** What may follow a quote that ends its field. */
const fieldEnd = /[ \t\r]*(?:[,\n]|$)/y;

/** Where a field ends: its comma, its newline or the end. */
function delimiter(text: string, from: number): number {
  const end = /[,\n]/.exec(text.slice(from));
  return end === null ? text.length : from + end.index;
}

function quotedAt(text: string, start: number): Read | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return undefined;
}

/**
 * A field as key and value, split at the first `=`; a field without a key is a value alone, and so is one that has its first `=`
 * in an expression.
 */
export function pairOf(field: string): {
  readonly key: string | undefined;
  readonly value: string;
} {
  const equals = field.indexOf('=', 1);
  if (equals === -1 || field.slice(0, equals).includes('{{'))
    return { key: undefined, value: field.trim() };
  return {
    key: field.slice(0, equals).trim().toLowerCase(),
    value: field.slice(equals + 1).trim(),
  };
}

/**
 * The lines of an input whose records are fields. A line that stands in quotes as a whole is read again: that is how one writes
 * it where quotes are taken off twice.
 */
export function recordsOf(input: string, text: string): readonly Line[] {
  return linesOf(input, text, { loose: false }).map((line) => {
    const [only = ''] = line.fields;
    if (line.fields.length > 1 || !line.place.text.startsWith('"') || !/[,"]/.test(only)) {
      return line;
    }
    const [again] = linesOf(input, only.replaceAll('\n', ' '), { loose: false });
    return again === undefined ? line : { fields: again.fields, place: line.place };
  });
}

/** The lines of an input whose records are text; quotes around a whole line are taken off, so that it may hold newlines. */
export const textsOf = (input: string, text: string): readonly Line[] =>
  linesOf(input, text, { loose: true });
