import type { FileHandle } from 'node:fs/promises';
import { posix } from 'node:path';

import {
  extension,
  headerOf,
  refuseCompressed,
  type Fail,
  type Header,
  type Said,
} from './archive-header.ts';
import { Corrupt } from './errors.ts';

/** Where the bytes of a file lie in an archive. */
export interface Member {
  readonly at: number;
  readonly sizeBytes: number;
}
/** What stands under a name. A name that stands twice is two different things to two readers. */
type Entry = Member | { readonly link: string } | 'twice';

const blockBytes = 512;
const windowBytes = 64 * 1024;
// Archives of images have some hundreds; those that hold unpacked files beside them some thousands.
const maxEntries = 200_000;
const maxNamesBytes = 32 * 1024 * 1024;
const maxExtensionBytes = 64 * 1024;
const maxLinks = 8;

/** Where every file of a tar archive lies; its content is not read. */
export class ArchiveTable {
  readonly #what: string;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(what: string, entries: ReadonlyMap<string, Entry>) {
    this.#what = what;
    this.#entries = entries;
  }

  /**
   * The file under a name, links followed inside the archive; undefined when there is none.
   * @throws Corrupt when the name stands twice, or its links go round
   */
  find(name: string): Member | undefined {
    let at = posix.normalize(name);
    for (let left = maxLinks; left > 0; left--) {
      const entry = this.#entries.get(at);
      if (entry === 'twice') {
        throw new Corrupt(this.#what, `${JSON.stringify(at.slice(0, 200))} stands in it twice`);
      }
      if (entry === undefined || 'at' in entry) return entry;
      at = entry.link;
    }
    throw new Corrupt(this.#what, `${JSON.stringify(name.slice(0, 200))} is a link without an end`);
  }
}

/**
 * Reads the headers of a tar archive: ustar, pax and GNU, as Go's archive/tar writes and reads them.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 * @throws Corrupt for what is no tar archive, is cut off, or has more entries than an image can have
 */
export async function readTable(file: FileHandle, what: string): Promise<ArchiveTable> {
  const { size } = await file.stat();
  const fail = (why: string): never => {
    throw new Corrupt(what, why);
  };
  const blocks = new Blocks(file, size, fail);
  const entries = new Map<string, Entry>();
  let namesBytes = 0;
  let said: Said = {};
  let at = 0;
  for (let seen = 0; at < size; seen++) {
    const block = await blocks.at(at);
    if (block === undefined) break;
    if (seen === 0) refuseCompressed(block, fail);
    const header = headerOf(block, fail);
    const isExtension = /[xgLK]/.test(header.type);
    const sizeBytes =
      isExtension || !header.hasBody ? header.sizeBytes : (said.size ?? header.sizeBytes);
    const body = at + blockBytes;
    if (body + sizeBytes > size) fail('it is cut off');
    if (isExtension) {
      const bytes = await blocks.bytes(body, header.sizeBytes);
      said = header.type === 'g' ? said : { ...said, ...extension(header.type, bytes, fail) };
    } else {
      const name = nameOf(said.path ?? header.name);
      namesBytes += name.length + (said.link?.length ?? 0);
      if (seen > maxEntries || namesBytes > maxNamesBytes)
        fail(`it has more than ${maxEntries} entries, or their names are too long`);
      const entry = entryOf(header, { name, link: said.link ?? header.link, at: body, sizeBytes });
      if (entry !== undefined) entries.set(name, entries.has(name) ? 'twice' : entry);
      said = {};
    }
    at = body + Math.ceil(sizeBytes / blockBytes) * blockBytes;
  }
  if (at > size) fail('it is cut off');
  return new ArchiveTable(what, entries);
}

const nameOf = (name: string): string => posix.normalize(name).replace(/^\/+|\/+$/g, '');

function entryOf(
  { type }: Header,
  how: { readonly name: string; readonly link: string } & Member,
): Entry | undefined {
  if (type === '0' || type === '7') return { at: how.at, sizeBytes: how.sizeBytes };
  // Docker before 25 wrote a layer that it had written before as a symlink to it.
  if (type === '2') return { link: nameOf(posix.join(posix.dirname(how.name), how.link)) };
  return type === '1' ? { link: nameOf(how.link) } : undefined;
}

/** The blocks of a file, read some at a time. */
class Blocks {
  readonly #file: FileHandle;
  readonly #sizeBytes: number;
  readonly #fail: Fail;
  #window: Buffer = Buffer.alloc(0);
  #start = 0;

  constructor(file: FileHandle, sizeBytes: number, fail: Fail) {
    this.#file = file;
    this.#sizeBytes = sizeBytes;
    this.#fail = fail;
  }

  /** The header at a place; undefined for the zeros that end an archive. */
  async at(at: number): Promise<Buffer | undefined> {
    if (at + blockBytes > this.#sizeBytes) return this.#fail('it is cut off');
    if (at < this.#start || at + blockBytes > this.#start + this.#window.length) {
      this.#window = await this.#read(at, Math.min(windowBytes, this.#sizeBytes - at));
      this.#start = at;
    }
    const block = this.#window.subarray(at - this.#start, at - this.#start + blockBytes);
    return block.every((byte) => byte === 0) ? undefined : block;
  }

  async bytes(at: number, length: number): Promise<Buffer> {
    if (length > maxExtensionBytes)
      this.#fail(`a header in it is longer than ${maxExtensionBytes} bytes`);
    return this.#read(at, length);
  }

  async #read(at: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length;) {
      const { bytesRead } = await this.#file.read(bytes, done, length - done, at + done);
      if (bytesRead === 0) this.#fail('it was cut off while it was read');
      done += bytesRead;
    }
    return bytes;
  }
}
