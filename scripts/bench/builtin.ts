import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';

import { locate, toolsPath } from '../tools-lock.ts';
import type { Bench, Contender } from './bench.ts';
import { bundle, child } from './child.ts';
import { writeContext } from './context.ts';
import { listing } from './listing.ts';

const name = 'example.test/acme/big';

/** What it takes to turn a 100 MB context into an image in a layout, each time from nothing, both gzip. */
export const builtin: Bench = {
  title: 'image of a 100 MB context',
  rounds: 3,
  goal: 0.4,
  async prepare(folder) {
    const buildah = locate('buildah');
    if (buildah === undefined) return { cannot: 'buildah is missing: npm run tools gets it' };
    const context = join(folder, 'context');
    writeContext(join(context, 'files'));
    writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY files/ /files/\n');
    const dist = join(folder, 'dist');
    await bundle(dist);
    const ours = join(folder, 'store');
    const theirs = join(folder, 'buildah');
    return {
      ours: byBuiltin({ cli: join(dist, 'cli.js'), context, store: ours }),
      theirs: byBuildah({ buildah, context, folder: theirs }),
      async check() {
        const [built, reference] = [listing(join(ours, name)), listing(join(theirs, 'layout'))];
        if (built.length < 2000 || !isDeepStrictEqual(built, reference)) {
          throw new Error(`the images differ: ${built.length} and ${reference.length} files`);
        }
      },
    };
  },
};

function byBuiltin(at: {
  readonly cli: string;
  readonly context: string;
  readonly store: string;
}): Contender {
  const args = ['build', at.context, '--image', name, '--builder', 'builtin', '--store', at.store];
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  return {
    name: 'builtin',
    async before() {
      rmSync(at.store, { recursive: true, force: true });
    },
    run: () => child(process.execPath, [at.cli, ...args], { cwd: at.context, env }),
  };
}

function byBuildah(at: {
  readonly buildah: string;
  readonly context: string;
  readonly folder: string;
}): Contender {
  const within = (path: string) => join(at.folder, path);
  const env = {
    PATH: toolsPath(),
    HOME: process.env.HOME,
    BUILDAH_ISOLATION: 'chroot',
    CONTAINERS_STORAGE_CONF: within('storage.conf'),
  };
  const run = (...args: readonly string[]) =>
    child(
      at.buildah,
      [...args.slice(0, 1), '--signature-policy', within('policy.json'), ...args.slice(1)],
      {
        cwd: at.context,
        env,
      },
    );
  return {
    name: 'buildah bud --layers, push oci:',
    async before() {
      rmSync(at.folder, { recursive: true, force: true });
      mkdirSync(at.folder);
      const [graph, runtime] = [within('graph'), within('run')].map((path) => JSON.stringify(path));
      writeFileSync(
        within('storage.conf'),
        `[storage]\ndriver = "overlay"\ngraphroot = ${graph ?? ''}\nrunroot = ${runtime ?? ''}\n`,
      );
      writeFileSync(within('policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}');
    },
    async run() {
      await run('bud', '--layers', '-t', `${name}:1`, '.');
      await run('push', `${name}:1`, `oci:${within('layout')}:1`);
    },
  };
}
