import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Running } from './server.open.ts';

/** CNCF Distribution at a port that the system picks, over a temporary folder. */
export async function runningDistribution(
  program: string,
  how: { readonly deletes?: boolean } = {},
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'ecluse-distribution-'));
  const config = join(folder, 'config.yml');
  const settings = {
    version: '0.1',
    log: { accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: join(folder, 'data') },
      delete: { enabled: how.deletes ?? true },
    },
    http: { addr: '127.0.0.1:0' },
  };
  await writeFile(config, JSON.stringify(settings));
  const child = spawn(program, ['serve', config], {
    // From 3.0 on it else looks for a collector of traces.
    env: { ...process.env, OTEL_TRACES_EXPORTER: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stderr)) {
    const address = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stderr.resume();
    return { url: new URL(`http://${address}`), close };
  }
  await close();
  throw new Error('the registry did not start');
}
