/** Words at white space, as COPY, EXPOSE, FROM and VOLUME split: quotes mean nothing here. */
export const plainWords = (text: string): readonly string[] =>
  text.split(/[\t\v\f\r ]+/).filter((word) => word !== '');

interface Cut {
  /** Quotes and escapes stay, and `<<` takes the white space after it into its word. */
  readonly heredocs?: boolean;
}

/**
 * Words at white space outside quotes, as ENV, LABEL and ARG split. Quotes and escapes stay in the words.
 * Undefined when a quote is not closed.
 */
export function quotedWords(
  text: string,
  escape: string,
  { heredocs = false }: Cut = {},
): readonly string[] | undefined {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote === '' && /\s/.test(char)) {
      if (heredocs && /^\d*<<-?$/.test(word)) continue;
      if (word !== '') words.push(word);
      word = '';
      continue;
    }
    word += char;
    if (char === escape && quote !== "'") {
      at += 1;
      word += text.charAt(at);
    } else if (quote === '') {
      if (char === '"' || char === "'") quote = char;
    } else if (char === quote) {
      quote = '';
    }
  }
  if (word !== '') words.push(word);
  return quote === '' ? words : undefined;
}

/** The items of a JSON array of strings; `'mixed'` for any other JSON array; undefined for all else. */
export function jsonWords(text: string): readonly string[] | 'mixed' | undefined {
  if (!text.startsWith('[')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  return items.every((item) => typeof item === 'string') ? items : 'mixed';
}
