import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { parts } from '../../actions/host.ts';
import { table } from '../../actions/table.ts';
import { cli } from '../../cli/cli.ts';
import { streams } from '../packages/io/stage.fixture.ts';
import { compiled } from './compiled.ts';
import { bundled } from './dist.ts';

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A git repository with an application, a store beside it, and a command line that works on both. */
export class Workshop {
  readonly home = mkdtempSync(join(tmpdir(), 'workshop-'));
  readonly tree: string;
  store = join(this.home, 'store');
  #commits = 0;

  constructor(files: Readonly<Record<string, string>> = {}, tree?: string) {
    this.tree = tree ?? join(this.home, 'tree');
    if (tree !== undefined) return;
    mkdirSync(this.tree);
    this.git('init', '--quiet', '--initial-branch=main');
    this.write({ ...application, ...files });
  }

  [Symbol.dispose](): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.tree, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  git(...args: readonly string[]): string {
    const ran = spawnSync('git', args, { cwd: this.tree, env: this.#env(), encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`git ${args.join(' ')}: ${ran.stderr}`);
    return ran.stdout.trim();
  }

  /** Commits everything. @returns the commit */
  commit(files: Readonly<Record<string, string>> = {}): string {
    this.write(files);
    this.#commits += 1;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', `commit ${this.#commits}`);
    return this.git('rev-parse', 'HEAD');
  }

  /** The same in another working tree, with a store of its own. */
  at(tree: string): Workshop {
    return new Workshop({}, tree);
  }

  /**
   * Runs the command line and waits for its end: in this process, which takes a fraction of the time of a new one,
   * unless a program runs it.
   */
  async ecluse(...args: readonly string[]): Promise<Ran> {
    if (this.around.length > 0) return this.start(...args).ended;
    const { written, ...std } = streams({ stdin: '' });
    const env = { ...this.#env(), ...this.env };
    const process = { ...std, env, cwd: () => this.tree };
    const code = await cli(args, { table, parts, process });
    return { code, signal: null, ...written };
  }

  /** The result document of a command. */
  async json(
    ...args: readonly string[]
  ): Promise<{ readonly code: number | null; readonly stderr: string; readonly document: Json }> {
    const { code, stdout, stderr } = await this.ecluse(...args, '--json');
    try {
      return { code, stderr, document: JSON.parse(stdout) as Json };
    } catch {
      throw new Error(`ecluse ${args.join(' ')} printed no document: ${stdout}${stderr}`);
    }
  }

  /** Starts the bundled command line as a process of its own. */
  start(...args: readonly string[]): {
    readonly ended: Promise<Ran>;
    kill(signal: NodeJS.Signals): void;
  } {
    const [program, ...rest] = [...this.around, process.execPath, join(bundled(), 'cli.js')];
    const child = spawn(program, [...rest, ...args], {
      cwd: this.tree,
      env: { ...this.#env(), ...compiled, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out = { stdout: '', stderr: '' };
    child.stdout.on('data', (bytes: Buffer) => (out.stdout += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (out.stderr += bytes.toString()));
    const ended = new Promise<Ran>((done, fail) => {
      child.on('error', fail);
      child.on('close', (code, signal) => {
        done({ code, signal, ...out });
      });
    });
    return { ended, kill: (signal) => child.kill(signal) };
  }

  /** More environment for the command line. */
  env: Readonly<Record<string, string>> = {};

  /** A program that runs the command line: it gets the whole command after these arguments. */
  around: readonly string[] = [];

  #env(): NodeJS.ProcessEnv {
    const time = `${1767603600 + this.#commits * 60} +0000`;
    return {
      PATH: process.env.PATH,
      HOME: this.home,
      ECLUSE_STORE: this.store,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@acme.test',
      GIT_AUTHOR_DATE: time,
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@acme.test',
      GIT_COMMITTER_DATE: time,
    };
  }
}

/** What a test looks into: its own expectation is the check. */
export type Json = Readonly<Record<string, never>>;

const application = {
  Dockerfile: 'FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\n',
  '.dockerignore': '*\n!app\n',
  app: 'first\n',
  'ecluse.yml': `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: {context: ., file: Dockerfile}
environments:
  dev: {promote: auto}
  preprod: {after: [dev], promote: auto}
  prod: {after: [preprod], promote: manual}
`,
};
