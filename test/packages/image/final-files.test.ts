import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import {
  distinctFiles,
  FileTree,
  finalFiles,
  listed,
  listingOf,
  entries,
  readLayer,
  type Directory,
  type LayerSource,
  type Listed,
  type Listing,
} from '#image';
import { Corrupt } from '#oci';

import { withData } from '../../tools.ts';
import { listing } from './listings.ts';
import { pieces } from './tars.ts';

const paths = (...layers: readonly Listing[]): readonly string[] =>
  [...finalFiles(layers).values()].map(({ path, layer }) => `${path}@${layer}`).sort();
const link = (path: string, to: string) => ({ path, kind: 'hardlink', link: to }) as const;

test.each<[string, readonly Listing[], readonly string[]]>([
  ['a whiteout hides a file below', [listing('a', 'b'), listing('.wh.a')], ['b@0']],
  ['a whiteout hides a directory with all in it', [listing('d/', 'd/e/f'), listing('.wh.d')], []],
  [
    'a whiteout does not hide what its own layer adds, before or after it',
    [listing('a', 'd/x'), listing('a', '.wh.a', '.wh.d', 'd/y')],
    ['a@1', 'd/y@1'],
  ],
  [
    'an opaque directory hides what is below it in lower layers alone',
    [listing('d/', 'd/x', 'e'), listing('d/y', 'd/.wh..wh..opq')],
    ['d/y@1', 'd@0', 'e@0'],
  ],
  ['an opaque root hides all', [listing('a', 'b/c'), listing('.wh..wh..opq', 'd')], ['d@1']],
  [
    'whiteouts of nothing and bookkeeping hide nothing',
    [listing('a/b', 'x'), listing('.wh.', '.wh..', '.wh...', '.wh.no', '.wh..wh.aufs', 'x/.wh.y')],
    ['a/b@0', 'x@0'],
  ],
  ['a file replaces a directory', [listing('d/', 'd/x'), listing('d')], ['d@1']],
  ['a directory replaces a file', [listing('d'), listing('d/')], ['d@1']],
  [
    'a directory over a directory keeps what is in it',
    [listing('d/', 'd/x'), listing('d/')],
    ['d/x@0', 'd@1'],
  ],
  ['a file in the way of a path goes', [listing('d'), listing('d/x')], ['d/x@1']],
  ['the later of two entries counts', [listing('a', './a', '/a', 'x/../a')], ['a@0']],
  ['paths that lead out are not there', [listing('../a', 'x/../../b', 'a\0b', 'c')], ['c@0']],
  ['a hard link to nothing is not there', [listing(link('a', 'b'), link('c', '../x'))], []],
  ['a hard link to a directory is not there', [listing('d/', link('a', 'd'))], ['d@0']],
])('%s', (_, layers, expected) => {
  expect(paths(...layers)).toEqual(expected);
});

test('hard links are one file, under the name that is left too', () => {
  const size = { sizeBytes: 5, sha256: 'x' };
  const first = listing({ path: 'a', ...size, mode: 0o4755 }, link('b', './a'), link('d/c', 'b'));
  const files = finalFiles([first, listing('.wh.a', link('e', 'b'))]);
  expect(
    [...files.values()].map(({ path, ...file }) => [path, file.sizeBytes, file.mode, file.kind]),
  ).toEqual(expect.arrayContaining(['b', 'd/c', 'e'].map((path) => [path, 5, 0o4755, 'file'])));
  expect(distinctFiles(files.values())).toHaveLength(1);
});

test('names that are no UTF-8 stay apart', () => {
  const raw = (path: string): Listed => ({
    ...listing('a').entry(0),
    path,
  });
  expect([...finalFiles([listingOf([raw('\xff'), raw('\xfe')])]).keys()].sort()).toEqual([
    '\xfe',
    '\xff',
  ]);
});

describe('within bounds', () => {
  test('a quarter of a million entries with whiteouts over ten layers', () => {
    const layers = Array.from({ length: 10 }, (_, layer) =>
      listing(
        ...Array.from({ length: 20_000 }, (_, at) => `d${at % 100}/f${layer}-${at}`),
        ...(layer === 0
          ? []
          : Array.from({ length: 5_000 }, (_, at) => `d${at % 100}/.wh.f${layer - 1}-${at}`)),
      ),
    );
    expect(finalFiles(layers).size).toBe(200_000 - 45_000);
  });

  test('a thousand paths of two thousand folders', () => {
    const deep = 'a/'.repeat(1000);
    expect(
      paths(listing(`${deep}x`, ...Array.from({ length: 1000 }, (_, at) => `${deep}${at}`))),
    ).toHaveLength(1001);
  });

  test('more folders than there can be', () => {
    const tail = '/a'.repeat(2000);
    const hostile: Listing = listing(...Array.from({ length: 2050 }, (_, at) => `${at}${tail}`));
    expect(() => finalFiles([hostile])).toThrow(Corrupt);
  });
});

const numbers = Array.from({ length: 100 }, (_, at) => `layers/random/${2 * at}.tar`);

withData(numbers, 'it is what the file tree is, for a hundred random images', async (files) => {
  let compared = 0;
  for (const name of numbers) {
    const sources = await layersOf(files[name] ?? '');
    const tree = await treeOf(sources).catch(() => undefined);
    const found = finalFiles(await Promise.all(sources.map(listingFrom)));
    if (tree === undefined) continue;
    compared++;
    const ours = [...found.values()].map(
      ({ path, kind, sizeBytes }) => `${path} ${kind} ${sizeBytes}`,
    );
    const all = flat(tree.root, '');
    // Directories that no layer lists are in the tree alone.
    expect(all).toEqual(expect.arrayContaining(ours));
    expect(all.filter((line) => !line.endsWith(' directory 0'))).toEqual(
      expect.arrayContaining(ours.filter((line) => !line.endsWith(' directory 0'))),
    );
    const count = (lines: readonly string[]) =>
      lines.filter((line) => !line.endsWith(' directory 0')).length;
    expect(count(ours)).toBe(count(all));
  }
  expect(compared).toBeGreaterThan(20);
});

async function layersOf(file: string): Promise<readonly LayerSource[]> {
  const archive = readFileSync(file);
  const blobs = new Map<string, Uint8Array>();
  for await (const { path, body } of entries(pieces(archive))) {
    const parts: Uint8Array[] = [];
    for await (const part of body?.() ?? []) parts.push(Uint8Array.from(part));
    blobs.set(path, Buffer.concat(parts));
  }
  const [manifest] = JSON.parse(
    Buffer.from(blobs.get('manifest.json') ?? []).toString(),
  ) as readonly { readonly Layers: readonly string[] }[];
  return (manifest?.Layers ?? []).map((layer) => ({
    what: layer,
    open: () => pieces(blobs.get(layer) ?? new Uint8Array()),
  }));
}

async function treeOf(sources: readonly LayerSource[]): Promise<FileTree> {
  const tree = new FileTree();
  for (const source of sources) tree.apply(await readLayer(source));
  return tree;
}

async function listingFrom(source: LayerSource): Promise<Listing> {
  const all: Listed[] = [];
  for await (const entry of entries(source.open())) all.push(listed(entry));
  return listingOf(all);
}

function flat(directory: Directory, prefix: string): readonly string[] {
  return [...directory.children].flatMap(([name, node]) =>
    node.kind === 'directory'
      ? [`${prefix}${name} directory 0`, ...flat(node, `${prefix}${name}/`)]
      : [`${prefix}${name} ${node.kind} ${node.sizeBytes}`],
  );
}
