import type { FileHandle } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';

import { standardInput, type Flow } from '#io';

import { Inflated, type Inflating } from './archive-inflated.ts';
import { Piped } from './archive-piped.ts';
import { readTable, type ArchiveTable, type Member } from './archive-tar.ts';
import type { Descriptor } from './descriptor.ts';
import { Corrupt, Unreachable } from './errors.ts';
import { flowOfFile, openNamed, standsThere } from './files.ts';
import type { FilePart } from './local.ts';
import type { ReadBlob } from './repository.ts';
import { verified } from './verified.ts';

interface Known {
  readonly mark: string;
  readonly table: ArchiveTable;
}

/** A tar archive on the disk. It is opened for each reading, so that nothing has to be closed. */
export class ArchiveFile {
  readonly path: string;
  /** The file as it stands in sentences. */
  readonly where: string;
  readonly #inflated: Inflated | undefined;
  readonly #piped: Piped | undefined;
  #known: Known | undefined;

  /** Without a place to inflate to, an archive that is compressed or comes through a pipe is refused. */
  constructor(path: string, inflating?: Inflating) {
    this.path = path;
    this.where = JSON.stringify(path);
    this.#inflated = inflating && new Inflated(this.where, inflating);
    this.#piped = inflating && new Piped(this.where, inflating);
  }

  /** Where its files lie; the very same value while it is the same file. */
  async table(): Promise<ArchiveTable> {
    await using file = await this.#open();
    return (await this.#tableOf(file)).table;
  }

  /**
   * The whole of a small file; undefined when it is not there.
   * @throws Corrupt when it has more bytes than `maxBytes`
   */
  async read(name: string, maxBytes: number): Promise<Buffer | undefined> {
    await using file = await this.#open();
    const { table } = await this.#tableOf(file);
    const member = table.find(name);
    if (member === undefined) return undefined;
    if (member.sizeBytes > maxBytes) {
      throw new Corrupt(
        `${JSON.stringify(name)} in ${this.where}`,
        `it has more than ${maxBytes} bytes`,
      );
    }
    const bytes = Buffer.alloc(member.sizeBytes);
    for (let done = 0; done < bytes.length;) {
      const { bytesRead } = await file.read(bytes, done, bytes.length - done, member.at + done);
      if (bytesRead === 0) throw new Corrupt(this.where, 'it was cut off while it was read');
      done += bytesRead;
    }
    return bytes;
  }

  /** The bytes of a file, as they lie there. */
  async raw({ at, sizeBytes }: Member): Promise<Flow> {
    return this.#part({ from: at, to: at + sizeBytes });
  }

  /** The bytes of a file from byte `from` on; all are hashed. Ends in Corrupt when they are not the descriptor's. */
  async stream(
    member: Member,
    descriptor: Descriptor,
    { from = 0, signal, unchecked }: ReadBlob,
  ): Promise<Readable> {
    signal?.throwIfAborted();
    const what = `${descriptor.digest} in ${this.where}`;
    if (member.sizeBytes !== descriptor.size || from > descriptor.size) {
      const why =
        from > descriptor.size ? `byte ${from} was asked for` : `${descriptor.size} were promised`;
      throw new Corrupt(what, `it has ${member.sizeBytes} bytes, and ${why}`);
    }
    const bytes =
      unchecked === true
        ? await this.#part({ from: member.at + from, to: member.at + member.sizeBytes })
        : verified(await this.raw(member), descriptor, { what, from });
    return signal === undefined ? bytes : addAbortSignal(signal, bytes);
  }

  /** Where its bytes lie on the disk: in the archive, or in the plain one that it became. */
  async part({ at, sizeBytes }: Member): Promise<FilePart> {
    const path = await this.#place();
    await using file = await this.#openAt(path);
    return { path: (await this.#plain(file)) ?? path, from: at, lengthBytes: sizeBytes };
  }

  async #part(range: { readonly from: number; readonly to: number }): Promise<Flow> {
    return flowOfFile(await this.#open(), range);
  }

  /** The archive, or the plain one that it became. */
  async #open(): Promise<FileHandle> {
    const file = await this.#openAt(await this.#place());
    const plain = await this.#plain(file).catch(async (error: unknown) => {
      await file.close();
      throw error;
    });
    if (plain === undefined) return file;
    await file.close();
    return this.#openAt(plain);
  }

  async #plain(file: FileHandle): Promise<string | undefined> {
    return this.#inflated?.of(file, await markOf(file));
  }

  /** The archive, or the file that what came through a pipe is kept in. */
  async #place(): Promise<string> {
    const found = await standsThere(this.path).catch(this.#unreadable);
    if (found === undefined || found === 'a file') return this.path;
    const isPipe = found === 'a pipe' || (found === 'a socket' && this.path === standardInput);
    if (isPipe && this.#piped !== undefined) return this.#piped.of(this.path);
    const remedy = found === 'a folder' ? ': a layout in a folder is read as oci:DIR' : '';
    throw new Unreachable(this.where, `it is ${found}, not a file${remedy}`);
  }

  readonly #unreadable = (error: unknown): never => {
    throw new Unreachable(this.where, 'it cannot be read', { cause: error });
  };

  async #openAt(path: string): Promise<FileHandle> {
    const file = await openNamed(path).catch(this.#unreadable);
    if (file !== undefined) return file;
    throw new Unreachable(this.where, 'there is no such file');
  }

  async #tableOf(file: FileHandle): Promise<Known> {
    const mark = await markOf(file);
    if (this.#known?.mark !== mark) {
      this.#known = { mark, table: await readTable(file, this.where) };
    }
    return this.#known;
  }
}

/** Another one when the file is another one. */
async function markOf(file: FileHandle): Promise<string> {
  const { dev, ino, size, mtimeNs } = await file.stat({ bigint: true });
  return [dev, ino, size, mtimeNs].join(' ');
}
