import * as v from 'valibot';

import { Failed, NothingToDo, UsageError, type Event, type History, type Io } from '#io';
import {
  claimed,
  lookAtNames as lookAt,
  nameLookSchema,
  type NameLook,
  type NameWish,
} from '#lifecycle';
import { isDigest, parseRegistryReference, type Digest } from '#oci';
import type { VersionOrder } from '#version';

import { refusalOf } from './name-refusals.ts';
import { releasedAs } from './released-as.ts';
import { openFor, type StoreInput } from './store.ts';

/** What a look at one repository says of names that it is to get. */
export const namesLookSchema = v.pipe(
  v.object({
    repository: v.pipe(v.string(), v.description('The repository that was looked at.')),
    failed: v.pipe(
      v.nullable(v.string()),
      v.description('Why it could not be looked at. null: it could.'),
    ),
    to: v.pipe(
      v.nullable(v.pipe(v.string(), v.guard(isDigest))),
      v.description(
        'The image that is to get the names: what was built from the commit. null: it is not built yet.',
      ),
    ),
    names: v.pipe(
      v.array(nameLookSchema),
      v.readonly(),
      v.description('What stands there under each name, and what would become of it.'),
    ),
  }),
  v.readonly(),
  v.description('What a look at one repository says of names that it is to get.'),
);
export type NamesLook = v.InferOutput<typeof namesLookSchema>;

/** What is looked for. */
export interface LookAtNames {
  readonly repositories: readonly string[];
  readonly order: VersionOrder;
  /** Digests that a person has looked at. */
  readonly expected: readonly Digest[];
  /** The names that the event gives. */
  readonly namesFor: (event: Event) => readonly NameWish[];
}

const mostRepositories = 20;
const mostSeconds = 10;

/**
 * Looks at what stands in repositories under names that are not written here, and only reads. Where it cannot look, or not
 * within ten seconds, or where the event is none that names are written on, the reason is what it gives.
 * @throws UsageError for inputs that are wrong
 */
export async function lookAtNames(
  io: Io,
  input: StoreInput,
  what: LookAtNames,
): Promise<readonly NamesLook[]> {
  const none = (repository: string, failed: string): NamesLook => {
    return { repository, failed, to: null, names: [] };
  };
  const event = await eventOr(io);
  if (typeof event === 'string') return what.repositories.map((name) => none(name, event));
  const sought = { ...what, event, names: what.namesFor(event) };
  const timeout = AbortSignal.timeout(mostSeconds * 1000);
  const bounded = { ...io, signal: AbortSignal.any([io.signal, timeout]) };
  return Promise.all(
    what.repositories.map(async (name, at): Promise<NamesLook> => {
      if (at >= mostRepositories) {
        return none(name, `only the first ${mostRepositories} images are looked at`);
      }
      try {
        return await look(bounded, input, { name, sought });
      } catch (error) {
        io.signal.throwIfAborted();
        if (timeout.aborted) return none(name, `it did not answer within ${mostSeconds} seconds`);
        if (error instanceof Failed && error.exit === 3) return none(name, error.message);
        throw error;
      }
    }),
  );
}

/** Names are computed on more events than they are written on: a sentence for those. */
async function eventOr(io: Io): Promise<Event | string> {
  try {
    return (await io.event()) ?? 'there is neither an event nor a git repository';
  } catch (error) {
    if (error instanceof UsageError || error instanceof NothingToDo) return error.message;
    throw error;
  }
}

type Sought = LookAtNames & { readonly event: Event; readonly names: readonly NameWish[] };

async function look(
  io: Io,
  input: StoreInput,
  { name: image, sought }: { readonly name: string; readonly sought: Sought },
): Promise<NamesLook> {
  const { event, order, names } = sought;
  const { name } = parseRegistryReference(image);
  // Nothing is written here, whatever goes wrong.
  const repository = openFor(io, { ...input, 'dry-run': true }, [name])(name, 'write');
  const { commit } = event;
  const to = (await claimed(repository, commit))?.digest;
  const expected = new Set(sought.expected);
  const version = releasedAs(sought);
  const history = asItIs(await io.history());
  const found = await lookAt(repository, names, { to, order, commit, version, history, expected });
  const refusals = new Map(names.map((wish) => [wish.tag, refusalOf(wish, event)] as const));
  const looks = found.map((one): NameLook => {
    const reason = refusals.get(one.tag);
    return reason === undefined ? one : { ...one, becomes: 'refused', reason };
  });
  return { repository: image, failed: null, to: to ?? null, names: looks };
}

/** Git without its remote: to fetch takes its time, and changes the clone. */
const asItIs = (history: History | undefined): History | undefined =>
  history && { ...history, order: (a, b) => history.order(a, b, { fetch: false }) };
