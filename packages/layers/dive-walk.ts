import { byBytes, type RawPath } from '#image';
import { given, hiddenBy, type DiveNode, type DiveTree } from './dive-tree.ts';

/** Where a walk over a layer stands: a directory of it, and what another tree has at the same path. */
export class DivePlace {
  readonly node: DiveNode;
  readonly above: DivePlace | undefined;
  /** `/a/b`, and `''` for the root. */
  readonly path: RawPath;
  /** Where Dive adds to the other tree: it cleans the path once more there, so that `..` at the root falls away. */
  readonly adds: DivePlace;
  /** In the other tree. */
  found: DiveNode | undefined;
  readonly #children: readonly DiveNode[];
  #next = 0;

  constructor(node: DiveNode, above: DivePlace | undefined, found: DiveNode | undefined) {
    this.node = node;
    this.above = above;
    this.path = above === undefined ? '' : `${above.path}/${node.name}`;
    this.found = found;
    this.adds = this.#addsAt();
    const children = [...(node.children?.values() ?? [])];
    this.#children = children.sort((a, b) => byBytes(a.name, b.name));
  }

  next(): DiveNode | undefined {
    return this.#children[this.#next++];
  }

  inside(node: DiveNode): DivePlace {
    return new DivePlace(node, this, this.found?.children?.get(node.name));
  }

  #addsAt(): DivePlace {
    const { above, node } = this;
    if (above === undefined || above.adds === above) {
      return above !== undefined && isAbove(node, above) ? above : this;
    }
    return isAbove(node, above) ? above.adds : above.adds.inside(node);
  }
}

/**
 * Walks a layer as Dive does it, children before their parents, siblings in byte order, without the root, and beside it
 * another tree, until `visit` gives false. `place` is where the node stands.
 */
export function bottomUp(
  layer: DiveTree,
  beside: DiveTree,
  visit: (node: DiveNode, place: DivePlace) => boolean,
): void {
  const places = [new DivePlace(layer.root, undefined, beside.root)];
  for (let place = places.at(-1); place !== undefined; place = places.at(-1)) {
    const child = place.next();
    if (child === undefined) {
      places.pop();
      if (place.above !== undefined && !visit(place.node, place.above)) return;
    } else if (child.children !== undefined) {
      places.push(place.inside(child));
    } else if (!visit(child, place)) return;
  }
}

/**
 * Puts a layer on a tree. Whiteouts hide as the walk meets them, and a directory that is only implied takes from the
 * tree what it knew of that directory.
 */
export function stackDive(tree: DiveTree, layer: DiveTree): void {
  bottomUp(layer, tree, (node, place) => {
    const hidden = hiddenBy(node.name);
    if (hidden !== undefined) remove(place, hidden);
    else if (!isAbove(node, place)) given(tree.child(made(tree, place.adds), node.name), node);
    return true;
  });
}

/** Where a place adds, with the parents that the tree lacks. */
function made(tree: DiveTree, place: DivePlace): DiveNode {
  const missing: DivePlace[] = [];
  let at: DivePlace | undefined = place;
  for (; at !== undefined && at.found === undefined; at = at.above) missing.push(at);
  let node = at?.found ?? tree.root;
  for (const next of missing.reverse()) {
    node = tree.child(node, next.node.name);
    next.found = node;
  }
  return node;
}

function remove(place: DivePlace, name: string): void {
  if (name !== '') {
    place.found?.children?.delete(name);
    return;
  }
  // A whiteout of nothing: its path is that of its directory.
  if (place.above === undefined) return;
  place.above.found?.children?.delete(place.node.name);
  place.found = undefined;
}

/** `..` is a name to Dive, but at the root alone: elsewhere it is cleaned away. */
const isAbove = (node: DiveNode, place: DivePlace): boolean =>
  node.name === '..' && place.adds.above === undefined;
