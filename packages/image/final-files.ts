import { Corrupt } from '#oci';

import type { Listed, Listing } from './listing.ts';
import { cleanPath, splitPath, type RawPath } from './path.ts';

/** A file, directory or link of the file system that an image has in the end. */
export interface FinalFile extends Listed {
  /** Clean. */
  readonly path: RawPath;
  /** The layer that put it there. */
  readonly layer: number;
  /** The layer that has its bytes: for a hard link that of the file that it names. */
  readonly bytesLayer: number;
  /** The same for all names of one file. A name alone has no size of its own. */
  readonly inode: number;
}

interface Node {
  file: FinalFile | undefined;
  children: Map<string, Node> | undefined;
}

/** Directories that no layer lists count too: one path can imply two thousand. */
const maxNodes = 4_000_000;
const opaque = '.wh..wh..opq';

/**
 * What the layers come to, lowest first, by the rules of OCI: a layer hides first and adds then, whatever the order
 * of its entries; hard links are the file that they name. In no certain order; directories that no layer lists are
 * not in it, nor are entries that no engine would unpack: paths out of the root, links to nothing.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 * @throws Corrupt when there are too many
 */
export function finalFiles(listings: readonly Listing[]): ReadonlyMap<RawPath, FinalFile> {
  const files = new Files();
  listings.forEach((listing, layer) => {
    files.apply(listing, layer);
  });
  return files.all();
}

class Files {
  readonly #root: Node = { file: undefined, children: new Map() };
  #nodes = 0;
  #inodes = 0;

  apply(listing: Listing, layer: number): void {
    for (const { path } of listing) if (path.includes('.wh.')) this.#hide(path);
    for (const entry of listing) this.#add(entry, layer);
  }

  all(): ReadonlyMap<RawPath, FinalFile> {
    const all = new Map<RawPath, FinalFile>();
    const open = [this.#root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.file !== undefined) all.set(node.file.path, node.file);
      for (const child of node.children?.values() ?? []) open.push(child);
    }
    return all;
  }

  #hide(written: RawPath): void {
    const path = cleanPath(written);
    if (path === undefined) return;
    const { parent, name } = splitPath(path);
    const directory = this.#find(parent);
    if (name === opaque) directory?.children?.clear();
    else if (isMarker(name)) directory?.children?.delete(name.slice('.wh.'.length));
  }

  #add(entry: Listed, layer: number): void {
    const path = cleanPath(entry.path);
    if (path === undefined) return;
    const { parent, name } = splitPath(path);
    if (name.startsWith('.wh.')) return;
    const target = entry.kind === 'hardlink' ? this.#target(entry) : undefined;
    if (entry.kind === 'hardlink' && target === undefined) return;
    const file: FinalFile =
      target === undefined
        ? { ...entry, path, layer, bytesLayer: layer, inode: this.#inodes++ }
        : { ...target, path, layer };
    if (path === '') {
      if (entry.kind === 'directory') this.#root.file = file;
      return;
    }
    const siblings = this.#directory(parent);
    const before = siblings.get(name);
    const isDirectory = file.kind === 'directory';
    if (before === undefined) this.#count();
    if (before !== undefined && isDirectory) {
      before.file = file;
      before.children ??= new Map();
    } else siblings.set(name, { file, children: isDirectory ? new Map() : undefined });
  }

  #target({ link = '' }: Listed): FinalFile | undefined {
    const path = cleanPath(link);
    const found = path === undefined ? undefined : this.#find(path);
    return found?.children === undefined ? found?.file : undefined;
  }

  #find(path: RawPath): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const name of path === '' ? [] : path.split('/')) node = node?.children?.get(name);
    return node;
  }

  /** What is in a directory, which is made where something else or nothing stands. */
  #directory(path: RawPath): Map<string, Node> {
    let node = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      const children = (node.children ??= new Map<string, Node>());
      let next = children.get(name);
      if (next?.children === undefined) {
        if (next === undefined) this.#count();
        next = { file: undefined, children: new Map() };
        children.set(name, next);
      }
      node = next;
    }
    return (node.children ??= new Map<string, Node>());
  }

  #count(): void {
    if (++this.#nodes > maxNodes) {
      throw new Corrupt('the image', `it has more than ${maxNodes} files and directories`);
    }
  }
}

/** A whiteout of something, and not bookkeeping of aufs. */
const isMarker = (name: string): boolean =>
  name.startsWith('.wh.') && !name.startsWith('.wh..wh.') && !/^\.wh\.\.{0,2}$/.test(name);

/** Each file once, under one of its names. */
export function distinctFiles(files: Iterable<FinalFile>): readonly FinalFile[] {
  const byInode = new Map<number, FinalFile>();
  for (const file of files) if (!byInode.has(file.inode)) byInode.set(file.inode, file);
  return [...byInode.values()];
}
