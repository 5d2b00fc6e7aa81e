import { type Escaped, inHtml, inMarkdown, join, trusted } from './escaped.ts';
import { letters, target } from './letters.ts';
import { type Mark, type Span, type Text } from './page.ts';
import { spans } from './spans.ts';
import { bounded } from './visible.ts';

type Link = Extract<Span, { readonly kind: 'link' }>;
type Marked = Extract<Span, { readonly kind: 'mark' }>;

const symbols: Readonly<Record<Mark, string>> = {
  passed: '✅',
  failed: '❌',
  'not evaluated': '❔',
  waiting: '⏳',
  unchanged: '➖',
};
const mark = ({ mark, text }: Marked): string => `${symbols[mark]} ${text ?? mark}`;

const label = ({ text, url }: Link): string => (text.trim() === '' ? url : text);
const unlinked = (link: Link): string =>
  label(link) === link.url ? link.url : `${link.text} (${link.url})`;

// Backticks hold no newline, no pipe in a table, and not nothing; blanks at their edges get lost.
const forBackticks = /^(?! )[^`|\n\t]*[^`|\n\t ]$/;

function code(text: string, before: string): Escaped<'markdown'> {
  if (text.trim() === '') return letters(text);
  const shown = bounded(text);
  // Two runs of backticks that touch are one longer run.
  return forBackticks.test(shown) && !before.endsWith('`')
    ? trusted(`\`${shown}\``)
    : inMarkdown`<code>${letters(text)}</code>`;
}

function markdownSpan(span: Span, before: string): Escaped<'markdown'> {
  if (typeof span === 'string') return letters(span);
  switch (span.kind) {
    case 'code':
      return code(span.text, before);
    case 'strong':
      // Asterisks do not close between a full stop and a letter; an element does.
      return inMarkdown`<strong>${letters(span.text)}</strong>`;
    case 'mark':
      return letters(mark(span));
    case 'link': {
      const url = target<'markdown'>(span.url);
      return url === undefined
        ? letters(unlinked(span))
        : inMarkdown`[${letters(label(span))}](${url})`;
    }
  }
}

function htmlSpan(span: Span): Escaped<'html'> {
  if (typeof span === 'string') return letters(span);
  switch (span.kind) {
    case 'code':
      return inHtml`<code>${letters(span.text)}</code>`;
    case 'strong':
      return inHtml`<strong>${letters(span.text)}</strong>`;
    case 'mark':
      return letters(mark(span));
    case 'link': {
      const url = target<'html'>(span.url);
      return url === undefined
        ? letters(unlinked(span))
        : inHtml`<a href="${url}">${letters(label(span))}</a>`;
    }
  }
}

// Not a pattern: one for blanks at the end takes quadratic time where many stand in the middle.
function trimmed(line: string): string {
  let start = 0;
  let end = line.length;
  const blanks = ['<br>', ' '];
  const starts = () => blanks.find((blank) => line.startsWith(blank, start));
  const ends = () => blanks.find((blank) => line.slice(start, end).endsWith(blank));
  for (let blank = starts(); blank !== undefined; blank = starts()) start += blank.length;
  for (let blank = ends(); blank !== undefined; blank = ends()) end -= blank.length;
  return line.slice(start, end);
}

/** A text as one line of Markdown, fit for a paragraph, a heading, an item or a cell. */
export function markdownText(text: Text): Escaped<'markdown'> {
  let line = inMarkdown``;
  for (const span of spans(text)) line = inMarkdown`${line}${markdownSpan(span, line)}`;
  return trusted(trimmed(line));
}

/** What a closed `<details>` shows. Markdown takes the line for HTML and reads nothing in it. */
export function markdownSummary(text: Text): Escaped<'markdown'> {
  const shown = join(spans(text).map(htmlSpan), inHtml``);
  return trusted(inHtml`<summary>${shown}</summary>`);
}
