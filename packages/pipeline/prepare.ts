import { findConfig, parseConfig, readPolicy, type Config, type Policy } from '#config';
import { UsageError, type Event, type History, type Io } from '#io';
import { Versions, type Ground } from '#lifecycle';
import { needsDive } from '#layers';
import type { OpenRepository } from '#oci';

import { layerCacheOf, type LayerCacheInput } from './layer-cache.ts';
import { Looks } from './looks.ts';
import type { Sources } from './sources.ts';
import { openFor, type StoreInput } from './store.ts';

/** Everything that a use case stands on, read once. */
export interface Prepared {
  /** Of this tree; undefined: it has none. */
  readonly tree: Config | undefined;
  readonly policy: Policy;
  readonly ground: Ground;
  readonly open: OpenRepository;
  /** The same until a signal. */
  readonly openUntil: (signal: AbortSignal) => OpenRepository;
  readonly sources: Sources;
  readonly looks: Looks;
}

/**
 * Reads `ecluse.yml`, each half from where it counts, and opens the store.
 * @param event what the tree is built for; without one its `ecluse.yml` is not read
 * @param named repositories that the inputs name beside those of the file
 */
export async function prepare(
  io: Io,
  input: StoreInput & LayerCacheInput,
  { event, named = [] }: { readonly event?: Event; readonly named?: readonly string[] } = {},
): Promise<Prepared> {
  const history = await io.history();
  const { cwd } = io;
  // Without an event nothing of the tree is asked: only policy counts then, however broken the tree is.
  const found = event && (await findConfig(cwd, history?.root ?? cwd));
  const tree = found && parseConfig(found.bytes, found.path);
  const { policy, note } = await readPolicy({ history, event, tree: found, cwd });
  const written = [
    ...named,
    ...[...policy.images, ...(tree?.images ?? [])].map(({ repository }) => repository),
    ...policy.environments.flatMap(({ repository }) => repository ?? []),
  ];
  const open = openFor(io, input, written);
  const openUntil = (signal: AbortSignal): OpenRepository =>
    openFor({ ...io, signal: AbortSignal.any([io.signal, signal]) }, input, written);
  const looks = new Looks(
    {
      open,
      openUntil,
      signal: io.signal,
      log: io.log,
      cache: layerCacheOf(io, input),
    },
    { dive: asksDive(policy) },
  );
  const ground: Ground = {
    open,
    policy,
    history,
    versions: new Versions(),
    now: io.now,
    by: whoIs(io.env),
    signal: io.signal,
    layers: (repository, digest) => looks.of(repository, digest),
  };
  const sources = {
    build: event === undefined ? null : tree === undefined ? 'inputs' : 'this tree',
    policy: await sourceOf(policy, history),
    note: note ?? null,
  };
  return { tree, policy, ground, open, openUntil, sources, looks };
}

const asksDive = ({ environments }: Policy): boolean =>
  environments.some(({ gates }) => gates.layers !== undefined && needsDive(gates.layers));

/** `main@1a2b3c4` */
async function sourceOf({ source }: Policy, history: History | undefined): Promise<string> {
  if (source === 'none') return 'none';
  if ('pinned' in source) return source.pinned;
  const branch = await history?.defaultBranch();
  return `${branch?.name ?? source.path}@${source.commit.slice(0, 7)}`;
}

/** The run on GitHub, else the person at the terminal. */
export function whoIs(env: ReadonlyMap<string, string>): string {
  const [server, repository, run] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map(
    (name) => env.get(name),
  );
  if (server !== undefined && repository !== undefined && run !== undefined) {
    return `${server}/${repository}/actions/runs/${run}`;
  }
  return env.get('USER') ?? env.get('LOGNAME') ?? 'a terminal';
}

/** @throws UsageError when there is neither a workflow event nor a git repository */
export async function eventOf(io: Io): Promise<Event> {
  const event = await io.event();
  if (event !== undefined) return event;
  throw new UsageError(
    `${JSON.stringify(io.cwd)} is in no git repository: run it where the sources are, after git init and a first commit`,
  );
}
