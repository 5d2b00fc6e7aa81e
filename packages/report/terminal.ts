import { type Escaped, inTerminal, join, trusted } from './escaped.ts';
import {
  bold,
  type Glyph,
  glyphs,
  paint,
  type Style,
  textGlyphs,
  widthOf,
  wrap,
} from './glyphs.ts';
import { defused, inline } from './inline.ts';
import { type Annotation, type Block, type Page } from './page.ts';
import { blanks, tableLines } from './terminal-table.ts';

type Line = Escaped<'terminal'>;
interface How {
  readonly width: number;
  readonly colour: boolean;
}

/** Nothing can be laid out in less. */
const narrowest = 20;
const empty = inTerminal``;
const styles: Readonly<Record<Annotation['level'], Style>> = { error: 31, warning: 33, notice: 36 };

const flowed = (text: readonly Glyph[], { width, colour }: How): readonly Line[] =>
  wrap(text, width).map((line) => paint(line, colour));

function indented(how: How, lines: (inner: How) => readonly Line[]): readonly Line[] {
  // Sections in sections stop moving right where there is no room for it.
  const by = how.width - 2 >= narrowest ? 2 : 0;
  return lines({ ...how, width: how.width - by }).map((line) =>
    line === '' ? line : inTerminal`${blanks(by)}${line}`,
  );
}

const item = (text: readonly Glyph[], how: How): readonly Line[] =>
  flowed(text, { ...how, width: how.width - 2 }).map((line, index) =>
    index === 0 ? inTerminal`- ${line}` : inTerminal`  ${line}`,
  );

function titled(block: Extract<Block, { readonly blocks: unknown }>, how: How): readonly Line[] {
  const title = bold(textGlyphs(block.kind === 'section' ? block.title : block.summary));
  const inner = indented(how, (narrower) => parted(block.blocks, narrower));
  return [...flowed(title, how), ...(inner.length === 0 ? [] : [empty, ...inner])];
}

function blockLines(block: Block, how: How): readonly Line[] {
  switch (block.kind) {
    case 'paragraph':
      return flowed(textGlyphs(block.text), how);
    case 'table':
      return tableLines(block, how);
    case 'list':
      return block.items.flatMap((text) => item(textGlyphs(text), how));
    case 'code': {
      const lines = block.text.split(/\r?\n/).map((line) => glyphs(inline(line)));
      return indented(how, (narrower) => lines.flatMap((line) => flowed(line, narrower)));
    }
    case 'section':
    case 'details':
      return titled(block, how);
  }
}

/** Blocks with an empty line between them. */
const parted = (blocks: readonly Block[], how: How): readonly Line[] =>
  blocks
    .map((block) => blockLines(block, how))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [empty, ...lines]));

function remark({ level, message, title, file, line }: Annotation, how: How): readonly Line[] {
  const at = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
  const text = title === undefined ? message : `${title}: ${message}`;
  const sentence = [...glyphs(inline(level), styles[level]), ...glyphs(inline(` ${at}${text}`))];
  return item(sentence, how);
}

/**
 * A page as lines of text, with a newline at the end: `width` columns at most, 20 at least, wide
 * and combining characters counted as a terminal draws them. The only control characters in it are
 * newlines and, with `colour`, sequences that change the colour. It is fit for a workflow's log
 * too: a line that the runner would read as a command is spelled as by `inline`, which can make
 * that line a few columns longer.
 */
export function terminal(page: Page, { width, colour }: How): Escaped<'terminal'> {
  const how = { colour, width: Math.max(narrowest, Math.floor(width) || 80) };
  const title = bold(textGlyphs(page.title));
  const rule = trusted<'terminal'>('─'.repeat(Math.min(how.width, widthOf(title))));
  const head = title.length === 0 ? [] : [...flowed(title, how), rule];
  const remarks = (page.annotations ?? [])
    .filter(({ isOnPage }) => isOnPage !== true)
    .flatMap((annotation) => remark(annotation, how));
  const parts = [head, parted(page.blocks, how), remarks];
  const lines = parts.filter((part) => part.length > 0).flatMap((part) => [...part, empty]);
  return trusted(defused(join(lines, inTerminal`\n`)));
}
