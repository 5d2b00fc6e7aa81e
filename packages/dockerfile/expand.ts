import { quote } from '#io';

import { replaced, SearchBudget, shellTokens, withoutEnd, withoutStart } from './shell-pattern.ts';

export type Lookup = (name: string) => string | undefined;

export interface ExpandOptions {
  readonly escape: string;
  /** Default true: quotes are removed, and single ones keep what is in them. In a heredoc they are plain text. */
  readonly quotes?: boolean;
  /** Default: one of its own. */
  readonly budget?: SearchBudget;
}

/** A malformed or refused substitution; the caller knows the line. */
export class BadSubstitution extends Error {}

/** `ENV a=$a$a` doubles its length each time: it has to end somewhere. */
const longest = 1 << 20;
/** `${a:-${b:-…}}`: each level is a few calls deep. */
const deepest = 100;

interface Cursor {
  readonly text: string;
  readonly lookup: Lookup;
  readonly escape: string;
  readonly quotes: boolean;
  readonly budget: SearchBudget;
  at: number;
  depth: number;
}

/**
 * Fills variables in and removes quotes and escapes, as for every instruction but RUN, CMD, ENTRYPOINT, SHELL,
 * HEALTHCHECK and ONBUILD. https://docs.docker.com/reference/dockerfile/#environment-replacement
 * @throws BadSubstitution when a quote or brace is not closed, a form is unknown, `${x:?why}` says no
 */
export function expand(text: string, lookup: Lookup, options: ExpandOptions): string {
  const { escape, quotes = true, budget = new SearchBudget() } = options;
  return expandUntil({ text, lookup, escape, quotes, budget, at: 0, depth: 0 }, undefined);
}

/** Expands up to `stop`, which is taken too. `raw` keeps escapes, for patterns. */
function expandUntil(cursor: Cursor, stop: string | undefined, raw = false): string {
  let result = '';
  for (;;) {
    const char = cursor.text.charAt(cursor.at);
    if (char === '') {
      if (stop === undefined) return result;
      throw new BadSubstitution(`a "${stop}" is missing in ${quote(cursor.text)}`);
    }
    if (char === stop) {
      cursor.at += 1;
      return result;
    }
    result += piece(cursor, char, raw);
    if (result.length > longest) {
      throw new BadSubstitution('a text is longer than 1 MiB once its variables are filled in');
    }
  }
}

function piece(cursor: Cursor, char: string, raw: boolean): string {
  if (char === '$') return substitute(cursor);
  if (cursor.quotes && char === "'") return single(cursor);
  if (cursor.quotes && char === '"') return double(cursor);
  cursor.at += 1;
  if (char !== cursor.escape) return char;
  const escaped = take(cursor);
  return raw ? `${char}${escaped}` : escaped;
}

function single(cursor: Cursor): string {
  const end = cursor.text.indexOf("'", cursor.at + 1);
  if (end < 0) throw new BadSubstitution(`a single quote in ${quote(cursor.text)} is not closed`);
  const inner = cursor.text.slice(cursor.at + 1, end);
  cursor.at = end + 1;
  return inner;
}

function double(cursor: Cursor): string {
  let result = '';
  cursor.at += 1;
  for (;;) {
    const char = cursor.text.charAt(cursor.at);
    if (char === '' || result.length > longest) {
      throw new BadSubstitution(`a double quote in ${quote(cursor.text)} is not closed`);
    }
    if (char === '$') {
      result += substitute(cursor);
      continue;
    }
    cursor.at += 1;
    if (char === '"') return result;
    const next = cursor.text.charAt(cursor.at);
    if (char === cursor.escape && (next === '"' || next === '$' || next === char)) {
      result += take(cursor);
    } else {
      result += char;
    }
  }
}

/** One `$…` at the cursor, which is moved behind it. */
function substitute(cursor: Cursor): string {
  cursor.at += 1;
  if (cursor.text.charAt(cursor.at) !== '{') {
    const name = takeName(cursor);
    return name === '' ? '$' : (cursor.lookup(name) ?? '');
  }
  cursor.at += 1;
  const name = takeName(cursor);
  const sign = take(cursor);
  if (name === '' || sign === '') {
    throw new BadSubstitution(`a name or a "}" is missing after "\${" in ${quote(cursor.text)}`);
  }
  if (sign === '}') return cursor.lookup(name) ?? '';
  const operator = sign === ':' ? `:${take(cursor)}` : sign;
  if (++cursor.depth > deepest) {
    throw new BadSubstitution(`variables stand in each other more than ${deepest} deep`);
  }
  try {
    if (/^:?[-+?]$/.test(operator)) return conditional(cursor, name, operator);
    if (/^[#%/]$/.test(operator)) return patterned(cursor, name, operator);
  } finally {
    cursor.depth -= 1;
  }
  throw new BadSubstitution(`${quote(`\${${name}${operator}`)} is no substitution of Dockerfiles`);
}

function conditional(cursor: Cursor, name: string, operator: string): string {
  const word = expandUntil(cursor, '}');
  const value = cursor.lookup(name);
  const set = value !== undefined && !(operator.startsWith(':') && value === '');
  if (operator.endsWith('-')) return set ? value : word;
  if (operator.endsWith('+')) return set ? word : '';
  if (set) return value;
  throw new BadSubstitution(`${name} is not set${word === '' ? '' : `: ${quote(word)}`}`);
}

function patterned(cursor: Cursor, name: string, operator: string): string {
  const value = cursor.lookup(name) ?? '';
  const twice = cursor.text.charAt(cursor.at) === operator;
  if (twice) cursor.at += 1;
  const tokens = shellTokens(expandUntil(cursor, operator === '/' ? '/' : '}', true));
  const by = operator === '/' ? expandUntil(cursor, '}', true) : '';
  if (!cursor.budget.allows(tokens, value)) {
    throw new BadSubstitution(
      `the value of ${name} is too long for a pattern, or too often searched`,
    );
  }
  if (operator === '#') return withoutStart(tokens, value, twice);
  if (operator === '%') return withoutEnd(tokens, value, twice);
  return replaced(tokens, value, { by, all: twice, longest });
}

/** Letters, digits and `_`; or digits alone; or one of the shell's special parameters. */
function takeName(cursor: Cursor): string {
  const rest = cursor.text.slice(cursor.at, cursor.at + 1024);
  const name = /^(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*)/u.exec(rest)?.[0] ?? '';
  cursor.at += name.length;
  return name;
}

function take(cursor: Cursor): string {
  const char = cursor.text.charAt(cursor.at);
  cursor.at += 1;
  return char;
}
