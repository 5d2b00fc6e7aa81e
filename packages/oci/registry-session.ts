import { setTimeout as sleep } from 'node:timers/promises';

import type { Digest } from './digest.ts';
import { Denied, NotThere } from './errors.ts';
import { discard, type Answer } from './registry-answer.ts';
import type { Call, RegistryClient } from './registry-client.ts';
import { locate } from './registry-send.ts';

type Signal = AbortSignal | undefined;

/** An upload that a registry has opened for us. Its place is another one after each answer. */
export interface Session {
  readonly url: URL;
  /** A piece that is not the last one has at least so many bytes. */
  readonly leastBytes: number;
}

const partingMs = 2_000;

/** Opens an upload. */
export async function beginSession(client: RegistryClient, signal: Signal): Promise<Session> {
  const session = await post(client, { method: 'POST', ...place(client, {}), signal });
  if (session !== 'mounted') return session;
  throw new Denied(`writing ${client.name}`, `${client.base.host} took a blob that it has not got`);
}

/**
 * Asks the registry to take the blob from another repository. Where it does not want to, it opens an upload, or
 * says so: undefined.
 */
export async function tryMount(
  client: RegistryClient,
  how: { readonly from: string; readonly digest: Digest; readonly signal: Signal },
): Promise<Session | 'mounted' | undefined> {
  const { from, digest, signal } = how;
  const asked = place(client, { mount: digest, from });
  try {
    return await post(client, { method: 'POST', ...asked, mount: from, signal });
  } catch (error) {
    if (error instanceof Denied || error instanceof NotThere) return undefined;
    throw error;
  }
}

const place = (client: RegistryClient, query: Readonly<Record<string, string>>) =>
  ({ url: client.url('blobs/uploads/', query), access: 'push' }) as const;

async function post(client: RegistryClient, call: Call): Promise<Session | 'mounted'> {
  const answer = await client.once(call);
  const { location, 'oci-chunk-min-length': least } = answer.headers;
  if (answer.status === 201 && call.mount !== undefined) {
    await discard(answer);
    return 'mounted';
  }
  if (answer.status !== 202 || location === undefined) throw await client.refusal(call, answer);
  await discard(answer);
  return {
    url: locate(client.name, location, answer.url),
    leastBytes: /^\d{1,15}$/.test(least ?? '') ? Number(least) : 0,
  };
}

/** The place of the session after an answer to one of its requests. */
export const moved = (client: RegistryClient, session: Session, answer: Answer): Session => {
  const { location } = answer.headers;
  return location === undefined
    ? session
    : { ...session, url: locate(client.name, location, answer.url) };
};

/** How many bytes the registry has, by the header that tells the last one. */
export function keptBytes(range: string | undefined): number | undefined {
  const last = /^(?:bytes=)?0-(\d{1,15})$/.exec(range ?? '')?.[1];
  // "0-0" is said for one byte and for none; so are other lengths that tell nothing.
  return last === undefined || last === '0' ? undefined : Number(last) + 1;
}

/** What the registry has of an upload that broke; undefined when that is nothing, or the session is gone. */
export async function resumable(
  client: RegistryClient,
  session: Session,
  signal: Signal,
): Promise<{ readonly session: Session; readonly bytes: number } | undefined> {
  const answer = await client.once({ method: 'GET', url: session.url, access: 'push', signal });
  await discard(answer);
  const bytes = keptBytes(answer.headers.range);
  const isOpen = answer.status === 204 || answer.status === 200 || answer.status === 202;
  return isOpen && bytes !== undefined
    ? { session: moved(client, session, answer), bytes }
    : undefined;
}

/** Frees what the registry keeps of an upload that we end. It is not waited for long, and need not work. */
export async function cancelSession(client: RegistryClient, { url }: Session): Promise<void> {
  const late = new AbortController();
  const { signal } = late;
  const cancelled = client
    .once({ method: 'DELETE', url, access: 'push', signal, isParting: true })
    .then(discard)
    .catch(() => undefined);
  // A token may have to be asked for first.
  await Promise.race([cancelled, sleep(partingMs, undefined, { ref: false })]);
  late.abort();
}
