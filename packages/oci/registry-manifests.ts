import type { Descriptor } from './descriptor.ts';
import { isIndexType, isManifestType, mediaType } from './descriptor.ts';
import { algorithmOf, digestOf, isDigest, type Digest } from './digest.ts';
import { Corrupt, NotThere } from './errors.ts';
import { maxManifestBytes, parseJson } from './json.ts';
import { guessMediaType } from './manifest.ts';
import type { Tag } from './reference.ts';
import {
  bytesOf,
  discard,
  fieldOf,
  textOf,
  type Answer,
  type Complaint,
} from './registry-answer.ts';
import type { Call, RegistryClient } from './registry-client.ts';
import { Passing } from './registry-retry.ts';

// A registry that is asked for one type alone says 404 for the others.
const accept = [
  mediaType.manifest,
  mediaType.index,
  mediaType.dockerManifest,
  mediaType.dockerIndex,
].join(', ');

const nameOf = (client: RegistryClient, at: Tag | Digest): string =>
  `${client.name}${isDigest(at) ? '@' : ':'}${at}`;

const read = (client: RegistryClient, method: 'GET' | 'HEAD', at: Tag | Digest) =>
  ({ method, url: client.url(`manifests/${at}`), access: 'pull', headers: { accept } }) as const;

/**
 * What stands at a place. Of a tag only the headers are asked for, which registries do not count, and all of
 * it when they do not tell enough.
 */
export async function resolve(
  client: RegistryClient,
  at: Tag | Digest,
): Promise<Descriptor | undefined> {
  if (isDigest(at)) return (await readManifest(client, at))?.descriptor;
  const found = await client.call(read(client, 'HEAD', at), async (answer) => {
    await discard(answer);
    return answer.status === 404 ? 'nothing' : described(answer);
  });
  if (found === 'nothing') return undefined;
  return found ?? (await readManifest(client, at))?.descriptor;
}

function described({ status, headers }: Answer): Descriptor | undefined {
  const type = typeOf(headers);
  const digest = headers['docker-content-digest'];
  const size = Number(headers['content-length'] ?? Number.NaN);
  return status === 200 &&
    type !== undefined &&
    digest !== undefined &&
    isDigest(digest) &&
    size > 0
    ? { mediaType: type, digest, size }
    : undefined;
}

/** The type that the registry calls it, if that is one of a manifest. */
function typeOf(headers: Answer['headers']): string | undefined {
  const type = headers['content-type']?.split(';')[0]?.trim() ?? '';
  return isIndexType(type) || isManifestType(type) ? type : undefined;
}

/**
 * Reads a manifest; its digest is that of the bytes.
 * @throws Corrupt when they are not those of `at`, or not those that the registry says they are
 */
export async function readManifest(
  client: RegistryClient,
  at: Tag | Digest,
): Promise<{ readonly descriptor: Descriptor; readonly bytes: Uint8Array } | undefined> {
  const call = read(client, 'GET', at);
  const what = `the manifest ${nameOf(client, at)}`;
  return client.call(call, async (answer) => {
    if (answer.status === 404) return discard(answer).then(() => undefined);
    if (answer.status !== 200) throw await client.refusal(call, answer);
    const bytes = await bytesOf(answer, what, maxManifestBytes);
    const said = answer.headers['docker-content-digest'] ?? '';
    const expected = isDigest(at) ? at : isDigest(said) ? said : digestOf(bytes);
    const digest = digestOf(bytes, algorithmOf(expected));
    if (digest !== expected) {
      throw new Corrupt(what, `its digest is ${digest} and should be ${expected}`);
    }
    const type = agreedType(bytes, typeOf(answer.headers), what);
    if (type !== undefined)
      return { descriptor: { mediaType: type, digest, size: bytes.length }, bytes };
    // Distribution gives any blob of JSON for a manifest.
    if (isDigest(at)) return undefined;
    parseJson(bytes, what);
    throw new Corrupt(what, 'it is neither a manifest nor an index');
  });
}

/** Two readers that believe different types would see two images: CVE-2021-41190. */
function agreedType(bytes: Uint8Array, outside: string | undefined, what: string) {
  const guessed = guessMediaType(bytes);
  if (guessed === undefined || outside === undefined || guessed === outside) return guessed;
  const inside = textOf(fieldOf(parseJson(bytes, what), 'mediaType'));
  if (inside === undefined && isIndexType(guessed) === isIndexType(outside)) return outside;
  const calls = inside === undefined ? 'reads like' : 'calls itself';
  throw new Corrupt(
    what,
    `it ${calls} ${JSON.stringify(guessed)} and was given as ${JSON.stringify(outside)}`,
  );
}

/** What a registry answered to a manifest that it took. */
export interface Stored {
  /** It lists the manifest among the referrers of its subject by itself. */
  readonly knowsSubject: boolean;
}

/**
 * Writes a manifest under a tag or its digest.
 * @throws NotThere when a blob of it is missing, and what `special` makes of the refusal
 */
export async function writeManifest(
  client: RegistryClient,
  at: Tag | Digest,
  manifest: {
    readonly descriptor: Descriptor;
    readonly bytes: Uint8Array;
    readonly headers?: Readonly<Record<string, string>>;
    readonly special?: (status: number, said: Complaint) => Error | undefined;
  },
): Promise<Stored> {
  const { descriptor, bytes, special } = manifest;
  const what = `the manifest ${nameOf(client, at)}`;
  const call: Call = {
    method: 'PUT',
    url: client.url(`manifests/${at}`),
    access: 'push',
    headers: { 'content-type': descriptor.mediaType, ...manifest.headers },
    body: bytes,
  };
  return client.call(call, async (answer) => {
    if (answer.status !== 201) {
      throw await client.refusal(
        call,
        answer,
        (said) => special?.(answer.status, said) ?? refused(said, what, client),
      );
    }
    await discard(answer);
    const stored = answer.headers['docker-content-digest'];
    if (stored?.startsWith('sha256:') === true && stored !== descriptor.digest) {
      throw new Corrupt(what, `the registry stored it as ${JSON.stringify(stored)}`);
    }
    return { knowsSubject: answer.headers['oci-subject'] !== undefined };
  });
}

function refused({ codes, says }: Complaint, what: string, client: RegistryClient) {
  const is = (...known: readonly string[]) => codes.some((code) => known.includes(code));
  if (is('MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN', 'MANIFEST_UNKNOWN')) {
    // What was stored a moment ago is sometimes not found yet: seen in Distribution with several writers.
    return new Passing(
      () =>
        new NotThere(
          `something that ${what} names`,
          `the repository (${client.base.host} refused it${says})`,
        ),
    );
  }
  return is('DIGEST_INVALID', 'MANIFEST_INVALID')
    ? new Corrupt(what, `${client.base.host} does not take it${says}`)
    : undefined;
}
