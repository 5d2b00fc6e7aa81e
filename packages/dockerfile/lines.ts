import { fault } from './fault.ts';

/** Goes through the lines of a file; heredoc bodies are taken from it too. */
export interface Reader {
  readonly file: string;
  readonly lines: readonly string[];
  readonly escape: '\\' | '`';
  /** Index of the next line. */
  at: number;
}

/** An instruction's line with its continuation lines joined. */
export interface JoinedLine {
  readonly text: string;
  readonly line: number;
}

const isComment = (line: string): boolean => /^\s*#/.test(line);

/** Lines of a text, without their ends; a carriage return before an end belongs to it. */
export const linesOf = (text: string): readonly string[] =>
  text.replace(/\n$/, '').split('\n').map(withoutReturns);

/** Not a pattern: one for the end of a line takes quadratic time where many stand in the middle. */
function withoutReturns(line: string): string {
  let end = line.length;
  while (line.charAt(end - 1) === '\r') end -= 1;
  return line.slice(0, end);
}

const directive = /^\s*#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/;
const known = new Set(['syntax', 'escape', 'check']);

/**
 * The escape character. Parser directives are comments before everything else, each at most once.
 * https://docs.docker.com/reference/dockerfile/#parser-directives
 */
export function escapeOf(lines: readonly string[], file: string): '\\' | '`' {
  const seen = new Set<string>();
  let escape: '\\' | '`' = '\\';
  for (const [index, line] of lines.entries()) {
    const [, name = '', value = ''] = directive.exec(line) ?? [];
    const key = name.toLowerCase();
    if (!known.has(key)) return escape;
    const at = { file, line: index + 1 };
    if (seen.has(key)) throw fault(at, `the parser directive "${key}" stands twice`);
    seen.add(key);
    if (key !== 'escape') continue;
    if (value !== '\\' && value !== '`') {
      throw fault(at, `the escape character is "\\" or "\`", not ${JSON.stringify(value)}`);
    }
    escape = value;
  }
  return escape;
}

/** The next instruction's line; undefined at the end of the file. */
export function nextLine(reader: Reader): JoinedLine | undefined {
  const ends = reader.escape === '\\' ? /(^|[^\\])\\[ \t]*$/ : /(^|[^`])`[ \t]*$/;
  for (;;) {
    const first = reader.lines[reader.at];
    if (first === undefined) return undefined;
    reader.at += 1;
    const line = reader.at;
    if (isComment(first) || first.trim() === '') continue;
    const parts = [first.trimStart()];
    while (ends.test(parts.at(-1) ?? '')) {
      parts.push((parts.pop() ?? '').replace(ends, '$1'));
      const next = nextPart(reader);
      if (next === undefined) break;
      parts.push(next);
    }
    const text = parts.join('').trim();
    if (text !== '') return { text, line };
  }
}

/** The next line of an instruction: comments and empty lines inside it do not count. */
function nextPart(reader: Reader): string | undefined {
  for (;;) {
    const line = reader.lines[reader.at];
    if (line === undefined) return undefined;
    reader.at += 1;
    if (!isComment(line) && line.trim() !== '') return line;
  }
}
