import { listingOf, type Kind, type Listed, type Listing } from '#image';

/** Numbers that come again with their seed. */
export function random(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const entryOf = (path: string, over: Partial<Listed> = {}): Listed => ({
  path,
  kind: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  modified: 0,
  ...over,
});

/** Few names, so that paths meet; some that are only nearly whiteouts, and some that lead out. */
const common = ['a', 'b', 'c', '-d', '.e', 'f.txt'];
const odd = ['..', '.', '', '.wh.a', '.wh..wh..opq', '.wh..wh.plnk', '.wh.', '.wh...', '.wh..'];
const kinds: readonly Kind[] = ['file', 'file', 'file', 'directory', 'directory', 'symlink'];
const sizes = [0, 1, 7, 100, 100, 1000, 5000];

/** A few layers in which all happens that may happen to a path. */
export function randomLayers(seed: number): readonly Listing[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const name = (): string => pick(next(25) === 0 ? odd : common);
  const path = (): string => {
    const parts = Array.from({ length: 1 + next(4) }, name);
    return `${pick(['', '', './', '/'])}${parts.join('/')}`;
  };
  const whiteout = (): string => {
    const opaque = next(4) === 0;
    return path().replace(/[^/]*$/, (last) => (opaque ? '.wh..wh..opq' : `.wh.${last}`));
  };
  const entry = (): Listed => {
    const what = next(10);
    if (what < 2) return entryOf(whiteout(), { sizeBytes: next(20) === 0 ? 3 : 0 });
    if (what === 2) return entryOf(path(), { kind: 'hardlink', link: path() });
    const kind = pick(kinds);
    if (kind === 'directory') return entryOf(`${path()}/`, { kind });
    if (kind === 'symlink') return entryOf(path(), { kind, link: path() });
    const sizeBytes = pick(sizes);
    return entryOf(path(), { sizeBytes, sha256: `${sizeBytes}-${next(2)}`, mode: pick([1, 2]) });
  };
  return Array.from({ length: 1 + next(5) }, () =>
    listingOf(Array.from({ length: next(15) }, entry)),
  );
}
