import { didYouMean, quote } from '#io';

import type { Flag, Keyword } from './dockerfile.ts';
import { fault, type Place } from './fault.ts';

type Kind = 'text' | 'switch' | 'many';

const transfer = { chown: 'text', chmod: 'text', link: 'switch', exclude: 'many' } as const;
/** https://docs.docker.com/reference/dockerfile/ */
const table: Partial<Record<Keyword, Readonly<Record<string, Kind>>>> = {
  ADD: { ...transfer, checksum: 'text', 'keep-git-dir': 'switch', unpack: 'switch' },
  COPY: { ...transfer, from: 'text', parents: 'switch' },
  FROM: { platform: 'text' },
  HEALTHCHECK: {
    interval: 'text',
    timeout: 'text',
    'start-period': 'text',
    'start-interval': 'text',
    retries: 'text',
  },
  RUN: { mount: 'many', network: 'text', security: 'text', device: 'many' },
};

/** Cuts `--name=value` words off the start of a line; quotes in them are removed. */
export function cutFlags(text: string): {
  readonly words: readonly string[];
  readonly rest: string;
} {
  const words: string[] = [];
  let rest = text.trimStart();
  while (rest.startsWith('--')) {
    const [word, end] = flagWord(rest);
    rest = rest.slice(end).trimStart();
    if (word === '--') break;
    words.push(word);
  }
  return { words, rest };
}

function flagWord(text: string): readonly [word: string, end: number] {
  let word = '';
  let quoted = '';
  let at = 0;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') {
      at += 1;
      word += text.charAt(at);
    } else if (quoted === '') {
      if (/\s/.test(char)) break;
      if (char === '"' || char === "'") quoted = char;
      else word += char;
    } else if (char === quoted) {
      quoted = '';
    } else {
      word += char;
    }
  }
  return [word, at];
}

/** Flags with their values, each one known to the instruction and given once. */
export function parseFlags(keyword: Keyword, words: readonly string[], at: Place): readonly Flag[] {
  const kinds = new Map(Object.entries(table[keyword] ?? {}));
  const seen = new Set<string>();
  return words.map((word) => {
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    const kind = kinds.get(name);
    if (kind === undefined) {
      const flags = [...kinds.keys()].map((one) => `--${one}`);
      const typed = `--${name}`;
      throw fault(at, `${keyword} has no flag ${quote(typed)}${didYouMean(typed, flags)}`);
    }
    if (seen.has(name) && kind !== 'many') throw fault(at, `${keyword} has --${name} twice`);
    seen.add(name);
    return {
      name,
      value: valueOf(kind, equals < 0 ? undefined : word.slice(equals + 1), name, at),
    };
  });
}

function valueOf(kind: Kind, text: string | undefined, name: string, at: Place): Flag['value'] {
  if (kind !== 'switch') {
    if (text === undefined) throw fault(at, `--${name} needs a value: --${name}=…`);
    return text;
  }
  const lower = text?.toLowerCase();
  if (lower === undefined || lower === 'true') return true;
  if (lower === 'false') return 'false';
  throw fault(at, `--${name} is true or false, not ${quote(text ?? '')}`);
}

/** The text of a flag; undefined when it is not given. */
export function flagText(flags: readonly Flag[], name: string): string | undefined {
  const value = flags.find((flag) => flag.name === name)?.value;
  return value === true ? undefined : value;
}

/** Whether a switch is on; undefined when it is not given. */
export function flagOn(flags: readonly Flag[], name: string): boolean | undefined {
  const flag = flags.find((one) => one.name === name);
  return flag === undefined ? undefined : flag.value === true;
}
