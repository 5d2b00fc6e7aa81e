import { Corrupt } from '#oci';

import { BodyReader } from './body.ts';
import { tarLimits, type Entry, type Kind, type TarLimits } from './entry.ts';
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
import { isSparse, parsePax, paxName, paxNumber, paxTime, paxXattrs, type Pax } from './pax.ts';
import { ByteReader } from './reader.ts';

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
  pax: Pax;
  path: Uint8Array | undefined;
  link: Uint8Array | undefined;
}
const nothingBefore = (): Before => ({ pax: new Map(), path: undefined, link: undefined });

/**
 * The entries of a plain tar archive in their order: ustar, pax, GNU and old ones, as Go's archive/tar reads them,
 * since engines unpack with that. Ends at two zero blocks and then reads its source to the end.
 * @throws Corrupt for an archive that is cut off, malformed, or over a limit
 */
export async function* entries(
  tar: AsyncIterable<Uint8Array>,
  limits: TarLimits = {},
): AsyncGenerator<Entry, void, undefined> {
  const walker = new Walker(new ByteReader(tar), { ...tarLimits, ...limits });
  try {
    for (;;) {
      const entry = await walker.next();
      if (entry === undefined) return;
      yield entry;
    }
  } finally {
    await walker.close();
  }
}

/** An empty name is none: the header's own counts. */
function nameOf(extension: Uint8Array): Uint8Array | undefined {
  const name = cString(extension, 0, Infinity);
  return name.length === 0 ? undefined : name;
}

/** Old archives have no type, and tell directories by a slash at the end. */
function kindOf(type: string, path: Uint8Array): Kind | undefined {
  if (type === '\0') return path.at(-1) === 0x2f ? 'directory' : 'file';
  return kinds[type];
}

class Walker {
  readonly #reader: ByteReader;
  readonly #limits: Required<TarLimits>;
  #body: BodyReader | undefined;
  #seen = 0;
  #headersBytes = 0;

  constructor(reader: ByteReader, limits: Required<TarLimits>) {
    this.#reader = reader;
    this.#limits = limits;
  }

  async next(): Promise<Entry | undefined> {
    let before = nothingBefore();
    for (;;) {
      await this.#body?.finish();
      this.#body = undefined;
      const block = this.#reader.buffered(blockBytes) ?? (await this.#reader.upTo(blockBytes));
      if (await this.#isEnd(block)) return undefined;
      if (++this.#seen > this.#limits.maxEntries) {
        return this.#fail(`it has more than ${this.#limits.maxEntries} entries`);
      }
      const header = parseHeader(block, this.#fail);
      switch (header.type) {
        case 'x':
          before = { ...before, pax: parsePax(await this.#extension(header), this.#fail) };
          break;
        case 'L':
          before = { ...before, path: nameOf(await this.#extension(header)) };
          break;
        case 'K':
          before = { ...before, link: nameOf(await this.#extension(header)) };
          break;
        case 'g':
          // Engines ignore global headers, so what they say is not what runs; and Go takes one for an entry.
          await this.#extension(header);
          before = nothingBefore();
          break;
        default: {
          const entry = await this.#entry(header, block, before);
          if (entry !== undefined) return entry;
          before = nothingBefore();
        }
      }
    }
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }

  readonly #fail: Fail = (why) => {
    throw new Corrupt(this.#limits.what, why);
  };

  async #isEnd(block: Uint8Array): Promise<boolean> {
    if (block.length === 0) return true;
    if (block.length < blockBytes) return this.#fail('it ends inside a header');
    if (!isZero(block)) return false;
    const second = await this.#reader.upTo(blockBytes);
    if (!isZero(second)) return this.#fail('a zero block stands between its entries');
    await this.#reader.drain();
    return true;
  }

  async #extension({ sizeBytes }: Header): Promise<Uint8Array> {
    if (sizeBytes < 0 || sizeBytes > this.#limits.maxHeaderBytes) {
      this.#fail(`a header is longer than ${this.#limits.maxHeaderBytes} bytes`);
    }
    const { maxHeadersBytes } = this.#limits;
    if ((this.#headersBytes += sizeBytes) > maxHeadersBytes) {
      this.#fail(`its headers are longer than ${maxHeadersBytes} bytes`);
    }
    const bytes = Uint8Array.from(await this.#reader.upTo(sizeBytes));
    const rest = padding(sizeBytes);
    if (bytes.length < sizeBytes || (await this.#reader.skip(rest)) < rest) {
      this.#fail('it ends inside a header');
    }
    return bytes;
  }

  async #entry(header: Header, block: Uint8Array, before: Before): Promise<Entry | undefined> {
    const { pax } = before;
    const fail = this.#fail;
    const stored = paxNumber(pax, 'size', fail) ?? header.sizeBytes;
    if (stored < 0) fail('an entry has a negative size');
    const sparse = await this.#sparseSize(header, block, { pax, stored });
    const sparseName = isSparse(pax) ? paxName(pax, 'GNU.sparse.name') : undefined;
    const path = sparseName ?? before.path ?? paxName(pax, 'path') ?? header.path;
    const kind = kindOf(header.type, path);
    const hasBody = kind === 'file' || kind === undefined;
    const body = new BodyReader(this.#reader, hasBody ? stored : 0, fail);
    this.#body = body;
    // Engines step over types that they do not know.
    if (kind === undefined) return undefined;
    const link = before.link ?? paxName(pax, 'linkpath') ?? header.link;
    const xattrs = paxXattrs(pax);
    return {
      path: this.#bounded(path),
      kind,
      mode: header.mode,
      uid: paxNumber(pax, 'uid', fail) ?? header.uid,
      gid: paxNumber(pax, 'gid', fail) ?? header.gid,
      sizeBytes: hasBody ? (sparse ?? stored) : 0,
      modified: paxNumber(pax, 'mtime', fail, paxTime) ?? header.modified,
      ...(kind === 'symlink' || kind === 'hardlink' ? { link: this.#bounded(link) } : {}),
      ...(kind === 'character' || kind === 'block'
        ? { device: { major: header.major, minor: header.minor } }
        : {}),
      ...(xattrs === undefined ? {} : { xattrs }),
      ...(kind === 'file' && sparse === undefined ? { body: () => body.read() } : {}),
    };
  }

  /** The size of a file stored with holes, whose map is stepped over; undefined for every other. */
  async #sparseSize(
    header: Header,
    block: Uint8Array,
    { pax, stored }: { readonly pax: Pax; readonly stored: number },
  ): Promise<number | undefined> {
    if (header.type !== 'S') {
      if (!isSparse(pax)) return undefined;
      const keys = ['GNU.sparse.size', 'GNU.sparse.realsize'];
      const sizes = keys.map((key) => paxNumber(pax, key, this.#fail));
      return sizes.find((size) => size !== undefined) ?? stored;
    }
    const size =
      parseNumber(block, 483, 12) ?? this.#fail('a sparse file has a size that is no number');
    let more = block[482] !== 0;
    for (let blocks = 0; more; blocks++) {
      const next = await this.#reader.upTo(blockBytes);
      if (next.length < blockBytes) this.#fail('it ends inside a header');
      if (blocks * blockBytes > this.#limits.maxHeaderBytes) {
        this.#fail(`a header is longer than ${this.#limits.maxHeaderBytes} bytes`);
      }
      more = next[504] !== 0;
    }
    return size;
  }

  #bounded(path: Uint8Array): Uint8Array {
    if (path.length <= this.#limits.maxPathBytes) return path;
    return this.#fail(`a path is longer than ${this.#limits.maxPathBytes} bytes`);
  }
}
