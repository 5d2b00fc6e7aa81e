import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { codeOf, makeFolder } from '#io';
import { algorithmOf, hexOf, isDigest, type Descriptor, type Digest } from '#oci';

import type { LayerIndex } from './layer-index.ts';
import { readLayerIndex } from './layer-index-file.ts';

const suffix = '.layer';
const blobs = 'blobs';
const hourMs = 60 * 60 * 1000;
/** That of a layer with as many entries as a walk reads is half of it. */
const maxFileBytes = 1 << 29;

/**
 * Indexes of verified layers in a folder, which several processes may share. Each stands under its diffID; which
 * blob inflates to it, and how long that is, stands beside it, so that an image cannot claim another layer's index for
 * a blob of its own, nor another size for the blob.
 * What cannot be read is not there: a cache is never the reason for an error.
 */
export class LayerCache {
  readonly #folder: string;
  readonly #maxBytes: number;

  constructor(folder: string, { maxBytes = 1 << 30 }: { readonly maxBytes?: number } = {}) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** The index of the layer that a blob is, if somebody verified that it is. */
  async get({ digest, size }: Descriptor): Promise<LayerIndex | undefined> {
    const line = (await quiet(contentOf(this.#blob(digest))))?.toString('utf8') ?? '';
    const [diffId = '', sizeBytes] = line.trimEnd().split(' ');
    if (!isDigest(diffId) || sizeBytes !== String(size)) return undefined;
    const file = this.#file(diffId);
    const bytes = await quiet(contentOf(file));
    const index = bytes && readable(bytes, file);
    if (index === undefined || !('diffId' in index.header.layer)) return undefined;
    if (index.header.layer.diffId !== diffId) return undefined;
    const now = new Date();
    await quiet(utimes(file, now, now));
    return index;
  }

  /** Keeps the file of an index; of one that nobody verified nothing is kept. */
  async put(
    { digest, size }: Descriptor,
    bytes: Uint8Array,
    { header }: LayerIndex,
  ): Promise<void> {
    if (!('diffId' in header.layer)) return;
    const { diffId } = header.layer;
    await quiet(this.#write(this.#file(diffId), bytes));
    await quiet(this.#write(this.#blob(digest), Buffer.from(`${diffId} ${size}\n`)));
  }

  /** Makes the folder as small as it must be: what was not used for longest goes first. */
  async trim(): Promise<void> {
    await this.#sweep();
    const names = (await quiet(readdir(this.#folder))) ?? [];
    const files = await Promise.all(
      names
        .filter((name) => name.endsWith(suffix))
        .map(async (name) => {
          const path = join(this.#folder, name);
          const found = await quiet(stat(path));
          return { path, sizeBytes: found?.size ?? 0, usedMs: found?.mtimeMs ?? 0 };
        }),
    );
    let sumBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    for (const { path, sizeBytes } of files.toSorted((a, b) => a.usedMs - b.usedMs)) {
      if (sumBytes <= this.#maxBytes) return;
      await quiet(rm(path, { force: true }));
      sumBytes -= sizeBytes;
    }
  }

  /** Removes what killed processes were writing. */
  async #sweep(): Promise<void> {
    const folder = join(this.#folder, blobs);
    for (const name of (await quiet(readdir(folder))) ?? []) {
      if (!name.startsWith('.')) continue;
      const file = join(folder, name);
      const isOld = Date.now() - ((await quiet(stat(file)))?.mtimeMs ?? Date.now()) > hourMs;
      if (isOld) await quiet(rm(file, { force: true }));
    }
  }

  #file(diffId: Digest): string {
    return join(this.#folder, `${algorithmOf(diffId)}-${hexOf(diffId)}${suffix}`);
  }

  #blob(digest: Digest): string {
    return join(this.#folder, blobs, `${algorithmOf(digest)}-${hexOf(digest)}`);
  }

  async #write(file: string, bytes: Uint8Array): Promise<void> {
    await makeFolder(join(this.#folder, blobs));
    const temporary = join(this.#folder, blobs, `.${randomUUID()}`);
    try {
      await writeFile(temporary, bytes, { flag: 'wx' });
      await rename(temporary, file);
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

/** The bytes of a plain file. A pipe would never come to its end, so nothing else is waited for. */
async function contentOf(path: string): Promise<Buffer | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await file.stat();
    return found.isFile() && found.size <= maxFileBytes ? await file.readFile() : undefined;
  } finally {
    await file.close();
  }
}

function readable(bytes: Buffer, file: string): LayerIndex | undefined {
  try {
    return readLayerIndex(bytes, JSON.stringify(file));
  } catch {
    return undefined;
  }
}

/** Undefined for what the system does not let us do. */
async function quiet<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}
