import { isAbsolute, posix, relative, resolve, sep } from 'node:path';

import { readSource, type Source } from '#builder';
import type { BuildConfig, Policy } from '#config';
import { ignoreRules } from '#dockerfile';
import { UsageError, type Io } from '#io';
import type { Said } from '#labels';
import { digestOf, type Digest, type Platform } from '#oci';

import type { Recipe } from './build.ts';
import { fingerprintOfSaid, marksFor } from './marks.ts';

/** What inputs say about a build; they win over `ecluse.yml`. */
export interface BuildInput {
  readonly context: string | undefined;
  readonly file: string | undefined;
  readonly target: string | undefined;
  readonly platforms: readonly string[];
  readonly 'build-args': readonly string[];
}

/**
 * What file and inputs say together. Paths in it start at the top of the repository.
 * @throws UsageError for a path that leaves the repository
 */
export function buildOf(
  io: Io,
  root: string,
  { build, input }: { readonly build: BuildConfig | undefined; readonly input: BuildInput },
): BuildConfig {
  const given = (name: 'context' | 'file', path: string): string => {
    const inside = relative(root, resolve(io.cwd, path)).split(sep).join('/') || '.';
    if (inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside)) return inside;
    throw new UsageError(
      `${name} ${JSON.stringify(path)} lies outside of the repository: what is built belongs to a commit`,
      { input: name },
    );
  };
  const context =
    input.context === undefined
      ? (build?.context ?? given('context', '.'))
      : given('context', input.context);
  const beside = posix.join(context, 'Dockerfile');
  const file =
    input.file !== undefined
      ? given('file', input.file)
      : input.context === undefined
        ? (build?.file ?? beside)
        : beside;
  return {
    context,
    file,
    target: input.target ?? build?.target,
    platforms: [...new Set(input.platforms.length > 0 ? input.platforms : build?.platforms)],
    args: { ...build?.args, ...pairs('build-args', input['build-args']) },
  };
}

/**
 * Reads Dockerfile and ignore file.
 * @throws UsageError also when the store would be part of the image
 */
export async function sourceOf(
  root: string,
  build: BuildConfig,
  { cwd, store }: { readonly cwd: string; readonly store: string | undefined },
): Promise<Source> {
  const source = await readSource(root, build);
  if (store === undefined || store.includes('://')) return source;
  const inside = relative(source.context, resolve(cwd, store)).split(sep).join('/');
  const outside =
    inside === '' || inside === '..' || inside.startsWith('../') || isAbsolute(inside);
  if (
    outside ||
    (source.ignore !== undefined && ignoreRules(source.ignore).ignores(inside, true))
  ) {
    return source;
  }
  throw new UsageError(
    `the store ${JSON.stringify(store)} lies in the context of the build: put it elsewhere, or into the ignore file`,
    { input: 'store' },
  );
}

/** A digest of what decides a build beside its commit: two builds of a commit are the same only when these are. */
export function fingerprintOf(build: BuildConfig, of: Said): Digest {
  const { context, file, target, platforms, args } = build;
  const said = {
    context,
    file,
    target: target ?? null,
    platforms,
    args: Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)),
    ...fingerprintOfSaid(of),
  };
  return digestOf(new TextEncoder().encode(JSON.stringify(said)));
}

/** The recipe for a commit; a tree that differs from it does not call itself by it. */
export async function recipeOf(
  io: Io,
  { build, source }: { readonly build: BuildConfig; readonly source: Source },
  about: {
    readonly commit: string;
    readonly fingerprint: Digest;
    readonly said: Said;
    readonly policy: Policy;
    readonly title: string;
    readonly version: string | undefined;
    readonly dirty: boolean;
  },
): Promise<Recipe> {
  const { commit, fingerprint, title, dirty } = about;
  const epoch = await epochOf(io, commit);
  const facts = {
    title,
    epoch,
    commit: dirty ? undefined : commit,
    version: dirty ? undefined : about.version,
  };
  return {
    ...source,
    target: build.target,
    platforms:
      build.platforms.length > 0 ? build.platforms.map(parsePlatform) : [machinePlatform(io)],
    args: build.args,
    marks: await marksFor(io, facts, { said: about.said, policy: about.policy, fingerprint }),
    epoch,
  };
}

/** Images are for Linux, whatever builds them. */
const machinePlatform = ({ machine }: Io): Platform => ({
  os: 'linux',
  architecture: machine.architecture,
});

/** @throws UsageError */
export function parsePlatform(text: string): Platform {
  const [, os, architecture, variant] =
    /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9_.]+))?$/.exec(text) ?? [];
  if (os !== undefined && architecture !== undefined) {
    return { os, architecture, ...(variant === undefined ? {} : { variant }) };
  }
  throw new UsageError(
    `platform ${JSON.stringify(text)} must be os/architecture or os/architecture/variant, such as linux/arm64`,
    { input: 'platforms' },
  );
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
