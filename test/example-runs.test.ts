import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { expect } from '@jest/globals';

import { processesWith } from './support/processes.ts';
import { Workshop } from './support/workshop.ts';
import { withTool } from './tools.ts';

const run = promisify(execFile);
const example = resolve(import.meta.dirname, '../examples/shop');

/** Buildah with a storage of its own. */
class Engine {
  readonly #program: string;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(program: string, folder: string) {
    this.#program = program;
    this.#folder = folder;
    mkdirSync(folder);
    writeFileSync(join(folder, 'policy.json'), '{"default":[{"type":"insecureAcceptAnything"}]}');
    this.#env = {
      PATH: process.env.PATH,
      HOME: folder,
      TMPDIR: folder,
      BUILDAH_ISOLATION: 'chroot',
      CONTAINERS_STORAGE_CONF: join(folder, 'storage.conf'),
    };
  }

  /** With the driver that works here: overlay is not allowed everywhere. */
  async open(): Promise<void> {
    for (const driver of ['overlay', 'vfs']) {
      const lines = [
        '[storage]',
        `driver = "${driver}"`,
        `graphroot = "${join(this.#folder, 'graph')}"`,
        `runroot = "${join(this.#folder, 'run')}"`,
      ];
      writeFileSync(join(this.#folder, 'storage.conf'), `${lines.join('\n')}\n`);
      const { failed } = await this.do('info').then(
        () => ({ failed: false }),
        () => ({ failed: true }),
      );
      if (!failed) return;
    }
  }

  async do(...args: readonly string[]): Promise<string> {
    return (await run(this.#program, args, { env: this.#env })).stdout.trim();
  }

  /** The name of a container of this image. */
  async from(image: string): Promise<string> {
    const policy = join(this.#folder, 'policy.json');
    return this.do('from', '--quiet', '--signature-policy', policy, image);
  }

  /** Starts what the image says that it starts. */
  async start(container: string, env: Readonly<Record<string, string>>): Promise<ChildProcess> {
    const inspected = JSON.parse(await this.do('inspect', '--type', 'container', container)) as {
      readonly OCIv1: { readonly config: { readonly Entrypoint: readonly string[] } };
    };
    const given = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    const { Entrypoint } = inspected.OCIv1.config;
    return spawn(this.#program, ['run', ...given, container, '--', ...Entrypoint], {
      env: this.#env,
      stdio: 'ignore',
    });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The answer of something that is about to listen. */
async function fetchSoon(url: string): Promise<Response> {
  for (let left = 200; ; left -= 1) {
    try {
      return await fetch(url, { headers: { connection: 'close' } });
    } catch (error) {
      if (left === 0) throw error;
      await sleep(50);
    }
  }
}

/** A git repository with a part of the example, that commits into this store. */
function sources(tree: string, from: string, store: string): Workshop {
  cpSync(from, tree, { recursive: true, verbatimSymlinks: true });
  const workshop = new Workshop({}, tree);
  workshop.store = store;
  workshop.git('init', '--quiet', '--initial-branch=main');
  // The base holds a Node binary: compressing it would take longer than everything else here.
  workshop.git('config', 'core.compression', '0');
  return workshop;
}

withTool(
  'buildah',
  'the example, built from its Dockerfiles, starts and shows its page',
  async ({ buildah }) => {
    // Engines take no capital letters in the path of a layout.
    const home = join(realpathSync(tmpdir()), `ecluse-example-${process.pid}`);
    mkdirSync(home);
    const store = join(home, 'store');
    const engine = new Engine(buildah, join(home, 'engine'));
    let shop: ChildProcess | undefined;
    try {
      using base = sources(join(home, 'base'), join(example, 'base'), store);
      await run(process.execPath, ['make-root.ts'], { cwd: base.tree });
      base.commit();
      base.git('tag', 'v1.0.0');
      expect(await base.ecluse('run', '--ref', 'v1.0.0')).toMatchObject({ code: 0 });

      using application = sources(join(home, 'shop'), example, store);
      rmSync(join(application.tree, 'base'), { recursive: true });
      application.commit();
      expect(await application.ecluse('run', '--builder', 'buildah')).toMatchObject({ code: 0 });

      await engine.open();
      const container = await engine.from(`oci:${store}/ghcr.io/acme/shop:dev`);
      const port = await freePort();
      shop = await engine.start(container, { PORT: String(port) });
      const page = await fetchSoon(`http://127.0.0.1:${port}/`);
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toContain('<title>The lock shop</title>');
      expect(html).toContain('Lock gate');
      const health = await fetchSoon(`http://127.0.0.1:${port}/healthz`);
      expect(await health.json()).toEqual({ status: 'ok' });

      const ended = once(shop, 'exit');
      shop.kill('SIGTERM');
      await ended;
      expect(processesWith(`PORT=${port}`)).toEqual([]);
    } finally {
      shop?.kill('SIGTERM');
      await engine.do('rm', '--all').catch(() => undefined);
      await engine.do('rmi', '--all').catch(() => undefined);
      rmSync(home, { recursive: true, force: true });
    }
    expect(existsSync(home)).toBe(false);
    expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain(home);
  },
  120_000,
);
