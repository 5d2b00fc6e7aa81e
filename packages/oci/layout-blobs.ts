import { link, lstat, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { addAbortSignal, Readable } from 'node:stream';

import { pour } from '#io';

import { Check } from './check.ts';
import type { Descriptor } from './descriptor.ts';
import { algorithmOf, digestOf, hexOf, type Algorithm, type Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import {
  contentOf,
  flowOfFile,
  ignoring,
  isFolder,
  openFile,
  pourFile,
  writeAll,
} from './files.ts';
import { inLayout } from './layout-errors.ts';
import { hashedMode, isHashed, markHashed } from './layout-hashed.ts';
import type { LayoutTop } from './layout-top.ts';
import { ownName } from './owner.ts';
import type { ReadBlob } from './repository.ts';
import { verified } from './verified.ts';

/**
 * The content of an OCI layout. A blob is flushed to the disk before it gets its name, because from then on
 * nobody looks at its bytes before they are used. Folders are not flushed: a name that is lost with the power
 * is a blob that the next run stores again.
 */
export class LayoutBlobs {
  readonly #top: LayoutTop;

  constructor(top: LayoutTop) {
    this.#top = top;
  }

  /** Size in bytes of a blob; undefined when there is none. */
  async size(digest: Digest): Promise<number | undefined> {
    return this.#guarded(async () => {
      if (!(await this.#hasFolder(digest))) return undefined;
      const found = await lstat(this.#path(digest)).catch(ignoring('ENOENT'));
      return found?.isFile() === true ? found.size : undefined;
    });
  }

  /**
   * The bytes of a blob, hashed; undefined when there is none, or when it has more than `maxBytes`.
   * @throws Corrupt
   */
  async read(digest: Digest, maxBytes: number): Promise<Uint8Array | undefined> {
    const bytes = await this.#guarded(async () => {
      const file = await this.#open(digest);
      return file && contentOf(file, maxBytes);
    });
    if (bytes === undefined || digestOf(bytes, algorithmOf(digest)) === digest) return bytes;
    throw new Corrupt(this.#nameOf(digest), 'its content does not have that digest');
  }

  /**
   * A stream from byte `from` on; undefined when there is no such blob. All bytes are read and hashed, also
   * those before `from`: a part alone could not be verified.
   */
  async stream(
    descriptor: Descriptor,
    { from = 0, signal, unchecked }: ReadBlob,
  ): Promise<Readable | undefined> {
    signal?.throwIfAborted();
    const file = await this.#guarded(() => this.#open(descriptor.digest));
    if (file === undefined) return undefined;
    const what = this.#nameOf(descriptor.digest);
    const { size } = await file.stat();
    if (size !== descriptor.size || from > size) {
      await file.close();
      const why = from > size ? `byte ${from} was asked for` : `${descriptor.size} were promised`;
      throw new Corrupt(what, `it has ${size} bytes, and ${why}`);
    }
    const bytes =
      unchecked === true
        ? flowOfFile(file, { from, to: size })
        : verified(flowOfFile(file, { from: 0, to: size }), descriptor, { what, from });
    return signal === undefined ? bytes : addAbortSignal(signal, bytes);
  }

  /** Stores a blob. @throws Corrupt when it is not what the descriptor promises */
  async write(descriptor: Descriptor, source: Readable, signal?: AbortSignal): Promise<void> {
    const what = `what was to become ${this.#nameOf(descriptor.digest)}`;
    // A source may break before it is read: then the reading tells.
    source.on('error', () => undefined);
    try {
      if (signal !== undefined) addAbortSignal(signal, source);
      await this.#publish(descriptor.digest, async (temporary) => {
        await using file = await this.#guarded(() => open(temporary, 'wx', hashedMode));
        const check = new Check(descriptor, what);
        const flushing = new Flushing(file);
        await pour(source, async (bytes) => {
          check.add(bytes);
          await this.#guarded(() => writeAll(file, [bytes]));
          flushing.wrote(bytes.byteLength);
        });
        check.end();
        await this.#guarded(() => flushing.end());
        await this.#guarded(() => markHashed(file));
        return true;
      });
    } catch (error) {
      // What the abort broke is of less interest than why it came.
      signal?.throwIfAborted();
      throw error;
    } finally {
      source.destroy();
    }
  }

  /**
   * Is a blob there with all its bytes? A file that we did not hash on its way in is hashed: what was torn by a loss of
   * power, or spoilt, is then written again.
   */
  async isWhole(descriptor: Descriptor, signal?: AbortSignal): Promise<boolean> {
    const file = await this.#guarded(() => this.#open(descriptor.digest));
    if (file === undefined) return false;
    await using open = file;
    const found = await open.stat({ bigint: true });
    if (found.size !== BigInt(descriptor.size)) return false;
    if (isHashed(found)) return true;
    try {
      await hash(open, descriptor, { what: this.#nameOf(descriptor.digest), signal });
      return true;
    } catch (error) {
      if (error instanceof Corrupt) return false;
      throw error;
    }
  }

  /** Stores small content by its digest, if it is not there whole. */
  async put(
    bytes: Uint8Array,
    mediaType: string,
    algorithm: Algorithm = 'sha256',
  ): Promise<Descriptor> {
    const descriptor = { mediaType, digest: digestOf(bytes, algorithm), size: bytes.length };
    const found = await this.read(descriptor.digest, bytes.length).catch(() => undefined);
    if (found === undefined) {
      await this.write(descriptor, Readable.from([bytes], { objectMode: false }));
    }
    return descriptor;
  }

  /**
   * Takes a blob over from another layout as a hard link; false when that cannot be done, for whatever
   * reason. Its bytes are hashed, unless the file says that we did so on their way into the other layout.
   */
  async adopt(from: LayoutBlobs, descriptor: Descriptor): Promise<boolean> {
    const { digest, size } = descriptor;
    try {
      if (from === this || (await from.size(digest)) !== size) return false;
      return await this.#publish(digest, async (temporary) => {
        await link(from.#path(digest), temporary);
        await settle(temporary, descriptor, from.#nameOf(digest));
        return true;
      });
    } catch {
      return false;
    }
  }

  /** Where a blob lies; undefined when there is none. */
  async file(
    digest: Digest,
  ): Promise<{ readonly path: string; readonly sizeBytes: number } | undefined> {
    const sizeBytes = await this.size(digest);
    return sizeBytes === undefined ? undefined : { path: this.#path(digest), sizeBytes };
  }

  /**
   * Makes a file the blob, which its bytes were hashed to be; the file goes. False when it lies on another disk.
   */
  async take({ digest }: Descriptor, file: string): Promise<boolean> {
    return this.#publish(digest, async (temporary) =>
      this.#guarded(async () => {
        const moved = await rename(file, temporary).then(() => true, ignoring('EXDEV'));
        if (moved !== true) return false;
        await using written = await open(temporary, 'r');
        const { mode } = await written.stat();
        // Never for more people than the file was for.
        await written.chmod(mode & hashedMode);
        await written.datasync();
        await markHashed(written);
        return true;
      }),
    );
  }

  /** False when it is not there. */
  async remove(digest: Digest): Promise<boolean> {
    if ((await this.size(digest)) === undefined) return false;
    await this.#guarded(() => rm(this.#path(digest), { force: true }));
    return true;
  }

  /** `fill` makes a temporary file, which then gets the blob's name, unless it says that there is none. */
  async #publish(digest: Digest, fill: (temporary: string) => Promise<boolean>): Promise<boolean> {
    await this.#top.prepare();
    const temporary = path.join(this.#top.scratch, await ownName());
    try {
      if (!(await fill(temporary))) return false;
      await this.#guarded(async () => {
        await mkdir(path.dirname(this.#path(digest)), { recursive: true });
        await this.#hasFolder(digest);
        await rename(temporary, this.#path(digest));
      });
      return true;
    } finally {
      // Also after the rename: between two links of one file it does nothing.
      await rm(temporary, { force: true });
    }
  }

  async #open(digest: Digest): Promise<FileHandle | undefined> {
    return (await this.#hasFolder(digest)) ? openFile(this.#path(digest)) : undefined;
  }

  async #hasFolder(digest: Digest): Promise<boolean> {
    const folder = path.dirname(this.#path(digest));
    return (await isFolder(path.dirname(folder))) && (await isFolder(folder));
  }

  // The grammar of a digest leaves no way out of the folder.
  #path(digest: Digest): string {
    return path.join(this.#top.root, 'blobs', algorithmOf(digest), hexOf(digest));
  }

  #nameOf(digest: Digest): string {
    return `${digest} in ${this.#top.where}`;
  }

  #guarded<T>(work: () => Promise<T>): Promise<T> {
    return inLayout(this.#top.where, work);
  }
}

const flushBytes = 16 * 1024 * 1024;

/** Flushes a file to the disk while more of it comes, so that little is left to be waited for at its end. */
class Flushing {
  readonly #file: FileHandle;
  #flushed: Promise<void> = Promise.resolve();
  #bytes = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  wrote(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes < flushBytes) return;
    this.#bytes = 0;
    this.#flushed = this.#flushed.then(() => this.#file.datasync());
    // The end tells of it.
    this.#flushed.catch(() => undefined);
  }

  async end(): Promise<void> {
    await this.#flushed;
    await this.#file.datasync();
  }
}

/** Sees to it that a file is what the descriptor promises, and on the disk. @throws Corrupt */
async function settle(name: string, descriptor: Descriptor, what: string): Promise<void> {
  const file = await openFile(name);
  if (file === undefined) throw new Corrupt(what, 'it is no file');
  await using open = file;
  const found = await open.stat({ bigint: true });
  if (!isHashed(found)) await hash(open, descriptor, { what });
  await open.datasync();
}

/** @throws Corrupt when it is not what the descriptor promises */
async function hash(
  file: FileHandle,
  descriptor: Descriptor,
  { what, signal }: { readonly what: string; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const check = new Check(descriptor, what);
  const add = (bytes: Uint8Array): void => {
    check.add(bytes);
  };
  await pourFile(file, { from: 0, to: (await file.stat()).size }, add, signal);
  check.end();
}
