import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { locate } from '../tools-lock.ts';
import type { Bench, Contender, Prepared } from './bench.ts';
import { bundle } from './child.ts';
import { images, Load, type Image } from './load.ts';

const clients = 8;
const count = 100;
const layersKiB = [2048, 512, 64, 4];
const mostMemory = 1.5;
const conditions = `${count} images of ${layersKiB.length} layers, ${layersKiB.reduce((a, b) => a + b) / 1024} MiB each, by ${clients} clients in this process; files in the page cache`;

export interface Server {
  readonly url: URL;
  readonly load: Load;
  readonly child: ChildProcess;
}

/** A registry to be compared with: the program, and how it is started on a folder. */
interface Peer {
  readonly name: string;
  readonly program: string;
  readonly args: (folder: string) => readonly string[];
}
const distribution: Peer = {
  name: 'Distribution',
  program: 'docker-registry',
  args: (folder) => ['serve', configIn(folder)],
};
const crane: Peer = {
  name: "crane's registry",
  program: 'crane',
  args: (folder) => ['registry', 'serve', '--address', '127.0.0.1:0', '--disk', diskIn(folder)],
};

/** Push into a repository that is new in each round. */
const push = (peer: Peer): Bench => ({
  title: 'a registry that is pushed to',
  rounds: 3,
  goal: 1,
  prepare: (folder) =>
    against(folder, { peer, filled: 'bench/push-1' }, ({ load }, all) => {
      let round = 0;
      return { run: () => load.push(`bench/push-${(round += 1)}`, all) };
    }),
});

/** Pull by clients that have nothing. */
const pull = (peer: Peer): Bench => ({
  title: 'a registry that is pulled from',
  rounds: 7,
  goal: 1,
  prepare: (folder) =>
    against(folder, { peer, filled: 'bench/pull' }, ({ load }, all) => {
      let filled: Promise<void> | undefined;
      return {
        before: () => (filled ??= load.push('bench/pull', all)),
        run: () => load.pull('bench/pull', all),
      };
    }),
});

/** Our server against others under one load. */
export const servers: Readonly<Record<string, Bench>> = {
  'serve-pull': pull(distribution),
  'serve-push': push(distribution),
  // Its registry gives every repository the blobs of all: a second push into it sends nothing.
  'serve-pull-crane': pull(crane),
};

async function against(
  folder: string,
  { peer, filled }: { readonly peer: Peer; readonly filled: string },
  contender: (server: Server, all: readonly Image[]) => Omit<Contender, 'name'>,
): Promise<Prepared> {
  const program = locate(peer.program);
  if (program === undefined) return { cannot: `${peer.program} is missing: npm run tools gets it` };
  const dist = join(folder, 'dist');
  await bundle(dist);
  const all = images(count, layersKiB);
  const ours = await start(process.execPath, [
    join(dist, 'cli.js'),
    'serve',
    join(folder, 'store'),
  ]);
  const theirs = await start(program, peer.args(folder));
  return {
    ours: { name: 'ecluse serve', ...contender(ours, all) },
    theirs: { name: peer.name, ...contender(theirs, all) },
    conditions,
    check: async () => {
      for (const { load } of [ours, theirs]) {
        await load.pull(filled, all, true);
      }
      const memory = [peakMiB(ours), peakMiB(theirs)] as const;
      for (const { load, child } of [ours, theirs]) {
        load.close();
        child.kill();
        await once(child, 'exit');
      }
      return compared(...memory);
    },
  };
}

function compared(ours: number | undefined, theirs: number | undefined): string {
  if (ours === undefined || theirs === undefined) return 'memory is measured on Linux alone';
  const ratio = ours / theirs;
  const verdict = ratio <= mostMemory ? 'met' : 'MISSED';
  return `every byte came back; peak memory ${ours} and ${theirs} MiB, ratio ${ratio.toFixed(2)}, goal ≤ ${mostMemory}: ${verdict}`;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function peakMiB({ child }: Server): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024);
}

function diskIn(folder: string): string {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  return disk;
}

/** Distribution's configuration: it keeps its files in `data`, beside it. */
export function configIn(folder: string): string {
  const config = join(folder, 'config.yml');
  const settings = {
    version: '0.1',
    log: { accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') } },
    http: { addr: '127.0.0.1:0' },
  };
  writeFileSync(config, JSON.stringify(settings));
  return config;
}

/** Starts a server that says on one of its streams where it listens. */
export async function start(program: string, args: readonly string[]): Promise<Server> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      const port = /(?:127\.0\.0\.1:|serving on port )(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(`127.0.0.1:${port}`);
    });
  }
  process.once('exit', () => child.kill());
  child.once('exit', () => {
    reject(new Error(`${program} ended before it listened`));
  });
  const url = new URL(`http://${await promise}`);
  return { url, load: new Load(url, clients), child };
}
