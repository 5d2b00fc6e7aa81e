import { joinPath, type Listing, splitPath, type RawPath } from '#image';
import { Corrupt } from '#oci';

import { roleOf } from './rootfs-role.ts';

/** What a file's names lead to, and what anything else is that is no directory. */
export interface Inode {
  /** Where it is stored: a layer, and its entry there. */
  readonly layer: number;
  readonly ordinal: number;
  readonly bytes: number;
  /** In the tree as it stands. */
  names: number;
}

interface Directory {
  readonly children: Map<string, Directory | Inode>;
  /** It was taken out of the tree. */
  isGone: boolean;
}

const emptyDirectory = (): Directory => ({ children: new Map(), isGone: false });

/** A name in a folder of the layer that is put on top. */
interface Spot {
  readonly path: RawPath;
  readonly number: number;
  readonly name: string;
}

/** Why nothing leads to an inode any more; `ignored` is what engines never unpack. */
export type Loss = 'rewritten' | 'deleted' | 'opaque' | 'replaced' | 'ignored';

/** Is told of each inode whose last name goes, and what took its path. */
export type Lost = (inode: Inode, reason: Loss, by?: Inode) => void;

/** An inode under one of its names. */
export interface Kept {
  /** A clean path. */
  readonly folder: RawPath;
  readonly name: string;
  readonly inode: Inode;
}

/**
 * The file system that layers make, by the rules of engines: whiteouts and opaque directories hide lower layers alone,
 * what is no directory takes the place of one with all below, names of a hard link share their content.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
export class RootFs {
  readonly #root = emptyDirectory();
  readonly #lost: Lost;
  readonly #maxNodes: number;
  #nodes = 0;
  #layer = -1;
  #bytes = 0;
  /** The folders of the layer that is put on top, as far as they were looked for. */
  #folders: (Directory | undefined)[] = [];

  constructor(lost: Lost, maxNodes: number) {
    this.#lost = lost;
    this.#maxNodes = maxNodes;
  }

  /** Of all that names lead to. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * Puts the next layer on top, and gives the bytes of all its entries.
   * @throws Corrupt for a tree over the limit
   */
  apply(listing: Listing): number {
    this.#layer++;
    this.#hide(listing);
    this.#folders = [];
    let storedBytes = 0;
    for (let ordinal = 0; ordinal < listing.count; ordinal++) {
      const bytes = listing.sizeBytes(ordinal);
      storedBytes += bytes;
      const inode = { layer: this.#layer, ordinal, bytes, names: 0 };
      if (!this.#add(listing, inode) && bytes > 0) this.#lost(inode, 'ignored');
    }
    return storedBytes;
  }

  /** False for what engines do not unpack. */
  #add(listing: Listing, inode: Inode): boolean {
    const { ordinal } = inode;
    const folder = listing.folder(ordinal);
    const name = listing.name(ordinal);
    const path = listing.folders[folder];
    if (path === undefined) return false;
    if (listing.isMarked(ordinal) && roleOf(joinPath(path, name)).role !== 'entry') return false;
    const kind = listing.kind(ordinal);
    if (kind === 'directory') this.#directory(name === '' ? path : joinPath(path, name));
    else if (name === '') return false;
    else {
      const target =
        kind === 'hardlink' ? this.#linked(listing.entry(ordinal).link ?? '') : undefined;
      this.#put({ path, number: folder, name }, target ?? inode);
    }
    return true;
  }

  /** Each inode once, under the first of its names, folder by folder. */
  *kept(): Generator<Kept, void, undefined> {
    const seen = new Set<Inode>();
    const todo: (readonly [RawPath, Directory])[] = [['', this.#root]];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const [folder, { children }] = next;
      for (const [name, node] of children) {
        if ('children' in node) todo.push([joinPath(folder, name), node]);
        else if (node.names === 1 || !seen.has(node)) {
          if (node.names > 1) seen.add(node);
          yield { folder, name, inode: node };
        }
      }
    }
  }

  /** What a layer hides goes first, whatever the order of its entries. */
  #hide(listing: Listing): void {
    const whiteouts: RawPath[] = [];
    for (let ordinal = 0; ordinal < listing.count; ordinal++) {
      if (!listing.isMarked(ordinal)) continue;
      const { role, path } = roleOf(listing.entry(ordinal).path);
      if (role === 'whiteout') whiteouts.push(path);
      if (role === 'opaque') this.#clear(path);
    }
    for (const path of whiteouts) {
      const { parent, name } = splitPath(path);
      const directory = this.#get(parent);
      if (directory === undefined || !('children' in directory)) continue;
      const node = directory.children.get(name);
      if (node === undefined) continue;
      directory.children.delete(name);
      this.#drop(node, 'deleted');
    }
  }

  #clear(path: RawPath): void {
    const node = this.#get(path);
    if (node === undefined || !('children' in node)) return;
    for (const child of node.children.values()) this.#drop(child, 'opaque');
    node.children.clear();
  }

  #get(path: RawPath): Directory | Inode | undefined {
    let node: Directory | Inode | undefined = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      node = node !== undefined && 'children' in node ? node.children.get(name) : undefined;
    }
    return node;
  }

  /** What a hard link leads to; undefined when there is nothing or a directory, so that it is a thing of its own. */
  #linked(link: RawPath): Inode | undefined {
    const { role, path } = roleOf(link);
    const node = role === 'entry' ? this.#get(path) : undefined;
    return node === undefined || 'children' in node ? undefined : node;
  }

  #put({ path, number, name }: Spot, inode: Inode): void {
    // Before anything goes: what stands there may be, or hold, the last other name.
    if (inode.names++ === 0) this.#bytes += inode.bytes;
    const known = this.#folders[number];
    const { children } =
      known?.isGone === false ? known : (this.#folders[number] = this.#directory(path));
    const before = children.get(name);
    children.set(name, inode);
    if (before === undefined) this.#count();
    else this.#drop(before, 'children' in before ? 'replaced' : 'rewritten', inode);
  }

  /** The directory at a path, made with its parents where something else or nothing stands. */
  #directory(path: RawPath): Directory {
    let directory = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      let next = directory.children.get(name);
      if (next === undefined || !('children' in next)) {
        if (next === undefined) this.#count();
        else this.#drop(next, 'replaced');
        next = emptyDirectory();
        directory.children.set(name, next);
      }
      directory = next;
    }
    return directory;
  }

  #drop(node: Directory | Inode, reason: Loss, by?: Inode): void {
    const todo = [node];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if ('children' in next) {
        next.isGone = true;
        for (const child of next.children.values()) todo.push(child);
      } else if (--next.names === 0) {
        this.#bytes -= next.bytes;
        this.#lost(next, reason, by);
      }
    }
  }

  #count(): void {
    if (++this.#nodes > this.#maxNodes) {
      throw new Corrupt('the image', `it has more than ${this.#maxNodes} files and directories`);
    }
  }
}
