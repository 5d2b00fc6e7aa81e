import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';

import { codeOf } from '#io';

import { Hasher, type Algorithm, type Digest } from './digest.ts';
import { ignoring, writeAll } from './files.ts';
import { gathered } from './gathered.ts';
import { isDead, ownName } from './owner.ts';
import { Refusal } from './server-reply.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Of a file that may become a blob. Until then its folder keeps it private. */
const uploadMode = 0o644;

/** Bytes that a client is sending, in a file until their digest is known. */
export interface Upload {
  readonly id: string;
  /** Of the repository. */
  readonly name: string;
  readonly file: string;
  readonly sizeBytes: number;
}

export interface UploadLimits {
  /** Of one upload. */
  readonly maxBytes?: number;
  /** Of uploads at a time; the one that was left alone longest makes room. */
  readonly maxUploads?: number;
}

/** What this process hashed of an upload, from its start. */
interface Hashed {
  readonly hasher: Hasher;
  readonly bytes: number;
}

/**
 * The uploads that are under way, in files of one folder. The file is all that there is to know of an upload, so
 * another process on the same folder, or the next one after a crash, goes on with it; what was hashed on the
 * way is kept in memory, and hashed again where it is not.
 */
export class Uploads {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #maxUploads: number;
  #own: Promise<string> | undefined;
  readonly #hashed = new Map<string, Hashed>();
  #begun = Number.POSITIVE_INFINITY;

  constructor(folder: string, { maxBytes = 64 * 1024 ** 3, maxUploads = 256 }: UploadLimits) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#maxUploads = maxUploads;
  }

  /** @throws Refusal when there are too many, and all of them busy */
  async begin(name: string, algorithm: Algorithm): Promise<Upload> {
    if (this.#begun >= this.#maxUploads) await this.#makeRoom();
    const id = randomUUID();
    const upload = { id, name, file: this.#file(id, name), sizeBytes: 0 };
    const file = await open(upload.file, 'wx', uploadMode).catch(async (error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      return open(upload.file, 'wx', uploadMode);
    });
    await file.close();
    this.#begun += 1;
    this.#hashed.set(id, { hasher: new Hasher(algorithm), bytes: 0 });
    return upload;
  }

  /** @throws Refusal when there is none, or when another request works on it */
  async find(id: string, name: string): Promise<Upload> {
    const file = this.#file(id, name);
    const found = /^[0-9a-f-]{36}$/.test(id)
      ? await stat(file).catch(ignoring('ENOENT', 'ENOTDIR'))
      : undefined;
    if (found !== undefined) return { id, name, file, sizeBytes: found.size };
    const owner = await this.#ownerOf(file);
    if (owner === undefined) {
      throw new Refusal(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload');
    }
    if (!(await isDead(owner))) throw busy();
    await rename(`${file}.${owner}`, file).catch(ignoring('ENOENT'));
    return this.find(id, name);
  }

  /**
   * Adds what `body` has; what came before it broke is kept, so that the client can go on from there.
   * @throws Refusal when that is too much, or the disk is full
   */
  async append(upload: Upload, body: Readable): Promise<Upload> {
    return this.#alone(upload, async (claimed) => {
      await using file = await open(claimed, 'a');
      let { sizeBytes } = upload;
      for await (const chunks of gathered(body)) {
        const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
        sizeBytes += length;
        if (sizeBytes > this.#maxBytes) {
          throw new Refusal(413, 'SIZE_INVALID', 'the upload is too large');
        }
        await write(file, chunks);
        this.#hash(upload.id, sizeBytes, chunks);
      }
      return { ...upload, sizeBytes };
    });
  }

  /** The digest of all its bytes. */
  async digest(upload: Upload, algorithm: Algorithm): Promise<Digest> {
    const known = this.#hashed.get(upload.id);
    if (known?.bytes === upload.sizeBytes && known.hasher.algorithm === algorithm) {
      return known.hasher.digest();
    }
    const hasher = new Hasher(algorithm);
    for await (const chunk of this.read(upload, 0)) hasher.update(chunk as Uint8Array);
    return hasher.digest();
  }

  read({ file }: Upload, start: number): Readable {
    return createReadStream(file, { start, highWaterMark: 1024 * 1024 });
  }

  /** Ends it, whatever `finish` does with its bytes. */
  async end<T>(upload: Upload, finish: (upload: Upload) => Promise<T>): Promise<T> {
    return this.#alone(upload, async (claimed) => {
      try {
        return await finish({ ...upload, file: claimed });
      } finally {
        await this.#drop(upload.id, claimed);
      }
    });
  }

  /** An upload belongs to its repository: the name is in that of the file, as a hash. */
  #file(id: string, name: string): string {
    return join(
      this.#folder,
      `${id}.${createHash('sha256').update(name).digest('hex').slice(0, 16)}`,
    );
  }

  #hash(id: string, sizeBytes: number, chunks: readonly Uint8Array[]): void {
    const known = this.#hashed.get(id);
    const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    // Another process wrote in between: then the file is hashed as a whole at the end.
    if (known === undefined || known.bytes + length !== sizeBytes) return;
    for (const chunk of chunks) known.hasher.update(chunk);
    this.#hashed.set(id, { ...known, bytes: sizeBytes });
  }

  /**
   * Works on the file under a name that only we know, so that no request of any process does so at the same time. The
   * name tells who we are: what a killed process leaves is free.
   * @throws Refusal when another request works on it, or has since it was found
   */
  async #alone<T>({ file, sizeBytes }: Upload, work: (claimed: string) => Promise<T>): Promise<T> {
    this.#own ??= ownName();
    const claimed = `${file}.${await this.#own}`;
    const isOurs = await rename(file, claimed).then(() => true, ignoring('ENOENT'));
    if (isOurs !== true) throw busy();
    try {
      if ((await stat(claimed)).size !== sizeBytes) throw busy();
      return await work(claimed);
    } finally {
      await rename(claimed, file).catch(ignoring('ENOENT'));
    }
  }

  /** Whose name a file that is worked on bears. */
  async #ownerOf(file: string): Promise<string | undefined> {
    const start = `${basename(file)}.`;
    const names = (await readdir(this.#folder).catch(ignoring('ENOENT', 'ENOTDIR'))) ?? [];
    return names.find((name) => name.startsWith(start))?.slice(start.length);
  }

  /** Counts anew, since other processes begin and end uploads too, and drops what nobody touched for a day. */
  async #makeRoom(): Promise<void> {
    const names = (await readdir(this.#folder).catch(ignoring('ENOENT'))) ?? [];
    const aged = await Promise.all(
      names.map(async (name) => {
        const file = join(this.#folder, name);
        const found = await stat(file).catch(ignoring('ENOENT'));
        const owner = name.split('.').slice(2).join('.');
        const isBusy = owner !== '' && !(await isDead(owner));
        return { id: name.slice(0, 36), file, isBusy, usedMs: found?.mtimeMs ?? 0 };
      }),
    );
    this.#begun = names.length;
    const idle = aged.filter(({ isBusy }) => !isBusy).toSorted((a, b) => a.usedMs - b.usedMs);
    for (const [index, { id, file, usedMs }] of idle.entries()) {
      const isLeft = Date.now() - usedMs > dayMs;
      if (isLeft || (index === 0 && this.#begun >= this.#maxUploads)) await this.#drop(id, file);
    }
    if (this.#begun < this.#maxUploads) return;
    throw new Refusal(429, 'TOOMANYREQUESTS', 'too many uploads at once');
  }

  async #drop(id: string, file: string): Promise<void> {
    this.#hashed.delete(id);
    this.#begun -= 1;
    await rm(file, { force: true });
  }
}

const busy = (): Refusal =>
  new Refusal(400, 'BLOB_UPLOAD_INVALID', 'another request works on this upload');

async function write(file: FileHandle, chunks: readonly Uint8Array[]): Promise<void> {
  try {
    await writeAll(file, chunks);
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC') throw error;
    throw new Refusal(507, 'UNKNOWN', 'there is no room for it');
  }
}
