import type { Values } from '#io';
import type { Reason } from '#metadata';
import { orderOf, type OrderName, type VersionOrder } from '#version';

import type { inputs } from './inputs.ts';

/**
 * The order that the inputs ask for, else that of the rules.
 * @param reasons why there are names, where rules have given them
 * @throws UsageError for a suffix that cannot be one
 */
export const orderIn = (
  input: Values<typeof inputs>,
  reasons: readonly Pick<Reason, 'rule' | 'version'>[] = [],
): VersionOrder =>
  orderOf(input.order ?? orderOfRules(reasons), { revisionSuffix: input['revision-suffix'] });

/** Rules that read versions in one way only want them compared in that way. */
function orderOfRules(reasons: readonly Pick<Reason, 'rule' | 'version'>[]): OrderName {
  const rules = new Set(
    reasons.flatMap(({ rule, version }) => (version === undefined ? [] : rule)),
  );
  const [first] = rules;
  return rules.size === 1 && (first === 'pep440' || first === 'calver') ? first : 'revisions';
}
