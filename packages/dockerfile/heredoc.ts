import { quote } from '#io';

import type { Heredoc } from './dockerfile.ts';
import { fault } from './fault.ts';
import type { Reader } from './lines.ts';
import { quotedWords } from './words.ts';

type Opening = Omit<Heredoc, 'body'>;

/** A word that opens a heredoc: `<<name`, `<<-name`, `3<<"name"`. */
export function parseOpening(word: string): Opening | undefined {
  const [, strip, rest] = /^\d*<<(-?)\s*([^<]*)$/.exec(word) ?? [];
  if (rest === undefined || rest === '') return undefined;
  const name = rest.replace(/\\(.)|["']/gs, '$1');
  if (name === '') return undefined;
  return { name, expand: !/["']/.test(rest), strip: strip === '-' };
}

/** The heredocs that a line opens, in order. A line whose quotes do not close opens none. */
export function openings(text: string): readonly Opening[] {
  if (!text.includes('<<')) return [];
  const words = quotedWords(text, '\\', { heredocs: true }) ?? [];
  return words.map(parseOpening).filter((one) => one !== undefined);
}

/** Takes the bodies from the lines that follow. */
export function takeBodies(
  reader: Reader,
  opened: readonly Opening[],
  line: number,
): readonly Heredoc[] {
  return opened.map((opening) => {
    const body: string[] = [];
    for (;;) {
      const next = reader.lines[reader.at];
      if (next === undefined) {
        throw fault(
          { file: reader.file, line },
          `the heredoc ${quote(opening.name)} does not end: a line with that word alone is missing`,
        );
      }
      reader.at += 1;
      const text = opening.strip ? next.replace(/^\t+/, '') : next;
      if (text === opening.name) break;
      body.push(`${text}\n`);
    }
    return { ...opening, body: body.join('') };
  });
}
