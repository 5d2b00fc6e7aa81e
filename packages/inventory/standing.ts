import type { FileFacts, HiddenIn } from './facts.ts';

/** A fact that holds at the end. */
export interface Standing<Fact> {
  readonly fact: Fact;
  /** The file that says so. */
  readonly path: string;
  /** The lowest layer since which it holds without a break. */
  readonly since: number;
}

export interface Keys<Fact> {
  /** What is one thing, in whichever file it is said. */
  of(fact: Fact, path: string): string;
  /** Where this changes, another thing begins. */
  version(fact: Fact): string;
}

interface Said<Fact> {
  readonly fact: Fact;
  readonly path: string;
  /** The first layer in which the file is no longer there. */
  readonly until: number;
}

/** All that is said of one thing, the latest last, and since when it says the same. */
interface Thing<Fact> {
  readonly said: Said<Fact>[];
  version?: string;
  since: number;
}

/**
 * What holds in the final image of what the files of its layers, the lowest first, said. A file counts as a whole, in
 * each layer in which it is there; where two files speak of one thing, the one of the higher layer counts, and of one
 * layer the first in byte order. Looks at each fact as often as its file comes and goes.
 */
export function standing<Fact>(
  layers: readonly (readonly FileFacts<Fact>[])[],
  keys: Keys<Fact>,
  hiddenIn: HiddenIn,
): readonly Standing<Fact>[] {
  const things = new Map<string, Thing<Fact>>();
  const ending = new Map<number, FileFacts<Fact>[]>();
  for (const [layer, files] of layers.entries()) {
    const touched = new Set<Thing<Fact>>();
    for (const thing of thingsIn(ending.get(layer) ?? [], keys, things)) {
      dropGone(thing, layer);
      touched.add(thing);
    }
    ending.delete(layer);
    for (const file of wholeFiles(files)) {
      const until = hiddenIn(layer, file.path) ?? Infinity;
      if (until <= layer) continue;
      if (until < layers.length) listed(ending, until).push(file);
      for (const fact of file.facts) {
        const thing = thingAt(things, keys.of(fact, file.path));
        thing.said.push({ fact, path: file.path, until });
        touched.add(thing);
      }
    }
    for (const thing of touched) settle(thing, keys, layer);
  }
  return [...things.values()].flatMap(({ said, since }) => {
    const last = said.at(-1);
    return last === undefined ? [] : [{ fact: last.fact, path: last.path, since }];
  });
}

/** The last of each path, so that the one which counts most comes last. */
function wholeFiles<Fact>(files: readonly FileFacts<Fact>[]): readonly FileFacts<Fact>[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? 1 : -1));
}

function* thingsIn<Fact>(
  files: readonly FileFacts<Fact>[],
  keys: Keys<Fact>,
  things: ReadonlyMap<string, Thing<Fact>>,
): Generator<Thing<Fact>, void, undefined> {
  for (const { path, facts } of files) {
    for (const fact of facts) {
      const thing = things.get(keys.of(fact, path));
      if (thing !== undefined) yield thing;
    }
  }
}

function thingAt<Fact>(things: Map<string, Thing<Fact>>, key: string): Thing<Fact> {
  const known = things.get(key);
  if (known !== undefined) return known;
  const thing: Thing<Fact> = { said: [], since: 0 };
  things.set(key, thing);
  return thing;
}

function listed<Item>(lists: Map<number, Item[]>, key: number): Item[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: Item[] = [];
  lists.set(key, list);
  return list;
}

function dropGone<Fact>({ said }: Thing<Fact>, layer: number): void {
  for (let last = said.at(-1); last !== undefined && last.until <= layer; last = said.at(-1)) {
    said.pop();
  }
}

function settle<Fact>(thing: Thing<Fact>, keys: Keys<Fact>, layer: number): void {
  const last = thing.said.at(-1);
  const version = last === undefined ? undefined : keys.version(last.fact);
  if (version === thing.version) return;
  if (version === undefined) delete thing.version;
  else thing.version = version;
  thing.since = layer;
}
