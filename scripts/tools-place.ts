import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { cache } from './tools-lock.ts';

const prefix = '.new-';
const dayMs = 86_400_000;

/**
 * Fills a private folder and renames it to `target`, so that what stands there is always whole.
 * When another run was faster, its folder stays and ours goes.
 */
export async function place(
  target: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(cache(), prefix));
  try {
    await fill(folder);
    renameSync(folder, target);
  } catch (error) {
    if (!Error.isError(error) || !('code' in error) || error.code !== 'ENOTEMPTY') throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the cache, and removes what runs that were killed left behind a day ago or more. */
export function sweep(now: number): void {
  mkdirSync(cache(), { recursive: true });
  for (const name of readdirSync(cache()).filter((name) => name.startsWith(prefix))) {
    const path = join(cache(), name);
    const age = now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now);
    if (age > dayMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Runs a program to its end and returns its stdout; a failure is a sentence with the last lines of what it said. */
export async function run(
  command: string,
  args: readonly string[],
  how: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const env = { ...process.env, ...how.env };
  const limits = { maxBuffer: 64 * 1024 * 1024, timeout: 20 * 60_000 };
  return new Promise((resolve, reject) => {
    execFile(command, args, { ...how, env, ...limits }, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout);
        return;
      }
      const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-8).join('\n  ');
      const why = said === '' ? error.message : said;
      reject(new Error(`${[command, ...args].join(' ')}: ${why}`, { cause: error }));
    });
  });
}
