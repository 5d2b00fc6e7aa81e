import { isDeepStrictEqual } from 'node:util';
import { type Listed, type Listing, byBytes, cleanPath, type RawPath } from '#image';

import type { Inode } from './inodes.ts';
import { RootFs, type Kept, type Loss } from './rootfs.ts';

/** Bytes that a layer stores and no name in the final file system leads to. */
export interface Waste {
  /** Where they are stored, with a slash at its start; as written when it is no path. */
  readonly path: RawPath;
  readonly bytes: number;
  /** Layers from 0, lowest first. */
  readonly addedIn: number;
  /** Where the last name went: the same layer for what it stores twice, or in vain. */
  readonly hiddenIn: number;
  /** `replaced` is by something of another kind: a directory by a file, or the other way round. */
  readonly reason: Loss;
  /** Of what is rewritten: are the bytes the same? Not there when they were not hashed. */
  readonly sameContent?: boolean;
  /** Of a file that is rewritten by a file: what of the rest differs. */
  readonly changed?: readonly Change[];
}

export type Change = 'mode' | 'owner' | 'time' | 'xattrs';

export interface WasteReport {
  /** Of all entries of all layers. */
  readonly storedBytes: number;
  readonly reachableBytes: number;
  /** Stored and not reachable: exactly the sum of all waste. */
  readonly reclaimableBytes: number;
  /** Largest first. */
  readonly waste: readonly Waste[];
  /** What the final file system leads to: each inode once, under one of its names. */
  readonly kept: () => Iterable<Kept>;
}

/**
 * What an image stores in vain: layers in manifest order, lowest first. Links are not followed, and a hard link to what
 * is not there is a thing of its own.
 * @throws Corrupt for an image with too many files
 */
export function wasteOf(listings: readonly Listing[], maxNodes = 2_000_000): WasteReport {
  const waste: Waste[] = [];
  let storedBytes = 0;
  let reclaimableBytes = 0;
  let hiddenIn = 0;
  const lost = (inode: Inode, reason: Loss, by?: Inode): void => {
    if (inode.bytes === 0) return;
    reclaimableBytes += inode.bytes;
    const entry = entryOf(listings, inode);
    const place = { path: shown(entry.path), bytes: inode.bytes, addedIn: inode.layer, hiddenIn };
    const more = reason === 'rewritten' && by ? compared(entry, entryOf(listings, by)) : {};
    waste.push({ ...place, reason, ...more });
  };
  const rootfs = new RootFs(lost, maxNodes);
  for (const [layer, listing] of listings.entries()) {
    hiddenIn = layer;
    storedBytes += rootfs.apply(listing);
  }
  waste.sort((a, b) => b.bytes - a.bytes || a.hiddenIn - b.hiddenIn || byBytes(a.path, b.path));
  return {
    storedBytes,
    reachableBytes: rootfs.bytes,
    reclaimableBytes,
    waste,
    kept: () => rootfs.kept(),
  };
}

/** Was a file written again for its metadata alone, or for nothing? */
export const isMetadataOnly = ({ reason, sameContent }: Waste): boolean =>
  reason === 'rewritten' && sameContent === true;

function entryOf(listings: readonly Listing[], { layer, ordinal }: Inode): Listed {
  const listing = listings[layer];
  if (listing === undefined) throw new RangeError(`there is no layer ${layer}`);
  return listing.entry(ordinal);
}

function shown(path: RawPath): RawPath {
  const clean = cleanPath(path);
  return clean === undefined ? path : `/${clean}`;
}

function compared(before: Listed, after: Listed): Pick<Waste, 'sameContent' | 'changed'> {
  if (after.kind !== 'file') return { sameContent: false };
  const same = sameContent(before, after);
  const differs: Readonly<Record<Change, boolean>> = {
    mode: before.mode !== after.mode,
    owner: before.uid !== after.uid || before.gid !== after.gid,
    time: before.modified !== after.modified,
    xattrs: !isDeepStrictEqual(before.xattrs, after.xattrs),
  };
  return {
    ...(same === undefined ? {} : { sameContent: same }),
    changed: changes.filter((change) => differs[change]),
  };
}

const changes: readonly Change[] = ['mode', 'owner', 'time', 'xattrs'];

function sameContent(before: Listed, after: Listed): boolean | undefined {
  if (before.sizeBytes !== after.sizeBytes) return false;
  if (before.sha256 === undefined || after.sha256 === undefined) return undefined;
  return before.sha256 === after.sha256;
}
