import { expect, test } from '@jest/globals';

import { inventoryOf, type HiddenIn, type LayerFacts } from '#inventory';

/** Numbers below `n`, the same for the same seed. */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Layers that write, rewrite and remove a few files of a few packages; `undefined` is a file that goes. */
type Written = ReadonlyMap<
  string,
  readonly { readonly name: string; readonly version: string }[] | undefined
>;

function image(seed: number): readonly Written[] {
  const below = random(seed);
  const paths = ['status', 'status.d/a', 'status.d/b'].map((name) => `var/lib/dpkg/${name}`);
  return Array.from({ length: 1 + below(8) }, () => {
    const written = paths.filter(() => below(2) === 0);
    return new Map(
      written.map((path) => {
        const names = ['a', 'b', 'c'].filter(() => below(3) > 0);
        const facts = names.map((name) => ({ name, version: String(below(2)) }));
        return [path, below(4) === 0 ? undefined : facts] as const;
      }),
    );
  });
}

/** What stands after so many layers, each time from the ground: the latest file first, and of one layer the first. */
function after(layers: readonly Written[], count: number): ReadonlyMap<string, string> {
  const files = new Map(
    layers
      .slice(0, count)
      .flatMap((layer, at) => [...layer].map(([path, facts]) => [path, { at, path, facts }])),
  );
  const order = [...files.values()].sort((a, b) => b.at - a.at || (a.path < b.path ? -1 : 1));
  const found = new Map<string, string>();
  for (const { facts = [] } of order) {
    for (const { name, version } of facts) if (!found.has(name)) found.set(name, version);
  }
  return found;
}

function expected(layers: readonly Written[]) {
  const states = Array.from({ length: layers.length + 1 }, (_, count) => after(layers, count));
  return [...(states.at(-1) ?? [])]
    .map(([name, version]) => {
      const other = states.findLastIndex((state) => state.get(name) !== version);
      return `${name} ${version} ${other}`;
    })
    .sort();
}

test('2,000 random images are what they are when each layer is looked at from the ground', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const layers = image(seed);
    const facts: readonly LayerFacts[] = layers.map((layer) => ({
      dpkg: [...layer].flatMap(([path, facts]) => (facts === undefined ? [] : [{ path, facts }])),
    }));
    const hiddenIn: HiddenIn = (at, path) => {
      const found = layers.findIndex((layer, above) => above > at && layer.has(path));
      return found < 0 ? undefined : found;
    };
    const { packages } = inventoryOf(facts, hiddenIn);
    const ours = packages.map(({ name, version, layer }) => `${name} ${version} ${layer}`);
    expect([seed, ...ours.sort()]).toEqual([seed, ...expected(layers)]);
  }
});
