import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { resolve, type ResolvedPlan } from '#dockerfile';
import { parseConfig } from '#image';
import { codeOf, Failed, quote, type Exec, type Io } from '#io';
import { formatPlatform, NotThere, parseJson, serve } from '#oci';

import { buildArguments } from './buildah-arguments.ts';
import { openBases } from './buildah-bases.ts';
import { buildFailure } from './buildah-failure.ts';
import { completeImage, type DockerFields } from './buildah-image.ts';
import { parseVersion, unreadable, type Version } from './buildah-limits.ts';
import { unrunnable } from './buildah-machine.ts';
import { BuildahOutput } from './buildah-output.ts';
import { writeSettings, type Settings, type Storage } from './buildah-settings.ts';
import { openBuildahStore, type BuildahStore } from './buildah-store.ts';
import type { Builder, BuildPlan, Built, Step } from './builder.ts';
import { standingOn } from './standing-on.ts';

export interface BuildahPorts extends Pick<Io, 'exec' | 'listen' | 'now' | 'machine'> {
  /** A folder that keeps layers from one run to the next; without it every build starts from nothing. */
  readonly cache?: string | undefined;
}

/**
 * The engine Buildah, with chroot isolation: no daemon, and RUN works where containers are not allowed. It reads
 * the bases from a server on loopback and writes to a private layout; nothing of the machine's own settings counts.
 */
export const buildah = (ports: BuildahPorts): Builder => new Buildah(ports);

const probeMs = 20_000;
const cleanMs = 30_000;
const outputBytes = 64 * 1024;
const documentBytes = 16 * 1024 * 1024;

interface Run {
  readonly settings: Settings;
  readonly cwd: string;
  readonly signal: AbortSignal;
}

class Buildah implements Builder {
  readonly name = 'buildah';
  readonly #ports: BuildahPorts;
  #version: Promise<Version | undefined> | undefined;

  constructor(ports: BuildahPorts) {
    this.#ports = ports;
  }

  async can(plan: BuildPlan): Promise<true | { readonly no: string }> {
    const { machine } = this.#ports;
    if (machine.os !== 'linux') return { no: `Buildah needs Linux, and this is ${machine.os}` };
    const version = await this.#installed();
    if (version === undefined) return { no: 'Buildah is not installed' };
    const resolved = this.#resolve(plan);
    const no =
      unreadable(version, resolved) ??
      (await unrunnable(machine, resolved, formatPlatform(plan.platform)));
    return no === undefined ? true : { no };
  }

  async build(plan: BuildPlan, into: string, signal: AbortSignal): Promise<Built> {
    const version = await this.#installed();
    if (version === undefined) throw new Failed(3, 'no-tool', 'Buildah is not installed');
    const { exec, listen, cache } = this.#ports;
    const resolved = this.#resolve(plan);
    const missing = resolved.externals.find(({ name }) => !plan.bases.has(name));
    if (missing !== undefined) throw new NotThere(missing.name, 'the bases of this build');
    const work = join(into, 'work');
    await mkdir(work, { mode: 0o700 });
    const server = await listen(serve(openBases(plan.bases.values()), { readOnly: true }));
    const store = await openBuildahStore(exec, { cache, work });
    try {
      const settings = await this.#settings(plan, { store, work, bases: server.url.host, signal });
      const run = { settings, cwd: into, signal };
      const steps = await this.#inStore(store, run, () => this.#image(plan, resolved, run));
      const fields = await this.#push(run);
      const layout = join(into, 'layout');
      const root = await completeImage(layout, plan, fields);
      const on = await standingOn(plan, resolved);
      const engine = { name: this.name, version: version.text };
      return { layout, root, engine, steps, on, elsewhere: new Map() };
    } finally {
      await store.close();
      await server.close();
      await rm(work, { recursive: true, force: true });
    }
  }

  #resolve({ dockerfile, target, args, platform }: BuildPlan): ResolvedPlan {
    const buildPlatform = formatPlatform(this.#ports.machine);
    return resolve(dockerfile, { target, args, platform: formatPlatform(platform), buildPlatform });
  }

  /** Asked once; undefined when there is none. */
  async #installed(): Promise<Version | undefined> {
    this.#version ??= this.#ports.exec
      .run('buildah', ['--version'], {
        signal: AbortSignal.timeout(probeMs),
        maxBytes: outputBytes,
      })
      .then(
        ({ stdout }) => parseVersion(new TextDecoder().decode(stdout)),
        (error: unknown) => {
          if (codeOf(error) === 'no-tool') return undefined;
          throw error;
        },
      );
    return this.#version;
  }

  /** With the overlay driver where it works, else with vfs, which copies every layer whole. */
  async #settings(
    plan: BuildPlan,
    how: {
      readonly store: BuildahStore;
      readonly work: string;
      readonly bases: string;
      readonly signal: AbortSignal;
    },
  ): Promise<Settings> {
    const { store, work, bases, signal } = how;
    const write = (driver: Storage['driver']): Promise<Settings> =>
      writeSettings(work, plan, { storage: { folder: store.folder, driver }, bases });
    const settings = await write('overlay');
    const { code } = await this.#run(['info'], { settings, cwd: work, signal });
    return code === 0 ? settings : write('vfs');
  }

  /** Removes the containers that a build leaves in a store when it fails. */
  async #inStore<T>(store: BuildahStore, run: Run, work: () => Promise<T>): Promise<T> {
    const clean = async (): Promise<void> => {
      await this.#run(['rm', '--all'], { ...run, signal: AbortSignal.timeout(cleanMs) });
    };
    if (store.dirty) await clean();
    try {
      return await work();
    } catch (error) {
      if (store.shared) await clean();
      throw error;
    }
  }

  async #image(plan: BuildPlan, resolved: ResolvedPlan, run: Run): Promise<readonly Step[]> {
    const output = new BuildahOutput(resolved, this.#ports.now);
    const onLine: OnLine = (line, from) => {
      output.read(line, from);
    };
    const { code } = await this.#run(buildArguments(plan, resolved, run.settings), run, onLine);
    if (code !== 0) throw buildFailure(output, plan.dockerfile.file);
    return output.steps();
  }

  /** Writes the image into the layout, and returns what gets lost on the way. */
  async #push({ settings, ...run }: Run): Promise<DockerFields> {
    const id = (await readFile(settings.id, 'utf8')).trim();
    const what = { settings, ...run };
    const push = ['push', '--quiet', '--signature-policy', settings.policy, '--format', 'oci'];
    await this.#succeed([...push, id, 'oci:layout:latest'], what);
    const inspected = await this.#succeed(['inspect', '--type', 'image', id], what);
    const json = parseJson(inspected, 'what buildah inspect printed');
    const docker = typeof json === 'object' && json !== null && 'Docker' in json ? json.Docker : {};
    return parseConfig(new TextEncoder().encode(JSON.stringify(docker))).config ?? {};
  }

  async #succeed(args: readonly string[], run: Run): Promise<Uint8Array> {
    const { code, stdout, stderr, truncated } = await this.#run(args, run);
    if (code === 0 && !truncated) return stdout;
    const last = new TextDecoder().decode(stderr).trim().split('\n').at(-1) ?? '';
    const why = truncated ? 'it printed too much' : `exit code ${code}: ${quote(last)}`;
    throw new Failed(3, 'buildah-failed', `buildah ${args[0] ?? ''} failed: ${why}`);
  }

  #run(
    args: readonly string[],
    { settings, ...how }: Run,
    onLine?: OnLine,
  ): ReturnType<Exec['run']> {
    return this.#ports.exec.run('buildah', [...settings.global, ...args], {
      ...how,
      env: settings.env,
      maxBytes: documentBytes,
      ...(onLine === undefined ? {} : { onLine }),
    });
  }
}

type OnLine = NonNullable<Parameters<Exec['run']>[2]['onLine']>;
