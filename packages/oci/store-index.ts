import path from 'node:path';

import { innermost } from './behind.ts';
import { Corrupt } from './errors.ts';
import { contentOf, openFile } from './files.ts';
import { inLayout } from './layout-errors.ts';
import { emptyIndex, parseIndex, type LayoutIndex } from './layout-index.ts';
import type { Repository } from './repository.ts';

type Read = () => Promise<LayoutIndex>;

const maxIndexBytes = 32 * 1024 * 1024;
const indexes = new WeakMap<Repository, Read>();

/** Remembers how the `index.json` behind a repository is read: the port tells names alone, and images may have none. */
export function withIndex(repository: Repository, read: Read): Repository {
  indexes.set(repository, read);
  return repository;
}

/** What stands in the `index.json` behind a repository; undefined for what has none. */
export const indexOf = async (repository: Repository): Promise<LayoutIndex | undefined> =>
  indexes.get(innermost(repository))?.();

/** The `index.json` of a folder; empty when there is none. */
export async function indexIn(folder: string): Promise<LayoutIndex> {
  const where = JSON.stringify(folder);
  return inLayout(where, async () => {
    const what = `"index.json" in ${where}`;
    const file = await openFile(path.join(folder, 'index.json'));
    if (file === undefined) return emptyIndex;
    const bytes = await contentOf(file, maxIndexBytes);
    if (bytes !== undefined) return parseIndex(bytes, what, { maxBytes: maxIndexBytes });
    throw new Corrupt(what, `it has more than ${maxIndexBytes} bytes`);
  });
}
