import { Corrupt } from '#oci';

import { BodyReader } from './body.ts';
import type { Entry, Kind, TarLimits } from './entry.ts';
import type { Fed } from './fed.ts';
import {
  blockBytes,
  cString,
  isZero,
  padding,
  parseHeader,
  parseNumber,
  type Fail,
  type Header,
} from './header.ts';
import type { RawPath } from './path.ts';
import { isSparse, parsePax, paxName, paxNumber, paxTime, paxXattrs, type Pax } from './pax.ts';
import type { ByteReader } from './reader.ts';

/** An entry whose body, where it has one, lies behind it in the reader. */
export interface Member extends Omit<Entry, 'body'> {
  readonly body?: BodyReader;
}

const kinds: Readonly<Record<string, Kind>> = {
  '0': 'file',
  '1': 'hardlink',
  '2': 'symlink',
  '3': 'character',
  '4': 'block',
  '5': 'directory',
  '6': 'fifo',
  '7': 'file',
  S: 'file',
};

/** What headers of their own say about the entry after them. */
interface Before {
  readonly pax: Pax;
  readonly path: RawPath | undefined;
  readonly link: RawPath | undefined;
}
const nothingBefore: Before = { pax: new Map(), path: undefined, link: undefined };

/** An empty name is none: the header's own counts. */
function nameOf(extension: Buffer): RawPath | undefined {
  const name = cString(extension, 0, extension.length);
  return name === '' ? undefined : name;
}

/** Old archives have no type, and tell directories by a slash at the end. */
function kindOf(type: string, path: RawPath): Kind | undefined {
  if (type === '\0') return path.endsWith('/') ? 'directory' : 'file';
  return kinds[type];
}

/** Is the header of a type that no other header tells more of, and no other block? */
const isAlone = (block: Buffer): boolean => {
  const type = block[156] ?? 0;
  return type === 0 || (type >= 0x30 && type <= 0x37);
};

/** Goes from entry to entry of a tar archive. */
export class Walker {
  readonly #reader: ByteReader;
  readonly #limits: Required<TarLimits>;
  #body: BodyReader | undefined;
  /** Bytes behind an entry that have not arrived. */
  #passing = 0;
  /** A header that `here` left to `next`. */
  #block: Buffer | undefined;
  #seen = 0;
  #headersBytes = 0;

  constructor(reader: ByteReader, limits: Required<TarLimits>) {
    this.#reader = reader;
    this.#limits = limits;
  }

  /**
   * The next entry if all that tells of it has arrived, and stands in one header, as it does for most: `next` would
   * take longer for it. Undefined says nothing. @throws Corrupt
   */
  here(): Member | undefined {
    this.#leaveBody();
    if (this.#passing > 0) return undefined;
    const block = (this.#block ??= this.#reader.buffered(blockBytes));
    if (block === undefined || block[0] === 0 || !isAlone(block)) return undefined;
    this.#block = undefined;
    return this.#member(this.#header(block), nothingBefore);
  }

  /** Undefined at the end, when its source was read to the end too. @throws Corrupt */
  *next(): Fed<Member | undefined> {
    let before = nothingBefore;
    for (;;) {
      yield* this.#pass();
      const block = this.#block ?? (yield* this.#reader.upTo(blockBytes));
      this.#block = undefined;
      if ((block[0] === 0 || block.length < blockBytes) && (yield* this.#isEnd(block))) {
        return undefined;
      }
      const header = this.#header(block);
      switch (header.type) {
        case 'x':
          before = { ...before, pax: parsePax(yield* this.#extension(header), this.#fail) };
          break;
        case 'L':
          before = { ...before, path: nameOf(yield* this.#extension(header)) };
          break;
        case 'K':
          before = { ...before, link: nameOf(yield* this.#extension(header)) };
          break;
        case 'g':
          // Engines ignore global headers, so what they say is not what runs; and Go takes one for an entry.
          yield* this.#extension(header);
          before = nothingBefore;
          break;
        default: {
          const entry = yield* this.#entry(header, block, before);
          if (entry !== undefined) return entry;
          before = nothingBefore;
        }
      }
    }
  }

  #header(block: Buffer): Header {
    if (++this.#seen > this.#limits.maxEntries) {
      return this.#fail(`it has more than ${this.#limits.maxEntries} entries`);
    }
    return parseHeader(block, this.#fail);
  }

  #leaveBody(): void {
    this.#passing += this.#body?.leave() ?? 0;
    this.#body = undefined;
  }

  *#pass(): Fed<void> {
    this.#leaveBody();
    const rest = this.#passing;
    this.#passing = 0;
    if (rest > 0 && (yield* this.#reader.skip(rest)) < rest) this.#fail('it ends inside a file');
  }

  readonly #fail: Fail = (why) => {
    throw new Corrupt(this.#limits.what, why);
  };

  *#isEnd(block: Buffer): Fed<boolean> {
    if (block.length === 0) return true;
    if (block.length < blockBytes) return this.#fail('it ends inside a header');
    if (!isZero(block)) return false;
    const second = yield* this.#reader.upTo(blockBytes);
    if (!isZero(second)) return this.#fail('a zero block stands between its entries');
    yield* this.#reader.drain();
    return true;
  }

  *#extension({ sizeBytes }: Header): Fed<Buffer> {
    if (sizeBytes < 0 || sizeBytes > this.#limits.maxHeaderBytes) {
      this.#fail(`a header is longer than ${this.#limits.maxHeaderBytes} bytes`);
    }
    const { maxHeadersBytes } = this.#limits;
    if ((this.#headersBytes += sizeBytes) > maxHeadersBytes) {
      this.#fail(`its headers are longer than ${maxHeadersBytes} bytes`);
    }
    const bytes = Buffer.from(yield* this.#reader.upTo(sizeBytes));
    const rest = padding(sizeBytes);
    if (bytes.length < sizeBytes || (yield* this.#reader.skip(rest)) < rest) {
      this.#fail('it ends inside a header');
    }
    return bytes;
  }

  *#entry(header: Header, block: Buffer, before: Before): Fed<Member | undefined> {
    const sparseBytes = header.type === 'S' ? yield* this.#oldSparseSize(block) : undefined;
    return this.#member(header, before, sparseBytes);
  }

  /** Undefined for an entry that engines step over, since they do not know its type. */
  #member(header: Header, before: Before, oldSparseBytes?: number): Member | undefined {
    const { pax } = before;
    const fail = this.#fail;
    const stored = paxNumber(pax, 'size', fail) ?? header.sizeBytes;
    if (stored < 0) fail('an entry has a negative size');
    const isPaxSparse = oldSparseBytes === undefined && isSparse(pax);
    const sparse = isPaxSparse ? this.#paxSparseSize(pax, stored) : oldSparseBytes;
    const sparseName = isSparse(pax) ? paxName(pax, 'GNU.sparse.name') : undefined;
    const path = sparseName ?? before.path ?? paxName(pax, 'path') ?? header.path;
    const kind = kindOf(header.type, path);
    const hasBody = kind === 'file' || kind === undefined;
    const body = new BodyReader(this.#reader, hasBody ? stored : 0, fail);
    this.#body = body;
    if (kind === undefined) return undefined;
    const link = before.link ?? paxName(pax, 'linkpath') ?? header.link;
    const member: { -readonly [Key in keyof Member]: Member[Key] } = {
      path: this.#bounded(path),
      kind,
      mode: header.mode,
      uid: paxNumber(pax, 'uid', fail) ?? header.uid,
      gid: paxNumber(pax, 'gid', fail) ?? header.gid,
      sizeBytes: hasBody ? (sparse ?? stored) : 0,
      modified: paxNumber(pax, 'mtime', fail, paxTime) ?? header.modified,
    };
    // To spread these into the object takes as long as all the rest.
    if (kind === 'symlink' || kind === 'hardlink') member.link = this.#bounded(link);
    if (kind === 'character' || kind === 'block') {
      member.device = { major: header.major, minor: header.minor };
    }
    const xattrs = paxXattrs(pax);
    if (xattrs !== undefined) member.xattrs = xattrs;
    if (kind === 'file' && sparse === undefined) member.body = body;
    return member;
  }

  /** The size of a file stored with holes, as pax headers tell it. */
  #paxSparseSize(pax: Pax, stored: number): number {
    const keys = ['GNU.sparse.size', 'GNU.sparse.realsize'];
    const sizes = keys.map((key) => paxNumber(pax, key, this.#fail));
    return sizes.find((size) => size !== undefined) ?? stored;
  }

  /** The size of a file stored with holes in GNU's first form, whose map is stepped over. */
  *#oldSparseSize(block: Buffer): Fed<number> {
    const size =
      parseNumber(block, 483, 12) ?? this.#fail('a sparse file has a size that is no number');
    let more = block[482] !== 0;
    for (let blocks = 0; more; blocks++) {
      const next = yield* this.#reader.upTo(blockBytes);
      if (next.length < blockBytes) this.#fail('it ends inside a header');
      if (blocks * blockBytes > this.#limits.maxHeaderBytes) {
        this.#fail(`a header is longer than ${this.#limits.maxHeaderBytes} bytes`);
      }
      more = next[504] !== 0;
    }
    return size;
  }

  #bounded(path: RawPath): RawPath {
    if (path.length <= this.#limits.maxPathBytes) return path;
    return this.#fail(`a path is longer than ${this.#limits.maxPathBytes} bytes`);
  }
}
