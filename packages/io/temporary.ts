import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { Failed, messageOf } from './errors.ts';
import { quote } from './quote.ts';

export interface Temporary {
  readonly make: () => Promise<string>;
  /** Removes all of them, and says which could not be removed. */
  remove(): Promise<readonly string[]>;
  removeNow(): void;
}

/** Private folders below `parent` that end with the run. */
export function openTemporary(parent: string): Temporary {
  const folders = new Set<string>();
  return {
    make: async () => {
      try {
        const folder = await mkdtemp(join(parent, 'ecluse-'));
        folders.add(folder);
        return folder;
      } catch (cause) {
        throw new Failed(3, 'temporary', `no temporary folder could be made in ${quote(parent)}`, {
          cause,
        });
      }
    },
    remove: async () => {
      const left: string[] = [];
      for (const folder of folders) {
        await rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(
          (error: unknown) => {
            left.push(`${folder}: ${messageOf(error)}`);
          },
        );
      }
      folders.clear();
      return left;
    },
    removeNow: () => {
      for (const folder of folders) {
        try {
          rmSync(folder, { recursive: true, force: true });
        } catch {
          // The process is about to end; there is nobody to tell.
        }
      }
    },
  };
}
