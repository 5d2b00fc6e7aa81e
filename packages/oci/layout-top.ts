import type { BigIntStats } from 'node:fs';
import { open, rename, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import { makeFolder } from '#io';

import { Corrupt } from './errors.ts';
import { contentOf, ignoring, isFolder, openFile, sweep } from './files.ts';
import { parseJson } from './json.ts';
import { inLayout } from './layout-errors.ts';
import { emptyIndex, formatIndex, parseIndex, type LayoutIndex } from './layout-index.ts';
import { replaceLocked, type Patience } from './lock.ts';
import { ownName } from './owner.ts';

/** Some hundred thousand names. */
export const maxIndexBytes = 32 * 1024 * 1024;

// Younger than so, a file may be followed by another one that bears the same times: clocks of file systems tick.
const settledMs = 2_000;

/** Returns the index that it got when there is nothing to write; it may run more than once. */
type Change = (before: LayoutIndex) => Promise<LayoutIndex>;
/** What `index.json` held, and by what it is known again without being read. */
interface Known {
  readonly index: LayoutIndex;
  readonly mark: string;
}

/** A repository of that name would lie in the layout whose name is shorter. */
export const isPartOfLayout = (name: string): boolean =>
  name === 'blobs' || name === 'index.json' || name === 'oci-layout';

/** The files at the top of an OCI layout. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md */
export class LayoutTop {
  readonly root: string;
  /** What is not finished stands here, not beside the blobs: a file there must match its name. */
  readonly scratch: string;
  /** The folder as it stands in sentences. */
  readonly where: string;
  readonly #patience: Patience;
  #ready: Promise<void> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #known: Known | undefined;

  constructor(root: string, patience: Patience) {
    this.root = root;
    this.scratch = path.join(root, '.ecluse');
    this.where = JSON.stringify(root);
    this.#patience = patience;
  }

  /** What `index.json` holds: the very same value when it is the same file. Undefined when there is no layout. */
  async index(): Promise<LayoutIndex | undefined> {
    const file = path.join(this.root, 'index.json');
    return inLayout(this.where, async () => {
      // Another call may forget it in between.
      const known = this.#known;
      if (known !== undefined) {
        const found = await stat(file, { bigint: true }).catch(ignoring('ENOENT', 'ENOTDIR'));
        if (found !== undefined && markOf(found) === known.mark) return known.index;
      }
      const handle = await openFile(file);
      if (handle === undefined) return undefined;
      const found = await handle.stat({ bigint: true });
      const bytes = await this.#content(handle, 'index.json', maxIndexBytes);
      await this.#hasVersion();
      const index = parseIndex(bytes, `"index.json" in ${this.where}`, { maxBytes: maxIndexBytes });
      const isSettled = Date.now() - Number(found.mtimeMs) > settledMs;
      this.#known = isSettled ? { index, mark: markOf(found) } : undefined;
      return index;
    });
  }

  /** Replaces `index.json` by what `change` makes of it, under the lock. */
  async rewrite(change: Change): Promise<void> {
    await this.prepare();
    await this.#rewrite(change);
  }

  /** Makes the layout where there is none. A crash in between leaves an empty one that the next call completes. */
  async prepare(): Promise<void> {
    this.#ready ??= this.#prepare().catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    await this.#ready;
  }

  async #prepare(): Promise<void> {
    this.#patience.signal?.throwIfAborted();
    await inLayout(this.where, async () => {
      await makeFolder(path.join(this.root, 'blobs'));
      await makeFolder(this.scratch);
      await isFolder(this.scratch);
      await sweep(this.scratch);
    });
    if (!(await this.#hasVersion())) await this.#writeVersion();
    if ((await this.index()) === undefined) {
      await this.#rewrite(async (before) => ({ ...before }));
    }
  }

  /** @throws Corrupt when the layout is of a version that is not known */
  async #hasVersion(): Promise<boolean> {
    const bytes = await this.#read('oci-layout', 64 * 1024);
    if (bytes === undefined) return false;
    const what = `"oci-layout" in ${this.where}`;
    const json = parseJson(bytes, what);
    const known =
      typeof json === 'object' &&
      json !== null &&
      'imageLayoutVersion' in json &&
      json.imageLayoutVersion === '1.0.0';
    if (!known) throw new Corrupt(what, 'its imageLayoutVersion must be "1.0.0"');
    return true;
  }

  async #writeVersion(): Promise<void> {
    await inLayout(this.where, async () => {
      const temporary = path.join(this.scratch, await ownName());
      const file = await open(temporary, 'wx', 0o644);
      await file.writeFile('{"imageLayoutVersion":"1.0.0"}');
      await file.close();
      await rename(temporary, path.join(this.root, 'oci-layout'));
    });
  }

  // Those of one process stand in a queue of their own: asking for the lock again and again takes longer.
  async #rewrite(change: Change): Promise<void> {
    const edit = async () => {
      const found = await this.index();
      const before = found ?? emptyIndex;
      const after = await change(before);
      return after === before ? undefined : formatIndex(after);
    };
    const target = path.join(this.root, 'index.json');
    const turn = this.#queue.then(() =>
      inLayout(this.where, () => replaceLocked(target, this.scratch, edit, this.#patience)),
    );
    this.#queue = turn.catch(() => undefined);
    await turn;
  }

  async #read(name: string, maxBytes: number): Promise<Uint8Array | undefined> {
    return inLayout(this.where, async () => {
      const file = await openFile(path.join(this.root, name));
      return file && this.#content(file, name, maxBytes);
    });
  }

  async #content(file: FileHandle, name: string, maxBytes: number): Promise<Uint8Array> {
    const bytes = await contentOf(file, maxBytes);
    if (bytes !== undefined) return bytes;
    throw new Corrupt(`"${name}" in ${this.where}`, `it has more than ${maxBytes} bytes`);
  }
}

const markOf = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  [dev, ino, size, mtimeNs, ctimeNs].join(' ');
