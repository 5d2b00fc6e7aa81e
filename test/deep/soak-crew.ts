import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { bundled } from '../support/dist.ts';
import type { Line } from './soak-history.ts';

/** `ecluse serve` on a folder; killed and started again, it is found at the same port. */
export class Server {
  readonly #folder: string;
  #port = '0';
  #child: ChildProcess | undefined;
  /** What it had to say, which should be nothing, and deaths that nobody wished. */
  readonly complaints: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  get base(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const args = [join(bundled(), 'cli.js'), 'serve', this.#folder, '--port', this.#port];
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.on('data', (bytes: Buffer) => this.complaints.push(`serve: ${bytes.toString()}`));
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') this.complaints.push(`serve ended with ${String(code ?? signal)}`);
    });
    const line = once(createInterface(child.stdout), 'line') as Promise<[string]>;
    const [url] = await Promise.race([line, once(child, 'exit').then(() => [''] as const)]);
    this.#port = URL.parse(url)?.port ?? this.#port;
    child.stdout.resume();
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

interface Client {
  readonly name: string;
  readonly file: string;
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
}

/** The clients of a soak. One that is killed is followed by another with a name of its own. */
export class Crew {
  readonly #how: {
    readonly folder: string;
    readonly bases: readonly string[];
    readonly seed: number;
  };
  readonly #all: Client[] = [];
  readonly complaints: string[] = [];

  constructor(how: { folder: string; bases: readonly string[]; seed: number }) {
    this.#how = how;
  }

  hire(ms: number): void {
    const number = this.#all.length;
    const name = `c${number}`;
    const file = join(this.#how.folder, `${name}.jsonl`);
    const seed = String(this.#how.seed * 1_000 + number);
    const script = join(import.meta.dirname, 'soak-client.ts');
    const args = [script, ...this.#how.bases, seed, name, file, String(ms)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'pipe'] });
    child.stderr.on('data', (bytes: Buffer) =>
      this.complaints.push(`${name}: ${bytes.toString()}`),
    );
    this.#all.push({ name, file, child, ended: once(child, 'exit') });
  }

  /** Kills one that still works. */
  fire(which: number): void {
    const working = this.#all.filter(({ child }) => child.exitCode === null && !child.killed);
    working[which % Math.max(1, working.length)]?.child.kill('SIGKILL');
  }

  async end(): Promise<void> {
    await Promise.all(this.#all.map(({ ended }) => ended));
  }

  /** Of each client what it wrote down; the last line of one that was killed may be a part of one. */
  journals(): readonly { readonly who: string; readonly lines: readonly Line[] }[] {
    return this.#all.map(({ name: who, file }) => {
      const lines = textOf(file).split('\n').slice(0, -1);
      return { who, lines: lines.map((line) => JSON.parse(line) as Line) };
    });
  }
}

/** One that was killed before it began has written nothing. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
