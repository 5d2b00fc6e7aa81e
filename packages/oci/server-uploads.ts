import type { ServerRequest, ServerResponse } from '#io';

import { algorithmOf, type Algorithm, type Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { localOf } from './local.ts';
import type { Repository } from './repository.ts';
import { octets, parsedDigest } from './server-blobs.ts';
import { empty, Refusal } from './server-reply.ts';
import type { Upload, Uploads } from './uploads.ts';

/** What the methods on uploads work with. */
export interface Uploading {
  readonly repository: Repository;
  readonly name: string;
  readonly uploads: Uploads;
  readonly request: ServerRequest;
  readonly open: (name: string) => Repository;
  /** Names that a blob may be taken from when the client does not say from which. */
  readonly known: Iterable<string>;
}

/** POST: mounts, takes the whole blob at once, or begins an upload. */
export async function beginUpload(at: Uploading): Promise<ServerResponse> {
  const query = at.request.url.searchParams;
  const [mount, from, digest] = [query.get('mount'), query.get('from'), query.get('digest')];
  if (mount !== null && (await canMount(at, parsedDigest(mount), from))) return stored(at, mount);
  if (digest !== null && lengthOf(at.request) !== undefined) {
    return storeBody(at, parsedDigest(digest));
  }
  const algorithm = parsedAlgorithm(query.get('digest-algorithm'));
  return progress(202, await at.uploads.begin(at.name, algorithm));
}

function parsedAlgorithm(text: string | null): Algorithm {
  if (text === null || text === 'sha256' || text === 'sha512') return text ?? 'sha256';
  throw new Refusal(400, 'UNSUPPORTED', 'digests are made with sha256 or sha512');
}

async function canMount(at: Uploading, digest: Digest, from: string | null): Promise<boolean> {
  const { repository, open, known } = at;
  for (const name of from === null ? [at.name, ...known] : [from]) {
    const source = open(name);
    const size = await source.blobSize(digest);
    if (size === undefined) continue;
    const descriptor = { mediaType: octets, digest, size };
    await repository.putBlob(
      descriptor,
      async (start) => source.blob(descriptor, { from: start }),
      {
        mount: source,
      },
    );
    return true;
  }
  return false;
}

/** PATCH: the next bytes. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-in-chunks */
export async function appendToUpload(at: Uploading, id: string): Promise<ServerResponse> {
  const upload = await at.uploads.find(id, at.name);
  return inOrder(at, upload) ?? progress(202, await at.uploads.append(upload, at.request.body));
}

/** PUT: the last bytes, which may be all or none, and the digest of the whole. */
export async function endUpload(at: Uploading, id: string): Promise<ServerResponse> {
  const { uploads, request, name } = at;
  const digest = parsedDigest(request.url.searchParams.get('digest') ?? '');
  const upload = await uploads.find(id, name);
  const refused = inOrder(at, upload);
  if (refused !== undefined) return refused;
  if (upload.sizeBytes === 0 && (lengthOf(request) ?? 0) > 0) {
    return uploads.end(upload, async () => storeBody(at, digest));
  }
  const whole = hasBody(request) ? await uploads.append(upload, request.body) : upload;
  await uploads.end(whole, async (file) => storeFile(at, digest, file));
  return stored(at, digest);
}

/** Hands the file over to storage on the same disk; other storage gets its bytes. */
async function storeFile(
  { repository, uploads, request }: Uploading,
  digest: Digest,
  upload: Upload,
): Promise<void> {
  const descriptor = { mediaType: octets, digest, size: upload.sizeBytes };
  const local = localOf(repository);
  if (local !== undefined) {
    const found = await uploads.digest(upload, algorithmOf(digest));
    if (found !== digest) throw new Corrupt('the upload', `its digest is ${found}`);
    if ((await repository.blobSize(digest)) === upload.sizeBytes) return;
    if (await local.takeBlob(descriptor, upload.file)) return;
  }
  await repository.putBlob(descriptor, async (from) => uploads.read(upload, from), {
    signal: request.signal,
  });
}

/** Without a way over our own file: its size is known. */
async function storeBody(at: Uploading, digest: Digest): Promise<ServerResponse> {
  const { repository, request } = at;
  const descriptor = { mediaType: octets, digest, size: lengthOf(request) ?? 0 };
  await repository.putBlob(descriptor, async () => request.body, { signal: request.signal });
  return stored(at, digest);
}

export async function uploadStatus(
  { uploads, name }: Uploading,
  id: string,
): Promise<ServerResponse> {
  return progress(204, await uploads.find(id, name));
}

export async function cancelUpload(
  { uploads, name }: Uploading,
  id: string,
): Promise<ServerResponse> {
  await uploads.end(await uploads.find(id, name), async () => undefined);
  return empty(204);
}

/** Undefined when the bytes follow those that are there. */
function inOrder({ request }: Uploading, upload: Upload): ServerResponse | undefined {
  const range = request.headers['content-range'];
  if (range === undefined) return undefined;
  const [, from, to] = /^(?:bytes )?(\d{1,15})-(\d{1,15})(?:\/.*)?$/.exec(range) ?? [];
  if (Number(from) !== upload.sizeBytes) return progress(416, upload);
  const length = lengthOf(request);
  const promised = Number(to) - Number(from) + 1;
  if (length === undefined || length === promised) return undefined;
  throw new Refusal(400, 'SIZE_INVALID', `the range has ${promised} bytes, the body ${length}`);
}

const progress = (status: number, { id, name, sizeBytes }: Upload): ServerResponse =>
  empty(status, {
    location: `/v2/${name}/blobs/uploads/${id}`,
    range: `0-${Math.max(0, sizeBytes - 1)}`,
    'docker-upload-uuid': id,
  });

const stored = ({ name }: Uploading, digest: string): ServerResponse =>
  empty(201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest });

const lengthOf = ({ headers }: ServerRequest): number | undefined =>
  headers['content-length'] === undefined ? undefined : Number(headers['content-length']);

const hasBody = (request: ServerRequest): boolean =>
  request.headers['transfer-encoding'] !== undefined || (lengthOf(request) ?? 0) > 0;
