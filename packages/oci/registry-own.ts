import type { Descriptor } from './descriptor.ts';
import type { RegistryClient } from './registry-client.ts';
import { retry } from './registry-retry.ts';
import { cancelSession, tryMount, type Session } from './registry-session.ts';

/** With larger blobs one more request is little of what they take. */
const smallBytes = 256 * 1024;
/** After so many blobs it is worth a request to learn how to do with one less for each. */
const worth = 8;

type Signal = AbortSignal | undefined;

/**
 * A blob that is mounted from the repository that it is to go to is there already; for one that is not there an
 * upload is opened: one request instead of two. The specification does not say that, so it is tried out, with one
 * blob before and after it is stored, and only a repository where both answers are right is asked so.
 */
export class OwnMounts {
  #seen = 0;
  #works: boolean | undefined;

  /** Are small blobs asked for so? */
  serveFor({ size }: Descriptor): boolean {
    return this.#works === true && size < smallBytes;
  }

  /** Stores a blob that is not there, and with one of them learns. */
  async store(
    client: RegistryClient,
    { descriptor, signal }: { readonly descriptor: Descriptor; readonly signal: Signal },
    send: (session: Session | undefined) => Promise<void>,
  ): Promise<void> {
    if (this.#works !== undefined || descriptor.size >= smallBytes || ++this.#seen < worth) {
      return send(undefined);
    }
    this.#works = false;
    const ask = async () => askOwn(client, { descriptor, signal });
    const before = await ask();
    await send(before === 'mounted' ? undefined : before);
    if (before === undefined || before === 'mounted') return;
    const after = await ask().catch(() => undefined);
    this.#works = after === 'mounted';
    if (after !== undefined && after !== 'mounted') await cancelSession(client, after);
  }
}

/** Undefined where that is refused. */
export const askOwn = async (
  client: RegistryClient,
  { descriptor: { digest }, signal }: { readonly descriptor: Descriptor; readonly signal: Signal },
): Promise<Session | 'mounted' | undefined> =>
  retry(client, async () => tryMount(client, { from: client.repository, digest, signal }));
