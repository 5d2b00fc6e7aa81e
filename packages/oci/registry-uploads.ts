import type { RegistryClient } from './registry-client.ts';
import { blobSize } from './registry-blobs.ts';
import { askOwn } from './registry-own.ts';
import { retry } from './registry-retry.ts';
import { cancelSession, tryMount, type Session } from './registry-session.ts';
import { Transfer, type Upload } from './registry-transfer.ts';

/**
 * Stores a blob: taken by the registry from another repository, or sent with one POST and one PUT, or in pieces
 * where a registry takes no large body. What a broken connection left there is not sent again.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-blobs
 * @param upload with `mount`, the path of a repository that has the blob
 */
export async function writeBlob(
  client: RegistryClient,
  upload: Upload & { readonly mount: string | undefined },
): Promise<'stored' | 'mounted' | 'there'> {
  const { descriptor, signal, mount: from } = upload;
  const { digest } = descriptor;
  const { own } = client;
  const send = async (session: Session | undefined) => new Transfer(client, upload, session).run();
  if (from === undefined && own.serveFor(descriptor)) {
    const found = await askOwn(client, upload);
    if (found === 'mounted') return 'there';
    if (found !== undefined) return send(found).then(() => 'stored');
  }
  // A mount that works says that it is there, too.
  const mounted =
    from === undefined
      ? undefined
      : await retry(client, async () => tryMount(client, { from, digest, signal }));
  if (mounted === 'mounted') return 'mounted';
  if ((await blobSize(client, digest, signal)) !== undefined) {
    if (mounted !== undefined) await cancelSession(client, mounted);
    return 'there';
  }
  await (mounted === undefined ? own.store(client, upload, send) : send(mounted));
  return 'stored';
}
