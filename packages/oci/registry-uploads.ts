import { Readable } from 'node:stream';

import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Corrupt, Denied, NotThere } from './errors.ts';
import { discard } from './registry-answer.ts';
import { blobSize } from './registry-blobs.ts';
import type { Call, RegistryClient } from './registry-client.ts';
import { Passing, retry } from './registry-retry.ts';
import { verified } from './verified.ts';

type Bytes = AsyncIterable<Uint8Array>;
type Signal = AbortSignal | undefined;

interface Upload {
  readonly descriptor: Descriptor;
  readonly open: (from: number) => Promise<Readable>;
  /** The path of a repository that has the blob. */
  readonly mount: string | undefined;
  readonly signal: Signal;
}

/** Stores a blob with one POST and one PUT, or has the registry take it from another repository. */
export async function writeBlob(
  client: RegistryClient,
  upload: Upload,
): Promise<'stored' | 'mounted' | 'there'> {
  const { descriptor, signal } = upload;
  if ((await blobSize(client, descriptor.digest, signal)) !== undefined) return 'there';
  return retry(client.name, client.wait, async () => {
    const session =
      (upload.mount === undefined ? undefined : await tryMount(client, upload, upload.mount)) ??
      (await begin(client, { signal }));
    if (session === 'mounted') return 'mounted';
    await send(client, upload, session);
    return 'stored';
  });
}

/** Undefined when the registry does not want to: the blob is then sent. */
async function tryMount(
  client: RegistryClient,
  { descriptor, signal }: Upload,
  from: string,
): Promise<URL | 'mounted' | undefined> {
  try {
    return await begin(client, { mount: from, digest: descriptor.digest, signal });
  } catch (error) {
    if (error instanceof Denied || error instanceof NotThere) return undefined;
    throw error;
  }
}

async function begin(
  client: RegistryClient,
  how: { readonly mount?: string; readonly digest?: Digest; readonly signal: Signal },
): Promise<URL | 'mounted'> {
  const { mount, digest, signal } = how;
  const isMount = mount !== undefined && digest !== undefined;
  const call: Call = {
    method: 'POST',
    url: client.url('blobs/uploads/', isMount ? { mount: digest, from: mount } : {}),
    access: 'push',
    signal,
    ...(isMount ? { mount } : {}),
  };
  const answer = await client.once(call);
  const { location } = answer.headers;
  if (answer.status === 201 && isMount) {
    await discard(answer);
    return 'mounted';
  }
  if (answer.status !== 202 || location === undefined) throw await client.refusal(call, answer);
  await discard(answer);
  return client.locate(location, answer.url);
}

async function send(client: RegistryClient, upload: Upload, session: URL): Promise<void> {
  const { descriptor, open, signal } = upload;
  const what = `the blob ${descriptor.digest} for ${client.name}`;
  const url = new URL(session);
  // As text: the rest of the query may be signed letter by letter.
  url.search += `${url.search === '' ? '?' : '&'}digest=${encodeURIComponent(descriptor.digest)}`;
  const call: Call = {
    method: 'PUT',
    url,
    access: 'push',
    signal,
    headers: { 'content-type': 'application/octet-stream' },
    lengthBytes: descriptor.size,
    body: () => Readable.from(late(checked(open, descriptor, what)), { objectMode: false }),
  };
  const answer = await client.once(call);
  if (answer.status === 201 || answer.status === 204) return discard(answer);
  throw await client.refusal(call, answer, ({ codes, says }) => {
    // The session is gone; another one may do.
    if (answer.status === 404) return new Passing(() => new NotThere('the upload', client.name));
    return codes.some((code) => code === 'DIGEST_INVALID' || code === 'SIZE_INVALID')
      ? new Corrupt(what, `${url.host} does not take it${says}`)
      : undefined;
  });
}

async function* checked(open: Upload['open'], descriptor: Descriptor, what: string): Bytes {
  yield* verified(await open(0), descriptor, { what });
}

/** One chunk late: what `source` checks at its end comes before its last bytes are out. */
async function* late(source: Bytes): Bytes {
  let held: Uint8Array | undefined;
  for await (const chunk of source) {
    if (held !== undefined) yield held;
    held = chunk;
  }
  if (held !== undefined) yield held;
}
