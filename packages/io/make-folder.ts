import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { codeOf } from './errors.ts';

/**
 * Makes a folder and those above it; one that is there is left as it is. Node's own way tries for ever where a folder
 * that is there takes none, as `/proc` does.
 * @throws what the system says
 */
export async function makeFolder(path: string): Promise<void> {
  if (await isMade(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  await mkdir(path).catch((error: unknown) => orThere(path, error));
}

/** False: what is above it is missing. */
async function isMade(path: string): Promise<boolean> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    await orThere(path, error);
  }
  return true;
}

async function orThere(path: string, error: unknown): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) throw error;
}
