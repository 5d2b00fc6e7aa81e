import * as v from 'valibot';

import { Failed, NothingToDo, type Event, type History, type Io } from '#io';
import { claimed, lookAtNames as lookAt, nameLookSchema, type NameWish } from '#lifecycle';
import { isDigest, parseRegistryReference, type Digest } from '#oci';
import type { VersionOrder } from '#version';

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
export interface Sought {
  readonly event: Event;
  readonly order: VersionOrder;
  readonly names: readonly NameWish[];
  /** Digests that a person has looked at. */
  readonly expected: readonly Digest[];
}

const mostRepositories = 20;
const mostSeconds = 10;

/**
 * Looks at what stands in repositories under names that are not written here. It ends nothing: where it cannot look, or not
 * within ten seconds, the reason is what it gives.
 * @param what.look what is looked for; a sentence that it throws is the reason, too
 */
export async function lookAtNames(
  io: Io,
  input: StoreInput,
  what: { readonly repositories: readonly string[]; readonly look: () => Promise<Sought> },
): Promise<readonly NamesLook[]> {
  const timeout = AbortSignal.timeout(mostSeconds * 1000);
  const bounded = { ...io, signal: AbortSignal.any([io.signal, timeout]) };
  return Promise.all(
    what.repositories.map(async (name, at): Promise<NamesLook> => {
      const about = { repository: name, to: null, names: [] };
      if (at >= mostRepositories) {
        return { ...about, failed: `only the first ${mostRepositories} images are looked at` };
      }
      try {
        return {
          ...about,
          failed: null,
          ...(await look(bounded, input, { name, sought: await what.look() })),
        };
      } catch (error) {
        io.signal.throwIfAborted();
        if (timeout.aborted) {
          return { ...about, failed: `it did not answer within ${mostSeconds} seconds` };
        }
        if (!(error instanceof Failed || error instanceof NothingToDo)) throw error;
        return { ...about, failed: error.message };
      }
    }),
  );
}

async function look(
  io: Io,
  input: StoreInput,
  { name: image, sought }: { readonly name: string; readonly sought: Sought },
): Promise<Pick<NamesLook, 'to' | 'names'>> {
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
  return { to: to ?? null, names: found };
}

/** Git without its remote: to fetch takes its time, and changes the clone. */
const asItIs = (history: History | undefined): History | undefined =>
  history && { ...history, order: (a, b) => history.order(a, b, { fetch: false }) };
