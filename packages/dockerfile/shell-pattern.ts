import { matches, type Token } from './pattern.ts';

/** How much work searches may be: that of one grows with the square of its value, and a file can have thousands. */
export class SearchBudget {
  #left = 1e8;

  /** Whether a search is small enough to be made; it is counted. */
  allows(tokens: readonly Token[], value: string): boolean {
    this.#left -= value.length ** 2 * (tokens.length + 1);
    return this.#left >= 0;
  }
}

/** `*` any text, `?` one character, `\` escapes: what `${x#p}` and `${x/p/r}` know, without `[…]`. */
export function shellTokens(pattern: string): readonly Token[] {
  return Array.from(pattern.matchAll(/\\(.)|([^])/gsu), ([, escaped, char = '']): Token => {
    if (escaped !== undefined) return { kind: 'char', char: escaped };
    if (char === '*') return { kind: 'all' };
    return char === '?' ? { kind: 'class', negated: true, ranges: [] } : { kind: 'char', char };
  });
}

/** `${x#p}`, `${x##p}`: without the shortest or the longest match at the start. */
export function withoutStart(tokens: readonly Token[], value: string, longest: boolean): string {
  return value.slice(lengthAt(tokens, value, longest) ?? 0);
}

/** `${x%p}`, `${x%%p}`: without the shortest or the longest match at the end. */
export function withoutEnd(tokens: readonly Token[], value: string, longest: boolean): string {
  const starts = Array.from({ length: value.length + 1 }, (_, index) => index);
  for (const start of longest ? starts : starts.reverse()) {
    const end = value.slice(start);
    for (const length of matches(tokens, end)) {
      if (length === end.length) return value.slice(0, start);
    }
  }
  return value;
}

/** `${x/p/r}` and `${x//p/r}`: the first match, or all of them, each as long as it can be; stops when it is too long. */
export function replaced(
  tokens: readonly Token[],
  value: string,
  how: { readonly by: string; readonly all: boolean; readonly longest: number },
): string {
  let result = '';
  let at = 0;
  while (at < value.length && result.length <= how.longest) {
    const length = lengthAt(tokens, value.slice(at), true) ?? 0;
    result += length === 0 ? value.charAt(at) : how.by;
    at += Math.max(length, 1);
    if (length > 0 && !how.all) break;
  }
  return result + value.slice(at);
}

function lengthAt(tokens: readonly Token[], text: string, longest: boolean): number | undefined {
  let found: number | undefined;
  for (const length of matches(tokens, text)) {
    found = length;
    if (!longest) break;
  }
  return found;
}
