import { quote } from '#io';

import { fault, type Place } from './fault.ts';
import { matches, parseToken, type Token } from './pattern.ts';

/** Whether a COPY or ADD source has a wildcard. */
export const hasWildcard = (source: string): boolean => /[*?[]/.test(source.replace(/\\./gs, ''));

/** The path that a source without wildcards names: `\` keeps the character after it as it is. */
export const literalSource = (source: string): string => source.replace(/\\(.)/gs, '$1');

/**
 * Matches paths against a COPY or ADD source by the rules of Go's filepath.Match.
 * @throws UsageError when the pattern is malformed
 */
export function matchSource(pattern: string, at: Place): (path: string) => boolean {
  const tokens = globTokens(pattern);
  if (tokens === undefined) throw fault(at, `${quote(pattern)} is a malformed pattern`);
  return (path) => {
    for (const length of matches(tokens, path)) if (length === path.length) return true;
    return false;
  };
}

/** Undefined when malformed. */
export function globTokens(pattern: string): readonly Token[] | undefined {
  const text = Array.from(pattern);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const found = parseToken(text, at);
    if (found === undefined) return undefined;
    tokens.push(found.token);
    at = found.end;
  }
  return tokens;
}
