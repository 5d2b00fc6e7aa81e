import type { Policy } from '#config';
import type { History } from '#io';
import type { OpenRepository } from '#oci';

import type { LayersOf } from './layers.ts';
import type { Versions } from './versions.ts';

/** What a use case needs from outside: ports, the policy that counts, and who asks. */
export interface Ground {
  readonly open: OpenRepository;
  readonly policy: Policy;
  readonly history: History | undefined;
  /** What this run knows of versions already. */
  readonly versions: Versions;
  readonly now: () => Date;
  /** The run or the person, as it is written into statements. */
  readonly by: string;
  readonly signal: AbortSignal;
  readonly layers: LayersOf;
}
