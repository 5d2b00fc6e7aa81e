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

export interface Duplicates {
  /** Of all copies of all contents, but one of each. */
  readonly extraBytes: number;
  /** The most bytes first. */
  readonly largest: readonly Duplicate[];
}

interface Content {
  readonly bytes: number;
  count: number;
}

/**
 * Equal files among those that are kept (`wasteOf` gives them). They are no waste: every one of them can be reached.
 * Files that were not hashed are in none. Only of the `most` largest is kept where their copies are: half a million
 * small files may be copies.
 */
export function duplicatesOf(
  listings: readonly Listing[],
  kept: () => Iterable<Kept>,
  most = 100,
): Duplicates {
  if (!listings.some(({ isHashed }) => isHashed)) return { extraBytes: 0, largest: [] };
  const found = [...counted(listings, kept)].filter(([, { count }]) => count > 1);
  const extraBytes = found.reduce((sum, [, content]) => sum + extra(content), 0);
  found.sort(([a, one], [b, other]) => extra(other) - extra(one) || byBytes(a, b));
  const largest = new Map(
    found
      .slice(0, most)
      .map(([sha256, content]) => [
        sha256,
        { sha256, bytes: content.bytes, extraBytes: extra(content), copies: [] as Copy[] },
      ]),
  );
  const sizes = new Set([...largest.values()].map(({ bytes }) => bytes));
  for (const { folder, name, layer, ordinal, bytes, listing } of files(listings, kept())) {
    const sha256 = sizes.has(bytes) ? listing.sha256(ordinal) : undefined;
    largest.get(sha256 ?? '')?.copies.push({ path: `/${joinPath(folder, name)}`, layer });
  }
  for (const { copies } of largest.values()) copies.sort((a, b) => byBytes(a.path, b.path));
  return { extraBytes, largest: [...largest.values()] };
}

const extra = ({ bytes, count }: Content): number => bytes * (count - 1);

/** How often each content is there, without those that are there once: most are, and nothing is made of them. */
function counted(
  listings: readonly Listing[],
  kept: () => Iterable<Kept>,
): ReadonlyMap<string, Content> {
  const isRepeated = repeated(startsOf(listings, kept()));
  const found = new Map<string, Content>();
  for (const { listing, ordinal, bytes } of files(listings, kept())) {
    if (!isRepeated(listing.sha256Start(ordinal))) continue;
    const sha256 = listing.sha256(ordinal) ?? '';
    const content = found.get(sha256);
    if (content === undefined) found.set(sha256, { bytes, count: 1 });
    else content.count += 1;
  }
  return found;
}

function startsOf(listings: readonly Listing[], kept: Iterable<Kept>): Float64Array {
  const starts = new Float64Array(listings.reduce((sum, { count }) => sum + count, 0));
  let count = 0;
  for (const { listing, ordinal } of files(listings, kept)) {
    const start = listing.sha256Start(ordinal);
    if (start !== undefined) starts[count++] = start;
  }
  return starts.subarray(0, count);
}

/** Tells of a number whether it is more than once among these. */
function repeated(numbers: Float64Array): (value: number | undefined) => boolean {
  const found = new Set<number>();
  numbers.sort().forEach((value, at) => {
    if (value === numbers[at - 1]) found.add(value);
  });
  return (value) => value !== undefined && found.has(value);
}

/** Those that are not empty. */
function* files(listings: readonly Listing[], kept: Iterable<Kept>) {
  for (const { folder, files: inFolder } of kept) {
    for (const { name, inode } of inFolder()) {
      const { layer, ordinal, bytes } = inode;
      const listing = listings[layer];
      if (bytes > 0 && listing !== undefined)
        yield { folder, name, layer, ordinal, bytes, listing };
    }
  }
}
