interface Placed {
  readonly name: string;
  readonly after: readonly string[];
}

/**
 * Sorts so that each stands behind those that it comes after, else as given; or names a circle. Names that are not in the
 * list are passed over.
 */
export function order<T extends Placed>(
  all: readonly T[],
): { readonly ordered: readonly T[] } | { readonly circle: readonly string[] } {
  const ordered: T[] = [];
  let rest = all;
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ name }) => name));
    const ready = rest.filter(({ after }) => !after.some((name) => waiting.has(name)));
    if (ready.length === 0) return { circle: circleIn(rest) };
    ordered.push(...ready);
    rest = rest.filter((one) => !ready.includes(one));
  }
  return { ordered };
}

/** Each of them waits for another one: going on from any ends in the circle. */
function circleIn(rest: readonly Placed[]): readonly string[] {
  const byName = new Map(rest.map((one) => [one.name, one]));
  const way: string[] = [];
  let [one] = rest;
  while (one !== undefined) {
    const start = way.indexOf(one.name);
    if (start >= 0) return way.slice(start);
    way.push(one.name);
    one = one.after.map((name) => byName.get(name)).find((next) => next !== undefined);
  }
  return way;
}
