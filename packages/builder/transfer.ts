import { fault, type Place, type TransferStep } from '#dockerfile';
import { quote } from '#io';
import {
  joinPath,
  quoted,
  rawOf,
  splitPath,
  type Attributes,
  type Directory,
  type FileTree,
  type Leaf,
  type RawPath,
} from '#image';

import { archiveOf, unpack } from './archive.ts';
import { destinationOf, type Destination } from './destination.ts';
import type { LayerDraft } from './draft.ts';
import { parseMode, type ChangeMode } from './mode.ts';
import { parseOwner, type Owner } from './owner.ts';
import { matchesOrFault } from './sources.ts';

/** Where a COPY or ADD takes from, and where it stands. */
export interface TransferFrom {
  readonly files: FileTree;
  /** For the sentence of an error: `the context`. */
  readonly where: string;
  readonly isContext: boolean;
  readonly workdir: string;
  readonly at: Place;
}

/**
 * Carries out a COPY or ADD on the draft. https://docs.docker.com/reference/dockerfile/#copy
 * @throws UsageError with the line: a source that is not there, a user that is unknown, a file in the way
 */
export async function transfer(
  step: TransferStep,
  draft: LayerDraft,
  from: TransferFrom,
): Promise<void> {
  const { at, workdir } = from;
  const written = step.sources.length + step.documents.length;
  const destination = destinationOf(step.destination, workdir);
  if (destination.path.includes('\0')) throw fault(at, 'the destination has a NUL in it');
  if (written > 1 && !destination.isFolder) {
    throw fault(at, `${step.keyword} of several sources needs a destination that ends with "/"`);
  }
  const copier = new Copier(draft, from, await overrides(step, draft.tree, at));
  const matches = step.sources.flatMap((source) => matchesOrFault(from.files, source, from));
  const target = { ...destination, isFolder: destination.isFolder || matches.length > 1 };
  for (const { path, node } of matches) {
    if (node.kind === 'directory') copier.directory(node, target);
    else if (!(await unpacked(step, node, { draft, copier, target, at, path }))) {
      copier.leaf(node, splitPath(path).name, target);
    }
  }
  for (const { name, body } of step.documents) copier.leaf(document(body), rawOf(name), target);
}

function document(text: string): Leaf {
  const bytes = Buffer.from(text);
  const open = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
    yield bytes;
  };
  return {
    kind: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    modified: 0,
    sizeBytes: bytes.length,
    body: { open },
  };
}

/** Whether a source was an archive that ADD takes apart, and is that now. */
async function unpacked(
  step: TransferStep,
  leaf: Leaf,
  how: {
    readonly draft: LayerDraft;
    readonly copier: Copier;
    readonly target: Destination;
    readonly at: Place;
    readonly path: RawPath;
  },
): Promise<boolean> {
  if (step.keyword !== 'ADD' || step.unpack === false) return false;
  const archive = await archiveOf(leaf, how.path, how.at);
  if (archive === undefined && step.unpack === true) {
    throw fault(how.at, `${quoted(how.path)} is to be unpacked and is no tar archive`);
  }
  if (archive === undefined) return false;
  await unpack(archive, how.draft, { folder: how.copier.folder(how.target), at: how.at });
  return true;
}

interface Overrides {
  readonly owner: Owner | undefined;
  readonly mode: ChangeMode | undefined;
}

async function overrides(step: TransferStep, tree: FileTree, at: Place): Promise<Overrides> {
  const { chown, chmod } = step;
  const complain = (why: string): never => {
    throw fault(at, why);
  };
  const mode = chmod === undefined ? undefined : parseMode(chmod);
  if (chmod !== undefined && mode === undefined) {
    complain(`--chmod=${quote(chmod)} is neither octal (0 to 7777) nor symbolic (u=rwX,go=rX)`);
  }
  return { owner: chown === undefined ? undefined : await parseOwner(chown, tree, complain), mode };
}

class Copier {
  readonly #draft: LayerDraft;
  readonly #from: TransferFrom;
  readonly #overrides: Overrides;
  /** Hard links stay hard links. */
  readonly #copies = new Map<Leaf, Leaf>();

  constructor(draft: LayerDraft, from: TransferFrom, overrides: Overrides) {
    this.#draft = draft;
    this.#from = from;
    this.#overrides = overrides;
  }

  /** The content of a folder goes into the destination, which is made when it is missing and else stays as it is. */
  directory(node: Directory, target: Destination): void {
    this.#children(node, this.folder(target));
  }

  leaf(node: Leaf, name: string, target: Destination): void {
    const { tree } = this.#draft;
    const stands = tree.resolve(target.path, { followLast: true });
    if (target.isFolder || stands.node?.kind === 'directory') {
      this.#put(joinPath(this.folder(target), name), node);
      return;
    }
    const { path, blocked } = tree.resolve(target.path, { followLast: false });
    if (blocked !== undefined) this.#inTheWay(blocked);
    this.#draft.ensure(splitPath(path).parent, this.#overrides.owner);
    this.#put(path, node);
  }

  /** The destination as a folder, links followed. */
  folder(target: Destination): RawPath {
    const { path, node, blocked } = this.#draft.tree.resolve(target.path, { followLast: true });
    if (blocked !== undefined) return this.#inTheWay(blocked);
    if (node !== undefined && node.kind !== 'directory') return this.#inTheWay(path);
    this.#draft.ensure(path, this.#overrides.owner);
    return path;
  }

  #children(directory: Directory, folder: RawPath): void {
    for (const [name, node] of directory.children) {
      const path = joinPath(folder, name);
      if (node.kind !== 'directory') {
        this.#put(path, node);
        continue;
      }
      const standing = this.#draft.tree.get(path);
      if (standing !== undefined && standing.kind !== 'directory') this.#inTheWay(path);
      this.#draft.directory(path, this.#attributes(node, true));
      this.#children(node, path);
    }
  }

  #put(path: RawPath, node: Leaf): void {
    const { at, isContext } = this.#from;
    if (this.#draft.tree.get(path)?.kind === 'directory') {
      throw fault(at, `a folder stands at ${quoted(path)}, where a file is to be copied`);
    }
    if (isContext && node.kind === 'fifo') {
      throw fault(at, `what is to be copied to ${quoted(path)} is no file, folder or link`);
    }
    if (node.kind === 'file' && node.body === undefined) {
      throw fault(
        at,
        `what is to be copied to ${quoted(path)} is stored sparse, which is not supported`,
      );
    }
    const copy = this.#copies.get(node) ?? { ...node, ...this.#attributes(node, false) };
    this.#copies.set(node, copy);
    this.#draft.put(path, copy);
  }

  #attributes(node: Leaf | Directory, isDirectory: boolean): Attributes {
    const { mode, owner } = this.#overrides;
    const { uid, gid, modified, xattrs } = node;
    const isLink = node.kind === 'symlink';
    return {
      mode: isLink || mode === undefined ? node.mode : mode(node.mode, isDirectory),
      ...(owner ?? { uid, gid }),
      modified,
      ...(xattrs === undefined ? {} : { xattrs }),
    };
  }

  #inTheWay(path: RawPath): never {
    throw fault(
      this.#from.at,
      `${quoted(path)} in the image is no folder, and one is needed there`,
    );
  }
}
