import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { makeFolder, UsageError } from '#io';

import { packLayout } from './archive-pack.ts';
import { openArchive } from './archive.ts';
import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { inLayout } from './layout-errors.ts';
import { openLayout } from './layout.ts';
import type { Patience } from './lock.ts';
import { isDead, ownName } from './owner.ts';
import type { Tag } from './reference.ts';
import type { PutManifest, PutTag, ReadBlob, Repository } from './repository.ts';
import { indexIn } from './store-index.ts';

/**
 * An archive that is to be written, once: what comes is kept in a folder beside it, and the first name makes
 * the file of it, in one step. A run that was killed leaves the folder, and the next one goes on with it.
 */
class ArchiveToBe implements Repository {
  readonly name: string;
  // Its folder is a layout, so that blobs of layouts are linked.
  readonly key = 'oci-layout';
  readonly #file: string;
  readonly #patience: Patience;
  #staging: Promise<string> | undefined;
  #layout: Repository | undefined;
  #done: Repository | undefined;

  constructor(file: string, name: string, patience: Patience) {
    this.#file = file;
    this.name = name;
    this.#patience = patience;
  }

  async resolve(at: Tag | Digest) {
    return this.#read()?.resolve(at);
  }

  async manifest(at: Tag | Digest) {
    return this.#read()?.manifest(at);
  }

  async blob(descriptor: Descriptor, how?: ReadBlob): Promise<Readable> {
    return (this.#read() ?? (await this.#write())).blob(descriptor, how);
  }

  async hasBlob(digest: Digest): Promise<boolean> {
    return (await this.blobSize(digest)) !== undefined;
  }

  async blobSize(digest: Digest): Promise<number | undefined> {
    return this.#read()?.blobSize(digest);
  }

  async putBlob(
    descriptor: Descriptor,
    from: (at: number) => Promise<Readable>,
    how?: { readonly mount?: Repository; readonly signal?: AbortSignal },
  ) {
    return (await this.#write()).putBlob(descriptor, from, how);
  }

  async putManifest(bytes: Uint8Array, mediaType: string, how?: PutManifest) {
    return (await this.#write()).putManifest(bytes, mediaType, how);
  }

  async tag(
    name: Tag,
    bytes: Uint8Array,
    mediaType: string,
    expect: Digest | 'absent' | 'anything',
    how?: PutTag,
  ) {
    const moved = await (await this.#write()).tag(name, bytes, mediaType, expect, how);
    await this.seal(undefined);
    return moved;
  }

  async *tags(): AsyncGenerator<Tag, void, undefined> {
    yield* this.#read()?.tags() ?? [];
  }

  async *referrers(subject: Digest, artifactType?: string) {
    yield* this.#read()?.referrers(subject, artifactType) ?? [];
  }

  async remove(at: Tag | Digest): Promise<boolean> {
    return this.#read() === undefined ? false : (await this.#write()).remove(at);
  }

  /** Makes the file of what came; `root` is an image that has no name. */
  async seal(root: Descriptor | undefined): Promise<void> {
    const layout = await this.#write();
    const folder = await this.#folder();
    const packed = path.join(folder, 'archive');
    await inLayout(JSON.stringify(this.#file), async () => {
      await rm(packed, { force: true });
      await using file = await open(packed, 'wx', 0o644);
      await packLayout(file, layout, { index: await indexIn(path.join(folder, 'layout')), root });
      await file.datasync();
    });
    await inLayout(JSON.stringify(this.#file), () => rename(packed, this.#file));
    this.#done = openArchive('oci-archive', this.#file, { name: this.name });
    await rm(folder, { recursive: true, force: true });
  }

  #read(): Repository | undefined {
    return this.#done ?? this.#layout;
  }

  async #write(): Promise<Repository> {
    // An archive that is there can be read alone, and says so.
    if (this.#done !== undefined) return this.#done;
    const folder = await this.#folder();
    this.#layout ??= openLayout(path.join(folder, 'layout'), this.name, this.#patience);
    return this.#layout;
  }

  async #folder(): Promise<string> {
    this.#staging ??= inLayout(JSON.stringify(this.#file), async () => {
      await refuseDevice(this.#file);
      return stagingFor(this.#file);
    });
    return this.#staging;
  }
}

/** A folder beside the file: one that a killed process left there, or a new one. */
async function stagingFor(file: string): Promise<string> {
  const [above, prefix] = [path.dirname(file), `.${path.basename(file)}.partial.`];
  await makeFolder(above);
  const own = path.join(above, `${prefix}${await ownName()}`);
  for (const name of await readdir(above)) {
    if (!name.startsWith(prefix) || !(await isDead(name.slice(prefix.length)))) continue;
    // Two may want it: one gets it.
    const mine = await rename(path.join(above, name), own).then(
      () => true,
      () => false,
    );
    if (mine) return own;
  }
  await mkdir(own, { mode: 0o700 });
  return own;
}

/** The archive `file` as a repository that is written once: its first name, or `sealArchive`, makes the file. */
export function createArchive(
  file: string,
  name = `oci-archive:${file}`,
  patience: Patience = {},
): Repository {
  return new ArchiveToBe(path.resolve(file), name, patience);
}

/** Makes the file of an archive whose image has no name; for every other repository there is nothing to do. */
export async function sealArchive(repository: Repository, root: Descriptor): Promise<void> {
  if (repository instanceof ArchiveToBe) await repository.seal(root);
}

/** A file is put in the place of what the name stands for, and a device or a pipe would be gone. */
async function refuseDevice(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || found.isFile()) return;
  throw new UsageError(
    `${JSON.stringify(file)} is ${found.isDirectory() ? 'a folder' : 'a device or a pipe'}, and an archive is a file: name another one`,
  );
}
