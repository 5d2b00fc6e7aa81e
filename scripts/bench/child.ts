import { execFileSync, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Where the checkout starts. */
export const root = resolve(import.meta.dirname, '../..');

interface How {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs a program to its end; rejects with the end of its stderr when that is not exit 0. */
export async function child(command: string, args: readonly string[], how: How): Promise<void> {
  const running = spawn(command, args, { ...how, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  running.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2000);
  });
  const code = await new Promise<number | null>((done, fail) => {
    running.on('error', fail);
    running.on('close', done);
  });
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}: ${said}`);
}

/** Bundles these sources, so that what is measured is what they make and not what is committed. */
export const bundle = (into: string): Promise<void> =>
  child(process.execPath, ['scripts/bundle.ts', into], { cwd: root, env: process.env });

/** Makes a folder a git repository with one commit of all that is in it; the same commit every time. */
export function commit(folder: string): void {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@acme.test',
    GIT_AUTHOR_DATE: '1767603600 +0000',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@acme.test',
    GIT_COMMITTER_DATE: '1767603600 +0000',
  };
  for (const line of ['init -q -b main', 'add --all', 'commit -q --allow-empty -m first']) {
    execFileSync('git', line.split(' '), { cwd: folder, env });
  }
}
