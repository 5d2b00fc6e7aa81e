import { type Page } from '#report';

import { bounded } from '../../../packages/report/visible.ts';
import { type Read } from './reader.ts';

/** A page that has one text at every place where a text can stand. */
export const everywhere = (text: string): Page => ({
  title: text,
  blocks: [
    { kind: 'paragraph', text },
    {
      kind: 'paragraph',
      text: [
        { kind: 'strong', text },
        { kind: 'code', text },
        { kind: 'code', text },
        text,
        { kind: 'link', text, url: 'https://safe.example/?a=1&b=(2)' },
        { kind: 'mark', mark: 'waiting' },
      ],
    },
    { kind: 'paragraph', text: ['to ', { kind: 'link', text: 'label', url: text }] },
    {
      kind: 'table',
      head: [text, 'second', text],
      rows: [
        [text, { kind: 'code', text }, [text, { kind: 'strong', text }]],
        [text],
        ['', text, ''],
      ],
      right: [2],
    },
    { kind: 'list', items: [text, [{ kind: 'code', text }, text], ''] },
    {
      kind: 'section',
      title: [{ kind: 'code', text }, text],
      blocks: [
        { kind: 'code', text, language: text },
        {
          kind: 'details',
          summary: [text, { kind: 'code', text }],
          blocks: [{ kind: 'paragraph', text }],
        },
      ],
    },
    { kind: 'paragraph', text: 'the end' },
  ],
  annotations: [{ level: 'error', message: text, title: text, file: text, line: 1 }],
});

const isLink = (url: string): boolean => {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    /^https?:$/.test(parsed.protocol) &&
    !parsed.username &&
    parsed.href.length <= 2000
  );
};

/** What has to be read from the Markdown of that page. */
export function expected(text: string): readonly Read[] {
  const shown = bounded(text).replaceAll('\t', ' ');
  const label = text.trim() === '' ? 'https://safe.example/?a=1&b=(2)' : shown;
  const to = isLink(text) ? 'to label' : bounded(`to label (${text})`).replaceAll('\t', ' ');
  const blocks: readonly Read[] = [
    { kind: 'heading', level: 2, text: shown },
    { kind: 'paragraph', text: shown },
    { kind: 'paragraph', text: `${shown}${shown}${shown}${shown}${label}⏳ waiting` },
    { kind: 'paragraph', text: to },
    { kind: 'cells', texts: [shown, 'second', shown] },
    { kind: 'rule', right: [false, false, true] },
    { kind: 'cells', texts: [shown, shown, shown + shown] },
    { kind: 'cells', texts: [shown, '', ''] },
    { kind: 'cells', texts: ['', shown, ''] },
    { kind: 'item', text: shown },
    { kind: 'item', text: shown + shown },
    { kind: 'item', text: '' },
    { kind: 'heading', level: 3, text: shown + shown },
    {
      kind: 'code',
      language: /^[a-z][\w+#.-]{0,29}$/i.test(text) ? text : '',
      text: text.split(/\r?\n/).map(bounded).join('\n'),
    },
    { kind: 'details' },
    { kind: 'summary', text: shown + shown },
    { kind: 'paragraph', text: shown },
    { kind: 'end of details' },
    { kind: 'paragraph', text: 'the end' },
  ];
  return normal(blocks).filter(
    (block) => !(block.kind === 'heading' || block.kind === 'paragraph') || block.text !== '',
  );
}

/** Without the blanks around texts, which nobody sees. */
export const normal = (blocks: readonly Read[]): readonly Read[] =>
  blocks.map((block) => {
    if (block.kind === 'cells') return { ...block, texts: block.texts.map((text) => text.trim()) };
    return 'text' in block && block.kind !== 'code' ? { ...block, text: block.text.trim() } : block;
  });
