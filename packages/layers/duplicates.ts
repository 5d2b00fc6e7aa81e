import { type Listing, byBytes, joinPath, type RawPath } from '#image';
import type { Kept } from './rootfs.ts';

/** One content that the final file system holds more than once. */
export interface Duplicate {
  readonly sha256: string;
  /** Of one copy. */
  readonly bytes: number;
  /** Of all copies but one. */
  readonly extraBytes: number;
  /** By path; names that share an inode are one copy. */
  readonly copies: readonly Copy[];
}

export interface Copy {
  readonly path: RawPath;
  readonly layer: number;
}

/**
 * Equal files among those that are kept (`wasteOf` gives them), the most bytes first. They are no waste: every one of
 * them can be reached. Files that were not hashed are in none.
 */
export function duplicatesOf(
  listings: readonly Listing[],
  kept: () => Iterable<Kept>,
): readonly Duplicate[] {
  if (!listings.some(({ isHashed }) => isHashed)) return [];
  // Most contents are there once: of those nothing is kept but one of so many marks, which some share.
  const marks = new Uint8Array(1 << 22);
  const markOf = (sha256: string): number => Number.parseInt(sha256.slice(0, 6), 16) % marks.length;
  for (const { sha256 } of contents(listings, kept())) {
    const mark = markOf(sha256);
    marks[mark] = Math.min(2, (marks[mark] ?? 0) + 1);
  }
  const groups = new Map<string, { readonly bytes: number; readonly copies: Copy[] }>();
  for (const { sha256, bytes, folder, name, layer } of contents(listings, kept())) {
    if (marks[markOf(sha256)] === 1) continue;
    const copy = { path: `/${joinPath(folder, name)}`, layer };
    const group = groups.get(sha256);
    if (group === undefined) groups.set(sha256, { bytes, copies: [copy] });
    else group.copies.push(copy);
  }
  const found: Duplicate[] = [];
  for (const [sha256, { bytes, copies }] of groups) {
    if (copies.length < 2) continue;
    copies.sort((a, b) => byBytes(a.path, b.path));
    found.push({ sha256, bytes, extraBytes: bytes * (copies.length - 1), copies });
  }
  return found.sort((a, b) => b.extraBytes - a.extraBytes || byBytes(a.sha256, b.sha256));
}

function* contents(listings: readonly Listing[], kept: Iterable<Kept>) {
  for (const { folder, files } of kept) {
    for (const { name, inode } of files()) {
      const { layer, ordinal, bytes } = inode;
      const sha256 = bytes === 0 ? undefined : listings[layer]?.sha256(ordinal);
      if (sha256 !== undefined) yield { folder, name, layer, bytes, sha256 };
    }
  }
}
