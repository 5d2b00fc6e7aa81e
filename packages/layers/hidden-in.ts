import { type Listing, joinPath, splitPath, type RawPath } from '#image';
import type { HiddenIn } from '#inventory';

const whiteout = '.wh.';
const opaque = '.wh..wh..opq';
const bookkeeping = '.wh..wh.';

/** What a layer does to some paths and the directories above them. */
interface Doing {
  readonly hides: Set<RawPath>;
  readonly opaque: Set<RawPath>;
  /** The last entry at a path: where it stands in the layer, and whether something can be below it. */
  readonly entries: Map<
    RawPath,
    { readonly at: number; readonly isDirectory: boolean; readonly isFile: boolean }
  >;
}

/**
 * Tells for files of layers, lowest first, which layer takes them away: by a whiteout, an opaque directory, another
 * entry at the path, or one above it that is no directory. Only `paths` may be asked for, clean ones.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
export function hiddenIn(listings: readonly Listing[], paths: Iterable<RawPath>): HiddenIn {
  const watched = new Set<RawPath>();
  for (const path of paths) for (const one of withParents(path)) watched.add(one);
  const doings = listings.map((listing) => doingOf(listing, watched));
  return (layer, path) => {
    const own = doings[layer];
    if (own !== undefined && isReplaced(own, path)) return layer;
    const found = doings.slice(layer + 1).findIndex((doing) => takes(doing, path));
    return found < 0 ? undefined : layer + 1 + found;
  };
}

/** The path itself, and every directory above it but the root. */
function* withParents(path: RawPath): Generator<RawPath, void, undefined> {
  for (let at = path; at !== ''; at = splitPath(at).parent) yield at;
}

function doingOf(listing: Listing, watched: ReadonlySet<RawPath>): Doing {
  const doing: Doing = { hides: new Set(), opaque: new Set(), entries: new Map() };
  const parents = new Set([...watched].map((path) => splitPath(path).parent));
  const isWatched = listing.folders.map((folder) => parents.has(folder));
  for (let at = 0; at < listing.count; at++) {
    const folder = listing.folder(at);
    const parent = listing.folders[folder];
    if (parent === undefined || !(isWatched[folder] === true || listing.isMarked(at))) continue;
    const name = listing.name(at);
    if (name === opaque) doing.opaque.add(parent);
    else if (name.startsWith(bookkeeping)) continue;
    else if (name.startsWith(whiteout)) {
      const hidden = joinPath(parent, name.slice(whiteout.length));
      if (watched.has(hidden)) doing.hides.add(hidden);
    } else if (watched.has(joinPath(parent, name))) {
      const kind = listing.kind(at);
      const isFile = kind === 'file' || kind === 'hardlink';
      doing.entries.set(joinPath(parent, name), { at, isDirectory: kind === 'directory', isFile });
    }
  }
  return doing;
}

function takes({ hides, opaque, entries }: Doing, path: RawPath): boolean {
  if (entries.has(path) || opaque.has('')) return true;
  for (const above of withParents(path)) {
    if (hides.has(above)) return true;
    if (above === path) continue;
    if (opaque.has(above) || entries.get(above)?.isDirectory === false) return true;
  }
  return false;
}

/** Does a later entry of the same layer stand where the file was, or above it? */
function isReplaced({ entries }: Doing, path: RawPath): boolean {
  const own = entries.get(path);
  if (own?.isFile !== true) return true;
  for (const above of withParents(splitPath(path).parent)) {
    const entry = entries.get(above);
    if (entry !== undefined && !entry.isDirectory && entry.at > own.at) return true;
  }
  return false;
}
