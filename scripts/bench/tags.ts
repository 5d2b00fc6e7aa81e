import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Bench } from './bench.ts';
import { bundle, child } from './child.ts';

/** The cold start of the lightest action, as the runner starts it, as a multiple of Node's own. */
export const tags: Bench = {
  title: 'cold start',
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
      INPUT_IMAGE: 'ghcr.io/acme/shop',
    };
    const start = (...args: readonly string[]) =>
      child(process.execPath, args, { cwd: folder, env });
    return {
      ours: { name: 'tags', run: () => start(join(dist, 'tags.js')) },
      theirs: { name: 'node -e 0', run: () => start('-e', '0') },
    };
  },
};
