import type { Values } from '#io';
import { orderOf, type VersionOrder } from '#version';

import type { inputs } from './inputs.ts';

/** The order that the inputs ask for. @throws UsageError for a suffix that cannot be one */
export const orderIn = (input: Values<typeof inputs>): VersionOrder =>
  orderOf(input.order, { revisionSuffix: input['revision-suffix'] });
