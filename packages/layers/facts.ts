import { platformOf } from '#image';
import { formatPlatform } from '#oci';

import type { Analysis } from './analysis.ts';
import { diveOf } from './dive.ts';
import type { LayersFacts } from './gates/facts.ts';

/** What an analysis says to the gates. `dive`: also Dive's numbers, which take a walk of their own. */
export function factsOf(analysis: Analysis, { dive = false } = {}): LayersFacts {
  const { image, config, waste, user } = analysis;
  return {
    platform: formatPlatform(platformOf(image, config)),
    manifest: image.manifest,
    sizeBytes: waste.storedBytes,
    reclaimableBytes: waste.reclaimableBytes,
    root: user.root === 'unknown' ? undefined : user.root,
    rootWhy: user.why,
    dive: dive ? diveOf(analysis.listings) : undefined,
  };
}
