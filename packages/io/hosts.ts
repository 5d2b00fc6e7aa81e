import type { Command, Host, Parts, Streams } from './host.ts';

/** A step of a GitHub workflow. Loaded on demand, as every room imports this room's face. */
export async function gitHubHost(
  process: { readonly env: NodeJS.ProcessEnv; cwd(): string },
  parts: Parts,
  streams: Pick<Streams, 'stdout'>,
): Promise<Host> {
  return (await import('./github-host.ts')).gitHubHost(process, parts, streams);
}

/** The command line. Loaded on demand. */
export async function terminalHost(
  command: Command,
  parts: Parts,
  streams: Streams,
): Promise<Host> {
  return (await import('./terminal-host.ts')).terminalHost(command, parts, streams);
}
