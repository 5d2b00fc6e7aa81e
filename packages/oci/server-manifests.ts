import type { Readable } from 'node:stream';

import type { ServerRequest, ServerResponse } from '#io';

import { isDigest, digestOf, type Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { maxManifestBytes } from './json.ts';
import { children, guessMediaType, parseManifest, type Manifest } from './manifest.ts';
import { isTag, type Tag } from './reference.ts';
import type { Repository } from './repository.ts';
import { empty, json, Refusal } from './server-reply.ts';

export async function getManifest(
  repository: Repository,
  place: string,
  { headers }: ServerRequest,
): Promise<ServerResponse> {
  const found = await repository.manifest(placeOf(place));
  if (found === undefined) throw new Refusal(404, 'MANIFEST_UNKNOWN', 'the manifest is not here');
  const { descriptor, bytes } = found;
  const etag = `"${descriptor.digest}"`;
  const known = { 'docker-content-digest': descriptor.digest, etag };
  const asked = headers['if-none-match']?.split(',').map((each) => each.trim());
  if (asked?.includes(etag) === true) return { status: 304, headers: known };
  return { status: 200, headers: { 'content-type': descriptor.mediaType, ...known }, body: bytes };
}

/** Names are compared and written in one step where the storage can: `If-Match` and `If-None-Match: *`. */
export async function putManifest(
  repository: Repository,
  place: string,
  { headers, body }: ServerRequest,
): Promise<ServerResponse> {
  const at = placeOf(place);
  const bytes = await bytesOf(body);
  const digest = digestOf(bytes);
  if (isDigest(at) && at !== digest) {
    throw new Refusal(400, 'DIGEST_INVALID', `the bytes have the digest ${digest}`);
  }
  const type = headers['content-type']?.split(';')[0]?.trim() ?? guessMediaType(bytes) ?? '';
  const manifest = parsed(bytes, type);
  await checkChildren(repository, manifest);
  if (isDigest(at)) await repository.putManifest(bytes, type);
  else await repository.tag(at, bytes, type, expectedBy(headers));
  return empty(201, {
    location: `/v2/${repository.name}/manifests/${digest}`,
    'docker-content-digest': digest,
    etag: `"${digest}"`,
    ...(manifest.subject === undefined ? {} : { 'oci-subject': manifest.subject.digest }),
  });
}

export async function deleteManifest(
  repository: Repository,
  place: string,
): Promise<ServerResponse> {
  if (await repository.remove(placeOf(place))) return empty(202);
  throw new Refusal(404, 'MANIFEST_UNKNOWN', 'the manifest is not here');
}

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers */
export async function getReferrers(
  repository: Repository,
  subject: string,
  { url }: ServerRequest,
): Promise<ServerResponse> {
  if (!isDigest(subject)) throw new Refusal(400, 'DIGEST_INVALID', 'this is not a digest');
  const type = url.searchParams.get('artifactType') ?? undefined;
  const manifests = await listOf(repository.referrers(subject, type));
  return json(
    200,
    { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests },
    {
      'content-type': 'application/vnd.oci.image.index.v1+json',
      ...(type === undefined ? {} : { 'oci-filters-applied': 'artifactType' }),
    },
  );
}

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags */
export async function getTags(
  repository: Repository,
  name: string,
  { url }: ServerRequest,
): Promise<ServerResponse> {
  const last = url.searchParams.get('last') ?? '';
  const after = (await listOf(repository.tags())).filter((tag) => tag > last);
  const count = url.searchParams.get('n') ?? '';
  const tags = /^\d{1,9}$/.test(count) ? after.slice(0, Number(count)) : after;
  const lastOfPage = tags.at(-1);
  const more = tags.length < after.length && lastOfPage !== undefined;
  const next = `</v2/${name}/tags/list?n=${count}&last=${lastOfPage ?? ''}>; rel="next"`;
  return json(200, { name, tags }, more ? { link: next } : {});
}

async function listOf<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function placeOf(place: string): Tag | Digest {
  if (isDigest(place) || isTag(place)) return place;
  throw new Refusal(400, 'MANIFEST_INVALID', 'this is neither a tag nor a digest');
}

async function bytesOf(body: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxManifestBytes) {
      throw new Refusal(413, 'SIZE_INVALID', `a manifest has at most ${maxManifestBytes} bytes`);
    }
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

function expectedBy(headers: ServerRequest['headers']): Digest | 'absent' | 'anything' {
  if (headers['if-none-match']?.trim() === '*') return 'absent';
  const match = headers['if-match']?.trim();
  if (match === undefined || match === '*') return 'anything';
  const digest = match.replace(/^"|"$/g, '');
  if (isDigest(digest)) return digest;
  throw new Refusal(412, 'DENIED', 'If-Match is not the digest of a manifest');
}
