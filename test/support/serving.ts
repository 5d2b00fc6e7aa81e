import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { openLayout, type Repository } from '#oci';

import { compiled } from './compiled.ts';

const root = resolve(import.meta.dirname, '../..');

export interface Serving {
  readonly url: URL;
  readonly pid: number;
  /** The layout behind a name of the store. */
  layout(name: string): Repository;
  /** Ends it; gives how it ended. */
  close(signal?: NodeJS.Signals): Promise<{ readonly code: number | null; readonly said: string }>;
}

/** `ecluse serve FOLDER`, from the sources, in a process of its own. */
export async function serving(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const child = spawn(process.execPath, [join(root, 'cli/main.ts'), 'serve', folder, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }));
  const close = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => []),
  ])) as readonly string[];
  const url = URL.parse(line ?? '');
  if (url === null)
    throw new Error(`ecluse serve said no URL: ${line ?? ''} ${(await close()).said}`);
  child.stdout.resume();
  return {
    url,
    pid: child.pid ?? 0,
    layout: (name) => openLayout(join(folder, name), name),
    close,
  };
}
