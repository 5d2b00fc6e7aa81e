import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll } from '@jest/globals';

import { openHistory } from '#git';
import { openChildren, type Exec, type History } from '#io';

const quiet = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
};
const person = ['-c', 'user.name=A Person', '-c', 'user.email=person@example.com'];

/** A real working tree. */
export class Tree {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  git(...args: readonly string[]): string {
    const options = ['-c', 'protocol.file.allow=always', '-c', 'advice.detachedHead=false'];
    return execFileSync('git', [...person, ...options, ...args], {
      cwd: this.root,
      env: quiet,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  /** Writes files, and commits all that is there; the new commit. */
  commit(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message=change');
    return this.git('rev-parse', 'HEAD');
  }
}

const environment = () =>
  new Map(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));

/** The real thing, with more in the environment of each program. */
export function exec(env: Readonly<Record<string, string>> = {}): Exec {
  const real = openChildren({ cwd: tmpdir(), env: environment() }).exec;
  return {
    run: (command, args, how) => real.run(command, args, { ...how, env: { ...how.env, ...env } }),
  };
}

export const openedAt = (
  cwd: string,
  how: Partial<Parameters<typeof openHistory>[0]> = {},
): Promise<History | undefined> =>
  openHistory({ exec: exec(), cwd, signal: AbortSignal.timeout(60_000), ...how });

export async function historyOf(
  { root }: Tree,
  how: Partial<Parameters<typeof openHistory>[0]> = {},
): Promise<History> {
  const history = await openedAt(root, how);
  if (history === undefined) throw new Error(`${root} is no repository`);
  return history;
}

/** Makes folders and trees that are removed after the tests of a file. */
export function trees() {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'trees-')));
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });
  let count = 0;
  const folder = (): string => {
    count += 1;
    const path = join(base, `${count}`);
    mkdirSync(path);
    return path;
  };
  const init = (branch = 'main'): Tree => {
    const tree = new Tree(folder());
    tree.git('init', '--quiet', `--initial-branch=${branch}`);
    return tree;
  };
  /** As a remote by URL, so that a depth counts. */
  const clone = (from: Tree, ...options: readonly string[]): Tree => {
    const tree = new Tree(folder());
    tree.git('clone', '--quiet', ...options, `file://${from.root}`, '.');
    return tree;
  };
  return { folder, init, clone };
}
