import { readdir } from 'node:fs/promises';

import { codeOf } from '#io';

/** The names in a folder, sorted; none where there is no such folder, or it is not for us. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return [];
    throw error;
  }
}
