import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { locate, toolsPath } from '../tools-lock.ts';
import type { Bench, Contender } from './bench.ts';
import { settle } from './caches.ts';
import { bundle, child, commit } from './child.ts';
import { writeContext } from './context.ts';
import { listing, type Listing } from './listing.ts';

const name = 'example.test/acme/big';

interface Place {
  readonly context: string;
  /** Everything that a contender writes is in it, and it is gone before the next round. */
  readonly folder: string;
  /** What is in the page cache when a run starts. */
  readonly warm: readonly string[];
}

/** What it takes to turn a 100 MB context into an image in a layout, each time from nothing, both gzip. */
export const builtin: Bench = {
  title: 'image of a 100 MB context',
  rounds: 7,
  goal: 0.4,
  async prepare(folder) {
    const buildah = locate('buildah');
    if (buildah === undefined) return { cannot: 'buildah is missing: npm run tools gets it' };
    const context = join(folder, 'context');
    writeContext(join(context, 'files'));
    writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY files/ /files/\n');
    commit(context);
    const dist = join(folder, 'dist');
    await bundle(dist);
    const programs = [process.execPath, buildah, locate('git') ?? dist];
    const warm = [context, dist, ...programs];
    const ours = { context, folder: join(folder, 'ecluse'), warm };
    const theirs = { context, folder: join(folder, 'buildah'), warm };
    const version = execFileSync(buildah, ['--version'], { encoding: 'utf8' }).split(' (')[0];
    return {
      ours: byBuiltin(ours, join(dist, 'cli.js')),
      theirs: byBuildah(theirs, buildah),
      conditions: `the same 2,000 files; an empty store each time; ${settle(...warm)}; ${version ?? ''}, overlay, chroot`,
      async check() {
        return same(
          listing(join(ours.folder, 'store', name)),
          listing(join(theirs.folder, 'layout')),
        );
      },
    };
  },
};

function same(ours: Listing, theirs: Listing): string {
  if (ours.files.length !== 2000 || !isDeepStrictEqual(ours.files, theirs.files)) {
    throw new Error(`the images differ: ${ours.files.length} and ${theirs.files.length} files`);
  }
  const [our, their] = [ours, theirs].map(({ bytes }) => (bytes / 1e6).toFixed(1));
  return `${ours.files.length} files of the same names and sizes in both; gzip ${our ?? ''} and ${their ?? ''} MB`;
}

/** An empty folder, and nothing left of the other's. */
async function clear({ folder, warm }: Place): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  settle(...warm);
}

const environment = (folder: string) => ({ HOME: folder, TMPDIR: join(folder, 'tmp') });

function byBuiltin(place: Place, cli: string): Contender {
  const { context, folder } = place;
  const store = join(folder, 'store');
  const args = ['build', '.', '--image', name, '--builder', 'builtin', '--store', store];
  return {
    name: `node dist/cli.js build . --image ${name} --builder builtin --store DIR`,
    before: () => clear(place),
    run: () =>
      child(process.execPath, [cli, ...args], {
        cwd: context,
        env: { PATH: process.env.PATH, ...environment(folder) },
      }),
  };
}

function byBuildah(place: Place, buildah: string): Contender {
  const { context, folder } = place;
  const within = (path: string) => join(folder, path);
  const env = {
    PATH: toolsPath(),
    ...environment(folder),
    BUILDAH_ISOLATION: 'chroot',
    CONTAINERS_STORAGE_CONF: within('storage.conf'),
  };
  const run = (command: string, ...args: readonly string[]) =>
    child(buildah, [command, '--signature-policy', within('policy.json'), ...args], {
      cwd: context,
      env,
    });
  return {
    name: 'buildah bud --layers -t NAME . && buildah push NAME oci:DIR',
    async before() {
      await clear(place);
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
