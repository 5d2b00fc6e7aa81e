import { type Escaped, inMarkdown, join } from './escaped.ts';

/** A piece that is written whole or not at all. */
export interface Piece {
  /** What stands between it and the piece before. */
  readonly gap: '\n' | '\n\n';
  readonly text: Escaped<'markdown'>;
  /** What has to follow when the page ends here. */
  readonly closing: Escaped<'markdown'>;
}

const gaps = { '\n': inMarkdown`\n`, '\n\n': inMarkdown`\n\n` };
const bytes = (text: string): number => Buffer.byteLength(text);

const written = (pieces: readonly Piece[]): Escaped<'markdown'> =>
  join(
    pieces.map(({ gap, text }, index) => (index === 0 ? text : inMarkdown`${gaps[gap]}${text}`)),
    inMarkdown``,
  );

/** How many pieces fit into so many bytes, with what closes them. */
function count(pieces: readonly Piece[], room: number): number {
  let size = 0;
  let fitting = 0;
  for (const [index, { gap, text, closing }] of pieces.entries()) {
    size += bytes(text) + gap.length;
    if (size > room) break;
    if (size + bytes(closing) <= room) fitting = index + 1;
  }
  return fitting;
}

/**
 * The pieces as one page of at most `maxBytes` bytes of UTF-8. A longer page ends after the last
 * piece that fits, closed, and with a sentence that says so; where not even that fits, it is empty.
 */
export function fit(pieces: readonly Piece[], maxBytes: number): Escaped<'markdown'> {
  const whole = inMarkdown`${written(pieces)}\n`;
  const size = bytes(whole);
  if (size <= maxBytes) return whole;
  const note = inMarkdown`Shortened: the whole page has ${size} bytes, and ${maxBytes} have room here.\n`;
  const room = maxBytes - bytes(note);
  if (room < 0) return inMarkdown``;
  const kept = pieces.slice(0, count(pieces, room - 2));
  const last = kept.at(-1);
  return last === undefined ? note : inMarkdown`${written(kept)}${last.closing}\n\n${note}`;
}
