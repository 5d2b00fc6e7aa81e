import path from 'node:path';
import type { Readable } from 'node:stream';

import { innermost } from './behind.ts';
import type { Descriptor } from './descriptor.ts';
import { digestOf, isDigest, type Digest } from './digest.ts';
import { NotThere, TagMoved } from './errors.ts';
import { maxManifestBytes } from './json.ts';
import { LayoutBlobs } from './layout-blobs.ts';
import {
  describedAs,
  emptyIndex,
  formatIndex,
  namesOf,
  parseIndex,
  standing,
  withName,
  withoutDigest,
  withoutName,
  type LayoutIndex,
} from './layout-index.ts';
import { referrersIn, withoutReferrer, withReferrer } from './layout-referrers.ts';
import { LayoutTop, maxIndexBytes } from './layout-top.ts';
import type { Patience } from './lock.ts';
import { guessMediaType, parseManifest, type Manifest } from './manifest.ts';
import { isReferrersTag } from './referrers-tag.ts';
import { isTag, type Tag } from './reference.ts';
import type { Repository } from './repository.ts';

type Found = NonNullable<Awaited<ReturnType<Repository['manifest']>>>;

/**
 * A repository in an OCI layout, a folder. `index.json` holds its names; what has no name is a blob that is
 * found by its digest. Writers of any number of processes may work in it at once (`lock.ts`), and none of
 * their steps leaves it in a state that another tool cannot read.
 */
class Layout implements Repository {
  readonly name: string;
  readonly key = 'oci-layout';
  readonly blobs: LayoutBlobs;
  readonly #top: LayoutTop;

  constructor(folder: string, name: string, patience: Patience) {
    this.name = name;
    this.#top = new LayoutTop(folder, patience);
    this.blobs = new LayoutBlobs(this.#top);
  }

  async resolve(at: Tag | Digest): Promise<Descriptor | undefined> {
    return (await this.manifest(at))?.descriptor;
  }

  async manifest(at: Tag | Digest): Promise<Found | undefined> {
    let missing: Digest | undefined;
    for (;;) {
      const index = await this.#index();
      const digest = isDigest(at) ? at : standing(index, at, this.#top.where)?.digest;
      if (digest === undefined) return undefined;
      const found = await this.#manifest(index, digest);
      if (found !== undefined || isDigest(at)) return found;
      // Only when it is missing twice: between the index and the blob another process may have removed both.
      if (digest === missing) throw new NotThere(digest, this.#top.where);
      missing = digest;
    }
  }

  async #manifest(index: LayoutIndex, digest: Digest): Promise<Found | undefined> {
    const bytes = await this.blobs.read(digest, maxManifestBytes);
    const mediaType = bytes && (guessMediaType(bytes) ?? describedAs(index, digest)?.mediaType);
    if (bytes === undefined || mediaType === undefined) return undefined;
    return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
  }

  async blob(
    descriptor: Descriptor,
    how: { readonly from?: number; readonly signal?: AbortSignal } = {},
  ): Promise<Readable> {
    const stream = await this.blobs.stream(descriptor, how);
    if (stream === undefined) throw new NotThere(descriptor.digest, this.#top.where);
    return stream;
  }

  async hasBlob(digest: Digest): Promise<boolean> {
    return (await this.blobSize(digest)) !== undefined;
  }

  async blobSize(digest: Digest): Promise<number | undefined> {
    return this.blobs.size(digest);
  }

  async putBlob(
    descriptor: Descriptor,
    open: (from: number) => Promise<Readable>,
    { mount, signal }: { readonly mount?: Repository; readonly signal?: AbortSignal } = {},
  ): Promise<'stored' | 'mounted' | 'there'> {
    signal?.throwIfAborted();
    // A blob that was torn by a loss of power has another size: it is written again.
    if ((await this.blobs.size(descriptor.digest)) === descriptor.size) return 'there';
    const near = mount && innermost(mount);
    if (near instanceof Layout && (await this.blobs.adopt(near.blobs, descriptor)))
      return 'mounted';
    await this.blobs.write(descriptor, await open(0), signal);
    return 'stored';
  }

  async putManifest(bytes: Uint8Array, mediaType: string): Promise<Descriptor> {
    const manifest = parseManifest(bytes, mediaType);
    if (manifest.subject === undefined) return this.blobs.put(bytes, mediaType);
    await this.#edit((index) => this.#stored(index, bytes, manifest));
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
  }

  async tag(
    name: Tag,
    bytes: Uint8Array,
    mediaType: string,
    expect: Digest | 'absent' | 'anything',
  ): Promise<{ readonly before: Digest | undefined; readonly guarantee: 'atomic' }> {
    const manifest = parseManifest(bytes, mediaType);
    let before: Digest | undefined;
    await this.#edit(async (index) => {
      before = standing(index, name, this.#top.where)?.digest;
      if (expect !== 'anything' && before !== (expect === 'absent' ? undefined : expect)) {
        throw new TagMoved(name, expect, before);
      }
      const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length };
      return withName(await this.#stored(index, bytes, manifest), name, descriptor);
    });
    return { before, guarantee: 'atomic' };
  }

  async *tags(): AsyncGenerator<Tag, void, undefined> {
    const names = new Set(namesOf(await this.#index()));
    yield* [...names]
      .filter((name) => isTag(name))
      .filter((name) => !isReferrersTag(name))
      .sort();
  }

  async *referrers(
    subject: Digest,
    artifactType?: string,
  ): AsyncGenerator<Descriptor, void, undefined> {
    const at = { blobs: this.blobs, where: this.#top.where };
    for await (const referrer of referrersIn(await this.#index(), subject, at)) {
      if (artifactType === undefined || referrer.artifactType === artifactType) yield referrer;
    }
  }

  async remove(at: Tag | Digest): Promise<boolean> {
    if (isDigest(at)) return this.#removeManifest(at);
    let was = namesOf(await this.#index()).includes(at);
    if (!was) return false;
    await this.#edit(async (index) => {
      was = namesOf(index).includes(at);
      return was ? withoutName(index, at) : index;
    });
    return was;
  }

  /** First all that names it, then the blob: what stands in `index.json` is there at any moment. */
  async #removeManifest(digest: Digest): Promise<boolean> {
    if ((await this.manifest(digest)) === undefined) return false;
    await this.#edit(async (index) => this.#without(index, digest));
    let removed = false;
    await this.#edit(async (index) => {
      // Under the lock, so that nobody gives it a new name while it goes.
      if (describedAs(index, digest) === undefined) removed = await this.blobs.remove(digest);
      return index;
    });
    return removed;
  }

  async #without(index: LayoutIndex, digest: Digest): Promise<LayoutIndex> {
    const found = await this.#manifest(index, digest);
    const subject = found && parseManifest(found.bytes, found.descriptor.mediaType).subject?.digest;
    const at = { blobs: this.blobs, where: this.#top.where };
    const fewer = subject ? await withoutReferrer(index, subject, digest, at) : index;
    return withoutDigest(fewer, digest);
  }

  /** Stores a manifest under the lock, so that nobody removes it before it has its name. */
  async #stored(index: LayoutIndex, bytes: Uint8Array, manifest: Manifest): Promise<LayoutIndex> {
    const descriptor = await this.blobs.put(bytes, manifest.mediaType);
    if (manifest.subject === undefined) return index;
    const at = { blobs: this.blobs, where: this.#top.where };
    return withReferrer(index, manifest.subject.digest, descriptor, at);
  }

  async #index(): Promise<LayoutIndex> {
    return this.#parsed(await this.#top.index());
  }

  #parsed(bytes: Uint8Array | undefined): LayoutIndex {
    if (bytes === undefined) return emptyIndex;
    const what = `"index.json" in ${this.#top.where}`;
    return parseIndex(bytes, what, { maxBytes: maxIndexBytes });
  }

  /** `change` returns the index that it got when there is nothing to write; it may run more than once. */
  async #edit(change: (index: LayoutIndex) => Promise<LayoutIndex>): Promise<void> {
    await this.#top.rewrite(async (bytes) => {
      const before = this.#parsed(bytes);
      const after = await change(before);
      return after === before ? undefined : formatIndex(after);
    });
  }
}

/**
 * The repository in the OCI layout `folder`, under a name for sentences. A folder that does not exist is an
 * empty repository, and is made by the first write.
 */
export function openLayout(
  folder: string,
  name = `oci:${folder}`,
  patience: Patience = {},
): Repository {
  return new Layout(path.resolve(folder), name, patience);
}
