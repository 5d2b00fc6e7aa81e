import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Running } from './server.open.ts';

/** The registry that crane has in it, at a port that the system picks, with its blobs in a temporary folder. */
export async function runningCraneRegistry(program: string): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'ecluse-crane-registry-'));
  const args = ['registry', 'serve', '--address', '127.0.0.1:0', '--disk', folder];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stderr)) {
    const port = /serving on port (\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stderr.resume();
    return { url: new URL(`http://127.0.0.1:${port}`), close };
  }
  await close();
  throw new Error('the registry did not start');
}
