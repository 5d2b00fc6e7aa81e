import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a program took. */
export interface Took {
  /** The most memory that it held at a time; NaN where the system does not tell. */
  readonly peakMB: number;
}

const lookMs = 40;

/** Runs a program to its end and looks at its memory meanwhile; rejects when that is not exit 0. */
export async function watched(
  [command = '', ...args]: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Took> {
  const running = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let [said, peakMB] = ['', Number.NaN];
  running.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2000);
  });
  const look = setInterval(() => {
    peakMB = peakOf(running.pid) ?? peakMB;
  }, lookMs);
  const code = await new Promise<number | null>((done, fail) => {
    running.on('error', fail);
    running.on('close', done);
  }).finally(() => {
    clearInterval(look);
  });
  if (code === 0) return { peakMB };
  throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}: ${said}`);
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const kB = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    return kB === undefined ? undefined : (Number(kB) * 1024) / 1e6;
  } catch {
    return undefined;
  }
}
