import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

import { mediaType } from './descriptor.ts';
import { digestOf, type Digest } from './digest.ts';
import { Denied } from './errors.ts';
import type { Tag } from './reference.ts';
import { discard } from './registry-answer.ts';
import type { RegistryClient } from './registry-client.ts';
import { resolve } from './registry-manifests.ts';
import { writeManifest } from './registry-put.ts';
import { writeBlob } from './registry-uploads.ts';

/**
 * Removes a manifest with all its names.
 * @throws Denied where the registry removes none
 */
export async function removeManifest(client: RegistryClient, digest: Digest): Promise<boolean> {
  const found = await ask(client, digest);
  if (found === 'unsupported') throw unsupported(client, digest);
  return found === 'removed';
}

/**
 * Removes a name and leaves what it named. Where names cannot be removed, it is put on a manifest made for
 * that, and goes with it.
 * @throws Denied where the registry removes nothing
 */
export async function removeTag(client: RegistryClient, tag: Tag): Promise<boolean> {
  const found = await ask(client, tag);
  if (found !== 'unsupported') return found === 'removed';
  if ((await resolve(client, tag)) === undefined) return false;
  const standIn = makeStandIn();
  // Before the name is moved: a registry that removes no manifest would leave it there.
  if ((await ask(client, standIn.descriptor.digest)) !== 'absent') throw unsupported(client, tag);
  await writeBlob(client, { ...standIn.config, mount: undefined, signal: undefined });
  await writeManifest(client, tag, standIn);
  return removeManifest(client, standIn.descriptor.digest);
}

const unsupported = (client: RegistryClient, what: string) =>
  new Denied(
    `removing ${JSON.stringify(what)} from ${client.name}`,
    `${client.base.host} does not remove it by its API; use the registry's own pages or retention rules`,
  );

async function ask(
  client: RegistryClient,
  at: Tag | Digest,
): Promise<'removed' | 'absent' | 'unsupported'> {
  const url = client.url(`manifests/${at}`);
  const call = { method: 'DELETE', url, access: 'delete' } as const;
  return client.call(call, async (answer) => {
    const found = meanings[answer.status];
    if (found === undefined) throw await client.refusal(call, answer);
    await discard(answer);
    return found;
  });
}

const meanings: Readonly<Record<number, 'removed' | 'absent' | 'unsupported'>> = {
  200: 'removed',
  202: 'removed',
  204: 'removed',
  400: 'unsupported',
  404: 'absent',
  405: 'unsupported',
  501: 'unsupported',
};

/** A manifest that nobody else has. */
function makeStandIn() {
  const content = Buffer.from('{}');
  const config = {
    mediaType: mediaType.empty,
    digest: digestOf(content),
    size: content.byteLength,
  };
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaType.manifest,
      artifactType: 'application/vnd.oci.empty.v1+json',
      config,
      layers: [config],
      annotations: { 'dev.ecluse.removed': randomUUID() },
    }),
  );
  return {
    descriptor: { mediaType: mediaType.manifest, digest: digestOf(bytes), size: bytes.byteLength },
    bytes,
    config: {
      descriptor: config,
      open: async () => Readable.from([content], { objectMode: false }),
    },
  };
}
