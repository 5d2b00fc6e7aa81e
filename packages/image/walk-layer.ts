import { hash } from 'node:crypto';

import type { Collector, FileFacts } from '#inventory';
import { algorithmOf, Check, Corrupt, Hasher, type Descriptor, type Digest } from '#oci';

import type { BodyReader } from './body.ts';
import { tarLimits } from './entry.ts';
import type { Fed } from './fed.ts';
import type { LayerId, UnverifiedId } from './layer-index.ts';
import type { Walked } from './layer-index-write.ts';
import { listed } from './listing.ts';
import { Packing } from './packing.ts';
import { cleanPath, type RawPath } from './path.ts';
import { ByteReader, type Seek } from './reader.ts';
import { opened } from './uncompressed.ts';
import { Walker, type Member } from './walker.ts';
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

/** The stored bytes of a layer. Each chunk need only be there until the next one is asked for. */
export type Stored = AsyncIterable<Uint8Array> & {
  /** Where it has one, bytes that nobody hashes need not be read. */
  readonly seek?: Seek;
};

interface Found {
  readonly collector: Collector<unknown>;
  readonly files: Map<RawPath, FileFacts<unknown>>;
}

/**
 * Reads a layer once, from its stored bytes: what is in it, and what the collectors find.
 * @throws Corrupt for bytes that are not those of the descriptor or of the diffID, and for what is no layer
 */
export async function walkLayer(
  stored: Stored,
  request: WalkRequest,
  collectors: readonly Collector<unknown>[],
): Promise<Walked> {
  const { what, blob, diffId, verify, maxBytes } = request;
  const check = verify ? new Check(blob, what) : undefined;
  const limits = { what, inThread: true, ...(maxBytes === undefined ? {} : { maxBytes }) };
  const { compression, plain } = await opened(
    check === undefined ? stored : checked(stored, check),
    limits,
  );
  const algorithm = diffId === undefined ? 'sha256' : algorithmOf(diffId);
  // What is stored plain is one and the same stream, and hashed once.
  const isSame = compression === 'none' && algorithm === algorithmOf(blob.digest);
  const hasher = verify && !isSame ? new Hasher(algorithm) : undefined;
  let sizeBytes = 0;
  const seek: Seek = (length) => {
    const passed = compression === 'none' && !verify ? (stored.seek?.(length) ?? 0) : 0;
    sizeBytes += passed;
    return passed;
  };
  const packing = new Packing();
  const found = collectors.map((collector): Found => ({ collector, files: new Map() }));
  const walk = walkOver(new ByteReader(seek), request, { packing, found });
  let isDone = walk.next().done;
  for await (const bytes of plain) {
    sizeBytes += bytes.length;
    hasher?.update(bytes);
    if (isDone !== true) isDone = walk.next(bytes).done;
  }
  if (isDone !== true) walk.next();
  check?.end();
  return {
    layer: idOf(request, hasher?.digest() ?? (verify ? blob.digest : undefined)),
    sizeBytes,
    packing,
    hashed: request.hash ? 'sha256' : 'none',
    facts: new Map(
      found.map(({ collector: { name, version }, files }) => [
        name,
        { version, found: [...files.values()] },
      ]),
    ),
  };
}

async function* checked(
  stored: AsyncIterable<Uint8Array>,
  check: Check,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const bytes of stored) {
    check.add(bytes);
    yield bytes;
  }
}

function* walkOver(
  reader: ByteReader,
  { what, hash: isHashed }: WalkRequest,
  { packing, found }: { readonly packing: Packing; readonly found: readonly Found[] },
): Fed<void> {
  const walker = new Walker(reader, { ...tarLimits, what });
  for (;;) {
    const member = walker.here() ?? (yield* walker.next());
    if (member === undefined) return;
    const path = cleanPath(member.path);
    const wanting =
      path === undefined || !(member.kind === 'file' || member.kind === 'hardlink')
        ? []
        : found.filter(({ collector }) => collector.wants(path, member.sizeBytes));
    const keep = wanting.some(({ collector }) => isReadable(member, collector));
    const { body, sizeBytes } = member;
    const { sha256, bytes } =
      body === undefined || !(isHashed || keep)
        ? nothing
        : yield* read(body, sizeBytes, { isHashed, keep });
    for (const { collector, files } of wanting) {
      const file = factsOf(
        path ?? '',
        isReadable(member, collector) ? bytes : undefined,
        collector,
      );
      // Of what stands there twice the last counts, also when there is nothing in it.
      files.delete(path ?? '');
      if (file !== undefined) files.set(file.path, file);
    }
    packing.add(listed(member, sha256), path);
  }
}

function idOf({ what, blob, diffId }: WalkRequest, proven: Digest | undefined): LayerId {
  if (proven === undefined) return { unverified: `unverified:${blob.digest}` as UnverifiedId };
  if (diffId === undefined || diffId === proven) return { diffId: proven };
  throw new Corrupt(what, `its content is ${proven}, and the image says ${diffId}`);
}

/** Neither too large, nor stored sparse or under another name. */
const isReadable = ({ body, sizeBytes }: Member, { maxBytes }: Collector<unknown>): boolean =>
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

interface Content {
  readonly sha256?: string;
  readonly bytes?: Buffer;
}
const nothing: Content = {};

/** The hash of a body, and the bytes of one that is wanted. */
function* read(
  body: BodyReader,
  sizeBytes: number,
  how: { readonly isHashed: boolean; readonly keep: boolean },
): Fed<Content> {
  const kept: Uint8Array[] = [];
  let sha256: string | undefined;
  let hasher: Hasher | undefined;
  for (;;) {
    const part = yield* body.next();
    if (part === undefined) break;
    // Copied: a chunk belongs to the walk that gave it.
    if (how.keep) kept.push(Uint8Array.from(part));
    if (!how.isHashed) continue;
    if (part.byteLength === sizeBytes) sha256 = hash('sha256', part, 'hex');
    else hasher = (hasher ?? new Hasher()).update(part);
  }
  sha256 ??= hasher?.digest().slice('sha256:'.length);
  return {
    ...(how.isHashed ? { sha256: sha256 ?? hash('sha256', '', 'hex') } : {}),
    ...(how.keep ? { bytes: Buffer.concat(kept) } : {}),
  };
}
