import { hash } from 'node:crypto';

import type { Collector, FileFacts } from '#inventory';
import { algorithmOf, Check, Corrupt, Hasher, type Descriptor, type Digest } from '#oci';

import { entries } from './entries.ts';
import type { Entry } from './entry.ts';
import type { LayerId, UnverifiedId } from './layer-index.ts';
import type { Walked } from './layer-index-file.ts';
import { listed } from './listing.ts';
import { Packing } from './packing.ts';
import { cleanPath, rawOf, type RawPath } from './path.ts';
import { uncompressed } from './uncompressed.ts';

export interface WalkRequest {
  /** For the sentence of an error: `layer 3 of …`. */
  readonly what: string;
  /** The blob as it is stored. */
  readonly blob: Descriptor;
  /** What the image says that the plain tar hashes to. */
  readonly diffId: Digest | undefined;
  /** Digest and diffID are looked at; a layer that was not verified gets no name that others could take for one. */
  readonly verify: boolean;
  /** Also the SHA-256 of every file. */
  readonly hash: boolean;
  /** Of the plain tar. */
  readonly maxBytes?: number;
}

/**
 * Reads a layer once, from its stored bytes: what is in it, and what the collectors find.
 * @throws Corrupt for bytes that are not those of the descriptor or of the diffID, and for what is no layer
 */
export async function walkLayer(
  stored: AsyncIterable<Uint8Array>,
  request: WalkRequest,
  collectors: readonly Collector<unknown>[],
): Promise<Walked> {
  const { what, blob, diffId, verify, maxBytes } = request;
  const check = verify ? new Check(blob, what) : undefined;
  const hasher = verify ? new Hasher(diffId && algorithmOf(diffId)) : undefined;
  const limits = { what, inThread: true, ...(maxBytes === undefined ? {} : { maxBytes }) };
  let sizeBytes = 0;
  const plain = seen(
    uncompressed(
      seen(stored, (bytes) => check?.add(bytes)),
      limits,
    ),
    (bytes) => {
      sizeBytes += bytes.byteLength;
      hasher?.update(bytes);
    },
  );
  const packing = new Packing();
  const found = collectors.map((collector) => ({ collector, files: [] as FileFacts<unknown>[] }));
  for await (const entry of entries(plain, { what })) {
    const path = cleanPath(rawOf(entry.path));
    const wanting = found.filter(({ collector }) => isWanted(entry, path, collector));
    const keep = wanting.some(({ collector }) => isReadable(entry, collector));
    const { sha256, bytes } = await read(entry, { hash: request.hash, keep });
    for (const { collector, files } of wanting) {
      const file = factsOf(path ?? '', isReadable(entry, collector) ? bytes : undefined, collector);
      if (file !== undefined) files.push(file);
    }
    packing.add(listed(entry, sha256));
  }
  check?.end();
  return {
    layer: idOf(request, hasher?.digest()),
    sizeBytes,
    packing,
    hashed: request.hash ? 'sha256' : 'none',
    facts: new Map(
      found.map(({ collector: { name, version }, files }) => [name, { version, found: files }]),
    ),
  };
}

function idOf({ what, blob, diffId }: WalkRequest, proven: Digest | undefined): LayerId {
  if (proven === undefined) return { unverified: `unverified:${blob.digest}` as UnverifiedId };
  if (diffId === undefined || diffId === proven) return { diffId: proven };
  throw new Corrupt(what, `its content is ${proven}, and the image says ${diffId}`);
}

const isWanted = (
  { kind, sizeBytes }: Entry,
  path: RawPath | undefined,
  collector: Collector<unknown>,
): boolean =>
  (kind === 'file' || kind === 'hardlink') &&
  path !== undefined &&
  collector.wants(path, sizeBytes);

/** Neither too large, nor stored sparse or under another name. */
const isReadable = ({ body, sizeBytes }: Entry, { maxBytes }: Collector<unknown>): boolean =>
  body !== undefined && sizeBytes <= maxBytes;

/** That a file was not read is a fact too: nothing found in it would say that nothing is in it. */
function factsOf(
  path: RawPath,
  bytes: Uint8Array | undefined,
  collector: Collector<unknown>,
): FileFacts<unknown> | undefined {
  if (bytes === undefined) return { path, facts: [], unread: true };
  const facts = collector.parse(path, bytes);
  return facts.length === 0 ? undefined : { path, facts };
}

/** The hash of a body, and the bytes of one that is wanted. */
async function read(
  { body, sizeBytes }: Entry,
  how: { readonly hash: boolean; readonly keep: boolean },
): Promise<{ readonly sha256?: string; readonly bytes?: Buffer }> {
  if (body === undefined || !(how.hash || how.keep)) return {};
  const kept: Uint8Array[] = [];
  let sha256: string | undefined;
  let hasher: Hasher | undefined;
  for await (const part of body()) {
    // Copied: a chunk belongs to the walk that gave it.
    if (how.keep) kept.push(Uint8Array.from(part));
    if (!how.hash) continue;
    if (part.byteLength === sizeBytes) sha256 = hash('sha256', part, 'hex');
    else hasher = (hasher ?? new Hasher()).update(part);
  }
  sha256 ??= hasher?.digest().slice('sha256:'.length);
  return {
    ...(how.hash ? { sha256: sha256 ?? hash('sha256', '', 'hex') } : {}),
    ...(how.keep ? { bytes: Buffer.concat(kept) } : {}),
  };
}

async function* seen(
  source: AsyncIterable<Uint8Array>,
  look: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const bytes of source) {
    look(bytes);
    yield bytes;
  }
}
