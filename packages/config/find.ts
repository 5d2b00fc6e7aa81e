import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

import { codeOf, UsageError } from '#io';

import { maxBytes, tooBig } from './yaml.ts';

export interface Found {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
type Read = (path: string) => Promise<Uint8Array | undefined>;

const names = ['.github/ecluse.yml', 'ecluse.yml'] as const;

/**
 * The `ecluse.yml` of a working tree: `.github/ecluse.yml` or `ecluse.yml` in `cwd`, else in the folder above, up to `root`.
 * @throws UsageError when a folder has both, when one is no regular file, or is called `ecluse.yaml`
 */
export async function findConfig(cwd: string, root: string): Promise<Found | undefined> {
  return findUpwards(await foldersUp(cwd, root), async (path) => {
    const misspelt = path.replace(/yml$/, 'yaml');
    if ((await kind(join(root, misspelt))) !== undefined) {
      throw new UsageError(`${JSON.stringify(misspelt)} is not read: call it ecluse.yml`);
    }
    const what = await kind(join(root, path));
    if (what === undefined) return undefined;
    if (what === 'other') {
      throw new UsageError(`${JSON.stringify(path)} is no regular file: write the file itself`);
    }
    if (what > maxBytes) throw tooBig(JSON.stringify(path), what);
    return readFile(join(root, path));
  });
}

/** From `cwd` to the top: each folder from the top, with `/` at its end, and `''` for the top. */
export async function foldersUp(cwd: string, root: string): Promise<readonly string[]> {
  const below = relative(await realpath(root), await realpath(resolve(root, cwd)));
  const parts = below === '' || below.split(sep)[0] === '..' ? [] : below.split(sep);
  return [...parts.keys(), parts.length]
    .map((count) =>
      parts
        .slice(0, count)
        .map((part) => `${part}/`)
        .join(''),
    )
    .reverse();
}

/** The first folder that has the file, through any way to read one. */
export async function findUpwards(
  folders: readonly string[],
  read: Read,
): Promise<Found | undefined> {
  for (const folder of folders) {
    const [first, second] = await Promise.all(
      names.map(async (name) => ({
        path: `${folder}${name}`,
        bytes: await read(`${folder}${name}`),
      })),
    );
    if (first?.bytes !== undefined && second?.bytes !== undefined) {
      throw new UsageError(
        `${JSON.stringify(first.path)} and ${JSON.stringify(second.path)} are both there: remove one`,
      );
    }
    for (const found of [first, second]) {
      if (found?.bytes !== undefined) return { path: found.path, bytes: found.bytes };
    }
  }
  return undefined;
}

/** The size of a regular file in bytes. */
async function kind(path: string): Promise<number | 'other' | undefined> {
  try {
    const stats = await lstat(path);
    return stats.isFile() ? stats.size : 'other';
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
