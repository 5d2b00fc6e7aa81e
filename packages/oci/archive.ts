import path from 'node:path';

import { dockerImages } from './archive-docker.ts';
import { ArchiveFile } from './archive-file.ts';
import type { Inflating } from './archive-inflated.ts';
import { ociImages, type Held } from './archive-oci.ts';
import type { Member } from './archive-tar.ts';
import type { Descriptor } from './descriptor.ts';
import { algorithmOf, digestOf, isDigest, type Digest } from './digest.ts';
import { Corrupt, NotThere } from './errors.ts';
import { maxManifestBytes } from './json.ts';
import {
  describedAs,
  namesOf,
  parseIndex,
  standing,
  unnamed,
  type LayoutIndex,
} from './layout-index.ts';
import { withParts, type FilePart } from './local.ts';
import { asManifest, asReferrer, guessMediaType } from './manifest.ts';
import type { Reading } from './forward.ts';
import { withoutWrites } from './read-only.ts';
import { isReferrersTag, referrersTag } from './referrers-tag.ts';
import { isTag, type FileReference, type Tag } from './reference.ts';
import type { ReadBlob, Repository } from './repository.ts';
import { withIndex } from './store-index.ts';

type Kind = Exclude<FileReference['transport'], 'oci'>;
interface How {
  readonly name?: string;
  readonly image?: string | undefined;
  /** For one that is compressed as a whole or comes through a pipe, which is refused without it. */
  readonly inflating?: Inflating | undefined;
}
type Found = NonNullable<Awaited<ReturnType<Repository['manifest']>>>;

/**
 * An archive as a repository that is read alone. `oci-archive` is an OCI layout in a tar file. `docker-archive`
 * is what `docker save` and kaniko write, each image of which has one platform: where the archive holds an
 * image's manifest too, as Docker writes it since 25, the image keeps its digest; else a manifest is made, the
 * same one each time. With an `image` it is what has that name in a docker-archive: `docker.io/acme/shop`.
 */
export const openArchive = (
  kind: Kind,
  file: string,
  { name = `${kind}:${file}`, image, inflating }: How = {},
): Repository => archiveIn(new ArchiveFile(path.resolve(file), inflating), { kind, name, image });

/** The same of a file that is open already. */
export function archiveIn(
  opened: ArchiveFile,
  { kind, name, image }: Pick<How, 'image'> & { readonly kind: Kind; readonly name: string },
): Repository {
  const read = () => (kind === 'oci-archive' ? ociImages(opened) : dockerImages(opened, image));
  const archive = new Archive(opened, { name, read });
  const reading = withoutWrites(archive, { code: 'read-only', why: 'an archive is written once' });
  withParts(reading, (digest) => archive.part(digest));
  return withIndex(reading, () => archive.index());
}

class Archive implements Reading {
  readonly name: string;
  readonly key: string;
  readonly #file: ArchiveFile;
  readonly #read: () => Promise<Held>;
  #held: { readonly of: unknown; readonly held: Promise<Held> } | undefined;

  constructor(
    file: ArchiveFile,
    how: { readonly name: string; readonly read: () => Promise<Held> },
  ) {
    this.name = how.name;
    this.key = `archive ${file.path}`;
    this.#file = file;
    this.#read = how.read;
  }

  async resolve(at: Tag | Digest): Promise<Descriptor | undefined> {
    return (await this.manifest(at))?.descriptor;
  }

  async manifest(at: Tag | Digest): Promise<Found | undefined> {
    const { index, manifests, blob } = await this.#content();
    const digest = isDigest(at) ? at : standing(index, at, this.#file.where)?.digest;
    if (digest === undefined) return undefined;
    const member = blob(digest);
    const bytes = manifests.get(digest) ?? (member && (await this.#bytes(member, digest)));
    const mediaType = bytes && (guessMediaType(bytes) ?? describedAs(index, digest)?.mediaType);
    if (bytes !== undefined && mediaType !== undefined) {
      return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
    }
    if (isDigest(at)) return undefined;
    throw new NotThere(digest, this.#file.where);
  }

  async blob(descriptor: Descriptor, how: ReadBlob = {}) {
    const member = (await this.#content()).blob(descriptor.digest);
    if (member === undefined) throw new NotThere(descriptor.digest, this.#file.where);
    return this.#file.stream(member, descriptor, how);
  }

  async part(digest: Digest): Promise<FilePart | undefined> {
    const member = (await this.#content()).blob(digest);
    return member && this.#file.part(member);
  }

  async hasBlob(digest: Digest): Promise<boolean> {
    return (await this.blobSize(digest)) !== undefined;
  }

  async blobSize(digest: Digest): Promise<number | undefined> {
    return (await this.#content()).blob(digest)?.sizeBytes;
  }

  async *tags(): AsyncGenerator<Tag, void, undefined> {
    const names = [...new Set(namesOf((await this.#content()).index))].sort();
    for (const name of names) if (isTag(name) && !isReferrersTag(name)) yield name;
  }

  async index(): Promise<LayoutIndex> {
    return (await this.#content()).index;
  }

  /** From the list under the fallback tag and from entries without a name, as in a layout. */
  async *referrers(
    subject: Digest,
    artifactType?: string,
  ): AsyncGenerator<Descriptor, void, undefined> {
    const { index } = await this.#content();
    const candidates = [...(await this.#listed(index, subject)), ...unnamed(index)];
    for (const digest of new Set(candidates.map((each) => each.digest))) {
      const found = await this.manifest(digest);
      if (found === undefined) continue;
      const manifest = asManifest(found.bytes, found.descriptor.mediaType);
      if (manifest?.subject?.digest !== subject) continue;
      const referrer = asReferrer(found.descriptor, manifest);
      if (artifactType === undefined || referrer.artifactType === artifactType) yield referrer;
    }
  }

  async #listed(index: LayoutIndex, subject: Digest): Promise<readonly Descriptor[]> {
    const kept = standing(index, referrersTag(subject), this.#file.where);
    const found = kept && (await this.manifest(kept.digest));
    if (found === undefined) return [];
    const list = parseIndex(found.bytes, `${found.descriptor.digest} in ${this.#file.where}`);
    return list.entries.flatMap(({ descriptor }) => descriptor ?? []);
  }

  /** Undefined for what is too large to be a manifest. */
  async #bytes(member: Member, digest: Digest): Promise<Uint8Array | undefined> {
    if (member.sizeBytes > maxManifestBytes) return undefined;
    const chunks: Uint8Array[] = [];
    for await (const chunk of await this.#file.raw(member)) chunks.push(chunk as Uint8Array);
    const bytes = Buffer.concat(chunks);
    if (digestOf(bytes, algorithmOf(digest)) === digest) return bytes;
    throw new Corrupt(`${digest} in ${this.#file.where}`, 'its content does not have that digest');
  }

  /** Read again when the file has become another one. */
  async #content(): Promise<Held> {
    const table = await this.#file.table();
    if (this.#held?.of !== table) this.#held = { of: table, held: this.#read() };
    return this.#held.held;
  }
}
