import type { Result } from '#gate';
import { Refused, type Io, type Side } from '#io';
import {
  claim,
  completeRelease,
  contentOf,
  moveForwards,
  moveFreely,
  moveNames,
  putOnce,
  sayRelease,
  taken,
  unlessDry,
  Versions,
  type Content,
  type MonotonicWish,
  type NameOutcome,
  type NameWish,
} from '#lifecycle';
import { isDigest, type Digest, type Repository, type Tag } from '#oci';
import { parseVersion, refuseAdopt, type OnExisting, type VersionOrder } from '#version';

import { refuseChange, refuseOther, refusePurpose, type Asked } from './name-refusals.ts';
import { whoIs } from './prepare.ts';
import { openFor, type StoreInput } from './store.ts';
import { refuseStray } from './stray.ts';

export interface WriteNames extends Asked {
  readonly order: VersionOrder;
  readonly onExisting: OnExisting;
  /** Digests that a person has looked at: names may be moved from there, though nothing tells the order. */
  readonly expected: readonly Digest[];
}

export interface WrittenNames {
  /** In the order of the names that were asked for. */
  readonly outcomes: readonly NameOutcome[];
  /** Of names that were not written though they should have been. */
  readonly results: readonly Result[];
}

/**
 * Puts names on a digest that is there: the claim first, then what is written once, moving names last; of each release a
 * statement behind them. All that can be refused is asked before the first write. A dry run leaves what is missing `planned`.
 * @throws Refused for an image of another commit, a version off the default branch, a version that stands elsewhere, a
 * purpose tag
 */
export async function writeNames(
  io: Io,
  input: StoreInput,
  what: WriteNames,
): Promise<WrittenNames> {
  refuseAdopt(what.onExisting);
  const repository = openFor(io, input, [what.repository])(what.repository, 'write');
  const content = await contentOf(repository, what.digest);
  await refuseOther(repository, what);
  refuseChange(what);
  await refusePurpose(io, what);
  if (what.names.some(isVersion)) await refuseStray(what.event.commit, await io.history());
  const ours: Side = {
    digest: what.digest,
    commit: what.event.commit,
    by: whoIs(io.env),
    at: io.now().toISOString(),
  };
  const at: Site = { io, repository, content, ours };
  const standing = await standingElsewhere(at, what);
  if (standing === undefined) return write(at, what);
  if (what.onExisting === 'skip') {
    return skipped(what, standing.name, new Map([[standing.name.tag, elsewhere(standing.found)]]));
  }
  throw await taken(repository, { name: nameOf(standing.name), found: standing.found }, ours);
}

/** Where names are put. */
interface Site {
  readonly io: Io;
  readonly repository: Repository;
  readonly content: Content;
  readonly ours: Side;
}
type OnceWish = Extract<NameWish, { readonly policy: 'once' }>;

const isOnce = (name: NameWish): name is OnceWish => name.policy === 'once';
const isMonotonic = (name: NameWish): name is MonotonicWish => name.policy === 'monotonic';
const isVersion = (name: NameWish): name is OnceWish & { readonly version: string } =>
  isOnce(name) && name.version !== undefined;

const nameOf = ({ tag, version }: OnceWish): string =>
  version === undefined ? `tag ${tag}` : `version ${tag}`;

/** Of those that do not wait for the end: what moves comes behind what is written once. */
const inOrder = (names: readonly NameWish[]) =>
  (['claim', 'once', 'forwards', 'free'] as const).flatMap((policy) =>
    names.filter((name) => !isMonotonic(name)).filter((name) => name.policy === policy),
  );

async function write(at: Site, what: WriteNames): Promise<WrittenNames> {
  const outcomes = new Map<Tag, NameOutcome>();
  for (const name of inOrder(what.names)) {
    const outcome = await writeOne(at, name, what);
    outcomes.set(name.tag, outcome);
    if (outcome.state === 'skipped') return skipped(what, name, outcomes);
  }
  const moving = what.names.filter(isMonotonic);
  const { order } = what;
  const how = { content: at.content, order, expected: new Set(what.expected) };
  // The widest line last: whoever follows it then finds the narrower ones moved.
  const moved = await moveNames(at.repository, moving.toReversed(), how);
  for (const [tag, outcome] of moved) outcomes.set(tag, outcome);
  for (const name of what.names.filter(isVersion)) {
    await unlessDry(() => sayVersion(at, name, { what, outcome: outcomes.get(name.tag) }), null);
  }
  const all = what.names.map(({ tag }) => ({ tag, outcome: outcomes.get(tag) ?? planned }));
  return {
    outcomes: all.map(({ outcome }) => outcome),
    results: all.flatMap(({ outcome }) => resultOf(outcome)),
  };
}

const planned: NameOutcome = { state: 'planned', before: null, guarantee: null, reason: '' };

async function writeOne(
  at: Site,
  name: Exclude<NameWish, MonotonicWish>,
  what: WriteNames,
): Promise<NameOutcome> {
  const { io, repository, content } = at;
  const { event, expected } = what;
  const { tag } = name;
  switch (name.policy) {
    case 'claim':
      return unlessDry(() => putClaim(repository, event.commit, content), planned);
    case 'once':
      return unlessDry(() => writeOnce(at, name, what), planned);
    case 'forwards':
      return moveForwards(repository, tag, {
        content,
        commit: event.commit,
        version: event.kind === 'tag' ? parseVersion(event.tag.replace(/^v/, '')) : undefined,
        history: await io.history(),
        versions: new Versions(),
        expected: new Set(expected),
      });
    case 'free':
      return moveFreely(repository, tag, content);
  }
}

async function writeOnce(
  { repository, content, ours }: Site,
  name: OnceWish,
  { onExisting }: WriteNames,
): Promise<NameOutcome> {
  try {
    const put = await putOnce(repository, name.tag, { content, ours, name: nameOf(name) });
    const before = put.state === 'there' ? content.descriptor.digest : null;
    return { ...put, before, reason: '' };
  } catch (error) {
    const found = error instanceof Refused ? (error.conflict?.standing.digest ?? '') : '';
    if (onExisting === 'skip' && isDigest(found)) return elsewhere(found);
    throw error;
  }
}

async function putClaim(
  repository: Repository,
  commit: string,
  content: Content,
): Promise<NameOutcome> {
  const { digest, won, guarantee } = await claim(repository, commit, content);
  if (digest === content.descriptor.digest) {
    const state = won ? 'written' : 'there';
    return { state, before: won ? null : digest, guarantee, reason: '' };
  }
  throw new Refused(
    'commit-claimed',
    `commit ${commit} was built before, as ${digest}: go on with that one, not with ${content.descriptor.digest}`,
  );
}

async function sayVersion(
  { repository, content, ours }: Site,
  name: OnceWish,
  about: { readonly what: WriteNames; readonly outcome: NameOutcome | undefined },
): Promise<null> {
  const { event } = about.what;
  const predicate = {
    version: name.tag,
    gitTag: event.kind === 'tag' ? event.tag : null,
    commit: event.commit,
    by: ours.by ?? '',
    at: ours.at ?? '',
  };
  const say = about.outcome?.state === 'written' ? sayRelease : completeRelease;
  await say(repository, content.descriptor, predicate);
  return null;
}

const outcomeOf = { refused: 'failed', 'not evaluated': 'not evaluated' } as const;

function resultOf({ state, reason, before }: NameOutcome): readonly Result[] {
  if (state !== 'refused' && state !== 'not evaluated') return [];
  const evidence = before === null ? [] : [before];
  return [{ gate: 'names', outcome: outcomeOf[state], reason, evidence }];
}

interface Elsewhere {
  readonly name: OnceWish;
  readonly found: Digest;
}

/** The first name that is written once and stands on another digest: asked before anything is written. */
async function standingElsewhere(
  { repository }: Site,
  { names, digest }: WriteNames,
): Promise<Elsewhere | undefined> {
  const all = await Promise.all(
    names.filter(isOnce).map(async (name) => {
      const found = (await repository.resolve(name.tag))?.digest;
      return found === undefined || found === digest ? [] : [{ name, found }];
    }),
  );
  return all.flat()[0];
}

const elsewhere = (found: Digest): NameOutcome => ({
  state: 'skipped',
  before: found,
  guarantee: null,
  reason: `it stands on ${found} and is written once`,
});

/** One name is taken, so that no further one is given. */
function skipped(
  { names }: WriteNames,
  taken: NameWish,
  outcomes: ReadonlyMap<Tag, NameOutcome>,
): WrittenNames {
  const reason = `${taken.tag} stands on another digest, so nothing more is named`;
  const others: NameOutcome = { state: 'skipped', before: null, guarantee: null, reason };
  return { outcomes: names.map(({ tag }) => outcomes.get(tag) ?? others), results: [] };
}
