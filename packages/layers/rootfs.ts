import { joinPath, type Listing, splitPath, type RawPath } from '#image';
import { Corrupt } from '#oci';

import { Inodes, type Inode } from './inodes.ts';
import { roleOf } from './rootfs-role.ts';

/** Names lead to directories and to numbers of inodes. */
type Node = Directory | number;

interface Directory {
  readonly children: Map<string, Node>;
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
export interface KeptFile {
  readonly name: string;
  readonly inode: Inode;
}
/** What a folder holds, the folders in it apart. */
export interface Kept {
  /** A clean path. */
  readonly folder: RawPath;
  /** To be asked for before the next folder is; of those with several names the ones that were not met. */
  readonly files: () => readonly KeptFile[];
}

/**
 * The file system that layers make, by the rules of engines: whiteouts and opaque directories hide lower layers alone,
 * what is no directory takes the place of one with all below, names of a hard link share their content.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
export class RootFs {
  readonly #root = emptyDirectory();
  readonly #inodes = new Inodes();
  readonly #lost: Lost;
  readonly #maxNodes: number;
  #nodes = 0;
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
    this.#hide(listing);
    this.#folders = [];
    const first = this.#inodes.add(listing);
    let storedBytes = 0;
    for (let ordinal = 0; ordinal < listing.count; ordinal++) {
      const bytes = listing.sizeBytes(ordinal);
      storedBytes += bytes;
      if (this.#add(listing, ordinal, first) || bytes === 0) continue;
      this.#lost(this.#inodes.get(first + ordinal), 'ignored');
    }
    return storedBytes;
  }

  /** False for what engines do not unpack. */
  #add(listing: Listing, ordinal: number, first: number): boolean {
    const number = listing.folder(ordinal);
    const name = listing.name(ordinal);
    const path = listing.folders[number];
    if (path === undefined) return false;
    if (listing.isMarked(ordinal) && roleOf(joinPath(path, name)).role !== 'entry') return false;
    const kind = listing.kind(ordinal);
    if (kind === 'directory') this.#directory(name === '' ? path : joinPath(path, name));
    else if (name === '') return false;
    else {
      const target =
        kind === 'hardlink' ? this.#linked(listing.entry(ordinal).link ?? '') : undefined;
      this.#put({ path, number, name }, target ?? first + ordinal);
    }
    return true;
  }

  /** Each inode once, under the first of its names, folder by folder. */
  *kept(): Generator<Kept, void, undefined> {
    const seen = new Set<number>();
    const todo: (readonly [RawPath, Directory])[] = [['', this.#root]];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const [folder, { children }] = next;
      children.forEach((node, name) => {
        if (typeof node !== 'number') todo.push([joinPath(folder, name), node]);
      });
      yield { folder, files: () => this.#files(children, seen) };
    }
  }

  #files(children: Directory['children'], seen: Set<number>): readonly KeptFile[] {
    const files: KeptFile[] = [];
    children.forEach((node, name) => {
      if (typeof node !== 'number') return;
      const isLinked = this.#inodes.names(node) > 1;
      if (isLinked && seen.has(node)) return;
      if (isLinked) seen.add(node);
      files.push({ name, inode: this.#inodes.get(node) });
    });
    return files;
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
      if (typeof directory !== 'object') continue;
      const node = directory.children.get(name);
      if (node === undefined) continue;
      directory.children.delete(name);
      this.#drop(node, 'deleted');
    }
  }

  #clear(path: RawPath): void {
    const node = this.#get(path);
    if (typeof node !== 'object') return;
    for (const child of node.children.values()) this.#drop(child, 'opaque');
    node.children.clear();
  }

  #get(path: RawPath): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      node = typeof node === 'object' ? node.children.get(name) : undefined;
    }
    return node;
  }

  /** What a hard link leads to; undefined when there is nothing or a directory, so that it is a thing of its own. */
  #linked(link: RawPath): number | undefined {
    const { role, path } = roleOf(link);
    const node = role === 'entry' ? this.#get(path) : undefined;
    return typeof node === 'number' ? node : undefined;
  }

  #put({ path, number, name }: Spot, inode: number): void {
    // Before anything goes: what stands there may be, or hold, the last other name.
    if (this.#inodes.names(inode, 1) === 1) this.#bytes += this.#inodes.bytes(inode);
    const known = this.#folders[number];
    const { children } =
      known?.isGone === false ? known : (this.#folders[number] = this.#directory(path));
    const before = children.get(name);
    children.set(name, inode);
    if (before === undefined) this.#count();
    else this.#drop(before, typeof before === 'number' ? 'rewritten' : 'replaced', inode);
  }

  /** The directory at a path, made with its parents where something else or nothing stands. */
  #directory(path: RawPath): Directory {
    let directory = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      let next = directory.children.get(name);
      if (typeof next !== 'object') {
        if (next === undefined) this.#count();
        else this.#drop(next, 'replaced');
        next = emptyDirectory();
        directory.children.set(name, next);
      }
      directory = next;
    }
    return directory;
  }

  #drop(node: Node, reason: Loss, by?: number): void {
    const todo = [node];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (typeof next !== 'number') {
        next.isGone = true;
        for (const child of next.children.values()) todo.push(child);
      } else if (this.#inodes.names(next, -1) === 0) {
        const inode = this.#inodes.get(next);
        this.#bytes -= inode.bytes;
        this.#lost(inode, reason, by === undefined ? undefined : this.#inodes.get(by));
      }
    }
  }

  #count(): void {
    if (++this.#nodes > this.#maxNodes) {
      throw new Corrupt('the image', `it has more than ${this.#maxNodes} files and directories`);
    }
  }
}
