import type { Descriptor } from './descriptor.ts';
import { isIndexType, isManifestType, mediaType } from './descriptor.ts';
import { algorithmOf, digestOf, isDigest, type Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { fieldOf, textOf } from './fields.ts';
import { maxManifestBytes, parseJson } from './json.ts';
import { guessMediaType } from './manifest.ts';
import type { Tag } from './reference.ts';
import { bytesOf, discard, type Answer } from './registry-answer.ts';
import type { RegistryClient } from './registry-client.ts';

// A registry that is asked for one type alone says 404 for the others.
const accept = [
  mediaType.manifest,
  mediaType.index,
  mediaType.dockerManifest,
  mediaType.dockerIndex,
].join(', ');

/** A place in the repository, as people write it. */
export const placeOf = (client: RegistryClient, at: Tag | Digest): string =>
  `${client.name}${isDigest(at) ? '@' : ':'}${at}`;

const read = (
  client: RegistryClient,
  method: 'GET' | 'HEAD',
  { at, isUrgent = false }: { readonly at: Tag | Digest; readonly isUrgent?: boolean },
) => {
  const url = client.url(`manifests/${at}`);
  return { method, url, access: 'pull', headers: { accept }, isUrgent } as const;
};

/** What stands under a name. */
export interface Standing {
  readonly descriptor: Descriptor;
  /** By what the registry would know it again: https://www.rfc-editor.org/rfc/rfc9110#field.etag */
  readonly etag: string | undefined;
}

/**
 * What stands at a place. Of a tag only the headers are asked for, which registries do not count, and all of
 * it when they do not tell enough.
 */
export async function resolve(
  client: RegistryClient,
  at: Tag | Digest,
): Promise<Descriptor | undefined> {
  return isDigest(at)
    ? (await readManifest(client, at))?.descriptor
    : (await lookAt(client, at))?.descriptor;
}

/** What a tag stands for. */
export async function lookAt(client: RegistryClient, tag: Tag): Promise<Standing | undefined> {
  const found = await client.call(read(client, 'HEAD', { at: tag }), async (answer) => {
    await discard(answer);
    return answer.status === 404 ? 'nothing' : described(answer);
  });
  if (found === 'nothing') return undefined;
  if (found !== undefined) return found;
  const whole = await readManifest(client, tag);
  return whole && { descriptor: whole.descriptor, etag: undefined };
}

function described({ status, headers }: Answer): Standing | undefined {
  const type = typeOf(headers);
  const digest = headers['docker-content-digest'];
  const size = Number(headers['content-length'] ?? Number.NaN);
  if (status !== 200 || type === undefined || digest === undefined) return undefined;
  return isDigest(digest) && size > 0
    ? { descriptor: { mediaType: type, digest, size }, etag: headers.etag }
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
  { isUrgent = false }: { readonly isUrgent?: boolean } = {},
): Promise<{ readonly descriptor: Descriptor; readonly bytes: Uint8Array } | undefined> {
  const call = read(client, 'GET', { at, isUrgent });
  const what = `the manifest ${placeOf(client, at)}`;
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
    const given = typeOf(answer.headers);
    const type = agreedType(bytes, given, what);
    if (type !== undefined)
      return { descriptor: { mediaType: type, digest, size: bytes.length }, bytes };
    // Distribution gives any blob of JSON for a manifest; what cannot be read at all is none of those.
    if (isDigest(at) && given === undefined) return undefined;
    const json = parseJson(bytes, what);
    if (isDigest(at)) return undefined;
    const isOld = fieldOf(json, 'schemaVersion') === 1;
    throw new Corrupt(
      what,
      isOld
        ? 'it has the schema version 1 of Docker, which is given up: push the image anew'
        : 'it is neither a manifest nor an index',
    );
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
