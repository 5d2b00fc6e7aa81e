import type { Block, Text, Tone } from '#report';

import type { LayersOfPlatform } from './document.ts';

/** Rows of a table that a person may read; all of them are in the document. */
export const mostRows = 15;
/** Pieces of advice on a page about layers, and on one that is about more. */
export const mostAdvice = { whole: mostRows, short: 3 } as const;

export const note = (text: string): Block => ({ kind: 'paragraph', text });
export const code = (text: string): Text => ({ kind: 'code', text });
export const toned = (tone: Tone, text: string): Text => ({ kind: 'toned', tone, text });

/** `12.5 %`; what is not all and not nothing never looks as if it were. */
export function percent(part: number): string {
  if (part > 0 && part < 0.0005) return 'under 0.1 %';
  if (part > 0.9995 && part < 1) return 'over 99.9 %';
  return `${(part * 100).toFixed(1)} %`;
}

/** `1 layer`, `2 layers`. */
export const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row, at: number) => Text;
  readonly right?: true;
  readonly clip?: true;
}

/** A table without the columns that say nothing in any row. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Block {
  const filled = columns
    .map((column) => ({ ...column, cells: rows.map(column.of) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const places = (is: 'right' | 'clip') =>
    filled.flatMap((column, at) => (column[is] === true ? [at] : []));
  return {
    kind: 'table',
    head: filled.map(({ title }) => title),
    rows: rows.map((_, at) => filled.map(({ cells }) => cells[at] ?? '')),
    right: places('right'),
    clip: places('clip'),
  };
}

/** Of the files of an image; what saves less is in the document, and troubles nobody on a page. */
const fewest = 0.001;

/** The advice that is worth a line. */
export const notableAdvice = ({
  advice,
  sizeBytes,
}: Pick<LayersOfPlatform, 'advice' | 'sizeBytes'>): LayersOfPlatform['advice'] =>
  advice.filter(({ bytes, keptBytes }) => bytes + keptBytes >= sizeBytes * fewest);
