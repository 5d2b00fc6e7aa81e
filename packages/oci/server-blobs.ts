import { Readable } from 'node:stream';

import type { ServerRequest, ServerResponse } from '#io';

import { isDigest, type Digest } from './digest.ts';
import type { Repository } from './repository.ts';
import { empty, Refusal } from './server-reply.ts';
import type { Upload, Uploads } from './uploads.ts';

const octets = 'application/octet-stream';

export async function getBlob(
  repository: Repository,
  text: string,
  { method, headers, signal }: ServerRequest,
): Promise<ServerResponse> {
  const digest = digestOf(text);
  const size = await repository.blobSize(digest);
  if (size === undefined) throw new Refusal(404, 'BLOB_UNKNOWN', 'the blob is not here');
  const known = { 'docker-content-digest': digest, etag: `"${digest}"`, 'accept-ranges': 'bytes' };
  const range = rangeOf(headers.range, size);
  if (range === 'none') return empty(416, { ...known, 'content-range': `bytes */${size}` });
  const { from, to } = range ?? { from: 0, to: size };
  const reply = {
    status: range === undefined ? 200 : 206,
    headers: {
      ...known,
      'content-type': octets,
      'content-length': String(to - from),
      ...(range === undefined ? {} : { 'content-range': `bytes ${from}-${to - 1}/${size}` }),
    },
  };
  if (method === 'HEAD') return reply;
  const bytes = await repository.blob({ mediaType: octets, digest, size }, { from, signal });
  if (to === size) return { ...reply, body: bytes };
  const body = Readable.from(first(bytes, to - from), { objectMode: false });
  return { ...reply, body: body.once('close', () => bytes.destroy()) };
}

/** One range of bytes, `to` not included; several, or what is no range, are passed over. https://www.rfc-editor.org/rfc/rfc9110#section-14.2 */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly from: number; readonly to: number } | 'none' | undefined {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, start = '', end = ''] = found ?? [];
  if (start === '' && end === '') return undefined;
  if (start === '') {
    const last = Math.min(Number(end), size);
    return last === 0 ? 'none' : { from: size - last, to: size };
  }
  const from = Number(start);
  const to = end === '' ? size : Math.min(Number(end) + 1, size);
  if (end !== '' && Number(end) < from) return undefined;
  return from >= size ? 'none' : { from, to };
}

async function* first(source: AsyncIterable<Uint8Array>, count: number) {
  let left = count;
  for await (const chunk of source) {
    yield chunk.subarray(0, left);
    left -= chunk.byteLength;
    if (left <= 0) return;
  }
}

/** What the methods on uploads work with. */
export interface Uploading {
  readonly repository: Repository;
  readonly name: string;
  readonly uploads: Uploads;
  readonly request: ServerRequest;
  readonly open: (name: string) => Repository;
}

/** POST: mounts, takes the whole blob at once, or begins an upload. */
export async function beginUpload(at: Uploading): Promise<ServerResponse> {
  const query = at.request.url.searchParams;
  const [mount, from, digest] = [query.get('mount'), query.get('from'), query.get('digest')];
  if (mount !== null && (await canMount(at, digestOf(mount), from))) return stored(at, mount);
  if (digest !== null && lengthOf(at.request) !== undefined) return storeBody(at, digestOf(digest));
  return progress(202, await at.uploads.begin(at.name));
}

async function canMount(
  { repository, open }: Uploading,
  digest: Digest,
  from: string | null,
): Promise<boolean> {
  const source = from === null ? repository : open(from);
  const size = await source.blobSize(digest);
  if (size === undefined) return false;
  const descriptor = { mediaType: octets, digest, size };
  await repository.putBlob(descriptor, async (start) => source.blob(descriptor, { from: start }), {
    mount: source,
  });
  return true;
}

/** PATCH: the next bytes. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-in-chunks */
export async function appendToUpload(at: Uploading, id: string): Promise<ServerResponse> {
  const upload = at.uploads.find(id, at.name);
  return inOrder(at, upload) ?? progress(202, await at.uploads.append(upload, at.request.body));
}

/** PUT: the last bytes, which may be all or none, and the digest of the whole. */
export async function endUpload(at: Uploading, id: string): Promise<ServerResponse> {
  const { uploads, request, name, repository } = at;
  const digest = digestOf(request.url.searchParams.get('digest') ?? '');
  const upload = uploads.find(id, name);
  if (upload.sizeBytes === 0 && (lengthOf(request) ?? 0) > 0) {
    return uploads.end(upload, async () => storeBody(at, digest));
  }
  const refused = inOrder(at, upload);
  if (refused !== undefined) return refused;
  const whole = await uploads.append(upload, request.body);
  const descriptor = { mediaType: octets, digest, size: whole.sizeBytes };
  await uploads.end(whole, async (open) =>
    repository.putBlob(descriptor, open, { signal: request.signal }),
  );
  return stored(at, digest);
}

/** Without a way over our own file: its size is known. */
async function storeBody(at: Uploading, digest: Digest): Promise<ServerResponse> {
  const { repository, request } = at;
  const descriptor = { mediaType: octets, digest, size: lengthOf(request) ?? 0 };
  await repository.putBlob(descriptor, async () => request.body, { signal: request.signal });
  return stored(at, digest);
}

export const uploadStatus = ({ uploads, name }: Uploading, id: string): ServerResponse =>
  progress(204, uploads.find(id, name));

export async function cancelUpload(
  { uploads, name }: Uploading,
  id: string,
): Promise<ServerResponse> {
  await uploads.end(uploads.find(id, name), async () => undefined);
  return empty(204);
}

/** Undefined when the bytes follow those that are there. */
function inOrder({ request }: Uploading, upload: Upload): ServerResponse | undefined {
  const range = request.headers['content-range'];
  if (range === undefined) return undefined;
  const from = /^(?:bytes )?(\d{1,15})-\d{1,15}(?:\/.*)?$/.exec(range)?.[1];
  return Number(from) === upload.sizeBytes ? undefined : progress(416, upload);
}

const progress = (status: number, { id, name, sizeBytes }: Upload): ServerResponse =>
  empty(status, {
    location: `/v2/${name}/blobs/uploads/${id}`,
    range: `0-${Math.max(0, sizeBytes - 1)}`,
    'docker-upload-uuid': id,
  });

const stored = ({ name }: Uploading, digest: string): ServerResponse =>
  empty(201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest });

function digestOf(text: string): Digest {
  if (isDigest(text)) return text;
  throw new Refusal(400, 'DIGEST_INVALID', 'this is not a digest');
}

const lengthOf = ({ headers }: ServerRequest): number | undefined =>
  headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
