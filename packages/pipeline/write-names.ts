import { readPolicy, type Policy } from '#config';
import type { Result } from '#gate';
import type { Io } from '#io';
import {
  contentOf,
  moveNames,
  refuseUnlabelled,
  taken,
  unlessDry,
  Versions,
  type Ground,
  type MonotonicWish,
  type NameOutcome,
  type NameWish,
} from '#lifecycle';
import type { Digest, Tag } from '#oci';
import { refuseAdopt, type OnExisting, type VersionOrder } from '#version';

import { ourSide } from './existing.ts';
import { elsewhere, isVersion, nameOf, skipped, standingElsewhere } from './name-elsewhere.ts';
import {
  refuseChange,
  refuseClaims,
  refuseEvidence,
  refuseOther,
  refusePurpose,
  type Asked,
} from './name-refusals.ts';
import { whoIs } from './prepare.ts';
import { planned, putName, type Site } from './put-name.ts';
import { releasedAs } from './released-as.ts';
import { completeParts } from './say-parts.ts';
import { sayVersionGiven } from './statements.ts';
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
 * statement behind them, and beside each image of an index one that names it. All that can be refused is asked before the
 * first write. A dry run leaves what is missing `planned`.
 * @throws Refused for an image of another commit or without a required label, a version off the default branch, a version
 * that stands elsewhere, a purpose tag
 */
export async function writeNames(
  io: Io,
  input: StoreInput,
  what: WriteNames,
): Promise<WrittenNames> {
  const { names, digest, event, onExisting } = what;
  refuseAdopt(onExisting);
  const repository = openFor(io, input, [what.repository])(what.repository, 'write');
  const content = await contentOf(repository, digest);
  refuseClaims(what);
  refuseEvidence(what);
  await refuseOther(repository, what);
  refuseChange(what);
  const policy = await policyFor(io, what);
  refusePurpose(policy, what);
  if (names.some((name) => name.policy !== 'free')) {
    await refuseUnlabelled(repository, digest, policy.labels);
  }
  if (names.some(isVersion)) await refuseStray(event.commit, await io.history());
  const ground = { by: whoIs(io.env), now: io.now };
  const ours = ourSide(what, digest, ground);
  const standing = await standingElsewhere(repository, names, digest);
  if (standing === undefined) {
    const version = releasedAs(what);
    const expected = new Set(what.expected);
    const versions = new Versions();
    const about = { event, onExisting, expected, version, versions };
    return write({ io, repository, content, ours, ground, ...about }, what);
  }
  const { name, found } = standing;
  if (onExisting !== 'skip') throw await taken(repository, { name: nameOf(name), found }, ours);
  const outcomes = new Map([[name.tag, elsewhere(found)]]);
  return { outcomes: skipped(names, name, outcomes), results: [] };
}

/** The one that counts, however broken the tree is. */
async function policyFor(io: Io, { event }: WriteNames): Promise<Policy> {
  const { cwd } = io;
  return (await readPolicy({ history: await io.history(), event, tree: undefined, cwd })).policy;
}

const isMonotonic = (name: NameWish): name is MonotonicWish => name.policy === 'monotonic';

/** Of those that do not wait for the end: what moves comes behind what is written once. */
const inOrder = (names: readonly NameWish[]) =>
  (['claim', 'once', 'forwards', 'free'] as const).flatMap((policy) =>
    names.filter((name) => !isMonotonic(name)).filter((name) => name.policy === policy),
  );

async function write(
  site: Site & { readonly ground: Pick<Ground, 'by' | 'now'> },
  { names, order }: WriteNames,
): Promise<WrittenNames> {
  const { io, repository, content, ground, event } = site;
  const outcomes = new Map<Tag, NameOutcome>();
  for (const name of inOrder(names)) {
    const outcome = await putName(site, name);
    outcomes.set(name.tag, outcome);
    if (outcome.state === 'skipped') {
      return { outcomes: skipped(names, name, outcomes), results: [] };
    }
  }
  // The widest line last: whoever follows it then finds the narrower ones moved.
  const moving = names.filter(isMonotonic).toReversed();
  for (const [tag, outcome] of await moveNames(repository, moving, { ...site, order })) {
    outcomes.set(tag, outcome);
  }
  if (names.some(({ policy }) => policy !== 'free')) {
    const where = { repository, signal: io.signal };
    await unlessDry(() => completeParts(content, where), undefined);
  }
  const about = { repository, subject: content.descriptor, event, ground };
  for (const { tag } of names.filter(isVersion)) {
    const isNew = outcomes.get(tag)?.state === 'written';
    await unlessDry(() => sayVersionGiven(about, { version: { text: tag }, isNew }), undefined);
  }
  const all = names.map(({ tag }) => outcomes.get(tag) ?? planned);
  return { outcomes: all, results: all.flatMap(resultOf) };
}

const outcomeOf = { refused: 'failed', 'not evaluated': 'not evaluated' } as const;

function resultOf({ state, reason, before }: NameOutcome): readonly Result[] {
  if (state !== 'refused' && state !== 'not evaluated') return [];
  const evidence = before === null ? [] : [before];
  return [{ gate: 'names', outcome: outcomeOf[state], reason, evidence }];
}
