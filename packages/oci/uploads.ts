import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { codeOf } from '#io';

import { Refusal } from './server-reply.ts';

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

/** The uploads that are under way, in files of one folder. */
export class Uploads {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #maxUploads: number;
  readonly #all = new Map<string, Upload>();
  readonly #busy = new Set<string>();

  constructor(folder: string, { maxBytes = 64 * 1024 ** 3, maxUploads = 256 }: UploadLimits) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#maxUploads = maxUploads;
  }

  async begin(name: string): Promise<Upload> {
    if (this.#all.size >= this.#maxUploads) await this.#makeRoom();
    const id = randomUUID();
    const upload = { id, name, file: join(this.#folder, id), sizeBytes: 0 };
    this.#all.set(id, upload);
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await writeFile(upload.file, '', { flag: 'wx', mode: 0o600 });
    return upload;
  }

  /** @throws Refusal when there is none, or when another request works on it */
  find(id: string, name: string): Upload {
    const upload = this.#all.get(id);
    if (upload?.name !== name) {
      throw new Refusal(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload');
    }
    if (this.#busy.has(id)) {
      throw new Refusal(400, 'BLOB_UPLOAD_INVALID', 'another request works on this upload');
    }
    return upload;
  }

  /**
   * Adds what `body` has; what came before it broke is kept, so that the client can go on from there.
   * @throws Refusal when that is too much, or the disk is full
   */
  async append(upload: Upload, body: Readable): Promise<Upload> {
    return this.#alone(upload.id, async () => {
      try {
        const room = this.#maxBytes - upload.sizeBytes;
        await pipeline(body, atMost(room), createWriteStream(upload.file, { flags: 'a' }));
      } catch (error) {
        if (codeOf(error) !== 'ENOSPC') throw error;
        throw new Refusal(507, 'UNKNOWN', 'there is no room for it');
      } finally {
        const { size } = await stat(upload.file);
        // Set anew, so that the order of the map is the order of use.
        this.#all.delete(upload.id);
        this.#all.set(upload.id, { ...upload, sizeBytes: size });
      }
      return this.#all.get(upload.id) ?? upload;
    });
  }

  /** Ends it, whatever `finish` does with its bytes. */
  async end<T>(
    upload: Upload,
    finish: (open: (from: number) => Promise<Readable>) => Promise<T>,
  ): Promise<T> {
    return this.#alone(upload.id, async () => {
      try {
        return await finish(async (start) => createReadStream(upload.file, { start }));
      } finally {
        await this.#drop(upload);
      }
    });
  }

  async #alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    this.#busy.add(id);
    try {
      return await work();
    } finally {
      this.#busy.delete(id);
    }
  }

  async #makeRoom(): Promise<void> {
    const oldest = [...this.#all.values()].find(({ id }) => !this.#busy.has(id));
    if (oldest === undefined) throw new Refusal(429, 'TOOMANYREQUESTS', 'too many uploads at once');
    await this.#drop(oldest);
  }

  async #drop({ id, file }: Upload): Promise<void> {
    this.#all.delete(id);
    await rm(file, { force: true });
  }
}

const atMost = (maxBytes: number) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let left = maxBytes;
    for await (const chunk of source) {
      left -= chunk.byteLength;
      if (left < 0) throw new Refusal(413, 'SIZE_INVALID', 'the upload is too large');
      yield chunk;
    }
  };
