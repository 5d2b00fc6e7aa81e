import * as v from 'valibot';

import { maxProvenanceBytes } from '#layers';
import { algorithmOf, hexOf, parseJson, type Digest } from '#oci';

export const statementMediaType = 'application/vnd.in-toto+json';
export const envelopeMediaType = 'application/vnd.dsse.envelope.v1+json';

/** `application/vnd.dev.sigstore.bundle.v0.3+json`, or `…bundle+json;version=0.2` before that. */
export const isBundleType = (type: string): boolean =>
  /^application\/vnd\.dev\.sigstore\.bundle[.+]/.test(type);

/** Where it is written of what kind a statement is: by sigstore's bundles, BuildKit, and cosign. */
export const predicateKeys: readonly string[] = [
  'dev.sigstore.bundle.predicateType',
  'in-toto.io/predicate-type',
  'predicateType',
];
export const isProvenance = (predicateType: string): boolean =>
  predicateType.startsWith('https://slsa.dev/provenance/');

/** What names another predicate is none. */
export function mayBeProvenance(annotations: Readonly<Record<string, string>> = {}): boolean {
  const named = predicateKeys.flatMap((key) => annotations[key] ?? []);
  return named.length === 0 || named.some(isProvenance);
}

// https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md
const envelope = v.object({
  payload: v.string(),
  payloadType: v.literal(statementMediaType),
});
// https://docs.sigstore.dev/about/bundle/
const bundle = v.object({ dsseEnvelope: envelope });
const reading = { maxBytes: maxProvenanceBytes };

/**
 * The statement inside a DSSE envelope or a sigstore bundle, whose signature is not looked at; undefined when there is
 * none in it, but a signature of a message for example.
 * @throws Corrupt when it is no JSON
 */
export function statementIn(bytes: Uint8Array, what: string): Uint8Array | undefined {
  const json = parseJson(bytes, what, reading);
  const wrapped = v.safeParse(bundle, json);
  const plain = v.safeParse(envelope, json);
  const found = wrapped.success ? wrapped.output.dsseEnvelope : plain.success && plain.output;
  return found ? Buffer.from(found.payload, 'base64') : undefined;
}

const texts = v.fallback(v.record(v.string(), v.unknown()), {});
const subjects = v.object({
  subject: v.nullish(v.array(v.object({ digest: texts }))),
});

/**
 * Whether a statement is about one of these digests. One that names no subject is: what it is stored beside says it.
 * https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md
 */
export function isAbout(statement: unknown, digests: readonly Digest[]): boolean {
  const read = v.safeParse(subjects, statement);
  const all = read.success ? (read.output.subject ?? []) : [];
  if (read.success && all.length === 0) return true;
  return all.some(({ digest }) => digests.some((one) => digest[algorithmOf(one)] === hexOf(one)));
}
