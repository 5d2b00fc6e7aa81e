import { mkdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { codeOf, messageOf, type Exec } from '#io';

/** A folder for Buildah's images and layers. */
export interface BuildahStore {
  readonly folder: string;
  /** It stays after the build. */
  readonly shared: boolean;
  /** What was left there when the last owner was killed is still to be cleaned. */
  readonly dirty: boolean;
  /** Unmounts what is left, gives a shared folder back and removes a private one. */
  close(): Promise<void>;
}

const patienceMs = 30_000;

/**
 * The cache folder when nobody else uses it, so that its layers serve again; else a folder of this build alone.
 * One build at a time works in the cache: what a killed one left can then be told from what another one needs.
 */
export async function openBuildahStore(
  exec: Exec,
  { cache, work }: { readonly cache: string | undefined; readonly work: string },
): Promise<BuildahStore> {
  const lease = cache === undefined ? undefined : await lend(cache);
  if (cache !== undefined && lease !== undefined) {
    return {
      folder: cache,
      shared: true,
      dirty: lease === 'after a killed one',
      close: async () => {
        await unmountBelow(exec, cache);
        await rm(join(cache, 'owner'), { force: true });
      },
    };
  }
  const folder = join(work, 'storage');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    folder,
    shared: false,
    dirty: false,
    close: async () => {
      await unmountBelow(exec, folder);
      await removeTree(exec, folder);
    },
  };
}

/** Takes a cache folder; undefined when a living process has it. */
async function lend(cache: string): Promise<'clean' | 'after a killed one' | undefined> {
  await mkdir(cache, { recursive: true, mode: 0o700 });
  const file = join(cache, 'owner');
  const me = `${await readlink('/proc/self/ns/pid')} ${await readlink('/proc/self')}`;
  for (const answer of ['clean', 'after a killed one'] as const) {
    try {
      await writeFile(file, me, { flag: 'wx' });
      return answer;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    if (await lives(file, me)) return undefined;
    await rm(file, { force: true });
  }
  return undefined;
}

/** Whether the owner still runs. One in another namespace cannot be asked, so it does. */
async function lives(file: string, me: string): Promise<boolean> {
  const [namespace, pid = ''] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
  if (namespace !== me.split(' ')[0] || !/^\d+$/.test(pid)) return namespace !== '';
  return stat(`/proc/${pid}`).then(
    () => true,
    () => false,
  );
}

/** A process that is killed leaves its mounts, and a folder with mounts below it cannot be removed. */
export async function unmountBelow(exec: Exec, folder: string): Promise<void> {
  const table = await readFile('/proc/self/mountinfo', 'utf8');
  const points = table
    .split('\n')
    .map((line) => unescapeOctal(line.split(' ')[4] ?? ''))
    .filter((point) => point.startsWith(`${folder}/`));
  const signal = AbortSignal.timeout(patienceMs);
  // The last mounted is the first to go.
  for (const point of points.reverse()) {
    await exec.run('umount', ['-l', '--', point], { signal, maxBytes: 4096 });
  }
}

const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));

/** Files of a rootless build belong to other users, whom only its user namespace can remove. */
async function removeTree(exec: Exec, folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    const signal = AbortSignal.timeout(patienceMs);
    const args = ['unshare', 'rm', '-rf', '--', folder];
    const { code: exit } = await exec.run('buildah', args, { signal, maxBytes: 4096 });
    if (exit !== 0)
      throw new Error(`cannot remove ${folder}: ${messageOf(error)}`, { cause: error });
  }
}
