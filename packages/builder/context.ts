import { ignoreRules, type IgnoreRules } from '#dockerfile';
import { UsageError } from '#io';
import { FileTree, joinPath, quoted, splitPath, type RawPath } from '#image';

import { ContextFiles } from './context-files.ts';

/** A folder that a build may read, and what is left out of it. */
export interface Context {
  readonly folder: string;
  /** Text of the ignore file. */
  readonly ignore: string | undefined;
}

const maxLinks = 255;

/**
 * The part of a context that lies at or below `paths`, and what links on the way lead to, as a tree. Owners, modes and
 * times are normalised, so that the tree depends on the content alone: 0:0, and 0755 for what can be run.
 * @throws UsageError for a link on the way that leaves the context; Failed (3, `context-unreadable`)
 */
export function readContext(
  { folder, ignore }: Context,
  paths: Iterable<RawPath>,
  signal: AbortSignal,
): FileTree {
  const reader = new ContextReader(new ContextFiles(folder), ignoreRules(ignore ?? ''), signal);
  for (const path of paths) reader.read(path);
  return reader.tree;
}

class ContextReader {
  readonly tree = new FileTree();
  readonly #files: ContextFiles;
  readonly #rules: IgnoreRules;
  readonly #signal: AbortSignal;
  /** Folders that are in the tree with all that is below them. */
  readonly #whole = new Set<RawPath>();

  constructor(files: ContextFiles, rules: IgnoreRules, signal: AbortSignal) {
    this.#files = files;
    this.#rules = rules;
    this.#signal = signal;
  }

  /** Takes a path into the tree, whole when it is a folder; a path that is not there is no error here. */
  read(path: RawPath, links = 0): void {
    if (path === '') {
      this.#walk('');
      return;
    }
    const parts = path.split('/');
    let at: RawPath = '';
    for (const [index, part] of parts.entries()) {
      at = joinPath(at, part);
      const found = this.#files.look(at);
      if (found === undefined || this.#leavesOut(at, found === 'directory')) return;
      if (found !== 'directory') {
        this.tree.put(at, found);
        if (found.link !== undefined) {
          this.#follow({ at, target: found.link, rest: parts.slice(index + 1), links: links + 1 });
        }
        return;
      }
    }
    this.#walk(at);
  }

  #follow(link: {
    readonly at: RawPath;
    readonly target: RawPath;
    readonly rest: readonly string[];
    readonly links: number;
  }): void {
    const { at, target, rest, links } = link;
    const parts = splitPath(at).parent.split('/');
    if (target.startsWith('/')) leaves(at, target);
    for (const part of [...target.split('/'), ...rest]) {
      if (part === '..' && parts.join('') === '') leaves(at, target);
      if (part === '..') parts.pop();
      else if (part !== '' && part !== '.') parts.push(part);
    }
    if (links > maxLinks) {
      throw new UsageError(`${quoted(at)} in the context leads through too many links`);
    }
    this.read(parts.filter((part) => part !== '').join('/'), links);
  }

  #walk(path: RawPath): void {
    if (this.#whole.has(path)) return;
    this.#whole.add(path);
    this.#signal.throwIfAborted();
    if (path !== '' && !this.#leavesOut(path, false)) {
      this.tree.putDirectory(path, { mode: 0o755, uid: 0, gid: 0, modified: 0 });
    }
    for (const name of this.#files.names(path)) {
      const child = joinPath(path, name);
      const found = this.#files.look(child);
      if (found === undefined || this.#leavesOut(child, found === 'directory')) continue;
      if (found === 'directory') this.#walk(child);
      else this.tree.put(child, found);
    }
  }

  /** A folder that is left out may still hold what a later rule lets in. */
  #leavesOut(path: RawPath, mayHold: boolean): boolean {
    const text = Buffer.from(path, 'latin1').toString('utf8');
    return this.#rules.ignores(text) && !(mayHold && this.#rules.mayHoldIncluded(text));
  }
}

function leaves(link: RawPath, target: RawPath): never {
  throw new UsageError(
    `${quoted(link)} in the context is a link to ${quoted(target)}, which leaves the context: put a copy of the file there`,
  );
}
