import { type Listing, byBytes, type RawPath } from '#image';
import { diveLayer, hiddenBy, tooMany, type DiveNode, type DiveTree } from './dive-tree.ts';
import { bottomUp, stackDive } from './dive-walk.ts';

/** A path that Dive meets in more than one layer. */
export interface Inefficient {
  /** In how many, whiteouts among them. */
  readonly count: number;
  /** Of all copies together, the one that stays too. */
  readonly sizeBytes: number;
  /** With a slash at its start. */
  readonly file: RawPath;
}

/** What Dive says of an image. Its wasted bytes are not what could be saved: `wasteOf` tells that. */
export interface DiveAnalysis {
  /** The smallest copies over all copies; a whiteout of nothing lets it fall, even below 0. */
  readonly efficiency: number;
  readonly sizeBytes: number;
  /** Without the lowest layer. */
  readonly userSizeBytes: number;
  readonly wastedBytes: number;
  /** A ratio of `userSizeBytes`. */
  readonly userWastedPercent: number | 'NaN' | '+Inf';
  readonly layerSizes: readonly number[];
  /** Largest first; among equal sizes, where Dive has no order, by their bytes. */
  readonly inefficient: readonly Inefficient[];
}

/** What Dive keeps of a path. */
interface Tally {
  allBytes: number;
  /** -1 as long as nothing was counted. */
  leastBytes: number;
  count: number;
}

/**
 * What Dive finds in an image, to the last digit, its faults included: layers in manifest order, lowest first.
 * https://github.com/wagoodman/dive/blob/d6c691947f8fda635c952a17ee3b7555379d58f0/dive/filetree/efficiency.go
 * @throws Corrupt for an image with too many files
 */
export function diveOf(listings: readonly Listing[], maxNodes = 2_000_000): DiveAnalysis {
  const tallies = new Map<RawPath, Tally>();
  const layerSizes: number[] = [];
  let lower: DiveTree | undefined;
  for (const listing of listings) {
    const { tree, sizeBytes } = diveLayer(listing, maxNodes);
    layerSizes.push(sizeBytes);
    tally(tree, lower ?? tree, tallies);
    if (tallies.size > maxNodes) throw tooMany(maxNodes);
    // The lowest one is put on a copy of itself, so that its own whiteouts hide what it brings.
    const isItself = lower === undefined && tree.isPlain;
    lower ??= isItself ? tree : tree.clone();
    if (!isItself) stackDive(lower, tree);
  }
  const inefficient = rowsOf(tallies);
  const userSizeBytes = sum(layerSizes.slice(1));
  const wastedBytes = sum(inefficient.map((row) => row.sizeBytes));
  return {
    efficiency: scoreOf(tallies),
    sizeBytes: sum(layerSizes),
    userSizeBytes,
    wastedBytes,
    userWastedPercent: ratio(wastedBytes, userSizeBytes),
    layerSizes,
    inefficient,
  };
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, next) => total + next, 0);

function ratio(part: number, whole: number): DiveAnalysis['userWastedPercent'] {
  if (whole !== 0) return part / whole;
  return part === 0 ? 'NaN' : '+Inf';
}

/** Counts the paths of one layer that have nothing below them; `lower` is what the layers under it make. */
function tally(layer: DiveTree, lower: DiveTree, tallies: Map<RawPath, Tally>): void {
  const known = new Map<DiveNode, number>();
  bottomUp(layer, lower, (node, place) => {
    if (node.children !== undefined) return true;
    const hidden = hiddenBy(node.name);
    // At the root a whiteout of nothing is one of `/`, elsewhere of its directory with a slash behind.
    const kept = tallyOf(`${place.path}/${hidden ?? node.name}`, tallies);
    let size = node.sizeBytes;
    if (hidden !== undefined) {
      const previous = hidden === '' ? place.found : place.found?.children?.get(hidden);
      // Dive takes a whiteout of what is not there for an error, and ends with this layer.
      if (previous === undefined) return false;
      size = previous.isDirectory ? bytesIn(previous, known) : 0;
    }
    kept.allBytes += size;
    if (kept.leastBytes < 0 || size < kept.leastBytes) kept.leastBytes = size;
    kept.count++;
    return true;
  });
}

function tallyOf(path: RawPath, tallies: Map<RawPath, Tally>): Tally {
  const found = tallies.get(path);
  if (found !== undefined) return found;
  const made = { allBytes: 0, leastBytes: -1, count: 0 };
  tallies.set(path, made);
  return made;
}

/** Of a directory and all below. `known` has what was summed before, as a layer may hide a directory and its parents. */
function bytesIn(top: DiveNode, known: Map<DiveNode, number>): number {
  const todo = [top];
  const order: DiveNode[] = [];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (known.has(node)) continue;
    order.push(node);
    for (const child of node.children?.values() ?? []) todo.push(child);
  }
  for (const node of order.reverse()) {
    let bytes = node.sizeBytes;
    for (const child of node.children?.values() ?? []) bytes += known.get(child) ?? 0;
    known.set(node, bytes);
  }
  return known.get(top) ?? 0;
}

function scoreOf(tallies: ReadonlyMap<RawPath, Tally>): number {
  let least = 0;
  let all = 0;
  for (const { leastBytes, allBytes } of tallies.values()) {
    least += leastBytes;
    all += allBytes;
  }
  return all === 0 ? 1 : least / all;
}

function rowsOf(tallies: ReadonlyMap<RawPath, Tally>): readonly Inefficient[] {
  const rows: Inefficient[] = [];
  for (const [file, { count, allBytes }] of tallies) {
    if (count > 1) rows.push({ count, sizeBytes: allBytes, file });
  }
  return rows.sort((a, b) => b.sizeBytes - a.sizeBytes || byBytes(a.file, b.file));
}
