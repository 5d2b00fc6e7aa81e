import type { Digest } from '#oci';

import type { Family } from './family.ts';

/** The digests that one image goes by: what was asked for, the index around it, the image of one platform in it. */
export interface Members {
  readonly asked: Digest;
  readonly index: Digest | undefined;
  readonly image: Digest | undefined;
}

export const membersOf = (asked: Digest, { index, image }: Family): Members => ({
  asked,
  index: index?.digest,
  image: image?.digest,
});

/** The index first: names and statements are about that. */
export const digestsOf = ({ asked, index, image }: Members): readonly Digest[] => [
  ...new Set([index, image, asked].filter((digest) => digest !== undefined)),
];

/** How a name that stands on a digest stands to the image; undefined: it does not. */
export function pointsTo({ asked, index, image }: Members, digest: Digest): string | undefined {
  if (digest === asked) return 'points here';
  if (digest === index) return 'points to its index';
  return digest === image ? 'points to its image for this platform' : undefined;
}
