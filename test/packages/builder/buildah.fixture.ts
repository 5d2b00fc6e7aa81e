import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { buildah, type BuildahPorts, type Builder, type BuildPlan, type Built } from '#builder';
import { parseDockerfile } from '#dockerfile';
import { openMachine, plainLog } from '#io';
import { digestOf, openLayout, type ImageManifest } from '#oci';

const programs = ['/bin/sh', '/bin/cat', '/bin/ls', '/bin/mkdir', '/bin/sleep'];

/** A folder for a test, with a machine that runs programs and serves; gone at the end. */
export class Yard {
  readonly home = realpathSync(mkdtempSync(join(tmpdir(), 'yard-')));
  readonly context = join(this.home, 'context');
  readonly ports: BuildahPorts;
  readonly #machine;
  #builds = 0;

  constructor(env: Readonly<Record<string, string>> = {}) {
    mkdirSync(this.context);
    this.#machine = openMachine({
      cwd: this.home,
      env: new Map(Object.entries({ PATH: process.env.PATH ?? '', TMPDIR: this.home, ...env })),
      log: plainLog({ info: () => undefined, warn: () => undefined }),
    });
    this.ports = this.#machine.io;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#machine.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.context, name)), { recursive: true });
      writeFileSync(join(this.context, name), text);
    }
  }

  /** A root that can run a shell and these programs, as the folder `root` of the context. */
  root(...more: readonly string[]): void {
    const all = [...programs, ...more];
    const libraries = all.flatMap((program) => {
      const printed = execFileSync('ldd', [program], { encoding: 'utf8' });
      return [...printed.matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path);
    });
    for (const path of new Set([...all, ...libraries])) {
      const to = join(this.context, 'root', path);
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(path, to);
    }
  }

  plan(lines: readonly string[], more: Partial<BuildPlan> = {}): BuildPlan {
    return {
      context: this.context,
      dockerfile: parseDockerfile(`${lines.join('\n')}\n`, 'Dockerfile'),
      platform: this.ports.machine,
      args: {},
      epoch: 1_000_000_000,
      bases: new Map(),
      ...more,
    };
  }

  /** A new empty folder. */
  into(): string {
    this.#builds += 1;
    const folder = join(this.home, `into-${this.#builds}`);
    mkdirSync(folder);
    return folder;
  }

  async build(
    lines: readonly string[],
    more: Partial<BuildPlan> = {},
    builder: Builder = buildah(this.ports),
  ): Promise<Built> {
    return builder.build(this.plan(lines, more), this.into(), AbortSignal.timeout(60_000));
  }
}

export interface Config {
  readonly config: Readonly<Record<string, unknown>>;
  readonly history: readonly Readonly<Record<string, unknown>>[];
}

/** Manifest and config of what was built, and every JSON document of its layout as one text. */
export async function look({ layout, root }: Built): Promise<{
  readonly manifest: ImageManifest;
  readonly config: Config;
  readonly documents: string;
}> {
  const blobs = join(layout, 'blobs/sha256');
  const documents = readdirSync(blobs)
    .map((name) => readFileSync(join(blobs, name)))
    .filter((bytes) => bytes.subarray(0, 1).toString() === '{')
    .join('\n');
  const found = await openLayout(layout).manifest(root.digest);
  if (found === undefined || digestOf(found.bytes) !== root.digest) throw new Error('no manifest');
  const manifest = JSON.parse(new TextDecoder().decode(found.bytes)) as ImageManifest;
  const file = join(blobs, manifest.config.digest.slice('sha256:'.length));
  return { manifest, config: JSON.parse(readFileSync(file, 'utf8')) as Config, documents };
}

/** Names of the files in a built layer, as tar prints them. */
export const filesOf = ({ layout }: Built, digest: string): readonly string[] =>
  execFileSync('tar', ['tzf', join(layout, 'blobs/sha256', digest.slice('sha256:'.length))], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .filter((name) => !name.endsWith('/'));
