import { algorithmOf, hexOf, type Digest } from './digest.ts';

/**
 * The name under which the index of a manifest's referrers is kept where there is no API for them.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 */
export const referrersTag = (subject: Digest): string =>
  `${algorithmOf(subject)}-${hexOf(subject).slice(0, 64)}`;

export const isReferrersTag = (name: string): boolean => /^sha(?:256|512)-[0-9a-f]{64}$/.test(name);
