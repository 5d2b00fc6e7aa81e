import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Corrupt, NotThere } from './errors.ts';
import type { Tag } from './reference.ts';
import { discard, type Complaint } from './registry-answer.ts';
import type { Call, RegistryClient } from './registry-client.ts';
import { placeOf } from './registry-manifests.ts';
import { Passing } from './registry-retry.ts';
import { comparesTags } from './server-reply.ts';

/** What a registry answered to a manifest that it took. */
export interface Stored {
  /** It says that it lists the manifest among the referrers of its subject by itself. */
  readonly knowsSubject: boolean;
  /** Names that it put on the manifest because the request asked for them. */
  readonly named: readonly string[];
  /** It has compared the name with what the request said of it, in one step with the writing. */
  readonly hasCompared: boolean;
}

/** A registry's no to a manifest. */
export interface Refused {
  readonly status: number;
  readonly said: Complaint;
  /** What it is unless somebody knows better. */
  readonly error: Error;
}

export interface Writing {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** A name to put on what is written by its digest, where the registry can. */
  readonly named?: Tag | undefined;
  readonly special?: (refused: Refused) => Error | undefined;
  readonly isUrgent?: boolean;
}

/**
 * Writes a manifest under a tag or its digest.
 * @throws NotThere when a blob of it is missing, and what `special` makes of the refusal
 */
export async function writeManifest(
  client: RegistryClient,
  at: Tag | Digest,
  manifest: Writing,
): Promise<Stored> {
  const { descriptor, bytes, named, special, isUrgent = false } = manifest;
  const what = `the manifest ${placeOf(client, at)}`;
  const call: Call = {
    method: 'PUT',
    url: client.url(`manifests/${at}`, named === undefined ? {} : { tag: named }),
    access: 'push',
    headers: { 'content-type': descriptor.mediaType, ...manifest.headers },
    body: bytes,
    isUrgent,
  };
  return client.call(call, async (answer) => {
    const { status, headers } = answer;
    if (status !== 201) {
      let said: Complaint = { codes: [], says: '' };
      const error = await client.refusal(call, answer, (heard) => {
        said = heard;
        return refused(heard, what, client);
      });
      throw special?.({ status, said, error }) ?? error;
    }
    await discard(answer);
    const stored = headers['docker-content-digest'];
    if (stored?.startsWith('sha256:') === true && stored !== descriptor.digest) {
      throw new Corrupt(what, `the registry stored it as ${JSON.stringify(stored)}`);
    }
    return {
      knowsSubject: headers['oci-subject'] !== undefined,
      named: (headers['oci-tag'] ?? '').split(',').map((name) => name.trim()),
      hasCompared: headers[comparesTags] === 'true',
    };
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
