import { quote, UsageError } from '#io';

import type { VersionOrder } from './order.ts';
import { calver, defaultCalendarFormat } from './order-calver.ts';
import { maven } from './order-maven.ts';
import { orderNames, type OrderName } from './order-names.ts';
import { natural } from './order-natural.ts';
import { pep440 } from './order-pep440.ts';
import { revisions } from './order-revisions.ts';
import { semver } from './order-semver.ts';
import { defaultRevisionSuffix } from './revision-suffix.ts';

/** What an order may be told; each is of use to some of them. */
export interface OrderSettings {
  /** What stands before the count of rebuilds, for `revisions` and `calver`. */
  readonly revisionSuffix?: string;
  /** Of `calver`. */
  readonly format?: string;
}

const orders = {
  revisions: ({ revisionSuffix = defaultRevisionSuffix }: OrderSettings) =>
    revisions(revisionSuffix),
  semver: () => semver,
  pep440: () => pep440,
  calver: ({ format = defaultCalendarFormat, revisionSuffix = defaultRevisionSuffix }) =>
    calver(format, revisionSuffix),
  maven: () => maven,
  natural: () => natural,
} as const satisfies Readonly<Record<OrderName, (settings: OrderSettings) => VersionOrder>>;

const isOrderName = (name: string): name is OrderName => Object.hasOwn(orders, name);

/**
 * The order of versions that has this name.
 * @throws UsageError for a name, suffix or format that is none
 */
export function orderOf(name: string, settings: OrderSettings = {}): VersionOrder<OrderName> {
  if (isOrderName(name)) return orders[name](settings);
  throw new UsageError(
    `${quote(name)} is no order of versions: write one of ${orderNames.join(', ')}`,
  );
}
