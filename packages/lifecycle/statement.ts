import { buffer } from 'node:stream/consumers';

import * as v from 'valibot';

import { annotation, artifactType, kindOf } from '#io';
import {
  algorithmOf,
  hexOf,
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
/** More statements of one kind on one digest are somebody's flood, not a history. */
const maxStatements = 1000;

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

/** All that was said under this name about a digest. What does not read as such a statement is passed over. */
export async function said<P>(
  repository: Repository,
  subject: Digest,
  name: string,
  schema: v.GenericSchema<unknown, P>,
): Promise<readonly Said<P>[]> {
  const found: Said<P>[] = [];
  for await (const { digest } of repository.referrers(subject, artifactType(name))) {
    const predicate = await readPredicate(repository, digest, { subject, name });
    const parsed = v.safeParse(schema, predicate);
    if (parsed.success) found.push({ predicate: parsed.output, artifact: digest });
    if (found.length >= maxStatements) break;
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

/** Undefined unless the artifact holds a statement of this name about this very digest. */
async function readPredicate(
  repository: Repository,
  artifact: Digest,
  { subject, name }: { readonly subject: Digest; readonly name: string },
): Promise<unknown> {
  const stored = await repository.manifest(artifact);
  if (stored === undefined) return undefined;
  const manifest = parseManifest(stored.bytes, stored.descriptor.mediaType);
  if ('manifests' in manifest || manifest.subject?.digest !== subject) return undefined;
  const payload = manifest.layers.find((layer) => layer.mediaType === payloadType);
  if (payload === undefined || payload.size > maxBytes) return undefined;
  const bytes = await buffer(await repository.blob(payload));
  const statement = v.safeParse(statementSchema, parseJson(bytes, `statement ${artifact}`));
  if (!statement.success || statement.output.predicateType !== kindOf(name)) return undefined;
  const about = statement.output.subject.some(
    ({ digest }) => digest[algorithmOf(subject)] === hexOf(subject),
  );
  return about ? statement.output.predicate : undefined;
}

/** Annotations by which a reader of the referrers finds a statement without opening it. */
export const about = (environment: string, at: Date): Readonly<Record<string, string>> => ({
  [annotation.created]: at.toISOString(),
  [annotation.environment]: environment,
});
