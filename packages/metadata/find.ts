import { runInNewContext } from 'node:vm';

import { codeOf, quote } from '#io';

import { fault, type Place } from './place.ts';

const mostMs = 1000;

/**
 * What a regular expression finds in a text. One that tries the same letters in ever new ways can take longer than anybody
 * waits, and nothing else happens meanwhile, not even at a signal: so it is given up after a second.
 * @throws UsageError when it is
 */
export function find(pattern: RegExp, text: string, place: Place): RegExpMatchArray | null {
  const about: Asked = { pattern, text, found: null };
  try {
    runInNewContext('found = text.match(pattern)', about, { timeout: mostMs });
  } catch (error) {
    if (codeOf(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw fault(
      place,
      `${quote(pattern.source)} does not end within a second on ${quote(text)}: write it without a repetition inside another one`,
    );
  }
  return about.found;
}

interface Asked {
  readonly pattern: RegExp;
  readonly text: string;
  found: RegExpMatchArray | null;
}
