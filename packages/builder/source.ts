import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';

import { ignoreFileNames, parseDockerfile, type Dockerfile } from '#dockerfile';
import { codeOf, UsageError } from '#io';

const maxBytes = 1024 * 1024;

/** A Dockerfile and the ignore file that counts for it. */
export interface Source {
  readonly context: string;
  readonly dockerfile: Dockerfile;
  readonly ignore: string | undefined;
  /** Where an ignore file is or would be, from `root`: one that comes, goes or changes changes the build. */
  readonly ignoreFiles: readonly string[];
}

/**
 * Reads what a build starts from. `<Dockerfile>.dockerignore` counts before `.dockerignore`.
 * @param file absolute, or relative to `root`; so is `context`
 * @throws UsageError when there is no such folder or file, or it is no Dockerfile
 */
export async function readSource(
  root: string,
  { context, file }: { readonly context: string; readonly file: string },
): Promise<Source> {
  const folder = resolve(root, context);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    throw new UsageError(`context ${JSON.stringify(context)} is not a folder`, {
      input: 'context',
    });
  }
  const path = resolve(root, file);
  const bytes = await readBounded(path, file);
  if (bytes === undefined) {
    throw new UsageError(`there is no Dockerfile at ${JSON.stringify(file)}: name it with "file"`, {
      input: 'file',
    });
  }
  const dockerfile = parseDockerfile(bytes, relative(root, path) || file);
  const ignoreFiles = ignoreFileNames(path).map((name) => resolve(folder, name));
  return {
    context: folder,
    dockerfile,
    ignore: await readFirst(ignoreFiles),
    ignoreFiles: ignoreFiles.map((name) => relative(root, name)),
  };
}

async function readFirst(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const bytes = await readBounded(path, path);
    if (bytes !== undefined) return new TextDecoder().decode(bytes);
  }
  return undefined;
}

async function readBounded(path: string, shown: string): Promise<Uint8Array | undefined> {
  const info = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw new UsageError(`${JSON.stringify(shown)} cannot be read`, { cause: error });
  });
  if (info === undefined) return undefined;
  if (!info.isFile()) throw new UsageError(`${JSON.stringify(shown)} is not a file`);
  if (info.size > maxBytes) {
    throw new UsageError(`${JSON.stringify(shown)} is larger than 1 MiB`);
  }
  return readFile(path);
}
