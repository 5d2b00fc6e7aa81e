import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { compiled } from '../../support/compiled.ts';

/** A script of this folder in a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  /** All lines of its standard output until now. */
  readonly lines: readonly string[];
  /** The next line; undefined at the end. */
  next(): Promise<string | undefined>;
  readonly end: Promise<{ readonly code: number | null; readonly complaints: string }>;
}

export function start(script: string, ...args: readonly string[]): Running {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, script), ...args], {
    env: { ...process.env, ...compiled },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(line));
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, complaints }));
  return {
    child,
    lines,
    next: async () => {
      const count = lines.length;
      await Promise.race([once(reader, 'line'), end]);
      return lines[count];
    },
    end,
  };
}
