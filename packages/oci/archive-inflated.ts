import { createWriteStream } from 'node:fs';
import { rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { codeOf, messageOf } from '#io';

import { Corrupt } from './errors.ts';
import { inLayout } from './layout-errors.ts';
import type { Scratch } from './scratch.ts';

export interface Inflating extends Scratch {
  /** Of what comes out. */
  readonly maxBytes?: number;
  /** More than `freeBytes` may come out only of a file that has at least one byte for so many. */
  readonly maxRatio?: number;
  readonly freeBytes?: number;
}

const defaults = { maxBytes: 64 * 2 ** 30, maxRatio: 200, freeBytes: 2 ** 30 } as const;
const chunkBytes = 1024 * 1024;
const magic = Buffer.from('1f8b08', 'hex');

/**
 * Archives are read here and there, which no compressed file can be: one that is compressed as a whole by gzip is
 * inflated, once, into a file of its own.
 */
export class Inflated {
  readonly #where: string;
  readonly #how: Inflating;
  #known: { readonly mark: string; readonly plain: Promise<string | undefined> } | undefined;

  /** `where` is the archive as it stands in sentences. */
  constructor(where: string, how: Inflating) {
    this.#where = where;
    this.#how = how;
  }

  /**
   * The plain file of an archive; undefined for one that is not compressed. `mark` changes with the archive.
   * @throws Corrupt when it does not inflate, or to more than it may
   */
  async of(file: FileHandle, mark: string): Promise<string | undefined> {
    const before = this.#known;
    if (before?.mark === mark) return before.plain;
    const known = { mark, plain: this.#inflate(file) };
    this.#known = known;
    try {
      return await known.plain;
    } catch (error) {
      if (this.#known === known) this.#known = undefined;
      throw error;
    } finally {
      const old = await before?.plain.catch(() => undefined);
      if (old !== undefined) await rm(old, { force: true });
    }
  }

  async #inflate(file: FileHandle): Promise<string | undefined> {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    if (bytesRead < magic.length || !buffer.equals(magic)) return undefined;
    const { temporary, signal } = this.#how;
    const target = path.join(await temporary(), 'archive.tar');
    try {
      const most = this.#most((await file.stat()).size);
      await inLayout(JSON.stringify(target), () =>
        pipeline(
          file.createReadStream({ start: 0, autoClose: false, highWaterMark: chunkBytes }),
          createGunzip({ chunkSize: chunkBytes }),
          (source: AsyncIterable<Uint8Array>) => this.#bounded(source, most),
          createWriteStream(target, { flags: 'wx', mode: 0o600 }),
          ...(signal === undefined ? [] : [{ signal }]),
        ),
      );
      return target;
    } catch (error) {
      await rm(target, { force: true });
      signal?.throwIfAborted();
      if (!(codeOf(error) ?? '').startsWith('Z_')) throw error;
      throw new Corrupt(this.#where, `it does not inflate (gzip: ${messageOf(error)})`, {
        cause: error,
      });
    }
  }

  #most(sizeBytes: number): number {
    const { maxBytes, maxRatio, freeBytes } = { ...defaults, ...this.#how };
    return Math.min(maxBytes, Math.max(freeBytes, sizeBytes * maxRatio));
  }

  async *#bounded(source: AsyncIterable<Uint8Array>, most: number) {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes <= most) yield chunk;
      else
        throw new Corrupt(this.#where, `it inflates to more than ${most} bytes: unpack it first`);
    }
  }
}
