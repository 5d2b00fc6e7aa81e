import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { expect, test } from '@jest/globals';

const fixture = join(import.meta.dirname, 'interrupted.fixture.ts');

/** Is this process there and not only a name that its parent has not read yet? */
function lives(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** The child and the folder of the run, as it tells them. */
async function ready(stderr: Readable): Promise<readonly string[]> {
  let told = '';
  for await (const chunk of stderr.iterator({ destroyOnReturn: false })) {
    told += String(chunk);
    const line = /^ready (\d+) (.+)\n/m.exec(told);
    if (line !== null) return line.slice(1);
  }
  throw new Error(`the run never was ready: ${told}`);
}

/** Starts the run and sends it signals, the next as soon as the one before has been taken; gives what is left of it. */
async function interrupted(how: 'polite' | 'deaf', ...signals: readonly NodeJS.Signals[]) {
  const child = spawn(process.execPath, [fixture, how], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = text(child.stdout);
  const ended = once(child, 'exit');
  const [pid, folder = ''] = await ready(child.stderr);
  expect([lives(Number(pid)), existsSync(folder)]).toEqual([true, true]);
  const sent = Date.now();
  for (const signal of signals) {
    child.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const [code] = (await ended) as [number];
  const left = { child: lives(Number(pid)), folder: existsSync(folder) };
  return { code, left, stdout: await printed, ms: Date.now() - sent };
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends children, removes temporary folders and exits with %d',
  async (signal, code) => {
    const run = await interrupted('polite', signal);
    expect(run).toMatchObject({ code, left: { child: false, folder: false } });
    expect(JSON.parse(run.stdout)).toEqual({
      kind: 'https://ecluse.dev/error/v1',
      code: 'interrupted',
      exit: code,
      message: `ended by ${signal}`,
    });
  },
);

test('a second signal ends at once, children and folders too', async () => {
  const run = await interrupted('deaf', 'SIGINT', 'SIGTERM');
  expect(run).toMatchObject({ code: 143, left: { child: false, folder: false }, stdout: '' });
  expect(run.ms).toBeLessThan(4500);
});
