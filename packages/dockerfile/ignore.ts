import { posix } from 'node:path';

import { quote } from '#io';

import { fault } from './fault.ts';
import { matches, mayContinue, parseToken, type Token } from './pattern.ts';

/** What a .dockerignore says of paths relative to the context, with `/` and without a leading one. */
export interface IgnoreRules {
  /** A folder's answer holds for all below it that no later rule lets in again. */
  ignores(path: string, isDirectory?: boolean): boolean;
  /** Whether a later `!` rule can let something below an ignored folder in. */
  mayHoldIncluded(folder: string): boolean;
}

interface Rule {
  readonly include: boolean;
  readonly tokens: readonly Token[];
}

/** Names of the ignore files of a Dockerfile: the first that exists counts, the other lies in the context. */
export const ignoreFileNames = (dockerfilePath: string): readonly [own: string, common: string] => [
  `${dockerfilePath}.dockerignore`,
  '.dockerignore',
];

/**
 * Reads a .dockerignore: the last rule that matches a path or a folder above it decides.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @throws UsageError with the line of a malformed pattern
 */
export function ignoreRules(text: string, file = '.dockerignore'): IgnoreRules {
  const rules = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => parseRule(line, { file, line: index + 1 }))
    .filter((rule) => rule !== undefined);
  return {
    ignores: (path) => {
      let ignored = false;
      for (const { include, tokens } of rules) {
        if (include === ignored && matchesPathOrAbove(tokens, path)) ignored = !include;
      }
      return ignored;
    },
    mayHoldIncluded: (folder) =>
      rules.some(({ include, tokens }) => include && mayContinue(tokens, `${folder}/`)),
  };
}

function matchesPathOrAbove(tokens: readonly Token[], path: string): boolean {
  for (const length of matches(tokens, path)) {
    if (length > 0 && (length === path.length || path.charAt(length) === '/')) return true;
  }
  return false;
}

function parseRule(
  written: string,
  at: { readonly file: string; readonly line: number },
): Rule | undefined {
  if (written.startsWith('#')) return undefined;
  const line = written.trim();
  const include = line.startsWith('!');
  const pattern = include ? line.slice(1).trim() : line;
  if (pattern === '') {
    if (include) throw fault(at, 'a "!" stands alone: a pattern is missing after it');
    return undefined;
  }
  const clean = posix
    .normalize(pattern)
    .replace(/(?<=.)\/$/, '')
    .replace(/^\/(?=.)/, '')
    .trim();
  const tokens = ignoreTokens(Array.from(clean));
  if (tokens === undefined) throw fault(at, `${quote(pattern)} is a malformed pattern`);
  return { include, tokens };
}

/** Go's filepath.Match with `**`, which stands for any number of folders and at the end for everything. */
function ignoreTokens(text: readonly string[]): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    if (text[at] === '*' && text[at + 1] === '*') {
      // `**/**/` is `**/`.
      if (tokens.at(-1)?.kind !== 'through' || text[at + 2] !== '/') tokens.push(...deep(text, at));
      at += text[at + 2] === '/' ? 3 : 2;
      continue;
    }
    const found = parseToken(text, at);
    if (found === undefined) return undefined;
    tokens.push(found.token);
    at = found.end;
  }
  return tokens;
}

function deep(text: readonly string[], at: number): readonly Token[] {
  const after = text.slice(at + (text[at + 2] === '/' ? 3 : 2));
  // Docker takes "**x" without further wildcards for "ends with x", whatever stands before it in the name.
  const ending = at === 0 && text[2] !== '/' && !after.some((char) => /[*?[\]\\]/.test(char));
  if (after.length === 0 || ending) return [{ kind: 'all' }];
  return [{ kind: 'maybe' }, { kind: 'through' }];
}
