import path from 'node:path';
import type { Readable } from 'node:stream';

import { innermost } from './behind.ts';
import type { Descriptor } from './descriptor.ts';
import { digestOf, isDigest, type Algorithm, type Digest } from './digest.ts';
import { NotThere, TagMoved } from './errors.ts';
import { maxManifestBytes } from './json.ts';
import { LayoutBlobs } from './layout-blobs.ts';
import {
  annotationsOf,
  describedAs,
  emptyIndex,
  namesOf,
  standing,
  withName,
  withoutDigest,
  withoutName,
  type LayoutIndex,
} from './layout-index.ts';
import { hasReferrer, referrersIn, withoutReferrer, withReferrer } from './layout-referrers.ts';
import { LayoutTop } from './layout-top.ts';
import { withLocal, withParts } from './local.ts';
import type { Patience } from './lock.ts';
import { asReferrer, guessMediaType, parseManifest, type Manifest } from './manifest.ts';
import { isReferrersTag, referrersTag } from './referrers-tag.ts';
import { isTag, type Tag } from './reference.ts';
import type { PutManifest, PutTag, ReadBlob, Repository } from './repository.ts';

type Found = NonNullable<Awaited<ReturnType<Repository['manifest']>>>;

interface Arrived {
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
  readonly algorithm: Algorithm;
}

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
  readonly #replaced = new Set<Digest>();

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

  async blob(descriptor: Descriptor, how: ReadBlob = {}): Promise<Readable> {
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
    if (await this.blobs.isWhole(descriptor, signal)) return 'there';
    const near = mount && innermost(mount);
    if (near instanceof Layout && (await this.blobs.adopt(near.blobs, descriptor)))
      return 'mounted';
    await this.blobs.write(descriptor, await open(0), signal);
    return 'stored';
  }

  async putManifest(
    bytes: Uint8Array,
    mediaType: string,
    { algorithm = 'sha256' }: PutManifest = {},
  ): Promise<Descriptor> {
    const manifest = parseManifest(bytes, mediaType);
    if (manifest.subject === undefined) return this.blobs.put(bytes, mediaType, algorithm);
    await this.#edit((index) => this.#stored(index, { bytes, manifest, algorithm }));
    return { mediaType, digest: digestOf(bytes, algorithm), size: bytes.length };
  }

  async tag(
    name: Tag,
    bytes: Uint8Array,
    mediaType: string,
    expect: Digest | 'absent' | 'anything',
    { algorithm = 'sha256', annotations = {} }: PutTag = {},
  ): Promise<{ readonly before: Digest | undefined; readonly guarantee: 'atomic' }> {
    const manifest = parseManifest(bytes, mediaType);
    let before: Digest | undefined;
    await this.#edit(async (index) => {
      before = standing(index, name, this.#top.where)?.digest;
      if (expect !== 'anything' && before !== (expect === 'absent' ? undefined : expect)) {
        throw new TagMoved(name, expect, before);
      }
      const descriptor = { mediaType, digest: digestOf(bytes, algorithm), size: bytes.length };
      const stored = await this.#stored(index, { bytes, manifest, algorithm });
      return withName(stored, name, { ...descriptor, annotations });
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
    const at = { blobs: this.blobs, where: this.#top.where, artifactType };
    const given = new Set<Digest>();
    let before: Digest | undefined;
    for (;;) {
      const index = await this.#index();
      const list = standing(index, referrersTag(subject), at.where)?.digest;
      try {
        // Whoever has seen enough ends it: the rest is not opened.
        for await (const referrer of referrersIn(index, subject, at)) {
          if (artifactType !== undefined && referrer.artifactType !== artifactType) continue;
          if (given.has(referrer.digest)) continue;
          given.add(referrer.digest);
          yield referrer;
        }
        return;
      } catch (error) {
        // Another process may have replaced the list, or removed one of it, since the index was read.
        if (!(error instanceof NotThere) || list === before) throw error;
        before = list;
      }
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

  async isThere(): Promise<boolean> {
    return (await this.#top.index()) !== undefined;
  }

  async annotationsOf(digest: Digest): Promise<Readonly<Record<string, string>>> {
    return annotationsOf(await this.#index(), digest);
  }

  async removeBlob(digest: Digest): Promise<'removed' | 'not there' | 'a manifest'> {
    if ((await this.manifest(digest)) !== undefined) return 'a manifest';
    return (await this.blobs.remove(digest)) ? 'removed' : 'not there';
  }

  /** First all that names it, then the blob: what stands in `index.json` is there at any moment. */
  async #removeManifest(digest: Digest): Promise<boolean> {
    if ((await this.manifest(digest)) === undefined) return false;
    await this.#edit(async (index) => this.#without(index, digest));
    let removed = false;
    await this.#edit(async (index) => {
      // Under the lock, so that nobody gives it a new name while it goes. What was stored anew since then stays.
      removed = (await this.#isNamed(index, digest)) || (await this.blobs.remove(digest));
      return index;
    });
    return removed;
  }

  /** By a tag, or as a referrer. */
  async #isNamed(index: LayoutIndex, digest: Digest): Promise<boolean> {
    if (describedAs(index, digest) !== undefined) return true;
    const subject = await this.#subjectOf(index, digest);
    const at = { blobs: this.blobs, where: this.#top.where };
    return subject !== undefined && (await hasReferrer(index, subject, digest, at));
  }

  async #subjectOf(index: LayoutIndex, digest: Digest): Promise<Digest | undefined> {
    const found = await this.#manifest(index, digest);
    return found && parseManifest(found.bytes, found.descriptor.mediaType).subject?.digest;
  }

  async #without(index: LayoutIndex, digest: Digest): Promise<LayoutIndex> {
    const subject = await this.#subjectOf(index, digest);
    const at = { blobs: this.blobs, where: this.#top.where };
    const fewer = subject
      ? this.#relisted(index, subject, await withoutReferrer(index, subject, digest, at))
      : index;
    return withoutDigest(fewer, digest);
  }

  /** Stores a manifest under the lock, so that nobody removes it before it has its name. */
  async #stored(index: LayoutIndex, { bytes, manifest, algorithm }: Arrived): Promise<LayoutIndex> {
    const stored = await this.blobs.put(bytes, manifest.mediaType, algorithm);
    if (manifest.subject === undefined) return index;
    // Our readers open the manifests; others believe the list.
    const descriptor = asReferrer(stored, manifest);
    const at = { blobs: this.blobs, where: this.#top.where };
    const subject = manifest.subject.digest;
    return this.#relisted(index, subject, await withReferrer(index, subject, descriptor, at));
  }

  async #index(): Promise<LayoutIndex> {
    return (await this.#top.index()) ?? emptyIndex;
  }

  /** `change` returns the index that it got when there is nothing to write; it may run more than once. */
  async #edit(change: (index: LayoutIndex) => Promise<LayoutIndex>): Promise<void> {
    await this.#top.rewrite(async (before) => {
      const after = await change(before);
      await this.#dropReplaced(before, after);
      return after;
    });
  }

  /** A list of referrers that an earlier edit replaced goes now, under the lock: nobody points to it any more. */
  async #dropReplaced(...kept: readonly LayoutIndex[]): Promise<void> {
    for (const digest of this.#replaced) {
      const isKept = kept.some((index) => describedAs(index, digest) !== undefined);
      if (!isKept) {
        await this.blobs.remove(digest);
        this.#replaced.delete(digest);
      }
    }
  }

  #relisted(index: LayoutIndex, subject: Digest, after: LayoutIndex): LayoutIndex {
    const list = standing(index, referrersTag(subject), this.#top.where)?.digest;
    if (after !== index && list !== undefined) this.#replaced.add(list);
    return after;
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
  const layout = new Layout(path.resolve(folder), name, patience);
  withParts(layout, async (digest) => {
    const file = await layout.blobs.file(digest);
    return file && { path: file.path, from: 0, lengthBytes: file.sizeBytes };
  });
  return withLocal(layout, {
    isThere: () => layout.isThere(),
    blobFile: (digest) => layout.blobs.file(digest),
    takeBlob: (descriptor, file) => layout.blobs.take(descriptor, file),
    removeBlob: (digest) => layout.removeBlob(digest),
    annotationsOf: (digest) => layout.annotationsOf(digest),
  });
}
