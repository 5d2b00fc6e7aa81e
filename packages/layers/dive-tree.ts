import { type Listing, cleanPath, splitPath, type RawPath } from '#image';
import { Corrupt } from '#oci';

/** What stands at a path of a tree as Dive builds it. */
export interface DiveNode {
  readonly name: string;
  children: Map<string, DiveNode> | undefined;
  /** Its entry in the layer; -1 for a directory that only its content implies, and then it is no directory to Dive. */
  ordinal: number;
  sizeBytes: number;
  isDirectory: boolean;
}

const whiteout = '.wh.';
const unseen = '.wh..wh..';

export const tooMany = (maxNodes: number): Corrupt =>
  new Corrupt('the image', `it has more than ${maxNodes} files and directories`);

/** The name that a whiteout hides, also an empty one; undefined for all other names. */
export const hiddenBy = (name: string): string | undefined =>
  name.startsWith(whiteout) ? name.slice(whiteout.length) : undefined;

const nodeOf = (name: string): DiveNode => ({
  name,
  children: undefined,
  ordinal: -1,
  sizeBytes: 0,
  isDirectory: false,
});

/** Paths with what Dive knows of them. */
export class DiveTree {
  readonly root = nodeOf('');
  readonly #maxNodes: number;
  #nodes = 0;
  #isPlain = true;
  #last: { readonly path: RawPath; readonly node: DiveNode } | undefined;

  constructor(maxNodes: number) {
    this.#maxNodes = maxNodes;
  }

  /** The child of this name, made when there is none. */
  child(parent: DiveNode, name: string): DiveNode {
    const found = parent.children?.get(name);
    if (found !== undefined) return found;
    if (++this.#nodes > this.#maxNodes) throw tooMany(this.#maxNodes);
    if (name === '..' || name.startsWith(whiteout)) this.#isPlain = false;
    const made = nodeOf(name);
    parent.children ??= new Map();
    parent.children.set(name, made);
    return made;
  }

  /** Would it be the same when it is put on itself? */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  /**
   * What a clean path leads to, made with its parents; undefined where markers and bookkeeping stand, which Dive drops.
   * While it is built nothing leaves it.
   */
  at(path: RawPath): DiveNode | undefined {
    const { parent, name } = splitPath(path);
    const known = this.#last?.path === parent ? this.#last.node : this.#folder(parent);
    if (known === undefined || name === '') return undefined;
    this.#last = { path: parent, node: known };
    return name.startsWith(unseen) ? undefined : this.child(known, name);
  }

  #folder(path: RawPath): DiveNode | undefined {
    let node = this.root;
    for (const name of path.split('/')) {
      if (name === '') continue;
      if (name.startsWith(unseen)) return undefined;
      node = this.child(node, name);
    }
    return node;
  }

  clone(): DiveTree {
    const copy = new DiveTree(this.#maxNodes);
    const todo: (readonly [DiveNode, DiveNode])[] = [[this.root, copy.root]];
    for (let pair = todo.pop(); pair !== undefined; pair = todo.pop()) {
      const [from, to] = pair;
      for (const child of from.children?.values() ?? []) {
        const made = copy.child(to, child.name);
        given(made, child);
        if (child.children !== undefined) todo.push([child, made]);
      }
    }
    return copy;
  }
}

/** Takes what is known of another. */
export function given(node: DiveNode, { ordinal, sizeBytes, isDirectory }: DiveNode): void {
  node.ordinal = ordinal;
  node.sizeBytes = sizeBytes;
  node.isDirectory = isDirectory;
}

export interface DiveLayer {
  readonly tree: DiveTree;
  /** Of all entries, those that are not in the tree too. */
  readonly sizeBytes: number;
}

/**
 * One layer as Dive reads it: of two entries at one path the later counts, and keeps what is below.
 * @throws Corrupt for a tree over the limit
 */
export function diveLayer(listing: Listing, maxNodes = 2_000_000): DiveLayer {
  const tree = new DiveTree(maxNodes);
  let layerBytes = 0;
  let ordinal = -1;
  for (const { path, kind, sizeBytes } of listing) {
    ordinal++;
    const clean = divePath(path);
    if (clean === '.') continue;
    layerBytes += sizeBytes;
    const node = tree.at(clean);
    if (node !== undefined) {
      node.ordinal = ordinal;
      node.sizeBytes = sizeBytes;
      node.isDirectory = kind === 'directory';
    }
  }
  return { tree, sizeBytes: layerBytes };
}

/** Clean as Go's `path.Clean` does it: a slash at the start stays, and so does a `..` that leads out. https://pkg.go.dev/path#Clean */
export function divePath(path: RawPath): RawPath {
  const slash = path.startsWith('/') ? '/' : '';
  const clean = cleanPath(path) ?? cleanUpwards(path);
  return slash + clean || '.';
}

function cleanUpwards(path: RawPath): RawPath {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push(part);
  }
  return parts.join('/');
}
