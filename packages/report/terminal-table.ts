import { type Escaped, inTerminal, join, trusted } from './escaped.ts';
import { bold, clipped, type Glyph, glyphs, paint, textGlyphs, widthOf, wrap } from './glyphs.ts';
import { type Block, type Text } from './page.ts';

type Table = Extract<Block, { readonly kind: 'table' }>;
type Line = Escaped<'terminal'>;
interface How {
  readonly width: number;
  readonly colour: boolean;
}

const gap = 2;
/** Below this a column is no column any more. */
const narrowest = 8;
/** No cell is higher; it ends with an ellipsis then. */
const highest = 8;
const ellipsis = glyphs(inTerminal`…`);

export const blanks = (count: number): Line => trusted(' '.repeat(count));

/** What a column that may be clipped keeps for itself before others have their width. */
const clippedMin = 12;

/** Narrow columns keep their width, wide ones share what is left; those that may be clipped take the rest. */
function shared(
  natural: readonly number[],
  room: number,
  clip: readonly number[],
): readonly number[] {
  const widths = [...natural];
  let left = room;
  const columns = natural
    .map((width, column) => ({ width, column }))
    .sort((a, b) => a.width - b.width);
  const share = (some: typeof columns): void => {
    for (const [index, { width, column }] of some.entries()) {
      widths[column] = Math.min(width, Math.floor(left / (some.length - index)));
      left -= widths[column];
    }
  };
  const last = columns.filter(({ column }) => clip.includes(column));
  const kept = last.reduce((sum, { width }) => sum + Math.min(width, clippedMin), 0);
  left -= kept;
  share(columns.filter(({ column }) => !clip.includes(column)));
  left += kept;
  share(last);
  return widths;
}

function cellLines(
  cell: readonly Glyph[],
  { width, clip }: Pick<Column, 'width' | 'clip'>,
): readonly (readonly Glyph[])[] {
  if (clip) return [clipped(cell, width)];
  const lines = wrap(cell, width);
  if (lines.length <= highest) return lines;
  const last = wrap(lines[highest - 1] ?? [], width - 1)[0] ?? [];
  return [...lines.slice(0, highest - 1), [...last, ...ellipsis]];
}

interface Column {
  readonly width: number;
  readonly right: boolean;
  readonly clip: boolean;
}

function rowLines(
  cells: readonly (readonly Glyph[])[],
  columns: readonly Column[],
  colour: boolean,
) {
  const parts = columns.map((column, at) => cellLines(cells[at] ?? [], column));
  const height = parts.reduce((most, lines) => Math.max(most, lines.length), 0);
  return Array.from({ length: height }, (_, index) => {
    const drawn = columns.map(({ width, right }, column) => {
      const line = parts[column]?.[index] ?? [];
      const fill = blanks(Math.max(0, width - widthOf(line)));
      const text = paint(line, colour);
      return right ? inTerminal`${fill}${text}` : inTerminal`${text}${fill}`;
    });
    return trusted<'terminal'>(join(drawn, blanks(gap)).trimEnd());
  });
}

/** Too narrow for columns: a row is a group of lines, each with its heading. */
function stacked({ head, rows, clip = [] }: Table, { width, colour }: How): readonly Line[] {
  return rows.flatMap((row, index) => {
    const lines = row.flatMap((cell, column) => {
      const title = head[column] ?? '';
      const named = title === '' ? [] : [...bold(textGlyphs(title)), ...glyphs(inTerminal`: `)];
      const one = { width, clip: clip.includes(column) };
      return cellLines([...named, ...textGlyphs(cell)], one).map((line) => paint(line, colour));
    });
    return index === 0 ? lines : [inTerminal``, ...lines];
  });
}

/** A table as lines of at most `width` columns. */
export function tableLines(table: Table, how: How): readonly Line[] {
  const { head, rows, right = [], clip = [] } = table;
  const natural: number[] = [];
  const measure = (cell: Text, column: number): void => {
    natural[column] = Math.max(natural[column] ?? 0, widthOf(textGlyphs(cell)));
  };
  for (const row of [head, ...rows]) row.forEach(measure);
  const widths = shared(natural, how.width - gap * (natural.length - 1), clip);
  if (widths.some((width, column) => width < Math.min(narrowest, natural[column] ?? 0))) {
    return stacked(table, how);
  }
  const columns = widths.map((width, column) => ({
    width,
    right: right.includes(column),
    clip: clip.includes(column),
  }));
  const draw = (row: readonly Text[]) => rowLines(row.map(textGlyphs), columns, how.colour);
  const rule = join(
    widths.map((width) => trusted<'terminal'>('─'.repeat(width))),
    blanks(gap),
  );
  const titles = rowLines(
    head.map((title) => bold(textGlyphs(title))),
    columns,
    how.colour,
  );
  const above = head.every((title) => title === '') ? [] : [...titles, rule];
  return [...above, ...rows.flatMap(draw)];
}
