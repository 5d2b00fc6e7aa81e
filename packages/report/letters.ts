import { type Escaped, trusted } from './escaped.ts';
import { bounded } from './visible.ts';

// What Markdown and HTML read: anywhere, around words, at the start of a block.
const syntax =
  /([\\`*[\]<>&|~!]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=^\s*)[-+=]|(?<=^\s*\d+)[.)])/u;
// What GitHub looks for in the finished page, where no escape is left to see: mentions, formulas,
// issues by number, emoji by name, addresses.
const noticed = /([@#$]|:(?=[\w+/-])|(?<=www)\.|(?<=gh)-(?=\d))/u;
const special = new RegExp(`${syntax.source}|${noticed.source}|\n`, 'giu');

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const reference = (character: string) => named[character] ?? `&#${character.charCodeAt(0)};`;

/**
 * Data as letters, for Markdown and HTML alike, on one line. A character reference is never syntax
 * (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). An element around
 * a character keeps GitHub's filters from reading it together with its neighbours, and is not
 * copied along with the text.
 */
export const letters = <P extends 'markdown' | 'html'>(text: string): Escaped<P> =>
  trusted(
    bounded(text)
      .replaceAll('\t', ' ')
      .replace(special, (_found, read: string | undefined, seen: string | undefined) => {
        if (read !== undefined) return reference(read);
        return seen === undefined ? '<br>' : `<span>${seen}</span>`;
      }),
  );

/**
 * A URL as the target of a link in Markdown or HTML, when it may be one: http or https, no user
 * name that looks like a host, not endless.
 */
export function target<P extends 'markdown' | 'html'>(url: string): Escaped<P> | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) return undefined;
  if (parsed.username + parsed.password !== '' || parsed.href.length > 2000) return undefined;
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return trusted(parsed.href.replace(/[^\w./:?#@%=+,;~&[\]-]/g, percent).replaceAll('&', '&amp;'));
}
