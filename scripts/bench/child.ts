import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Where the checkout starts. */
export const root = resolve(import.meta.dirname, '../..');

/** Runs a program to its end; rejects with the end of its stderr when that is not exit 0. */
export async function child(
  command: string,
  args: readonly string[],
  how: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<void> {
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
