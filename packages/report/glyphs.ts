import { type Escaped, inTerminal, join, trusted } from './escaped.ts';
import { inline } from './inline.ts';
import { type Mark, type Span, type Text, type Tone } from './page.ts';
import { spans } from './spans.ts';
import { columnsOf, cut } from './width.ts';

/** A parameter of SGR: https://ecma-international.org/publications-and-standards/standards/ecma-48/ */
export type Style = 'plain' | 1 | 2 | 31 | 32 | 33 | 36;

/** What stands in one place of a terminal. */
export interface Glyph {
  readonly text: Escaped<'terminal'>;
  readonly columns: 1 | 2;
  readonly style: Style;
}

const marks: Readonly<Record<Mark, readonly [symbol: string, style: Style]>> = {
  passed: ['✔', 32],
  failed: ['✖', 31],
  'not evaluated': ['?', 33],
  waiting: ['…', 36],
  unchanged: ['=', 2],
};

const tones: Readonly<Record<Tone, Style>> = { warning: 33, error: 31, quiet: 2 };

export const glyphs = (text: Escaped<'terminal'>, style: Style = 'plain'): readonly Glyph[] =>
  cut(text).map((cluster) => ({ text: trusted(cluster), columns: columnsOf(cluster), style }));

function spanGlyphs(span: Span): readonly Glyph[] {
  if (typeof span === 'string') return glyphs(inline(span));
  switch (span.kind) {
    case 'code':
      return glyphs(inline(span.text));
    case 'strong':
      return glyphs(inline(span.text), 1);
    case 'toned':
      return glyphs(inline(span.text), tones[span.tone]);
    case 'mark': {
      const [symbol, style] = marks[span.mark];
      return glyphs(inline(`${symbol} ${span.text ?? span.mark}`), style);
    }
    case 'link': {
      const { text, url } = span;
      return glyphs(inline(text === url || text.trim() === '' ? url : `${text} (${url})`));
    }
  }
}

/** A text on one endless line. */
export const textGlyphs = (text: Text): readonly Glyph[] => spans(text).flatMap(spanGlyphs);

export const bold = (line: readonly Glyph[]): readonly Glyph[] =>
  line.map((glyph) => (glyph.style === 'plain' ? { ...glyph, style: 1 } : glyph));

export const widthOf = (line: readonly Glyph[]): number =>
  line.reduce((sum, { columns }) => sum + columns, 0);

/** Glyphs as text, each run of one style between its own sequence and the reset. */
export function paint(line: readonly Glyph[], colour: boolean): Escaped<'terminal'> {
  const runs: { readonly style: Style; readonly texts: Escaped<'terminal'>[] }[] = [];
  for (const { text, style } of line) {
    const last = runs.at(-1);
    if (last?.style === style) last.texts.push(text);
    else runs.push({ style, texts: [text] });
  }
  const painted = runs.map(({ style, texts }) => {
    const text = join(texts, inTerminal``);
    return style === 'plain' || !colour ? text : inTerminal`\x1b[${style}m${text}\x1b[0m`;
  });
  return join(painted, inTerminal``);
}

const ellipsis = glyphs(inTerminal`…`);

/** As much of it as has room; what is cut off is an ellipsis. */
export function clipped(line: readonly Glyph[], width: number): readonly Glyph[] {
  if (widthOf(line) <= width) return line;
  let used = 1;
  const end = line.findIndex(({ columns }) => (used += columns) > width);
  const kept = line.slice(0, end);
  return [...(kept.at(-1)?.text === ' ' ? kept.slice(0, -1) : kept), ...ellipsis];
}

/** Breaks at blanks where there are any, behind a slash that is not far, else where the line is full. */
export function wrap(line: readonly Glyph[], width: number): readonly (readonly Glyph[])[] {
  const lines: (readonly Glyph[])[] = [];
  let start = 0;
  let blank = -1;
  let tight = -1;
  let slash = -1;
  let used = 0;
  for (let at = 0; at < line.length; at++) {
    const glyph = line[at];
    if (glyph === undefined) break;
    if (glyph.text === ' ') {
      if (isBeforeUnit(line, at)) tight = at;
      else blank = at;
    }
    used += glyph.columns;
    if (used > width) {
      const full = slash > start && widthOf(line.slice(start, slash)) * 2 > width ? slash : at;
      // A number without room for its unit leaves it to the next line.
      const gap = blank > start ? blank : tight;
      const end = gap > start ? gap : full;
      lines.push(line.slice(start, end));
      start = gap > start ? gap + 1 : full;
      used = widthOf(line.slice(start, at + 1));
    }
    if (glyph.text === '/') slash = at + 1;
  }
  lines.push(line.slice(start));
  return lines;
}

/** Sizes and times as they are written in a page: number and unit stay together. */
function isBeforeUnit(line: readonly Glyph[], blank: number): boolean {
  const text = (from: number, to: number): string =>
    line
      .slice(Math.max(from, 0), to)
      .map((glyph) => glyph.text)
      .join('');
  const before = text(blank - longest, blank);
  return (
    /[ (][0-9.]+$/.test(blank < longest ? ` ${before}` : before) &&
    /^(?:[kMGT]?B|s|min|h|d)\b/.test(text(blank + 1, blank + 5))
  );
}
/** Of a number, with what stands before it. */
const longest = 9;
