import { parseJson } from '#oci';

import { Columns } from './columns.ts';
import type { Kind } from './entry.ts';
import type { Fail } from './header.ts';
import type { Listed, Listing } from './listing.ts';
import {
  forms,
  hashBytes,
  hashedBit,
  kindBits,
  kinds,
  markedBit,
  noFolder,
  otherForm,
  type Rare,
} from './packing.ts';
import { cleanPath, joinPath, splitPath, type RawPath } from './path.ts';
import { Stretches } from './stretches.ts';

const maxRareBytes = 256 * 1024 * 1024;

/** What `Packing` packed. */
export interface Packed {
  readonly count: number;
  readonly entries: Buffer;
  readonly hashes: Buffer | undefined;
}

/**
 * Each entry is unpacked when it is asked for. `fail` is called for what `Packing` cannot have packed, as far as that
 * is seen without a look at each entry: what stands under a checksum is its work.
 */
export function unpacked(packed: Packed, fail: Fail): Listing {
  return new Unpacked(packed, fail);
}

class Unpacked implements Listing {
  readonly count: number;
  readonly isHashed: boolean;
  readonly folders: readonly RawPath[];
  readonly #sizes: Float64Array;
  readonly #times: Float64Array;
  readonly #uids: Float64Array;
  readonly #gids: Float64Array;
  readonly #folders: Uint32Array;
  readonly #modes: Uint16Array;
  readonly #kinds: Buffer;
  readonly #forms: Buffer;
  readonly #texts: Stretches;
  readonly #links: Stretches;
  readonly #rare: Readonly<Record<string, Rare>>;
  readonly #hashes: Buffer | undefined;
  readonly #hashEnds: Uint32Array | undefined;

  constructor({ count, entries, hashes }: Packed, fail: Fail) {
    const columns = new Columns(entries, fail);
    const take = (length: number): Buffer => columns.bytes(length);
    this.count = count;
    const folderCount = columns.doubles(1)[0] ?? 0;
    if (!(folderCount <= count)) fail('it has more folders than entries');
    this.#sizes = columns.doubles(count);
    this.#times = columns.doubles(count);
    this.#uids = columns.doubles(count);
    this.#gids = columns.doubles(count);
    this.#folders = columns.words(count);
    this.#modes = columns.shorts(count);
    const [textLengths, linkLengths] = [columns.shorts(count), columns.shorts(count)];
    const folderLengths = columns.shorts(folderCount);
    this.#kinds = take(count);
    this.#forms = take(count);
    this.#texts = new Stretches(textLengths, take);
    this.#links = new Stretches(linkLengths, take);
    const folders = new Stretches(folderLengths, take);
    this.folders = Array.from(folderLengths, (_, at) => folders.get(at));
    this.#rare = rareOf(columns.rest());
    this.isHashed = hashes !== undefined;
    this.#hashes = hashes;
    this.#hashEnds = hashes === undefined ? undefined : hashEnds(this.#kinds);
    const hashed = this.#hashEnds?.at(-1) ?? 0;
    if (hashed * hashBytes !== (hashes?.length ?? 0)) fail('its hashes are cut off');
  }

  entry(at: number): Listed {
    const kind = this.kind(at);
    const sha256 = this.sha256(at);
    return {
      path: this.#path(at),
      kind,
      mode: this.#modes[at] ?? 0,
      uid: this.#uids[at] ?? 0,
      gid: this.#gids[at] ?? 0,
      sizeBytes: this.sizeBytes(at),
      modified: this.#times[at] ?? 0,
      ...(kind === 'symlink' || kind === 'hardlink' ? { link: this.#links.get(at) } : undefined),
      ...this.#rare[at],
      ...(sha256 === undefined ? undefined : { sha256 }),
    };
  }

  kind(at: number): Kind {
    const kind = kinds[(this.#kinds[at] ?? 0) & kindBits];
    if (at >= 0 && at < this.count && kind !== undefined) return kind;
    throw new RangeError(`there is no entry ${at}`);
  }

  sizeBytes(at: number): number {
    return this.#sizes[at] ?? 0;
  }

  folder(at: number): number {
    const folder = this.#folders[at] ?? noFolder;
    return folder === noFolder ? -1 : folder;
  }

  name(at: number): RawPath {
    const text = this.#texts.get(at);
    return this.#forms[at] === otherForm ? splitPath(cleanPath(text) ?? '').name : text;
  }

  isMarked(at: number): boolean {
    return ((this.#kinds[at] ?? 0) & markedBit) !== 0;
  }

  *[Symbol.iterator](): Generator<Listed, void, undefined> {
    for (let at = 0; at < this.count; at++) yield this.entry(at);
  }

  #path(at: number): RawPath {
    const form = forms[this.#forms[at] ?? otherForm];
    const text = this.#texts.get(at);
    if (form === undefined) return text;
    const clean = joinPath(this.folders[this.#folders[at] ?? 0] ?? '', text);
    return this.#forms[at] === 0 ? clean : `${form[0]}${clean}${form[1]}`;
  }

  sha256(at: number): string | undefined {
    const start = this.#hashAt(at);
    return start === undefined
      ? undefined
      : this.#hashes?.toString('hex', start, start + hashBytes);
  }

  sha256Start(at: number): number | undefined {
    const start = this.#hashAt(at);
    return start === undefined ? undefined : this.#hashes?.readUIntBE(start, 6);
  }

  #hashAt(at: number): number | undefined {
    if (((this.#kinds[at] ?? 0) & hashedBit) === 0) return undefined;
    const end = this.#hashEnds?.[at];
    return end === undefined ? undefined : (end - 1) * hashBytes;
  }
}

function rareOf(json: Buffer): Readonly<Record<string, Rare>> {
  if (json.equals(noneRare)) return {};
  return parseJson(json, 'what is rare', { maxBytes: maxRareBytes }) as Readonly<
    Record<string, Rare>
  >;
}
const noneRare = Buffer.from('{}');

/** How many entries up to each have a hash. */
function hashEnds(kindsOf: Buffer): Uint32Array {
  const ends = new Uint32Array(kindsOf.length);
  let count = 0;
  for (let at = 0; at < kindsOf.length; at++) {
    if (((kindsOf[at] ?? 0) & hashedBit) !== 0) count += 1;
    ends[at] = count;
  }
  return ends;
}
