import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const sources = ['actions/**/*.ts', 'cli/**/*.ts', 'packages/**/*.ts', 'scripts/bundle.ts'];
const others = ['scripts/stub.js.txt', 'package.json', 'package-lock.json'];

let known: string | undefined;

/**
 * The bundle of the sources as they are when it is first asked for, in a temporary folder: made when it is not there yet, and kept for the next test
 * that asks.
 */
export function bundled(): string {
  known ??= bundle();
  return known;
}

/** What the bundler says of the bundle in this folder: which chunk holds what. */
export const statsOf = (dist: string): string => `${dist}.stats.json`;

function bundle(): string {
  const hash = createHash('sha256');
  for (const file of [...globSync(sources, { cwd: root }), ...others].sort()) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  const dist = join(tmpdir(), `ecluse-bundled-${hash.digest('hex').slice(0, 16)}`);
  if (isMadeElsewhere(dist)) return dist;
  const aside = mkdtempSync(join(tmpdir(), 'ecluse-bundle-'));
  const stats = statsOf(aside);
  execFileSync(process.execPath, [join(root, 'scripts/bundle.ts'), aside, stats], { cwd: root });
  renameSync(stats, statsOf(dist));
  try {
    renameSync(aside, dist);
  } catch {
    // Another worker was faster, with the same bytes.
    rmSync(aside, { recursive: true });
  }
  rmSync(lockOf(dist), { recursive: true, force: true });
  return dist;
}

const lockOf = (dist: string): string => `${dist}.lock`;
const mostMs = 120_000;
const lookMs = 50;

/** Several test processes start at once: one makes it, and the others wait for that one, unless it died. */
function isMadeElsewhere(dist: string): boolean {
  const until = Date.now() + mostMs;
  while (!existsSync(dist)) {
    try {
      mkdirSync(lockOf(dist));
      return false;
    } catch {
      if (Date.now() > until) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lookMs);
    }
  }
  return true;
}
