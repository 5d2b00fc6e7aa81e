import type { Kind, Listed, Listing, RawPath } from '#image';
import type { DiveAnalysis } from './dive.ts';
import { diveLayer, divePath } from './dive-tree.ts';
import { bottomUp } from './dive-walk.ts';

/** What Dive's export says of a layer besides its files. */
export interface DiveLayerName {
  /** The first part of its path in the archive; of an image in OCI's shape that is `blobs`. */
  readonly id: string;
  readonly diffId: string;
  /** The history's `created_by`; Dive leaves a `/bin/sh -c ` at its start out. */
  readonly command: string;
}

/**
 * The JSON that `dive --json` writes, in pieces, as it may be longer than a string: a layer's files children first,
 * directories that have no entry with empty fields, whiteouts as files.
 * https://github.com/wagoodman/dive/blob/d6c691947f8fda635c952a17ee3b7555379d58f0/cmd/dive/cli/internal/command/export/export.go
 * @throws Corrupt for an image with too many files
 */
export function* diveExport(
  { sizeBytes, wastedBytes, efficiency, inefficient, layerSizes }: DiveAnalysis,
  listings: readonly Listing[],
  names: readonly DiveLayerName[],
): Generator<string, void, undefined> {
  yield '{\n  "layer": ';
  yield* list('  ', layersOf(listings, names, layerSizes));
  yield `,\n  "image": {\n    "sizeBytes": ${sizeBytes},\n    "inefficientBytes": ${wastedBytes},\n`;
  yield `    "efficiencyScore": ${efficiency},\n    "fileReference": `;
  yield* list('    ', references(inefficient));
  yield '\n  }\n}';
}

function* references(rows: DiveAnalysis['inefficient']): Generator<Iterable<string>> {
  for (const { count, sizeBytes, file } of rows) {
    yield [record('      ', { count, sizeBytes, file: textOf(file) })];
  }
}

function* layersOf(
  listings: readonly Listing[],
  names: readonly DiveLayerName[],
  sizes: readonly number[],
): Generator<Iterable<string>> {
  for (const [index, listing] of listings.entries()) {
    const { id = '', diffId = '', command = '' } = names[index] ?? {};
    yield layer(listing, {
      index,
      id,
      digestId: diffId,
      sizeBytes: sizes[index] ?? 0,
      command: command.replace(/^\/bin\/sh -c /, ''),
    });
  }
}

function* layer(listing: Listing, fields: Fields): Generator<string> {
  yield `{\n${linesOf('      ', fields)},\n      "fileList": `;
  yield* list('      ', filesOf(listing));
  yield '\n    }';
}

function* filesOf(listing: Listing): Generator<Iterable<string>> {
  const { tree } = diveLayer(listing);
  const ordinals: number[] = [];
  bottomUp(tree, tree, ({ ordinal }) => ordinals.push(ordinal) > 0);
  for (const ordinal of ordinals) {
    yield [record('        ', ordinal < 0 ? implied : fileOf(listing.entry(ordinal)))];
  }
}

type Fields = Readonly<Record<string, string | number | boolean>>;

const implied: Fields = {
  path: '',
  typeFlag: 0,
  linkName: '',
  size: 0,
  fileMode: 0,
  uid: 0,
  gid: 0,
  isDir: false,
};

function fileOf({ path, kind, link = '', sizeBytes, mode, uid, gid }: Listed): Fields {
  return {
    path: textOf(divePath(path)),
    typeFlag: kinds[kind].flag.charCodeAt(0),
    linkName: textOf(link),
    size: sizeBytes,
    fileMode: fileMode(mode, kind),
    uid,
    gid,
    isDir: kind === 'directory',
  };
}

/** Types of tar, and what Go's `os.FileMode` has for them. https://pkg.go.dev/io/fs#FileMode */
const kinds: Readonly<Record<Kind, { readonly flag: string; readonly bits: number }>> = {
  file: { flag: '0', bits: 0 },
  hardlink: { flag: '1', bits: 0 },
  symlink: { flag: '2', bits: 2 ** 27 },
  character: { flag: '3', bits: 2 ** 26 + 2 ** 21 },
  block: { flag: '4', bits: 2 ** 26 },
  directory: { flag: '5', bits: 2 ** 31 },
  fifo: { flag: '6', bits: 2 ** 25 },
};

function fileMode(mode: number, kind: Kind): number {
  const special = [
    [0o4000, 2 ** 23],
    [0o2000, 2 ** 22],
    [0o1000, 2 ** 20],
  ] as const;
  const bits = special.map(([bit, go]) => ((mode & bit) === 0 ? 0 : go));
  return bits.reduce((sum, bit) => sum + bit, (mode & 0o777) + kinds[kind].bits);
}

/** Names are text to JSON: what is no UTF-8 is replaced, as Go does it. */
const textOf = (path: RawPath): string => Buffer.from(path, 'latin1').toString('utf8');

/** An array as Go indents it, whose elements come in pieces. */
function* list(indent: string, elements: Iterable<Iterable<string>>): Generator<string> {
  let separator = '[\n';
  for (const element of elements) {
    yield `${separator}${indent}  `;
    yield* element;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : `\n${indent}]`;
}

const record = (indent: string, fields: Fields): string =>
  `{\n${linesOf(`${indent}  `, fields)}\n${indent}}`;

const linesOf = (indent: string, fields: Fields): string =>
  Object.entries(fields)
    .map(
      ([name, value]) => `${indent}"${name}": ${typeof value === 'string' ? json(value) : value}`,
    )
    .join(',\n');

/** A string as Go writes it, safe inside HTML. https://pkg.go.dev/encoding/json#HTMLEscape */
const json = (text: string): string =>
  JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
