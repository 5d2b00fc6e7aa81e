import { parseJson } from '#oci';

import type { Fail } from './header.ts';
import type { Listed, Listing } from './listing.ts';
import { hashBytes, hashedBit, kinds, type Rare } from './packing.ts';

const fixedBytes = 4 * 8 + 3 * 2 + 1;
const maxRareBytes = 256 * 1024 * 1024;

/** What `Packing` packed, each entry unpacked when it is asked for. `fail` is called for what it cannot have packed. */
export function unpacked(
  {
    count,
    entries,
    hashes,
  }: {
    readonly count: number;
    readonly entries: Buffer;
    readonly hashes: Buffer | undefined;
  },
  fail: Fail,
): Listing {
  if (entries.length < count * fixedBytes) fail('it has fewer entries than it says');
  let at = 0;
  const next = (bytes: number): Buffer => entries.subarray(at, (at += bytes));
  const numbers = { sizes: next(8 * count), times: next(8 * count) };
  const owners = { uids: next(8 * count), gids: next(8 * count) };
  const [modes, pathLengths, linkLengths] = [next(2 * count), next(2 * count), next(2 * count)];
  const kindsOf = next(count);
  const pathEnds = ends(pathLengths, count);
  const linkEnds = ends(linkLengths, count);
  const hashEnds = hashed(kindsOf);
  const paths = next(pathEnds.at(-1) ?? 0);
  const links = next(linkEnds.at(-1) ?? 0);
  if (at > entries.length) fail('its paths are cut off');
  if (kindsOf.some((kind) => (kind & ~hashedBit) >= kinds.length)) fail('it has an unknown kind');
  if ((hashEnds.at(-1) ?? 0) * hashBytes !== (hashes?.length ?? 0)) fail('its hashes are cut off');
  const rare = parseJson(entries.subarray(at), 'what is rare', {
    maxBytes: maxRareBytes,
  }) as Readonly<Record<string, Rare>>;
  const text = (from: Buffer, stops: Uint32Array, index: number): string =>
    from.toString('latin1', index === 0 ? 0 : stops[index - 1], stops[index]);
  const entry = (index: number): Listed => {
    const kind = kinds[(kindsOf[index] ?? 0) & ~hashedBit];
    if (index < 0 || index >= count || kind === undefined) {
      throw new RangeError(`there is no entry ${index}`);
    }
    const isHashed = ((kindsOf[index] ?? 0) & hashedBit) !== 0;
    const hashEnd = (hashEnds[index] ?? 0) * hashBytes;
    return {
      path: text(paths, pathEnds, index),
      kind,
      mode: modes.readUInt16LE(2 * index),
      uid: owners.uids.readDoubleLE(8 * index),
      gid: owners.gids.readDoubleLE(8 * index),
      sizeBytes: numbers.sizes.readDoubleLE(8 * index),
      modified: numbers.times.readDoubleLE(8 * index),
      ...(kind === 'symlink' || kind === 'hardlink' ? { link: text(links, linkEnds, index) } : {}),
      ...rare[index],
      ...(isHashed ? { sha256: hashes?.toString('hex', hashEnd - hashBytes, hashEnd) ?? '' } : {}),
    };
  };
  return {
    count,
    entry,
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index += 1) yield entry(index);
    },
  };
}

/** Where each of some stretches ends, from their lengths. */
function ends(lengths: Buffer, count: number): Uint32Array {
  const stops = new Uint32Array(count);
  let end = 0;
  for (let index = 0; index < count; index += 1) {
    end += lengths.readUInt16LE(2 * index);
    stops[index] = end;
  }
  return stops;
}

/** How many entries up to each have a hash. */
function hashed(kindsOf: Buffer): Uint32Array {
  const stops = new Uint32Array(kindsOf.length);
  let count = 0;
  for (const [index, kind] of kindsOf.entries()) {
    if ((kind & hashedBit) !== 0) count += 1;
    stops[index] = count;
  }
  return stops;
}
