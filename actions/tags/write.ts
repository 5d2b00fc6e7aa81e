import { UsageError, type Event, type Io, type Values } from '#io';
import { wishesOf, type NameWish } from '#lifecycle';
import type { Named } from '#metadata';
import { parseDigest, pinned, type Digest } from '#oci';
import { writeNames as writeAll } from '#pipeline';
import { claimTag, type Name, type VersionOrder } from '#version';

import type { TagsDocument } from './document.ts';
import type { inputs } from './inputs.ts';
import { planned } from './names.ts';
import { orderIn } from './order.ts';
import { wishedOf, type Wished } from './wished.ts';

type Written = TagsDocument['names'][number];
type Input = Values<typeof inputs>;

/** Writes the claim and the version, each once, and moves the names that the version may take. */
export function writeNames(
  io: Io,
  what: {
    readonly document: TagsDocument;
    readonly names: readonly Name[];
    readonly digest: Digest;
    readonly event: Event;
    readonly input: Input;
  },
): Promise<TagsDocument> {
  const { names, input } = what;
  return writeWished(io, { ...what, wished: wishedOf(names, input), order: orderIn(input) });
}

/**
 * Writes the names that rules have given, each as what it means lets it, and before them the claim of the commit, by which
 * later runs tell what came first.
 */
export async function writeComputed(
  io: Io,
  what: {
    readonly document: TagsDocument;
    readonly names: readonly Named[];
    /** That the names are of. */
    readonly commit: string;
    readonly name: string;
    readonly digest: Digest;
    readonly input: Input;
  },
): Promise<TagsDocument> {
  const { names, name, digest, input } = what;
  const event = await io.event();
  if (event === undefined) {
    throw new UsageError('there is neither an event nor a git repository to take names from');
  }
  refuseOtherCommit(what, event);
  const given = names.map(({ tag, reasons: [reason] }) => ({ tag, reason }));
  const reasons = given.map(({ reason }) => reason);
  const order = orderIn(input, reasons);
  const wishes = wishesOf(given, { event, order, tagPrefix: input['tag-prefix'] });
  const told = what.document.names;
  const computed = wishes.flatMap((wish, at): readonly Wished[] => {
    const { rule, why } = told[at] ?? {};
    return rule === undefined || why === undefined ? [] : [{ wish, rule, why }];
  });
  const claim = claimOf(event, wishes);
  const document = { ...what.document, image: pinned(name, digest), digest };
  const wished = [...claim, ...computed];
  return writeWished(io, { document, wished, digest, event, input, order });
}

/** @throws UsageError for a name that says another commit than the event's, which is the image's */
function refuseOtherCommit(
  { names, commit }: { readonly names: readonly Named[]; readonly commit: string },
  event: Event,
): void {
  if (commit === event.commit) return;
  const other = names.find(({ reasons }) => reasons.some(({ rule }) => commitRules.has(rule)));
  if (other === undefined) return;
  throw new UsageError(
    `${other.tag} is named after commit ${commit}, and the image is to be of commit ${event.commit}: leave its rule out, or context: git and DOCKER_METADATA_PR_HEAD_SHA`,
    { input: 'tags' },
  );
}
const commitRules: ReadonlySet<string> = new Set(['sha', 'describe']);

/** Of a push or a git tag that gives names, unless a rule gives the claim itself. */
function claimOf(event: Event, wishes: readonly NameWish[]): readonly Wished[] {
  const tag = claimTag(event.commit);
  const isLasting = event.kind === 'push' || event.kind === 'tag';
  if (!isLasting || wishes.length === 0 || wishes.some((wish) => wish.tag === tag)) return [];
  const why = `built from commit ${event.commit}`;
  return [{ wish: { tag, policy: 'claim' }, rule: 'claim', why }];
}

/** Writes names, whatever they come from, and tells of each what became of it. */
async function writeWished(
  io: Io,
  what: {
    readonly document: TagsDocument;
    readonly wished: readonly Wished[];
    readonly digest: Digest;
    readonly event: Event;
    readonly input: Input;
    readonly order: VersionOrder;
  },
): Promise<TagsDocument> {
  const { document, wished, digest, event, input, order } = what;
  const { outcomes, results } = await writeAll(io, input, {
    repository: document.repository,
    digest,
    event,
    order,
    names: wished.map(({ wish }) => wish),
    onExisting: input['on-existing'],
    expected: input.expect.map(parseDigest),
  });
  const names = wished.map(({ wish, rule, why }, at): Written => {
    const name = { tag: wish.tag, rule, why };
    return { ...name, ...(outcomes[at] ?? planned) };
  });
  return { ...document, names, results };
}
