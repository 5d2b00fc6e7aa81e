import { gitHubHost, run } from '#io';

import { parts } from './host.ts';
import { table, type Name } from './table.ts';

/** What the stub of an action calls. */
export async function start(name: Name): Promise<void> {
  const host = await gitHubHost(process, parts, process);
  process.exitCode = await run(await table[name].load(), host);
}

/** What the stub of the command line calls. */
export async function startCli(): Promise<void> {
  const { cli } = await import('../cli/cli.ts');
  process.exitCode = await cli(process.argv.slice(2), { table, parts, process });
}
