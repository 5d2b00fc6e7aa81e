import {
  byBytes,
  splitPath,
  type Attributes,
  type FileTree,
  type Leaf,
  type RawPath,
  type TreeNode,
} from '#image';

import { rootOwner, type Owner } from './owner.ts';

/** Something that a layer brings, as it is when the layer is complete. */
export interface Change {
  readonly path: RawPath;
  readonly node: TreeNode;
}

/** Changes a tree and remembers what a layer must hold to do the same. */
export class LayerDraft {
  readonly tree: FileTree;
  readonly #touched = new Set<RawPath>();

  constructor(tree: FileTree) {
    this.tree = tree;
  }

  put(path: RawPath, leaf: Leaf): void {
    this.tree.put(path, leaf);
    this.#touch(path);
  }

  directory(path: RawPath, attributes: Attributes): void {
    this.tree.putDirectory(path, attributes);
    if (path !== '') this.#touch(path);
  }

  /** Makes the directories that are missing on a resolved path; those that are there stay as they are. */
  ensure(path: RawPath, owner: Owner = rootOwner): void {
    if (this.tree.get(path) !== undefined) return;
    this.ensure(splitPath(path).parent, owner);
    this.directory(path, { mode: 0o755, ...owner, modified: 0 });
  }

  /**
   * Sorted by bytes, parents first. Directories on the way are in it with what the image has for them: engines
   * differ in what they make of one that is missing from a layer.
   */
  changes(): readonly Change[] {
    return [...this.#touched].sort(byBytes).flatMap((path) => {
      const node = this.tree.get(path);
      return node === undefined ? [] : [{ path, node }];
    });
  }

  #touch(path: RawPath): void {
    for (let at = path; at !== '' && !this.#touched.has(at); at = splitPath(at).parent) {
      this.#touched.add(at);
    }
  }
}
