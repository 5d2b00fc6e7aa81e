import { algorithmOf, hexOf, isDigest, type Digest } from './digest.ts';
import { isTag, type Tag } from './reference.ts';

const kinds = ['sig', 'att', 'sbom'] as const;

/**
 * The tags under which cosign keeps what it knows of a manifest where it does not use referrers.
 * https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
export const cosignTags = (digest: Digest): readonly Tag[] =>
  kinds
    .map((kind) => `${algorithmOf(digest)}-${hexOf(digest)}.${kind}`)
    .filter((tag) => isTag(tag));

export const isCosignTag = (name: string): boolean =>
  /^sha(?:256|512)-[0-9a-f]{64,128}\.(?:sig|att|sbom)$/.test(name);

/** The manifest that one of cosign's tags is about; undefined for other names. */
export function cosignSubject(name: string): Digest | undefined {
  if (!isCosignTag(name)) return undefined;
  const digest = name.replace('-', ':').replace(/\.[a-z]+$/, '');
  return isDigest(digest) ? digest : undefined;
}
