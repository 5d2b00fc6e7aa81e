import { type Escaped, inHtml, inMarkdown, join, trusted } from './escaped.ts';
import { letters, target } from './letters.ts';
import { type Mark, type Span, type Text } from './page.ts';
import { spans } from './spans.ts';
import { bounded } from './visible.ts';

type Of<Kind> = Extract<Span, { readonly kind: Kind }>;
/** A link that leads somewhere. */
interface Led<P extends 'markdown' | 'html'> {
  readonly kind: 'link';
  readonly text: string;
  readonly url: Escaped<P>;
}
type Shown<P extends 'markdown' | 'html'> = string | Of<'code' | 'strong'> | Led<P>;

const symbols: Readonly<Record<Mark, string>> = {
  passed: '✅',
  failed: '❌',
  'not evaluated': '❔',
  waiting: '⏳',
  unchanged: '➖',
};
const mark = ({ mark, text }: Of<'mark'>): string => `${symbols[mark]} ${text ?? mark}`;

function led<P extends 'markdown' | 'html'>({ kind, text, url }: Of<'link'>): Shown<P> {
  const to = target<P>(url);
  const label = text.trim() === '' ? url : text;
  if (to !== undefined) return { kind, text: label, url: to };
  return label === url ? url : `${text} (${url})`;
}

/** Marks, tones, and links that lead nowhere, become letters, which are escaped together with those beside them. */
const shown = <P extends 'markdown' | 'html'>(text: Text): readonly Shown<P>[] =>
  spans(
    spans(text).map((span): Shown<P> => {
      if (typeof span === 'string') return span;
      if (span.kind === 'mark') return mark(span);
      if (span.kind === 'toned') return span.text;
      return span.kind === 'link' ? led(span) : span;
    }),
  );

// Backticks hold no newline, no pipe in a table, and not nothing; blanks at their edges get lost.
const forBackticks = /^(?! )[^`|\n\t]*[^`|\n\t ]$/;

function code(text: string, before: string): Escaped<'markdown'> {
  if (text.trim() === '') return letters(text);
  const visible = bounded(text);
  // Two runs of backticks that touch are one longer run.
  return forBackticks.test(visible) && !before.endsWith('`')
    ? trusted(`\`${visible}\``)
    : inMarkdown`<code>${letters(text)}</code>`;
}

function markdownSpan(span: Shown<'markdown'>, before: string): Escaped<'markdown'> {
  if (typeof span === 'string') return letters(span);
  switch (span.kind) {
    case 'code':
      return code(span.text, before);
    case 'strong':
      // Asterisks do not close between a full stop and a letter; an element does.
      return inMarkdown`<strong>${letters(span.text)}</strong>`;
    case 'link':
      return inMarkdown`[${letters(span.text)}](${span.url})`;
  }
}

function htmlSpan(span: Shown<'html'>): Escaped<'html'> {
  if (typeof span === 'string') return letters(span);
  switch (span.kind) {
    case 'code':
      return inHtml`<code>${letters(span.text)}</code>`;
    case 'strong':
      return inHtml`<strong>${letters(span.text)}</strong>`;
    case 'link':
      return inHtml`<a href="${span.url}">${letters(span.text)}</a>`;
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
  for (const span of shown<'markdown'>(text)) line = inMarkdown`${line}${markdownSpan(span, line)}`;
  return trusted(trimmed(line));
}

/** What a closed `<details>` shows. Markdown takes the line for HTML and reads nothing in it. */
export function markdownSummary(text: Text): Escaped<'markdown'> {
  const inner = join(shown<'html'>(text).map(htmlSpan), inHtml``);
  return trusted(inHtml`<summary>${inner}</summary>`);
}
