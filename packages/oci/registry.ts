import { innermost } from './behind.ts';
import type { Descriptor } from './descriptor.ts';
import { digestOf, isDigest } from './digest.ts';
import { withTagList } from './tag-list.ts';
import { asReferrer, parseManifest } from './manifest.ts';
import { blobSize, readBlob } from './registry-blobs.ts';
import { RegistryClient, type RegistryOptions } from './registry-client.ts';
import { readManifest, resolve } from './registry-manifests.ts';
import { writeManifest, type Stored } from './registry-put.ts';
import { RecentManifests } from './registry-recent.ts';
import { Referrers } from './registry-referrers.ts';
import { removeManifest, removeTag } from './registry-remove.ts';
import { moveTag } from './registry-naming.ts';
import { listTags } from './registry-tags.ts';
import { writeBlob } from './registry-uploads.ts';
import type { PutManifest, Repository } from './repository.ts';

export type { RegistryOptions } from './registry-client.ts';

/** A repository of a registry tells its path there, so that its blobs can be mounted from it. */
interface RegistryRepository extends Repository {
  readonly path: string;
}

/**
 * A repository of an HTTP registry: logged in when it asks for that, tried three times where it may help.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
export function registry(how: RegistryOptions): RegistryRepository {
  const client = new RegistryClient(how);
  const recent = new RecentManifests(client.clock);
  const referrers = new Referrers(client, recent);
  const { name, repository: path } = client;
  const key = client.base.origin;
  const repository: RegistryRepository = {
    name,
    key,
    path,
    resolve: async (at) => resolve(client, at),
    manifest: async (at) =>
      (isDigest(at) ? recent.take(at) : undefined) ?? readManifest(client, at),
    blob: async (descriptor, options = {}) => readBlob(client, descriptor, options),
    hasBlob: async (digest) => (await blobSize(client, digest)) !== undefined,
    blobSize: async (digest) => blobSize(client, digest),
    putBlob: async (descriptor, open, { mount, signal } = {}) =>
      writeBlob(client, {
        descriptor,
        open,
        signal,
        mount: mount && pathIn(key, innermost(mount)),
      }),
    async putManifest(bytes, mediaType, how) {
      const manifest = manifestOf(bytes, mediaType, { name, ...how });
      await attached(
        referrers,
        manifest,
        writeManifest(client, manifest.descriptor.digest, manifest),
      );
      return manifest.descriptor;
    },
    async tag(tag, bytes, mediaType, expect, how) {
      const manifest = manifestOf(bytes, mediaType, { name, ...how });
      const moved = moveTag(client, { tag, expect, ...manifest });
      const stored = moved.then((done) => done.stored);
      await attached(referrers, manifest, stored);
      const { before, guarantee } = await moved;
      return { before, guarantee };
    },
    async *tags() {
      yield* (await listTags(client)).tags;
    },
    referrers: (subject, artifactType) => referrers.list(subject, artifactType),
    async remove(at) {
      if (!isDigest(at)) return removeTag(client, at);
      recent.take(at);
      const found = await readManifest(client, at);
      const isRemoved = await removeManifest(client, at);
      const subject = found && subjectOf(found.bytes, found.descriptor.mediaType);
      if (isRemoved && subject !== undefined) await referrers.drop(subject.digest, at);
      return isRemoved;
    },
  };
  return withTagList(repository, async () => {
    const { tags, lists } = await listTags(client);
    // A registry whose list names none of them may leave them out.
    const known = lists.size === 0 ? undefined : lists;
    return {
      tags,
      repository: {
        ...repository,
        referrers: (subject, artifactType) => referrers.list(subject, artifactType, known),
      },
    };
  });
}

/** Undefined for what is not in the registry with this key. */
const pathIn = (key: string, repository: Repository): string | undefined =>
  repository.key === key && 'path' in repository && typeof repository.path === 'string'
    ? repository.path
    : undefined;

type Given = ReturnType<typeof manifestOf>;

/** @throws Corrupt for what is no manifest: no registry is asked to store it */
function manifestOf(
  bytes: Uint8Array,
  mediaType: string,
  { name, algorithm }: PutManifest & { readonly name: string },
) {
  const digest = digestOf(bytes, algorithm);
  const manifest = parseManifest(bytes, mediaType, `the manifest ${digest} for ${name}`);
  const descriptor: Descriptor = { mediaType, digest, size: bytes.byteLength };
  return { manifest, descriptor, bytes };
}

/** Once it is stored; that it is on its way is told before, so that several come on a list together. */
async function attached(
  referrers: Referrers,
  { manifest: { subject }, manifest, descriptor }: Given,
  stored: Promise<Stored | undefined>,
): Promise<void> {
  await (subject === undefined
    ? stored
    : referrers.attach(subject.digest, asReferrer(descriptor, manifest), stored));
}

/** Of a manifest that is to go: one that cannot be read has none. */
function subjectOf(bytes: Uint8Array, mediaType: string): Descriptor | undefined {
  try {
    return parseManifest(bytes, mediaType).subject;
  } catch {
    return undefined;
  }
}
