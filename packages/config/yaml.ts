import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

import { quote, UsageError } from '#io';

export type Path = readonly (string | number)[];
/** The end of a sentence about a key, or about its value. */
export interface Problem {
  readonly path: Path;
  readonly says: string;
  readonly about?: 'key';
}
/** A YAML file as plain data that remembers where each part stood. */
export interface Yaml {
  readonly value: unknown;
  readonly lists: readonly Path[];
  /** @throws UsageError for the problem that stands first in the file; does nothing when there is none */
  refuse(problems: readonly Problem[]): void;
}
interface Source {
  /** As sentences name the file. */
  readonly label: string;
  /** As annotations name it; undefined when it is not a file of this tree. */
  readonly file: string | undefined;
}

export const maxBytes = 256 * 1024;
export const tooBig = (label: string, bytes: number): UsageError =>
  new UsageError(`${label} has ${bytes} bytes: at most ${maxBytes} are read`);

const maxDepth = 16;

/**
 * Reads one document of the YAML that this file needs: maps, lists, text, numbers, booleans.
 * @throws UsageError with line and column for anything else
 */
export function readYaml(bytes: Uint8Array, source: Source): Yaml {
  if (bytes.byteLength > maxBytes) throw tooBig(source.label, bytes.byteLength);
  const lines = new LineCounter();
  const fail = (offset: number, says: string): UsageError => {
    const { line, col } = lines.linePos(offset);
    const at = source.file === undefined ? {} : { at: { file: source.file, line } };
    return new UsageError(`${source.label}:${line}:${col}: ${says}`, at);
  };
  // Equal keys are looked for below: the parser compares each with each.
  const document = parseDocument(textOf(bytes, source), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    // Any lower and a second document is passed over in silence.
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error !== undefined)
    throw fail(error.pos[0], sentences[error.code] ?? notYaml(error.message));
  if (document.directives.yaml.explicit === true)
    throw fail(0, 'directives are not read: remove it');
  const walk = new Walk(fail);
  const value = walk.value(document.contents, []);
  return {
    value,
    lists: walk.lists,
    refuse: (problems) => {
      const [first] = problems
        .map((problem) => ({ problem, offset: walk.offset(problem) }))
        .sort((a, b) => a.offset - b.offset);
      if (first === undefined) return;
      const { path, says } = first.problem;
      throw fail(first.offset, path.length === 0 ? `the file ${says}` : `${keyPath(path)} ${says}`);
    },
  };
}

const notYaml = (message: string) => `this is not YAML: ${quote(message)}`;
const tooDeep = `this is nested more than ${maxDepth} deep`;
const noAnchors = 'anchors and aliases are not read: write the value out';
const sentences: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab stands where spaces indent: use spaces',
  MULTIPLE_DOCS: 'a second document starts here: one file is one document',
  BAD_ALIAS: noAnchors,
  ALIAS_PROPS: noAnchors,
  RESOURCE_EXHAUSTION: tooDeep,
};

/** `images.shop.build.platforms[0]` */
export const keyPath = (path: Path): string =>
  path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[A-Za-z0-9_-]{1,64}$/.test(part) ? `.${part}` : `[${quote(part)}]`;
    })
    .join('')
    .replace(/^\./, '');

function textOf(bytes: Uint8Array, { label, file }: Source): string {
  const decode = (part: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(part);
  try {
    return decode(bytes);
  } catch {
    const line = lineThatFails(bytes, decode);
    const at = file === undefined ? {} : { at: { file, line } };
    throw new UsageError(`${label}:${line}:1: this line is not UTF-8`, at);
  }
}

function lineThatFails(bytes: Uint8Array, decode: (part: Uint8Array) => string): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
  return line;
}

/** From the parser's nodes to plain data; the first thing that this file may not have ends it. */
class Walk {
  readonly lists: Path[] = [];
  readonly #fail: (offset: number, says: string) => UsageError;
  readonly #values = new Map<string, number>();
  readonly #keys = new Map<string, number>();

  constructor(fail: (offset: number, says: string) => UsageError) {
    this.#fail = fail;
  }

  value(node: Node | null, path: Path): unknown {
    if (node === null) return null;
    const offset = node.range?.[0] ?? 0;
    this.#values.set(JSON.stringify(path), offset);
    if (path.length > maxDepth) throw this.#fail(offset, tooDeep);
    if (isAlias(node) || ('anchor' in node && node.anchor)) throw this.#fail(offset, noAnchors);
    if (node.tag !== undefined)
      throw this.#fail(offset, `the tag ${quote(node.tag)} is not read: remove it`);
    if (isMap<Node, Node | null>(node)) return this.#map(node.items, path);
    if (isSeq<Node>(node)) {
      this.lists.push(path);
      return node.items.map((item, index) => this.value(item, [...path, index]));
    }
    return isScalar(node) ? node.value : null;
  }

  #map(items: readonly { key: Node; value: Node | null }[], path: Path): unknown {
    const entries = new Map<string, unknown>();
    for (const { key, value } of items) {
      const offset = key.range?.[0] ?? 0;
      const name = this.value(key, [...path, '']);
      if (typeof name !== 'string')
        throw this.#fail(offset, 'a key must be text: put it in quotes');
      const inner = [...path, name];
      const says = entries.has(name)
        ? 'is there twice: remove one'
        : reserved.has(name)
          ? 'is no name: choose another'
          : undefined;
      if (says !== undefined) throw this.#fail(offset, `${keyPath(inner)} ${says}`);
      this.#keys.set(JSON.stringify(inner), offset);
      entries.set(name, this.value(value, inner));
    }
    return Object.fromEntries(entries);
  }

  /** Where a problem is; what is missing is missed where its map starts. */
  offset({ path, about }: Problem): number {
    const at = JSON.stringify(path);
    const found =
      about === 'key' ? this.#keys.get(at) : (this.#values.get(at) ?? this.#keys.get(at));
    if (found !== undefined || path.length === 0) return found ?? 0;
    return this.offset({ path: path.slice(0, -1), says: '' });
  }
}

const reserved = new Set(['__proto__', 'constructor', 'prototype']);
