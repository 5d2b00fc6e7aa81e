import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Bench } from './bench.ts';
import { bundle, child, commit } from './child.ts';

const conditions = 'a new process each time; its files in the page cache; no compile cache';
const image = 'ghcr.io/acme/shop';

/** The cold start of the lightest action, as the runner starts it, as a multiple of Node's own. */
export const tags: Bench = {
  title: 'cold start of the action',
  rounds: 21,
  goal: 3,
  async prepare(folder) {
    const dist = join(folder, 'dist');
    await bundle(dist);
    const files = {
      GITHUB_OUTPUT: 'output',
      GITHUB_STEP_SUMMARY: 'summary',
      GITHUB_STATE: 'state',
    };
    const event = join(folder, 'event.json');
    writeFileSync(event, '{"repository":{"default_branch":"main"}}');
    for (const file of Object.values(files)) writeFileSync(join(folder, file), '');
    const env = {
      ...Object.fromEntries(Object.entries(files).map(([key, file]) => [key, join(folder, file)])),
      PATH: process.env.PATH,
      HOME: folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: 'a'.repeat(40),
      INPUT_IMAGE: image,
    };
    return against([join(dist, 'tags.js')], { cwd: folder, env });
  },
};

/** The same from a terminal, where git is asked for the commit. */
export const tagsCli: Bench = {
  title: 'cold start of the command line',
  rounds: 21,
  goal: 3,
  async prepare(folder) {
    const dist = join(folder, 'dist');
    await bundle(dist);
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    writeFileSync(join(tree, 'Dockerfile'), 'FROM scratch\n');
    commit(tree);
    const env = { PATH: process.env.PATH, HOME: folder };
    return against([join(dist, 'cli.js'), 'tags', image], { cwd: tree, env });
  },
};

function against(
  args: readonly [string, ...string[]],
  how: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
) {
  const [file, ...rest] = args;
  const start = (...all: readonly string[]) => child(process.execPath, all, how);
  const name = `node ${[file.slice(file.indexOf('dist/')), ...rest].join(' ')}`;
  return {
    ours: { name, run: () => start(...args) },
    theirs: { name: 'node -e 0', run: () => start('-e', '0') },
    conditions,
  };
}
