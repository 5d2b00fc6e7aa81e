import type { Event } from '#io';
import type { Reason } from '#metadata';
import type { Tag } from '#oci';
import { claimTag, isClaim, versionIn, type Ordered, type VersionOrder } from '#version';

import type { NameWish } from './name-wish.ts';
import { isReleaseName, isVersionName } from './release-name.ts';

/** A name that rules have given, and the first reason for it. */
export interface Computed {
  readonly tag: Tag;
  readonly reason: Pick<Reason, 'rule' | 'meaning' | 'version'>;
}

interface Given {
  readonly event: Event;
  readonly order: VersionOrder;
  /** What stands before the version in git tags. */
  readonly tagPrefix: string;
}

/** How versions are written in tags: what stands before and behind them. */
interface Form {
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * What keeps each name from lying: full versions and commits are written once, `latest`, `1` and `1.4` of a released version
 * move to a higher version alone, names of pull requests and schedules move freely, and all others follow commits. What reads
 * as a version is one, whichever rule gives it.
 */
export function wishesOf(names: readonly Computed[], given: Given): readonly NameWish[] {
  const released = releasedBy(names, given);
  const forms = names.flatMap(({ tag }) => (released && formIn(tag, released.text)) ?? []);
  return names.map((name) => wishOf(name, { ...given, released, forms }));
}

/** What the git tag says, else the first rule that reads a version: from a git tag of another form, or from its value. */
function releasedBy(
  names: readonly Computed[],
  { event, order, tagPrefix }: Given,
): Ordered | undefined {
  const tagged = event.kind === 'tag' ? versionIn(order, event.tag, tagPrefix) : undefined;
  if (tagged !== undefined) return tagged;
  const versions = names.flatMap(({ reason: { version } }) => version ?? []);
  return versions.flatMap((version) => versionIn(order, version) ?? [])[0];
}

interface Ground extends Given {
  readonly released: Ordered | undefined;
  readonly forms: readonly Form[];
}

function wishOf({ tag, reason }: Computed, ground: Ground): NameWish {
  const { event, released } = ground;
  const { rule, meaning } = reason;
  if (isClaim(tag)) return { tag, policy: tag === claimTag(event.commit) ? 'claim' : 'once' };
  const isOwn = rule === 'ref' && event.kind === 'change' && !isReleaseName(tag);
  if (rule === 'schedule' || isOwn) return { tag, policy: 'free' };
  if (rule === 'sha' || rule === 'describe') return { tag, policy: 'once' };
  if (released !== undefined) {
    const wish = releaseWish(tag, { ...ground, released, isLatest: rule === 'latest' });
    if (wish !== undefined) return wish;
  }
  return meaning === 'version' || isVersionName(tag)
    ? { tag, policy: 'once', version: tag }
    : { tag, policy: 'forwards' };
}

/** Of a name that shows the released version, or a line that it belongs to. */
function releaseWish(
  tag: Tag,
  how: Ground & { readonly released: Ordered; readonly isLatest: boolean },
): NameWish | undefined {
  const { released, forms, isLatest } = how;
  const { text: version, lines } = released;
  if (formIn(tag, version) !== undefined) return { tag, policy: 'once', version: tag };
  const [first] = forms;
  // Without versions among the names there is nothing by which a line could be followed.
  if (first === undefined) return undefined;
  if (isLatest || tag === 'latest') return { tag, policy: 'monotonic', version, ...first };
  for (const line of lines.toReversed()) {
    const own = formIn(tag, line);
    if (own === undefined) continue;
    if (line === lines.at(-1)) return { tag, policy: 'once', version: tag };
    const form = forms.find(({ suffix }) => suffix === own.suffix) ?? first;
    return { tag, policy: 'monotonic', version, line, ...form };
  }
  return undefined;
}

/** What stands around a version in a tag; undefined when it does not stand there as a whole. */
function formIn(tag: Tag, version: string): Form | undefined {
  const at = tag.indexOf(version);
  if (at < 0) return undefined;
  const [prefix, suffix] = [tag.slice(0, at), tag.slice(at + version.length)];
  return /[0-9.]$/.test(prefix) || /^\.?[0-9]/.test(suffix) ? undefined : { prefix, suffix };
}
