import type { Result } from '#gate';
import { Failed } from '#io';
import { judgeLayers, type LayersFacts, type LayersRules, type Standing } from '#layers';
import type { Digest, Readable } from '#oci';

import type { Place } from './place.ts';

/** What the layers of an image are like, per platform. Who asks twice gets the same answer, and nothing is read again. */
export type LayersOf = (repository: Readable, digest: Digest) => Promise<readonly LayersFacts[]>;

export interface LayersCase {
  /** The image's own repository. */
  readonly own: Readable;
  readonly place: Place;
  readonly candidate: Digest;
  readonly standing: Digest | undefined;
}

/**
 * The gates over layers before one environment: each platform of the candidate is compared with the same one of what
 * stands there. What cannot be looked into passes nothing.
 */
export async function judgeLayersOf(
  rules: LayersRules,
  { own, place, candidate, standing }: LayersCase,
  layersOf: LayersOf,
): Promise<readonly Result[]> {
  try {
    const images = await layersOf(own, candidate);
    const before = standing === undefined ? [] : await layersOf(place.repository, standing);
    return images.flatMap((image) => judgeLayers(rules, image, counterpart(image, before, images)));
  } catch (error) {
    if (!(error instanceof Failed) || error.exit !== 3) throw error;
    return [{ gate: 'layers', outcome: 'not evaluated', reason: error.message, evidence: [] }];
  }
}

function counterpart(
  { platform }: LayersFacts,
  before: readonly LayersFacts[],
  { length }: readonly LayersFacts[],
): Standing {
  const [only] = before;
  if (before.length === 1 && length === 1) return only;
  return before.find((image) => image.platform === platform) ?? 'nothing';
}
