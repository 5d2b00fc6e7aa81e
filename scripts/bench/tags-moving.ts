import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { locate } from '../tools-lock.ts';
import type { Bench } from './bench.ts';
import { child, root } from './child.ts';
import { images, type Image } from './load.ts';
import { configIn, start } from './serve.ts';

const repository = 'acme/shop';
const count = 10_000;
const standing = '39.24.990';
const released = '39.24.991';
const mostMs = 300;

interface Told {
  readonly states: readonly string[];
  readonly count: number;
  readonly decideMs: number;
  readonly reads: number;
  readonly peakMiB: number;
}

/** Which moving names a version may take among 10,000 tags, against listing them alone: both whole processes. */
export const tagsMoving: Bench = {
  title: 'moving names decided among 10,000 tags',
  rounds: 7,
  goal: 1.5,
  async prepare(folder) {
    const program = locate('docker-registry');
    if (program === undefined)
      return { cannot: 'docker-registry is missing: npm run tools gets it' };
    const server = await start(program, ['serve', configIn(folder)]);
    const [older, newer] = images(2, [4]);
    if (older === undefined || newer === undefined) throw new Error('there are no images');
    await server.load.push(repository, [older, newer]);
    writeTags(join(folder, 'data'), older);
    const each: Told[] = [];
    const run = (what: 'list' | 'decide') => async () => {
      const file = join(folder, `${what}.json`);
      const script = join(root, 'scripts/bench/tags-moving-child.ts');
      const args = [script, what, server.url.href, newer.manifest.digest, released, file];
      await child(process.execPath, args, { cwd: root, env: process.env });
      if (what === 'decide') each.push(JSON.parse(readFileSync(file, 'utf8')) as Told);
    };
    return {
      ours: { name: 'list and decide', run: run('decide') },
      theirs: { name: 'list', run: run('list') },
      conditions: `${count} versions in Distribution; new processes from the sources`,
      check: async () => {
        server.load.close();
        server.child.kill();
        await once(server.child, 'exit');
        return told(each.slice(1));
      },
    };
  },
};

function told(each: readonly Told[]): string {
  const wrong = each.find(({ states }) => states.join() !== 'planned,planned,planned');
  if (wrong !== undefined) throw new Error(`the names were ${wrong.states.join()}`);
  const most = (of: (one: Told) => number) => Math.max(...each.map(of));
  const ms = most(({ decideMs }) => decideMs);
  const verdict = ms <= mostMs ? 'met' : 'MISSED';
  return `${each[0]?.count ?? 0} tags; decided at most ${ms.toFixed(0)} ms after the list had come, goal ≤ ${mostMs}: ${verdict}; ${most(({ reads }) => reads)} requests beside the list; peak memory ${most(({ peakMiB }) => peakMiB)} MiB`;
}

/**
 * Writes tags as Distribution keeps them, which takes seconds where pushing them takes minutes.
 * https://distribution.github.io/distribution/spec/api/ says nothing of it: it is the form of its `registry/storage/paths.go`.
 */
function writeTags(data: string, { manifest: { digest } }: Image): void {
  const tags = join(data, 'docker/registry/v2/repositories', repository, '_manifests/tags');
  const hex = digest.replace('sha256:', 'sha256/');
  const versions = Array.from({ length: count - 1 }, (_, at) => {
    return `${at % 39}.${Math.floor(at / 39) % 25}.${Math.floor(at / 975)}`;
  });
  for (const tag of [...versions, standing, 'latest', '39', '39.24']) {
    for (const place of ['current', join('index', hex)]) {
      mkdirSync(join(tags, tag, place), { recursive: true });
      writeFileSync(join(tags, tag, place, 'link'), digest);
    }
  }
}
