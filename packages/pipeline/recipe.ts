import { posix, relative } from 'node:path';

import { readSource, type Source } from '#builder';
import type { BuildConfig } from '#config';
import { UsageError, type Io } from '#io';
import type { Platform } from '#oci';

import { originOf, type Recipe } from './build.ts';

/** What inputs say about a build; they win over `ecluse.yml`. */
export interface BuildInput {
  readonly context: string | undefined;
  readonly file: string | undefined;
  readonly target: string | undefined;
  readonly platforms: readonly string[];
  readonly 'build-args': readonly string[];
  readonly labels: readonly string[];
}

/** A build as it will be, with its sources read. Paths are absolute, or relative to `root`. */
export interface Plan {
  readonly root: string;
  readonly build: BuildConfig;
  readonly source: Source;
}

/** Puts together what file and inputs say, and reads Dockerfile and ignore file. */
export async function planBuild(
  io: Io,
  root: string,
  { build, input }: { readonly build: BuildConfig | undefined; readonly input: BuildInput },
): Promise<Plan> {
  const here = relative(root, io.cwd);
  const given = (path: string): string => posix.join(here, path);
  const context =
    input.context === undefined ? (build?.context ?? given('.')) : given(input.context);
  const file =
    input.file !== undefined
      ? given(input.file)
      : input.context === undefined && build !== undefined
        ? build.file
        : posix.join(context, 'Dockerfile');
  const whole: BuildConfig = {
    context,
    file,
    target: input.target ?? build?.target,
    platforms: input.platforms.length > 0 ? input.platforms : (build?.platforms ?? []),
    args: { ...build?.args, ...pairs('build-args', input['build-args']) },
  };
  return { root, build: whole, source: await readSource(root, whole) };
}

/** The recipe for a commit. */
export async function recipeOf(
  io: Io,
  { build, source }: Plan,
  { commit, labels }: { readonly commit: string; readonly labels: readonly string[] },
): Promise<Recipe> {
  const origin = originOf(commit, io.env);
  return {
    ...source,
    target: build.target,
    platforms:
      build.platforms.length > 0 ? build.platforms.map(parsePlatform) : [machinePlatform(io)],
    args: build.args,
    labels: { ...origin, ...pairs('labels', labels) },
    annotations: origin,
    epoch: await epochOf(io, commit),
  };
}

/** Images are for Linux, whatever builds them. */
const machinePlatform = ({ machine }: Io): Platform => ({
  os: 'linux',
  architecture: machine.architecture,
});

export function parsePlatform(text: string): Platform {
  const [os, architecture, variant, more] = text.split('/');
  const part = /^[a-z0-9_.]+$/;
  const parts = [os, architecture, ...(variant === undefined ? [] : [variant])];
  if (
    os === undefined ||
    architecture === undefined ||
    more !== undefined ||
    !parts.every((one) => part.test(one ?? ''))
  ) {
    throw new UsageError(
      `platform ${JSON.stringify(text)} must be os/architecture or os/architecture/variant, such as linux/arm64`,
      { input: 'platforms' },
    );
  }
  return { os, architecture, ...(variant === undefined ? {} : { variant }) };
}

/** `SOURCE_DATE_EPOCH`, else the time of the commit: https://reproducible-builds.org/specs/source-date-epoch/ */
async function epochOf(io: Io, commit: string): Promise<number> {
  const given = io.env.get('SOURCE_DATE_EPOCH');
  if (given !== undefined && given !== '') {
    if (/^\d{1,12}$/.test(given)) return Number(given);
    throw new UsageError(
      `SOURCE_DATE_EPOCH must be seconds since 1970, not ${JSON.stringify(given)}`,
    );
  }
  const history = await io.history();
  return history === undefined ? 0 : Math.floor((await history.time(commit)).getTime() / 1000);
}

function pairs(input: string, lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      if (at > 0) return [line.slice(0, at), line.slice(at + 1)];
      throw new UsageError(`input "${input}" must hold name=value, not ${JSON.stringify(line)}`, {
        input,
      });
    }),
  );
}
