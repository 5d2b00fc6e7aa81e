import { randomBytes } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';

import { codeOf } from '#io';

const unknown = '-';

/**
 * A name for a temporary file: random, and it tells which process made it. The parts are a token, the id of
 * the machine's boot, the pid namespace, the pid, and when the process started; what the system does not tell
 * (there is no /proc) is `-`.
 */
export async function ownName(): Promise<string> {
  const [boot, namespace] = await place();
  const started = (await startOf(process.pid))?.started ?? unknown;
  return [randomBytes(8).toString('hex'), boot, namespace, process.pid, started].join('.');
}

/** Whether the process that made this name is gone for certain; false when that cannot be told from here. */
export async function isDead(name: string): Promise<boolean> {
  const [, boot, namespace, pidText, started] = name.split('.');
  const here = await place();
  if (boot !== here[0] || namespace !== here[1] || here.includes(unknown)) return false;
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (!exists(pid)) return true;
  const now = await startOf(pid);
  // A zombie runs no more, and another start is another process with the same number.
  return now !== undefined && (now.state === 'Z' || now.started !== started);
}

async function place(): Promise<readonly [boot: string, namespace: string]> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => unknown);
  const namespace = await readlink('/proc/self/ns/pid').catch(() => unknown);
  return [boot.trim(), namespace.replace(/^pid:\[(\d+)\]$/, '$1')];
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the name of the program may hold spaces and brackets. */
async function startOf(
  pid: number,
): Promise<{ readonly state: string; readonly started: string } | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0], fields[19]];
  return state === undefined || started === undefined ? undefined : { state, started };
}
