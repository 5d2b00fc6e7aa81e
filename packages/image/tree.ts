import { Failed } from '#io';
import { Corrupt } from '#oci';

import { isPlain, type LayerEntries, type LayerEntry, type LayerSource } from './layer.ts';
import {
  bytesOfBody,
  type Attributes,
  type Body,
  type Directory,
  type Leaf,
  type TreeNode,
} from './node.ts';
import { joinPath, quoted, splitPath, type RawPath } from './path.ts';

/** Where a path leads: `node` is absent when nothing stands there, `blocked` names a file in its way. */
export interface Resolved {
  readonly path: RawPath;
  readonly node?: TreeNode;
  readonly blocked?: RawPath;
}

type Inner = Attributes & {
  readonly kind: 'directory';
  readonly children: Map<string, Leaf | Inner>;
};

const implied = (): Inner => ({
  kind: 'directory',
  mode: 0o755,
  uid: 0,
  gid: 0,
  modified: 0,
  children: new Map(),
});

/** As many as Linux follows are 40; engines that resolve paths themselves stop at 255. */
const maxLinks = 255;
const maxNodes = 8_000_000;

/** The file system of an image, without the bytes of its files. */
export class FileTree {
  #root: Inner;
  #nodes = 0;

  constructor(root: Inner = implied()) {
    this.#root = root;
  }

  get root(): Directory {
    return this.#root;
  }

  /** One that changes on its own. */
  clone(): FileTree {
    const copy = (directory: Inner): Inner => ({
      ...directory,
      children: new Map(
        [...directory.children].map(([name, node]) => [
          name,
          node.kind === 'directory' ? copy(node) : node,
        ]),
      ),
    });
    return new FileTree(copy(this.#root));
  }

  /**
   * Puts a layer on top: what it hides of the layers below goes first, whatever the order of its entries. Links are
   * not followed: a layer's `bin/x` over a link `bin` makes `bin` a directory.
   * @throws Corrupt for a hard link to nothing or to a directory, or a tree over the limit
   */
  apply(layer: LayerEntries): void {
    for (const path of layer.opaque) {
      const node = this.get(path);
      if (node?.kind === 'directory') this.#inner(path).children.clear();
    }
    for (const path of layer.whiteouts) this.remove(path);
    for (const entry of layer.entries) this.#add(entry, layer.source);
  }

  /** The node at a clean path, links not followed. */
  get(path: RawPath): TreeNode | undefined {
    let node: TreeNode = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      const next: TreeNode | undefined =
        node.kind === 'directory' ? node.children.get(name) : undefined;
      if (next === undefined) return undefined;
      node = next;
    }
    return node;
  }

  /** Puts a leaf at a clean path; what stood there goes, and what its parents lack is made. */
  put(path: RawPath, leaf: Leaf): void {
    const { parent, name } = splitPath(path);
    this.#count();
    this.#inner(parent).children.set(name, leaf);
  }

  /** Makes a directory, or gives one that is there these attributes. */
  putDirectory(path: RawPath, attributes: Attributes): void {
    const { children } = this.#inner(path);
    const { mode, uid, gid, modified, xattrs } = attributes;
    const node: Inner = {
      kind: 'directory',
      mode,
      uid,
      gid,
      modified,
      ...(xattrs === undefined ? {} : { xattrs }),
      children,
    };
    const { parent, name } = splitPath(path);
    if (path === '') this.#root = node;
    else this.#inner(parent).children.set(name, node);
  }

  remove(path: RawPath): void {
    const { parent, name } = splitPath(path);
    if (this.get(parent)?.kind === 'directory') this.#inner(parent).children.delete(name);
  }

  /**
   * Where a path leads when links are followed, never out of the root; the last link only with `followLast`. What
   * does not exist is taken as written.
   * @throws Failed (3, `link-loop`)
   */
  resolve(path: RawPath, { followLast }: { readonly followLast: boolean }): Resolved {
    const todo = path.split('/').reverse();
    let at: RawPath = '';
    let links = 0;
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
      if (name === '' || name === '.') continue;
      if (name === '..') {
        at = splitPath(at).parent;
        continue;
      }
      const next = joinPath(at, name);
      const node = this.get(next);
      const isLast = todo.every((part) => part === '' || part === '.');
      if (node?.kind === 'symlink' && (followLast || !isLast || todo.length > 0)) {
        if (++links > maxLinks) {
          throw new Failed(3, 'link-loop', `${quoted(path)} leads through too many links`);
        }
        const target = node.link ?? '';
        if (target.startsWith('/')) at = '';
        todo.push(...target.split('/').reverse());
        continue;
      }
      if (node !== undefined && node.kind !== 'directory' && !isLast) {
        return { path: next, blocked: next };
      }
      at = next;
    }
    const node = this.get(at);
    return { path: at, ...(node === undefined ? {} : { node }) };
  }

  /**
   * The bytes of a file, links followed; undefined when there is none.
   * @throws Corrupt when it is longer than `maxBytes` or cannot be read
   */
  async readFile(path: RawPath, maxBytes: number): Promise<Uint8Array | undefined> {
    const { node } = this.resolve(path, { followLast: true });
    if (node?.kind !== 'file') return undefined;
    if (node.sizeBytes > maxBytes) {
      throw new Corrupt(quoted(path), `it is longer than ${maxBytes} bytes`);
    }
    if (node.body === undefined) throw new Corrupt(quoted(path), 'it is stored sparse');
    const parts: Uint8Array[] = [];
    // Copied: a chunk belongs to the walk that gave it.
    for await (const part of bytesOfBody(node.body)) parts.push(Uint8Array.from(part));
    return Buffer.concat(parts);
  }

  #add(entry: LayerEntry, layer: LayerSource): void {
    const { path, kind, mode, uid, gid, modified, sizeBytes, link, device, xattrs } = entry;
    const attributes = { mode, uid, gid, modified, ...(xattrs === undefined ? {} : { xattrs }) };
    if (kind === 'directory') {
      this.putDirectory(path, attributes);
      return;
    }
    if (path === '') throw new Corrupt(layer.what, `its root is a ${kind}`);
    if (!isPlain(kind)) {
      this.put(path, this.#linked(entry, layer));
      return;
    }
    this.put(path, {
      kind,
      ...attributes,
      sizeBytes,
      ...(link === undefined ? {} : { link }),
      ...(device === undefined ? {} : { device }),
      ...(entry.hasBody ? { body: bodyOf(entry, layer) } : {}),
    });
  }

  #linked({ path, link }: LayerEntry, layer: LayerSource): Leaf {
    const target = this.get(link ?? '');
    if (target !== undefined && target.kind !== 'directory') return target;
    throw new Corrupt(
      layer.what,
      `${quoted(path)} is a hard link to ${quoted(link ?? '')}, which is ${target === undefined ? 'not there' : 'a directory'}`,
    );
  }

  /** The directory at a path, made with its parents where something else or nothing stands. */
  #inner(path: RawPath): Inner {
    let node = this.#root;
    for (const name of path === '' ? [] : path.split('/')) {
      let next: Leaf | Inner | undefined = node.children.get(name);
      if (next?.kind !== 'directory') {
        this.#count();
        next = implied();
        node.children.set(name, next);
      }
      node = next;
    }
    return node;
  }

  #count(): void {
    if (++this.#nodes > maxNodes) {
      throw new Corrupt('the image', `it has more than ${maxNodes} files and directories`);
    }
  }
}

function bodyOf({ ordinal, bytes }: LayerEntry, layer: LayerSource): Body {
  if (bytes === undefined) return { layer, ordinal };
  return {
    open: async function* () {
      yield bytes;
    },
  };
}
