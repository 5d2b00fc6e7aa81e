import { type Escaped, inMarkdown, join, trusted } from './escaped.ts';
import { fit, type Piece } from './fit.ts';
import { markdownSummary, markdownText } from './markdown-text.ts';
import { type Block, type Page, type Text } from './page.ts';
import { shortened } from './spans.ts';
import { bounded } from './visible.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

const none = inMarkdown``;
const piece = (gap: Piece['gap'], text: Escaped<'markdown'>, closing = none): Piece => ({
  gap,
  text,
  closing,
});

function heading(text: Text, level: number): readonly Piece[] {
  const title = markdownText(text);
  const hashes = trusted<'markdown'>('#'.repeat(Math.min(level, 6)));
  return title === '' ? [] : [piece('\n\n', inMarkdown`${hashes} ${title}`)];
}

/** Of a cell that stays on one line. */
const mostLetters = 80;

function table({ head, rows, right = [], clip = [] }: Of<'table'>): readonly Piece[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), head.length);
  if (width === 0) return [];
  const columns = Array.from({ length: width }, (_, column) => column);
  const line = (cells: readonly Escaped<'markdown'>[]) =>
    inMarkdown`| ${join(cells, inMarkdown` | `)} |`;
  const row = (cells: readonly Text[]) =>
    line(
      columns.map((column) => {
        const cell = cells[column] ?? '';
        return markdownText(clip.includes(column) ? shortened(cell, mostLetters) : cell);
      }),
    );
  const rule = line(
    columns.map((column) => (right.includes(column) ? inMarkdown`---:` : inMarkdown`---`)),
  );
  return [
    piece('\n\n', inMarkdown`${row(head)}\n${rule}`),
    ...rows.map((cells) => piece('\n', row(cells))),
  ];
}

const list = ({ items }: Of<'list'>): readonly Piece[] =>
  items.map((item, index) =>
    piece(index === 0 ? '\n\n' : '\n', inMarkdown`- ${markdownText(item)}`),
  );

// GitHub draws, runs or offers to apply what stands in these.
const drawn = ['mermaid', 'math', 'geojson', 'topojson', 'stl', 'suggestion'];

function fenced({ text, language = '' }: Of<'code'>): readonly Piece[] {
  const lines = text.split(/\r?\n/).map(bounded);
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
  const fence = trusted<'markdown'>('`'.repeat(longest + 1));
  const plain = !/^[a-z][\w+#.-]{0,29}$/i.test(language) || drawn.includes(language.toLowerCase());
  const closing = inMarkdown`\n${fence}`;
  return [
    piece('\n\n', inMarkdown`${fence}${plain ? none : trusted<'markdown'>(language)}`, closing),
    ...lines.map((line) => piece('\n', trusted<'markdown'>(line), closing)),
    piece('\n', fence),
  ];
}

function details({ summary, blocks }: Of<'details'>, level: number): readonly Piece[] {
  const closing = inMarkdown`\n\n</details>`;
  return [
    piece('\n\n', inMarkdown`<details>\n${markdownSummary(summary)}`, closing),
    ...pieces(blocks, level).map((inner) => ({
      ...inner,
      closing: inMarkdown`${inner.closing}${closing}`,
    })),
    piece('\n\n', inMarkdown`</details>`),
  ];
}

const pieces = (blocks: readonly Block[], level: number): readonly Piece[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph': {
        const text = markdownText(block.text);
        return text === '' ? [] : [piece('\n\n', text)];
      }
      case 'table':
        return table(block);
      case 'list':
        return list(block);
      case 'code':
        return fenced(block);
      case 'section':
        return [...heading(block.title, level), ...pieces(block.blocks, level + 1)];
      case 'details':
        return details(block, level);
    }
  });

/**
 * A page as GitHub-flavoured Markdown, for job summaries and comments. Data in it is letters only:
 * no markup, no mention, no number of an issue, no link but those of the page to http and https.
 * Characters that cannot be seen are spelled out. Annotations are left to `annotationCommands`.
 * At most `maxBytes` bytes, 1 MiB unless told, the limit of a step's summary; see `fit`.
 */
export const markdown = (
  page: Page,
  { maxBytes = 1024 * 1024 }: { readonly maxBytes?: number } = {},
): Escaped<'markdown'> => fit([...heading(page.title, 2), ...pieces(page.blocks, 3)], maxBytes);
