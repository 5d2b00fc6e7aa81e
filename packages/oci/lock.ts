import { mkdir, open, readdir, rename, rm, stat, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { codeOf, Failed } from '#io';

import { isDead, ownName } from './owner.ts';

export interface Patience {
  readonly signal?: AbortSignal;
  /** A holder that shows no life for so long is robbed. */
  readonly silenceMs?: number;
  /** After so long in the queue it is an error. */
  readonly waitMs?: number;
}

/**
 * Replaces the file `target` with what `edit` makes of it, one process at a time. `edit` reads the file itself,
 * returns the new content or undefined for no change, and may be called again. `scratch` is a folder on the
 * same file system.
 *
 * The lock is the folder `scratch/lock`, and it is held while there is an entry in it. A process prepares a
 * folder of its own with one empty file, both named after itself (`owner.ts`), and renames the folder to
 * `lock`: POSIX lets that happen only while `lock` is missing or empty. It then writes the new content into its
 * file, and renames `lock/<name>` to the target: the one step that publishes the content and gives the lock
 * back. Whoever finds a holder that is dead (same boot and pid namespace, its pid gone) or silent (the time of
 * its file, moved every second like a counter, stands still) removes `lock/<name>`. A holder that was only
 * asleep then has no file to rename, learns so, and starts again; of two robbers one removes the file; a late
 * one removes nothing, since no two names are equal. So a theft that was a mistake costs time, never an update:
 * who renamed his file held the lock from before he read the target until that very step.
 * @throws Failed `locked` when others hold it for longer than `waitMs`
 */
export async function replaceLocked(
  target: string,
  scratch: string,
  edit: () => Promise<Uint8Array | undefined>,
  how: Patience = {},
): Promise<void> {
  while (!(await tryToReplace(target, scratch, edit, how)));
}

/** False when the lock was stolen on the way. */
async function tryToReplace(
  target: string,
  scratch: string,
  edit: () => Promise<Uint8Array | undefined>,
  how: Patience,
): Promise<boolean> {
  const name = await ownName();
  const candidate = path.join(scratch, name);
  const held = path.join(scratch, 'lock', name);
  await mkdir(candidate);
  const file = await open(path.join(candidate, name), 'wx', 0o644);
  const pulse = beat(file);
  try {
    await acquire(candidate, path.join(scratch, 'lock'), how);
    const content = await edit();
    if (content === undefined) return true;
    await file.writeFile(content);
    // The content is on the disk before its name is; the rename itself may be lost with the power, whole.
    await file.datasync();
    return await publish(held, target);
  } finally {
    clearInterval(pulse);
    await file.close();
    await rm(held, { force: true });
    await rm(candidate, { force: true, recursive: true });
  }
}

function beat(file: FileHandle): NodeJS.Timeout {
  return setInterval(() => {
    const now = new Date();
    file.utimes(now, now).catch(() => undefined);
  }, 1000).unref();
}

async function publish(held: string, target: string): Promise<boolean> {
  try {
    await rename(held, target);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function acquire(
  candidate: string,
  lock: string,
  { signal, silenceMs = 10_000, waitMs = 120_000 }: Patience,
): Promise<void> {
  const start = performance.now();
  const seen = new Map<string, { readonly sign: number; readonly since: number }>();
  for (;;) {
    signal?.throwIfAborted();
    if (await take(candidate, lock)) return;
    const holder = (await readdir(lock).catch(() => []))[0];
    if (holder === undefined) continue;
    if ((await isDead(holder)) || (await isSilent(path.join(lock, holder), seen, silenceMs))) {
      await unlink(path.join(lock, holder)).catch(() => undefined);
    } else if (performance.now() - start > waitMs) {
      const pid = holder.split('.')[3] ?? '';
      throw new Failed(
        3,
        'locked',
        `${JSON.stringify(path.dirname(lock))} is locked by process ${JSON.stringify(pid)} for more than ${waitMs / 1000} seconds: end that process, or remove the folder "lock" in it when there is none`,
      );
    }
    await sleep(2 + Math.random() * 20, undefined, signal && { signal });
  }
}

async function take(candidate: string, lock: string): Promise<boolean> {
  try {
    await rename(candidate, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Its own clock decides: those of two machines differ. */
async function isSilent(
  file: string,
  seen: Map<string, { readonly sign: number; readonly since: number }>,
  silenceMs: number,
): Promise<boolean> {
  const sign = (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
  const now = performance.now();
  const before = seen.get(file);
  if (before?.sign !== sign) seen.set(file, { sign, since: now });
  return before?.sign === sign && now - before.since > silenceMs;
}
