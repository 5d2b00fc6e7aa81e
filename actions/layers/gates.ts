import type { Values } from '#io';
import { comparisonsNamed, type LayersRules } from '#layers';

import type { inputs } from './inputs.ts';

/** What the inputs ask of the layers. @throws UsageError for a comparison that is none */
export const rulesOf = (input: Values<typeof inputs>): LayersRules => ({
  reclaimable: input.reclaimable,
  'max-size': input['max-size'],
  'max-size-growth': input['max-size-growth'],
  'max-layers': input['max-layers'],
  'max-pull-cost': input['max-pull-cost'],
  'lowest-efficiency': input['lowest-efficiency'],
  'highest-wasted-bytes': input['highest-wasted-bytes'],
  'highest-user-wasted-percent': input['highest-user-wasted-percent'],
  'not-root': input['not-root'],
  'no-worse': comparisonsNamed(input['no-worse']),
});
