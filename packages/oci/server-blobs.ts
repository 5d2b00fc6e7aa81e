import { Readable } from 'node:stream';

import type { ServerRequest, ServerResponse } from '#io';

import { isDigest, type Digest } from './digest.ts';
import { localOf } from './local.ts';
import type { Repository } from './repository.ts';
import { rangeOf, type Part } from './server-range.ts';
import { empty, Refusal } from './server-reply.ts';

export const octets = 'application/octet-stream';

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-blobs */
export async function getBlob(
  repository: Repository,
  text: string,
  { method, headers, signal }: ServerRequest,
): Promise<ServerResponse> {
  const digest = parsedDigest(text);
  const file = await localOf(repository)?.blobFile(digest);
  const size = file?.sizeBytes ?? (await repository.blobSize(digest));
  if (size === undefined) throw new Refusal(404, 'BLOB_UNKNOWN', 'the blob is not here');
  const known = { 'docker-content-digest': digest, etag: `"${digest}"`, 'accept-ranges': 'bytes' };
  if (hasEtag(headers['if-none-match'], digest)) return { status: 304, headers: known };
  const range = rangeOf(headers.range, size);
  if (range === 'none') return empty(416, { ...known, 'content-range': `bytes */${size}` });
  const part = range ?? { from: 0, to: size };
  const reply = {
    status: range === undefined ? 200 : 206,
    headers: {
      ...known,
      'content-type': octets,
      'content-length': String(part.to - part.from),
      ...(range && { 'content-range': `bytes ${part.from}-${part.to - 1}/${size}` }),
    },
  };
  if (method === 'HEAD') return reply;
  if (file !== undefined) {
    const { from, to } = part;
    return { ...reply, body: { path: file.path, from, lengthBytes: to - from } };
  }
  const bytes = await repository.blob(
    { mediaType: octets, digest, size },
    { from: part.from, signal },
  );
  return { ...reply, body: part.to === size ? bytes : beginningOf(bytes, part) };
}

function beginningOf(bytes: Readable, { from, to }: Part): Readable {
  const body = Readable.from(first(bytes, to - from), { objectMode: false });
  return body.once('close', () => bytes.destroy());
}

async function* first(source: AsyncIterable<Uint8Array>, count: number) {
  let left = count;
  for await (const chunk of source) {
    yield chunk.subarray(0, left);
    left -= chunk.byteLength;
    if (left <= 0) return;
  }
}

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#deleting-blobs */
export async function deleteBlob(repository: Repository, text: string): Promise<ServerResponse> {
  const digest = parsedDigest(text);
  const removed = await localOf(repository)?.removeBlob(digest);
  if (removed === 'removed') return empty(202);
  if (removed === 'not there') throw new Refusal(404, 'BLOB_UNKNOWN', 'the blob is not here');
  throw new Refusal(
    405,
    'UNSUPPORTED',
    removed === undefined ? 'blobs are not deleted here' : 'this is a manifest: delete it as one',
  );
}

/** Is it among the tags of an `If-None-Match` or `If-Match`? */
export const hasEtag = (header: string | undefined, digest: Digest): boolean =>
  header?.split(',').some((tag) => etagIs(tag.trim(), digest)) ?? false;

// Bytes with one digest are equal to the last: weak or strong is the same here.
const etagIs = (tag: string, digest: Digest): boolean =>
  tag === `"${digest}"` || tag === `W/"${digest}"`;

/** @throws Refusal */
export function parsedDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new Refusal(400, 'DIGEST_INVALID', 'this is not a digest');
}
