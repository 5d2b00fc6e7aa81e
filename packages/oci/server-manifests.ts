import type { ServerRequest, ServerResponse } from '#io';

import { algorithmOf, digestOf, isDigest, type Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { maxManifestBytes } from './json.ts';
import { children, guessMediaType, parseManifest, type Manifest } from './manifest.ts';
import { isTag, type Tag } from './reference.ts';
import type { Repository } from './repository.ts';
import { hasEtag } from './server-blobs.ts';
import { expectationOf } from './server-conditions.ts';
import { empty, Refusal } from './server-reply.ts';

// So many names fit into the longest line of a request that is taken, and more than the specification wants.
const mostTagsAtOnce = 100;

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
export async function getManifest(
  repository: Repository,
  place: string,
  { headers }: ServerRequest,
): Promise<ServerResponse> {
  const found = await repository.manifest(placeOf(place));
  if (found === undefined) throw new Refusal(404, 'MANIFEST_UNKNOWN', 'the manifest is not here');
  const { descriptor, bytes } = found;
  const known = {
    'docker-content-digest': descriptor.digest,
    etag: `"${descriptor.digest}"`,
    vary: 'accept',
  };
  if (hasEtag(headers['if-none-match'], descriptor.digest)) return { status: 304, headers: known };
  return { status: 200, headers: { 'content-type': descriptor.mediaType, ...known }, body: bytes };
}

interface Putting {
  readonly repository: Repository;
  readonly name: string;
  readonly request: ServerRequest;
  /** Manifests may name what is not here. */
  readonly sparse: boolean;
}

/**
 * Stores a manifest under its digest, and puts names on it: the tag of the path, or those of `?tag=`. Names are
 * compared and written in one step where the storage can: `If-Match` and `If-None-Match`, which hold for each.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 */
export async function putManifest(at: Putting, place: string): Promise<ServerResponse> {
  const { repository, name, request } = at;
  const target = placeOf(place);
  const more = request.url.searchParams.getAll('tag').map(tagOf);
  if (more.length > mostTagsAtOnce) {
    throw new Refusal(414, 'UNSUPPORTED', `${mostTagsAtOnce} tags are the most in one request`);
  }
  const bytes = await bytesOf(request);
  const algorithm = isDigest(target) ? algorithmOf(target) : 'sha256';
  const digest = digestOf(bytes, algorithm);
  if (isDigest(target) && target !== digest) {
    throw new Refusal(400, 'DIGEST_INVALID', `the bytes have the digest ${digest}`);
  }
  const given = request.headers['content-type']?.split(';')[0]?.trim() ?? '';
  const manifest = parsed(bytes, given === '' ? (guessMediaType(bytes) ?? '') : given);
  if (!at.sparse) await checkChildren(repository, manifest);
  const { mediaType } = manifest;
  if (isDigest(target)) await repository.putManifest(bytes, mediaType, { algorithm });
  const tags = isDigest(target) ? more : [target, ...more];
  for (const tag of new Set(tags)) {
    const expected = await expectationOf(request.headers, repository, tag);
    await repository.tag(tag, bytes, mediaType, expected, { algorithm });
  }
  return empty(201, {
    location: `/v2/${name}/manifests/${isDigest(target) ? digest : target}`,
    'docker-content-digest': digest,
    etag: `"${digest}"`,
    ...(more.length === 0 ? {} : { 'oci-tag': tags.join(', ') }),
    ...(manifest.subject === undefined ? {} : { 'oci-subject': manifest.subject.digest }),
  });
}

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#deleting-manifests */
export async function deleteManifest(
  repository: Repository,
  place: string,
): Promise<ServerResponse> {
  if (await repository.remove(placeOf(place))) return empty(202);
  throw new Refusal(404, 'MANIFEST_UNKNOWN', 'the manifest is not here');
}

function placeOf(place: string): Tag | Digest {
  if (isDigest(place) || isTag(place)) return place;
  throw new Refusal(
    400,
    place.includes(':') ? 'DIGEST_INVALID' : 'MANIFEST_INVALID',
    'this is neither a tag nor a digest',
  );
}

function tagOf(text: string): Tag {
  if (isTag(text)) return text;
  throw new Refusal(400, 'MANIFEST_INVALID', 'this is not a tag');
}

async function bytesOf({ body, headers }: ServerRequest): Promise<Buffer> {
  const tooLarge = new Refusal(
    413,
    'SIZE_INVALID',
    `a manifest has at most ${maxManifestBytes} bytes`,
  );
  if (Number(headers['content-length'] ?? 0) > maxManifestBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxManifestBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(bytes: Uint8Array, type: string): Manifest {
  try {
    return parseManifest(bytes, type);
  } catch (error) {
    if (error instanceof Corrupt) throw new Refusal(400, 'MANIFEST_INVALID', error.message);
    throw error;
  }
}

/** Layers that are not to be distributed stay where they are. */
const isElsewhere = (type: string): boolean => /nondistributable|\.foreign\./.test(type);

async function checkChildren(repository: Repository, manifest: Manifest): Promise<void> {
  for (const { digest, mediaType } of children(manifest)) {
    if (isElsewhere(mediaType) || (await repository.hasBlob(digest))) continue;
    // Not every storage keeps manifests as blobs.
    if ((await repository.resolve(digest)) !== undefined) continue;
    throw new Refusal(400, 'MANIFEST_BLOB_UNKNOWN', `${digest} is not here`);
  }
}
