import { annotation } from '#io';

import type { ArchiveFile } from './archive-file.ts';
import { ociImages, type Held } from './archive-oci.ts';
import { savedIn, withName } from './archive-saved.ts';
import type { Member } from './archive-tar.ts';
import { mediaType, type Descriptor } from './descriptor.ts';
import { algorithmOf, digestOf, Hasher, isDigest, type Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { maxManifestBytes } from './json.ts';
import { emptyIndex, withEntry, type LayoutIndex } from './layout-index.ts';
import { guessMediaType, isIndex, parseManifest, type ImageManifest } from './manifest.ts';

// An image's manifest stands in "index.json" or in an index below; containerd writes one in one.
const maxLevels = 4;
const maxManifests = 1000;

interface Content {
  readonly descriptor: Descriptor;
  readonly member: Member;
}
interface Stored {
  readonly bytes: Uint8Array;
  readonly manifest: ImageManifest;
}

/**
 * The images that `manifest.json` lists: what `docker save` and kaniko write. What in there is not named by its digest
 * is hashed. With an `image` those alone that have this name, as `parseReference` writes it in full.
 * @throws Corrupt, and NotThere when none has the name
 */
export async function dockerImages(file: ArchiveFile, image?: string): Promise<Held> {
  const saved = await savedIn(file);
  const list = image === undefined ? saved : withName(saved, image, file.where);
  const stored = await manifestsIn(file);
  const contents = new Map<string, Content>();
  const manifests = new Map<Digest, Uint8Array>();
  let index: LayoutIndex = emptyIndex;
  for (const { Config, RepoTags, Layers } of list) {
    const config = await describe(file, Config, contents, true);
    const layers: Descriptor[] = [];
    for (const layer of Layers ?? []) layers.push(await describe(file, layer, contents, false));
    const { bytes, type } = manifestOf(config, layers, stored);
    const digest = digestOf(bytes);
    manifests.set(digest, bytes);
    index = named(index, { mediaType: type, digest, size: bytes.length }, RepoTags ?? []);
  }
  const members = new Map(
    [...contents.values()].map(({ descriptor, member }) => [descriptor.digest, member]),
  );
  return { index, manifests, blob: (digest) => members.get(digest) };
}

/** The manifest as it stands in the archive, which gives its digest; else one of ours. */
function manifestOf(
  config: Descriptor,
  layers: readonly Descriptor[],
  stored: readonly Stored[],
): { readonly bytes: Uint8Array; readonly type: string } {
  const wanted = [config, ...layers].map(({ digest }) => digest).join();
  const found = stored.find(
    ({ manifest }) =>
      [manifest.config, ...manifest.layers].map(({ digest }) => digest).join() === wanted,
  );
  if (found !== undefined) return { bytes: found.bytes, type: found.manifest.mediaType };
  const type = mediaType.manifest;
  const manifest = { schemaVersion: 2, mediaType: type, config, layers };
  return { bytes: Buffer.from(JSON.stringify(manifest)), type };
}

/** Manifests of images that the archive's OCI part holds, if it has one. */
async function manifestsIn(file: ArchiveFile): Promise<readonly Stored[]> {
  const table = await file.table();
  if (table.find('index.json') === undefined) return [];
  const { index, blob } = await ociImages(file);
  const found: Stored[] = [];
  const seen = new Set<Digest>();
  let level = index.entries.flatMap(({ descriptor }) => descriptor ?? []);
  for (let depth = 0; depth < maxLevels && level.length > 0; depth++) {
    const below: Descriptor[] = [];
    for (const { digest } of level) {
      if (seen.has(digest) || seen.size >= maxManifests) continue;
      seen.add(digest);
      const member = blob(digest);
      // An index names platforms that are not in the archive.
      if (member === undefined || member.sizeBytes > maxManifestBytes) continue;
      const bytes = await bytesOf(file, member);
      const type = guessMediaType(bytes);
      if (type === undefined || digestOf(bytes, algorithmOf(digest)) !== digest) continue;
      const manifest = parseManifest(bytes, type, digest);
      if (isIndex(manifest)) below.push(...manifest.manifests);
      else found.push({ bytes, manifest });
    }
    level = below;
  }
  return found;
}

async function bytesOf(file: ArchiveFile, member: Member): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await file.raw(member)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** What a file of the archive is by its bytes; asked once for each name. */
async function describe(
  file: ArchiveFile,
  name: string,
  known: Map<string, Content>,
  isConfig: boolean,
): Promise<Descriptor> {
  const before = known.get(name);
  if (before !== undefined) return before.descriptor;
  const member = (await file.table()).find(name);
  const shown = JSON.stringify(name.slice(0, 200));
  if (member === undefined)
    throw new Corrupt(file.where, `${shown} is not in it, and its "manifest.json" names it`);
  if (isConfig && member.sizeBytes > maxManifestBytes) {
    throw new Corrupt(`${shown} in ${file.where}`, `it has more than ${maxManifestBytes} bytes`);
  }
  // Newer engines name blobs by their digest. Whoever reads one hashes it.
  const named = /^blobs\/(sha256)\/([0-9a-f]{64})$/.exec(name);
  const said = named === null ? '' : `${named[1] ?? ''}:${named[2] ?? ''}`;
  if (!isConfig && isDigest(said)) {
    const start = await bytesOf(file, { ...member, sizeBytes: Math.min(4, member.sizeBytes) });
    const descriptor = { mediaType: layerType(start), digest: said, size: member.sizeBytes };
    known.set(name, { descriptor, member });
    return descriptor;
  }
  const hasher = new Hasher();
  let start = Buffer.alloc(0);
  for await (const chunk of await file.raw(member)) {
    const bytes = chunk as Buffer;
    if (start.length === 0) start = Buffer.from(bytes.subarray(0, 4));
    hasher.update(bytes);
  }
  const type = isConfig ? mediaType.config : layerType(start);
  const descriptor = { mediaType: type, digest: hasher.digest(), size: member.sizeBytes };
  known.set(name, { descriptor, member });
  return descriptor;
}

/** By its first bytes: names tell nothing, Docker's "layer.tar" may be compressed. */
function layerType(start: Buffer): string {
  const magic = start.toString('hex');
  if (magic.startsWith('1f8b')) return mediaType.layerGzip;
  return magic === '28b52ffd' ? mediaType.layerZstd : mediaType.layerTar;
}

/** One entry for each tag, without the names of repositories before it; one without a name when there is none. */
function named(index: LayoutIndex, image: Descriptor, repoTags: readonly string[]): LayoutIndex {
  const tags = new Set(repoTags.map((text) => text.slice(text.lastIndexOf(':') + 1)));
  if (tags.size === 0) return withEntry(index, image);
  let more = index;
  for (const tag of tags) {
    more = withEntry(more, { ...image, annotations: { [annotation.refName]: tag } });
  }
  return more;
}
