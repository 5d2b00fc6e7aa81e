import { buffer } from 'node:stream/consumers';

import * as v from 'valibot';

import { annotation, artifactType, kindOf } from '#io';
import {
  algorithmOf,
  Corrupt,
  hexOf,
  isIndex,
  mediaType,
  parseJson,
  parseManifest,
  putBytes,
  type Descriptor,
  type Digest,
  type Repository,
} from '#oci';

const statementType = 'https://in-toto.io/Statement/v1';
const payloadType = 'application/vnd.in-toto+json';
const maxBytes = 1024 * 1024;
/** More statements of one kind on one digest, readable or not, are somebody's flood and no history. */
const maxStatements = 1000;
const maxBytesOfAll = 16 * maxBytes;

const emptyConfig = new TextEncoder().encode('{}');

/** What is said about a digest, and the artifact that says it. */
export interface Said<P> {
  readonly predicate: P;
  readonly artifact: Digest;
}

/**
 * Says something about a digest: an in-toto statement (not signed yet), stored beside the image as a
 * referrer. https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md
 * @param name of the document: it gives predicate type and artifact type
 */
export async function say(
  repository: Repository,
  subject: Descriptor,
  name: string,
  predicate: Readonly<Record<string, unknown>>,
  annotations: Readonly<Record<string, string>>,
): Promise<Descriptor> {
  const statement = {
    _type: statementType,
    subject: [
      { name: repository.name, digest: { [algorithmOf(subject.digest)]: hexOf(subject.digest) } },
    ],
    predicateType: kindOf(name),
    predicate,
  };
  const payload = await putBytes(
    repository,
    new TextEncoder().encode(JSON.stringify(statement)),
    payloadType,
  );
  const config = await putBytes(repository, emptyConfig, mediaType.empty);
  const manifest = {
    schemaVersion: 2,
    mediaType: mediaType.manifest,
    artifactType: artifactType(name),
    config,
    layers: [payload],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    annotations,
  };
  return repository.putManifest(
    new TextEncoder().encode(JSON.stringify(manifest)),
    mediaType.manifest,
  );
}

/**
 * All that was said under this name about a digest. What does not read as such a statement is passed over.
 * @throws Corrupt for a flood: a part of what was said could be the part that somebody wants to be seen
 */
export async function said<P>(
  repository: Repository,
  subject: Digest,
  name: string,
  schema: v.GenericSchema<unknown, P>,
): Promise<readonly Said<P>[]> {
  const found: Said<P>[] = [];
  const what = `what is said of ${subject} as ${name}`;
  let looked = 0;
  let bytes = 0;
  for await (const { digest } of repository.referrers(subject, artifactType(name))) {
    looked += 1;
    if (looked > maxStatements) throw new Corrupt(what, `there are more than ${maxStatements}`);
    const payload = await payloadOf(repository, digest, subject);
    if (payload === undefined) continue;
    bytes += payload.length;
    if (bytes > maxBytesOfAll) throw new Corrupt(what, `it has more than ${maxBytesOfAll} bytes`);
    const parsed = v.safeParse(schema, predicateIn(payload, { subject, name }));
    if (parsed.success) found.push({ predicate: parsed.output, artifact: digest });
  }
  return found;
}

/**
 * Was this said already? Asked of the list of referrers alone, where an annotation tells one statement from another; a
 * registry that keeps no annotations in its list is believed.
 */
export async function isSaid(
  repository: Repository,
  subject: Digest,
  what: { readonly name: string; readonly key: string; readonly value: string },
): Promise<boolean> {
  const { name, key, value } = what;
  for await (const { annotations } of repository.referrers(subject, artifactType(name))) {
    const text = annotations?.[key];
    if (text === undefined || text === value) return true;
  }
  return false;
}

const statementSchema = v.object({
  _type: v.literal(statementType),
  subject: v.array(v.object({ digest: v.record(v.string(), v.string()) })),
  predicateType: v.string(),
  predicate: v.unknown(),
});

/** The statement in an artifact, as it is stored; undefined when the artifact is none of ours about this digest. */
async function payloadOf(
  repository: Repository,
  artifact: Digest,
  subject: Digest,
): Promise<Uint8Array | undefined> {
  const stored = await repository.manifest(artifact);
  if (stored === undefined) return undefined;
  const { bytes, descriptor } = stored;
  const manifest = unlessCorrupt(() => parseManifest(bytes, descriptor.mediaType));
  if (manifest === undefined || isIndex(manifest)) return undefined;
  if (manifest.subject?.digest !== subject) return undefined;
  const payload = manifest.layers.find((layer) => layer.mediaType === payloadType);
  if (payload === undefined || payload.size > maxBytes) return undefined;
  return buffer(await repository.blob(payload));
}

/** Undefined unless it is a statement of this name about this very digest. */
function predicateIn(
  bytes: Uint8Array,
  { subject, name }: { readonly subject: Digest; readonly name: string },
): unknown {
  const json = unlessCorrupt(() => parseJson(bytes, 'a statement'));
  const statement = v.safeParse(statementSchema, json);
  if (!statement.success || statement.output.predicateType !== kindOf(name)) return undefined;
  const about = statement.output.subject.some(
    ({ digest }) => digest[algorithmOf(subject)] === hexOf(subject),
  );
  return about ? statement.output.predicate : undefined;
}

/** Anybody may write anything beside an image. What storage cannot give stays an error: it may be the one that counts. */
function unlessCorrupt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Corrupt) return undefined;
    throw error;
  }
}

/** Annotations by which a reader of the referrers finds a statement without opening it. */
export const about = (environment: string, at: Date): Readonly<Record<string, string>> => ({
  [annotation.created]: at.toISOString(),
  [annotation.environment]: environment,
});
