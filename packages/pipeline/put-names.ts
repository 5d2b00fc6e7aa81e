import { Refused, type Event, type Io } from '#io';
import { claim, contentOf, originOf, putVersion, unlessDry, type Content } from '#lifecycle';
import type { Digest, Repository } from '#oci';
import type { Name } from '#version';

import { openFor, type StoreInput } from './store.ts';
import { refuseStray } from './stray.ts';

export type NameState = 'planned' | 'written' | 'there';

/**
 * Puts the names of an event on a digest, in their order and each once. A dry run leaves what is missing `planned`.
 * @throws Refused for an image of another commit, a version off the default branch, a name that stands elsewhere
 */
export async function putNames(
  io: Io,
  input: StoreInput,
  what: {
    readonly repository: string;
    readonly digest: Digest;
    readonly event: Event;
    readonly names: readonly Pick<Name, 'rule' | 'version'>[];
  },
): Promise<readonly NameState[]> {
  const { digest, event, names } = what;
  const repository = openFor(io, input, [what.repository])(what.repository, 'write');
  const content = await contentOf(repository, digest);
  await refuseOther(repository, digest, event.commit);
  if (names.some(({ version }) => version !== undefined)) {
    await refuseStray(event.commit, await io.history());
  }
  const states: NameState[] = [];
  for (const name of names) {
    states.push(await unlessDry(() => putName(repository, content, { name, event }), 'planned'));
  }
  return states;
}

async function putName(
  repository: Repository,
  content: Content,
  { name, event }: { readonly name: Pick<Name, 'version'>; readonly event: Event },
): Promise<NameState> {
  if (name.version !== undefined) return putVersion(repository, name.version, content);
  const { digest, won } = await claim(repository, event.commit, content);
  if (digest === content.descriptor.digest) return won ? 'written' : 'there';
  throw new Refused(
    'commit-claimed',
    `commit ${event.commit} was built before, as ${digest}: go on with that one, not with ${content.descriptor.digest}`,
  );
}

/** A claim is believed later, so it is not written on the word of whoever asks. */
async function refuseOther(repository: Repository, digest: Digest, commit: string): Promise<void> {
  const { revision } = await originOf(repository, digest);
  if (revision === commit) return;
  throw new Refused(
    'other-commit',
    `${digest} ${revision === undefined ? 'does not say which commit it is of' : `says that it is of commit ${JSON.stringify(revision)}`}, and the names are for commit ${commit}: the label org.opencontainers.image.revision has to be that commit`,
  );
}
