import { didYouMean, quote } from '#io';

import { keywords, type Instruction, type Keyword } from './dockerfile.ts';
import { fault, type Place } from './fault.ts';
import { cutFlags, parseFlags } from './flags.ts';
import { openings, takeBodies } from './heredoc.ts';
import type { JoinedLine, Reader } from './lines.ts';
import { jsonWords, plainWords, quotedWords } from './words.ts';

type Shape = Pick<Instruction, 'form' | 'words'>;

const isKeyword = (text: string): text is Keyword => (keywords as readonly string[]).includes(text);

/**
 * Reads one instruction; heredoc bodies are taken from the reader.
 * @throws UsageError with the line: unknown instruction or flag, wrong number of words, no end of a heredoc
 */
export function parseInstruction({ text, line }: JoinedLine, reader: Reader): Instruction {
  const at = { file: reader.file, line };
  const [, word = '', tail = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const keyword = keywordOf(word, at);
  const { words, rest } = cutFlags(tail);
  const flags = parseFlags(keyword, words, at);
  const shape = shapeOf(keyword, rest.trim(), { at, escape: reader.escape });
  const heredocs = heredocsOf(keyword, { text: rest.trim(), line }, reader);
  const instruction = { keyword, line, endLine: reader.at, text, flags, ...shape, heredocs };
  check(instruction, at);
  return instruction;
}

function keywordOf(word: string, at: Place): Keyword {
  const upper = word.toUpperCase();
  if (isKeyword(upper)) return upper;
  throw fault(at, `unknown instruction ${quote(word)}${didYouMean(upper, keywords)}`);
}

/** Those of ADD, COPY and RUN, but not with a JSON array; of ONBUILD those of the instruction after it. */
function heredocsOf(keyword: Keyword, rest: JoinedLine, reader: Reader): Instruction['heredocs'] {
  if (keyword === 'ONBUILD') {
    const [, word = ''] = /^(\S+)/.exec(rest.text) ?? [];
    if (!/^(?:ONBUILD|FROM|MAINTAINER)?$/i.test(word))
      return parseInstruction(rest, reader).heredocs;
    throw fault(
      { file: reader.file, line: rest.line },
      `ONBUILD needs an instruction that can wait, not ${quote(word)}`,
    );
  }
  if (!['ADD', 'COPY', 'RUN'].includes(keyword)) return [];
  if (Array.isArray(jsonWords(rest.text))) return [];
  return takeBodies(reader, openings(rest.text), rest.line);
}

interface Context {
  readonly at: Place;
  readonly escape: string;
}

function shapeOf(keyword: Keyword, rest: string, context: Context): Shape {
  switch (keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return commandOf(rest, context.at);
    case 'ADD':
    case 'COPY':
    case 'VOLUME':
      return listOf(rest, context.at);
    case 'ENV':
    case 'LABEL':
      return { form: 'words', words: pairsOf(keyword, rest, context) };
    case 'ARG':
      return { form: 'words', words: wordsOf(rest, context) };
    case 'EXPOSE':
    case 'FROM':
      return { form: 'words', words: plainWords(rest) };
    case 'HEALTHCHECK':
      return healthOf(rest, context.at);
    default:
      return { form: 'words', words: rest === '' ? [] : [rest] };
  }
}

function commandOf(rest: string, at: Place): Shape {
  const items = strings(rest, at);
  if (items !== undefined) return { form: 'exec', words: items };
  return { form: 'shell', words: rest === '' ? [] : [rest] };
}

function listOf(rest: string, at: Place): Shape {
  const items = strings(rest, at);
  return items === undefined
    ? { form: 'words', words: plainWords(rest) }
    : { form: 'exec', words: items };
}

function strings(rest: string, at: Place): readonly string[] | undefined {
  const items = jsonWords(rest);
  if (items === 'mixed')
    throw fault(at, 'the items of a JSON array are strings: put quotes around each');
  return items;
}

function wordsOf(rest: string, { at, escape }: Context): readonly string[] {
  const words = quotedWords(rest, escape);
  if (words === undefined) throw fault(at, `a quote in ${quote(rest)} is not closed`);
  return words;
}

/** `name=value …`, or the old form `name value with spaces`. */
function pairsOf(keyword: Keyword, rest: string, context: Context): readonly string[] {
  const first = plainWords(rest)[0] ?? '';
  const words = quotedWords(rest, context.escape);
  if (!(words?.[0] ?? first).includes('=')) {
    const [, name = '', value] = /^(\S+)[\t\v\f\r ]+(.+)$/s.exec(rest) ?? [];
    if (value !== undefined) return [`${name}=${value}`];
    throw fault(context.at, `${keyword} needs a name and a value: ${keyword} name=value`);
  }
  const pairs = wordsOf(rest, context);
  const bad = pairs.find((word) => !word.includes('='));
  if (bad === undefined) return pairs;
  throw fault(
    context.at,
    `${quote(bad)} has no "=": ${keyword} takes name=value, with quotes around spaces`,
  );
}

function healthOf(rest: string, at: Place): Shape {
  const [, type = '', tail = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
  const { form, words } = commandOf(tail, at);
  return { form, words: type === '' ? [] : [type.toUpperCase(), ...words] };
}

function check({ keyword, words, form, heredocs }: Omit<Instruction, 'endLine'>, at: Place): void {
  const refuse = (sentence: string): never => {
    throw fault(at, sentence);
  };
  const [first = ''] = words;
  switch (keyword) {
    case 'ADD':
    case 'COPY':
      if (words.length < 2) refuse(`${keyword} needs a source and a destination`);
      return;
    case 'SHELL':
      if (form !== 'exec' || words.length === 0)
        refuse('SHELL takes a JSON array: SHELL ["/bin/sh", "-c"]');
      return;
    case 'CMD':
    case 'ENTRYPOINT':
      if (form === 'shell' && words.length === 0)
        refuse(`${keyword} needs a command; [] resets it`);
      return;
    case 'RUN':
      if (first.trim() === '' && heredocs.length === 0) refuse('RUN needs a command');
      return;
    case 'HEALTHCHECK':
      checkHealth(words, refuse);
      return;
    case 'FROM':
      return;
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      if (words.some((word) => word.startsWith('='))) refuse(`${keyword} needs a name before "="`);
      break;
    case 'VOLUME':
      if (words.some((word) => word.trim() === '')) refuse('a VOLUME has an empty name');
      break;
    default:
  }
  if (words.length === 0) refuse(`${keyword} needs a value`);
}

function checkHealth(words: readonly string[], refuse: (sentence: string) => never): void {
  const [type = '', ...command] = words;
  if (type === 'NONE' && command.length > 0) refuse('HEALTHCHECK NONE takes nothing more');
  if (type === 'CMD' && command.length === 0) refuse('HEALTHCHECK CMD needs a command');
  if (type !== 'NONE' && type !== 'CMD')
    refuse(`HEALTHCHECK takes NONE or CMD, not ${quote(type)}`);
}
