import { splitPath, type RawPath } from '#image';

import type { Waste } from './waste.ts';

/** Rows of one file each that a document has; with the longest names they are some megabytes. */
const mostFiles = 20_000;

type Row = Pick<Waste, 'path' | 'bytes' | 'addedIn' | 'hiddenIn' | 'reason' | 'sameContent'>;

/**
 * What is wasted, the largest first, in a list that no image makes too long: of more files the smallest are one row for
 * each folder, which ends with a slash, or for all of them. The sum stays the same.
 */
export function wasteRows(waste: readonly Waste[], most = mostFiles): readonly Row[] {
  if (waste.length <= most) return waste;
  const rest = waste.slice(most);
  const folders = inFolders(rest, ({ path }) => `${splitPath(path).parent}/`);
  const rows = folders.length <= most ? folders : inFolders(rest, () => '/');
  return [...waste.slice(0, most), ...rows].sort((a, b) => b.bytes - a.bytes);
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
