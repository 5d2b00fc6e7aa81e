import { spawn, type ChildProcess } from 'node:child_process';
import { statSync } from 'node:fs';

import { codeOf, Failed } from './errors.ts';
import { quote } from './quote.ts';

/** Ends a process group; one that is gone already is no error. */
function kill(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // ESRCH: nobody is left in the group.
  }
}

export interface Group {
  readonly child: ChildProcess;
  /** Asks the whole group to end, and ends it by force after the grace. */
  readonly end: () => void;
  readonly endNow: () => void;
  /** Resolves with the exit code once the program has ended and nobody holds its output any more. */
  readonly ended: Promise<number>;
}

/** A program in a process group of its own, so that what it starts ends with it. */
export function startGroup(
  command: string,
  args: readonly string[],
  how: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly stdin: boolean;
    readonly graceMs: number;
    readonly codeOfSignal: (signal: NodeJS.Signals) => number;
  },
): Group {
  const child = open(command, args, how);
  let force: NodeJS.Timeout | undefined;
  const end = () => {
    kill(child, 'SIGTERM');
    force ??= setTimeout(() => {
      kill(child, 'SIGKILL');
    }, how.graceMs);
  };
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (error) => {
      reject(sentenceOf(error, command, how.cwd));
    });
    child.once('exit', () => {
      // A process that it left behind may hold our pipes for ever.
      force ??= setTimeout(() => {
        kill(child, 'SIGKILL');
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, how.graceMs);
    });
    child.once('close', (code, signal) => {
      resolve(code ?? (signal === null ? 1 : how.codeOfSignal(signal)));
    });
  }).finally(() => {
    clearTimeout(force);
  });
  return {
    child,
    end,
    endNow: () => {
      kill(child, 'SIGKILL');
    },
    ended,
  };
}

function open(
  command: string,
  args: readonly string[],
  how: {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly stdin: boolean;
  },
): ChildProcess {
  try {
    return spawn(command, args, {
      cwd: how.cwd,
      env: how.env,
      detached: true,
      stdio: [how.stdin ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    });
  } catch (cause) {
    // What spawn refuses by itself: an argument with a NUL byte, an argument list that is too long.
    throw sentenceOf(cause, command, how.cwd);
  }
}

function sentenceOf(error: unknown, command: string, cwd: string): Failed {
  const name = quote(command);
  switch (codeOf(error)) {
    case 'ENOENT':
      // The system says the same of a missing folder.
      return statSync(cwd, { throwIfNoEntry: false })?.isDirectory()
        ? new Failed(3, 'no-tool', `${name} is not installed or not on the PATH`)
        : new Failed(3, 'no-folder', `the folder ${quote(cwd)} to run ${name} in does not exist`);
    case 'EACCES':
      return new Failed(3, 'no-tool', `${name} may not be run: it is not an executable file`);
    case 'E2BIG':
      return new Failed(3, 'exec', `${name} could not be run: its arguments are too long`);
    default:
      return new Failed(3, 'exec', `${name} could not be run`, { cause: error });
  }
}
