import { Readable } from 'node:stream';

import type { Descriptor } from './descriptor.ts';
import { digestOf } from './digest.ts';
import type { Repository } from './repository.ts';

/** Stores bytes that are in memory as a blob, unless it is there. @returns its descriptor */
export async function putBytes(
  to: Repository,
  bytes: Uint8Array,
  mediaType: string,
  how: { readonly signal?: AbortSignal } = {},
): Promise<Descriptor> {
  const descriptor = { mediaType, digest: digestOf(bytes), size: bytes.length };
  const open = async (from: number) => Readable.from([bytes.subarray(from)], { objectMode: false });
  await to.putBlob(descriptor, open, how);
  return descriptor;
}
