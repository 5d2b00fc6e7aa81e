import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the page cache of Linux is empty now; only root may empty it. https://docs.kernel.org/admin-guide/sysctl/vm.html#drop-caches */
function dropped(): boolean {
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

function read(path: string): void {
  if (!statSync(path).isDirectory()) {
    readFileSync(path);
    return;
  }
  for (const name of readdirSync(path)) read(join(path, name));
}

/**
 * The same start for every run: nothing is on its way to the disk, and of all files only these, and all below them, are in
 * the page cache. What else is there changes how long new files take, several times over for those who write many. Says
 * what could be done.
 */
export function settle(...paths: readonly string[]): string {
  execFileSync('sync');
  const isEmpty = dropped();
  for (const path of paths) read(path);
  return isEmpty
    ? 'page cache emptied before each run, then filled with the sources and the programs'
    : 'page cache as earlier runs left it, with the sources and the programs in it';
}
