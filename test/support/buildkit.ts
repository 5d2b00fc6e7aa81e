import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Buildkit {
  /**
   * Builds a Dockerfile; the context holds these files, with another time at each call, so that a layer that is
   * built anew is another one. Fails with what BuildKit said.
   */
  build(
    dockerfile: string,
    args: readonly string[],
    how?: { readonly files?: Readonly<Record<string, string>>; readonly login?: string },
  ): Promise<void>;
  /** Forgets all that was built and pulled. */
  prune(): Promise<void>;
  close(): Promise<void>;
}

/** BuildKit's daemon in a temporary folder, ended by `close`. It needs root and runc. */
export async function runningBuildkit(tools: {
  readonly buildkitd: string;
  readonly buildctl: string;
  readonly runc: string;
}): Promise<Buildkit> {
  const folder = await mkdtemp(join(tmpdir(), 'ecluse-buildkit-'));
  const address = `unix://${join(folder, 'socket')}`;
  const env = { PATH: process.env.PATH, HOME: folder };
  const child = spawn(tools.buildkitd, [...daemon(folder, tools.runc), '--addr', address], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const ctl = async (args: readonly string[], docker = folder) => {
    await run(tools.buildctl, ['--addr', address, ...args], {
      env: { ...env, DOCKER_CONFIG: docker },
    });
  };
  let time = 0;
  let said = '';
  for await (const line of createInterface(child.stderr)) {
    said += `${line}\n`;
    if (!line.includes('running server on')) continue;
    child.stderr.resume();
    return {
      build: async (dockerfile, args, { files = {}, login } = {}) => {
        const context = await mkdtemp(join(folder, 'context-'));
        const all = Object.entries({ ...files, Dockerfile: dockerfile });
        time += 86_400;
        for (const [name, text] of all) {
          await writeFile(join(context, name), text);
          await utimes(join(context, name), time, time);
        }
        const local = ['context', 'dockerfile'].flatMap((name) => [
          '--local',
          `${name}=${context}`,
        ]);
        const docker = login === undefined ? folder : await loggedIn(folder, login);
        await ctl(['build', '--frontend', 'dockerfile.v0', ...local, ...args], docker);
      },
      prune: async () => ctl(['prune', '--all']),
      close,
    };
  }
  await close();
  throw new Error(`buildkitd did not start: ${said}`);
}

const daemon = (folder: string, runc: string): readonly string[] => [
  ...['--config', '/dev/null', '--root', join(folder, 'root')],
  ...['--containerd-worker=false', `--oci-worker-binary=${runc}`, '--oci-worker-gc=false'],
  ...['--oci-worker-snapshotter=native', '--oci-worker-net=host', '--cdi-disabled'],
  ...['--otel-socket-path', join(folder, 'otel.sock')],
];

/** Docker's configuration with one login: `user:password@host:port`. */
async function loggedIn(folder: string, login: string): Promise<string> {
  const [user = '', host = ''] = login.split('@');
  const auths = { [host]: { auth: Buffer.from(user).toString('base64') } };
  const place = join(folder, 'docker');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'config.json'), JSON.stringify({ auths }));
  return place;
}
