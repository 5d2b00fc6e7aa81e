import { constants } from 'node:os';
import { pipeline } from 'node:stream/promises';

import { startGroup, type Group } from './child.ts';
import { Collected, Lines } from './collect.ts';
import { passedOn } from './environment.ts';
import { codeOf } from './errors.ts';
import type { Exec } from './io.ts';

export interface Children {
  readonly exec: Exec;
  /** Ends all that still run, and waits for it. */
  end(): Promise<void>;
  endNow(): void;
}

/** From the polite request to end until the end by force: well within the 7.5 s that GitHub's runner waits after its first signal. */
const graceMs = 2000;

const codeOfSignal = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];

/**
 * Runs programs as `Exec` says. A program that is missing is a `Failed` with the code `no-tool`; when the signal aborts, its
 * whole process group is ended first and then the signal's reason is thrown.
 */
export function openChildren(how: {
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  readonly graceMs?: number;
  readonly debug?: (sentence: string) => void;
}): Children {
  const running = new Set<Group>();
  const run: Exec['run'] = async (command, args, one) => {
    one.signal.throwIfAborted();
    const started = Date.now();
    const group = startGroup(command, args, {
      cwd: one.cwd ?? how.cwd,
      env: { ...passedOn(how.env), ...one.env },
      stdin: one.stdin !== undefined,
      graceMs: how.graceMs ?? graceMs,
      codeOfSignal,
    });
    running.add(group);
    one.signal.addEventListener('abort', group.end);
    try {
      const output = listen(group, one);
      const code = await settled(group, one.stdin);
      one.signal.throwIfAborted();
      how.debug?.(`${command} ended with ${code} after ${Date.now() - started} ms`);
      return { code, ...output() };
    } finally {
      one.signal.removeEventListener('abort', group.end);
      running.delete(group);
      if (one.signal.aborted) group.endNow();
    }
  };
  return {
    exec: { run },
    end: async () => {
      const groups = [...running];
      for (const group of groups) group.end();
      await Promise.allSettled(groups.map(({ ended }) => ended));
    },
    endNow: () => {
      for (const group of running) group.endNow();
    },
  };
}

type How = Parameters<Exec['run']>[2];

function listen({ child }: Group, how: How) {
  const kept = { stdout: new Collected(how.maxBytes), stderr: new Collected(how.maxBytes) };
  for (const from of ['stdout', 'stderr'] as const) {
    const lines = how.onLine && new Lines((line) => how.onLine?.(line, from));
    child[from]?.on('data', (chunk: Uint8Array) => {
      kept[from].add(chunk);
      lines?.add(chunk);
    });
    child[from]?.once('close', () => {
      lines?.end();
    });
  }
  return () => ({
    stdout: kept.stdout.bytes(),
    stderr: kept.stderr.bytes(),
    truncated: kept.stdout.cut || kept.stderr.cut,
  });
}

/** The exit code; when what should be written to the program breaks, the program is ended and that error thrown. */
async function settled(group: Group, stdin: How['stdin']): Promise<number> {
  const { child, ended } = group;
  if (stdin === undefined || child.stdin === null) return ended;
  const fed = pipeline(stdin, child.stdin).catch((error: unknown) => {
    // A program may end without reading all that it is given.
    if (codeOf(error) === 'EPIPE' || codeOf(error) === 'ECONNRESET') return;
    if (child.exitCode !== null || child.signalCode !== null) return;
    group.end();
    throw error;
  });
  const [code, written] = await Promise.allSettled([ended, fed]);
  if (code.status === 'rejected') throw code.reason;
  if (written.status === 'rejected') throw written.reason;
  return code.value;
}
