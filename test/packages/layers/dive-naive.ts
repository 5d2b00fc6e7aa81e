import path from 'node:path';

import type { Listing } from '#image';
import type { DiveAnalysis } from '#layers';

/** Flat: `/a/b` to what is known, all parents among the keys. */
type Tree = Map<string, Info>;
interface Info {
  readonly size: number;
  readonly isDir: boolean;
}
const empty: Info = { size: 0, isDir: false };

const partsOf = (name: string): readonly string[] => name.split('/').filter((part) => part !== '');
const join = (parts: readonly string[]): string => parts.map((part) => `/${part}`).join('');

function goClean(name: string): string {
  const clean = path.posix.normalize(name).replace(/(.)\/$/, '$1');
  return clean === '' ? '.' : clean;
}

function add(tree: Tree, name: string, info: Info): void {
  const parts = partsOf(goClean(name));
  for (let depth = 1; depth <= parts.length; depth++) {
    const at = join(parts.slice(0, depth));
    if (!tree.has(at)) {
      if (parts[depth - 1]?.startsWith('.wh..wh..') === true) return;
      tree.set(at, empty);
    }
    if (depth === parts.length) tree.set(at, info);
  }
}

function get(tree: Tree, name: string): { readonly at: string; readonly info: Info } | undefined {
  const at = join(partsOf(name));
  const info = at === '' ? empty : tree.get(at);
  return info === undefined ? undefined : { at, info };
}

const below = (tree: Tree, at: string): readonly string[] =>
  [...tree.keys()].filter((name) => name === at || name.startsWith(`${at}/`));

function order(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let depth = 0; depth < Math.min(left.length, right.length); depth++) {
    const [one = '', other = ''] = [left[depth], right[depth]];
    if (one !== other) return one < other ? -1 : 1;
  }
  return right.length - left.length;
}

const isWhiteout = (at: string): boolean => path.posix.basename(at).startsWith('.wh.');
function shown(at: string): string {
  const { dir, base } = path.posix.parse(at);
  return `${dir}/${base.replace(/^\.wh\./, '')}`.replaceAll('//', '/');
}

function stack(tree: Tree, upper: Tree): void {
  for (const at of [...upper.keys()].sort(order)) {
    if (!isWhiteout(at)) add(tree, at, upper.get(at) ?? empty);
    else {
      const found = get(tree, shown(at));
      if (found !== undefined && found.at !== '') {
        for (const name of below(tree, found.at)) tree.delete(name);
      }
    }
  }
}

/** Dive's numbers as its own words have them: one tree from the ground up for every whiteout. */
export function naiveDive(listings: readonly Listing[]): Omit<DiveAnalysis, 'inefficient'> & {
  readonly rows: readonly string[];
} {
  const layerSizes: number[] = [];
  const trees = listings.map((listing) => {
    const tree: Tree = new Map();
    let size = 0;
    for (const { path: name, kind, sizeBytes } of listing) {
      if (goClean(name) === '.') continue;
      size += sizeBytes;
      add(tree, name, { size: sizeBytes, isDir: kind === 'directory' });
    }
    layerSizes.push(size);
    return tree;
  });
  const data = new Map<string, { sum: number; min: number; count: number }>();
  trees.forEach((tree, index) => {
    for (const at of [...tree.keys()].sort(order)) {
      if (below(tree, at).length > 1) continue;
      const key = shown(at);
      const record = data.get(key) ?? { sum: 0, min: -1, count: 0 };
      data.set(key, record);
      let size = tree.get(at)?.size ?? 0;
      if (isWhiteout(at)) {
        const stacked: Tree = new Map(trees[0]);
        for (const lower of trees.slice(0, index)) stack(stacked, lower);
        const found = get(stacked, key);
        if (found === undefined) return;
        const all = below(stacked, found.at).map((name) => stacked.get(name)?.size ?? 0);
        size = found.info.isDir ? all.reduce((a, b) => a + b, 0) : 0;
      }
      record.sum += size;
      record.min = record.min < 0 ? size : Math.min(record.min, size);
      record.count++;
    }
  });
  const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const records = [...data.values()];
  const all = total(records.map(({ sum }) => sum));
  const matched = [...data].filter(([, { count }]) => count > 1);
  const wastedBytes = total(matched.map(([, { sum }]) => sum));
  const userSizeBytes = total(layerSizes.slice(1));
  const percent = wastedBytes / userSizeBytes;
  return {
    efficiency: all === 0 ? 1 : total(records.map(({ min }) => min)) / all,
    sizeBytes: total(layerSizes),
    userSizeBytes,
    wastedBytes,
    userWastedPercent: Number.isNaN(percent) ? 'NaN' : percent === Infinity ? '+Inf' : percent,
    layerSizes,
    rows: matched.map(([file, { sum, count }]) => JSON.stringify([sum, count, file])).sort(),
  };
}
