import { realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { boundedFile, codeOf } from '#io';

import { findOwners, maxOwnersBytes } from './owners.ts';

/** What the CODEOWNERS of a working tree says. */
export interface TreeOwners {
  /** The file itself, from the top. */
  readonly file: string;
  /** The owners of a file, or of what is in a folder, from the top; undefined: nobody owns it. */
  readonly of: (path: string) => Promise<string | undefined>;
}

/**
 * The owners of what lies below `root`; undefined where there is no CODEOWNERS that GitHub would read.
 * @throws UsageError for one that may not be read
 */
export async function treeOwners(root: string): Promise<TreeOwners | undefined> {
  const found = await findOwners(async (path) => {
    const at = await kindOf(join(root, path));
    if (at?.isFile() !== true || at.size > maxOwnersBytes) return undefined;
    const text = await boundedFile(join(root, path), 'CODEOWNERS', maxOwnersBytes);
    return text === undefined ? undefined : Buffer.from(text);
  });
  return (
    found && {
      file: found.file,
      of: async (path) => {
        const isFolder = (await kindOf(join(root, path)))?.isDirectory() === true;
        // A folder has the owners of any file in it; no pattern knows this name.
        const owners = found.of(isFolder ? `${path}/\u{f8ff}` : path);
        return owners.length === 0 ? undefined : owners.join(' ');
      },
    }
  );
}

/** A path from the top of a tree, with `/`; undefined: it is not in it. */
export async function fromTop(root: string, path: string): Promise<string | undefined> {
  const [top, at] = await Promise.all([realpath(root), realpath(path)]);
  const parts = relative(top, at).split(sep);
  return parts[0] === '..' || at === top ? undefined : parts.join('/');
}

async function kindOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    // A Dockerfile may name what no system can have: too long, with a NUL, behind a link to itself.
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}
