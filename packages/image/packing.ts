import { Numbers, Texts } from './columns.ts';
import type { Kind } from './entry.ts';
import { Folders, type Place } from './folders.ts';
import type { Listed } from './listing.ts';
import { cleanPath, type RawPath } from './path.ts';

/** In the order of their numbers in an index: only ever appended to. */
export const kinds = [
  'file',
  'directory',
  'symlink',
  'hardlink',
  'character',
  'block',
  'fifo',
] as const satisfies readonly Kind[];

export const hashBytes = 32;
/** Beside the number of its kind: the entry has a hash, its clean path has `.wh.` in it. */
export const hashedBit = 0x80;
export const markedBit = 0x40;
export const kindBits = 0x3f;

/** How paths are written that are not clean: what stands before the clean path, and behind it. */
export const forms = [
  ['', ''],
  ['', '/'],
  ['./', ''],
  ['./', '/'],
  ['/', ''],
  ['/', '/'],
] as const;
/** Beside those: in any other way, so that the path stands in full where else the name does. */
export const otherForm = 0xff;
/** The folder of an entry that has no place. */
export const noFolder = 0xffffffff;

/** Few entries have these. */
export type Rare = Pick<Listed, 'device' | 'xattrs'>;

/**
 * Packs entries into columns, since objects of a million entries take more memory than their layer; a path as its
 * folder's number, its name and the way in which it is written, so that nobody cleans or splits it once more.
 */
export class Packing {
  readonly #numbers = {
    sizes: doubles(),
    times: doubles(),
    uids: doubles(),
    gids: doubles(),
    folders: new Numbers((length) => new Uint32Array(length)),
    modes: shorts(),
    textLengths: shorts(),
    linkLengths: shorts(),
  };
  readonly #bytes = { kinds: bytes(), forms: bytes() };
  readonly #texts = new Texts();
  readonly #links = new Texts();
  readonly #hashes = new Texts();
  readonly #folders = new Folders();
  readonly #rare: Record<string, Rare> = {};
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param clean what `cleanPath` gives for its path, if it was asked */
  add(entry: Listed, clean: RawPath | undefined = cleanPath(entry.path)): void {
    const { sizes, times, uids, gids, modes, linkLengths } = this.#numbers;
    const { kind, link = '', sha256, device, xattrs } = entry;
    const place = this.#folders.place(entry.path, clean);
    sizes.add(entry.sizeBytes);
    times.add(entry.modified);
    uids.add(entry.uid);
    gids.add(entry.gid);
    modes.add(entry.mode);
    linkLengths.add(link.length);
    this.#bytes.kinds.add(
      kinds.indexOf(kind) |
        (sha256 === undefined ? 0 : hashedBit) |
        (place.isMarked ? markedBit : 0),
    );
    this.#path(entry.path, place, clean);
    this.#links.add(link, 'latin1');
    if (sha256 !== undefined) this.#hashes.add(sha256, 'hex');
    if (device !== undefined || xattrs !== undefined) {
      this.#rare[this.#count] = {
        ...(device === undefined ? {} : { device }),
        ...(xattrs === undefined ? {} : { xattrs }),
      };
    }
    this.#count += 1;
  }

  #path(path: RawPath, { folder, name }: Place, clean: RawPath | undefined): void {
    const form = formOf(path, clean);
    const text = form === otherForm ? path : name;
    this.#numbers.folders.add(folder < 0 ? noFolder : folder);
    this.#numbers.textLengths.add(text.length);
    this.#bytes.forms.add(form);
    this.#texts.add(text, 'latin1');
  }

  /** All columns one after the other, the widest first, and what is rare as JSON behind them. */
  entries(): Buffer {
    const [folders, folderLengths, folderCount] = [new Texts(), shorts(), doubles()];
    const { paths } = this.#folders;
    folderCount.add(paths.length);
    for (const path of paths) {
      folders.add(path, 'latin1');
      folderLengths.add(path.length);
    }
    const columns = [
      folderCount,
      ...Object.values(this.#numbers),
      folderLengths,
      ...Object.values(this.#bytes),
      this.#texts,
      this.#links,
      folders,
    ];
    return Buffer.concat([
      ...columns.map((column) => column.bytes()),
      Buffer.from(JSON.stringify(this.#rare)),
    ]);
  }

  hashes(): Buffer {
    return this.#hashes.bytes();
  }
}

function formOf(path: RawPath, clean: RawPath | undefined): number {
  if (path === clean) return 0;
  const found = forms.findIndex(([before, behind]) => path === `${before}${clean}${behind}`);
  return clean === undefined || found < 0 ? otherForm : found;
}

function doubles(): Numbers {
  return new Numbers((length) => new Float64Array(length));
}
function shorts(): Numbers {
  return new Numbers((length) => new Uint16Array(length));
}
function bytes(): Numbers {
  return new Numbers((length) => new Uint8Array(length));
}
