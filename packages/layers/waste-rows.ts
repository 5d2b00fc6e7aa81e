import { splitPath, type RawPath } from '#image';

import { bounded, type Bounds } from './bounded.ts';
import type { Waste } from './waste.ts';

type Row = Pick<Waste, 'path' | 'bytes' | 'addedIn' | 'hiddenIn' | 'reason' | 'sameContent'>;

/**
 * What is wasted, the largest first, in a list that no image makes too long: of more files the smallest are one row for
 * each folder, which ends with a slash, or for all of them. The sum stays the same.
 */
export function wasteRows(waste: readonly Waste[], bounds?: Bounds): readonly Row[] {
  const fits = <Item extends Row>(rows: readonly Item[]) =>
    bounded(rows, ({ path }) => path, bounds);
  const first = fits(waste);
  if (first.length === waste.length) return waste;
  const rest = waste.slice(first.length);
  const folders = inFolders(rest, ({ path }) => `${splitPath(path).parent}/`);
  const isFew = fits(folders).length === folders.length;
  const rows = isFew ? folders : inFolders(rest, () => '/');
  return [...first, ...rows].sort((a, b) => b.bytes - a.bytes);
}

function inFolders(waste: readonly Waste[], folderOf: (row: Waste) => RawPath): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const row of waste) {
    const { addedIn, hiddenIn, reason, sameContent } = row;
    const path = folderOf(row);
    const key = [addedIn, hiddenIn, reason, String(sameContent), path].join(' ');
    const bytes = (rows.get(key)?.bytes ?? 0) + row.bytes;
    const known = sameContent === undefined ? {} : { sameContent };
    rows.set(key, { path, bytes, addedIn, hiddenIn, reason, ...known });
  }
  return [...rows.values()];
}
