import { quote, UsageError } from '#io';
import { isTag, parseTag, type Tag } from '#oci';

import { movingKinds, type MovingKind } from './moving-kinds.ts';
import { follow, type MovingName, type Standing } from './moving-line.ts';
import type { Ordered, VersionOrder } from './order.ts';

/** How an image's tags are named. */
export interface MovingSettings extends MovingForm {
  /** The names that are asked for; by default those of `movingTargets`. */
  readonly targets?: readonly MovingTarget[];
  /** A pre-release may take the names of its lines; `latest` never. */
  readonly preReleases?: boolean;
  /** `1.4.2` is a name that moves over `1.4.2-r1`, `1.4.2-r2`. */
  readonly revisions?: boolean;
}

/** How versions and moving names are written in tags. */
export interface MovingForm {
  /** What stands before every version in a tag, such as `v`. */
  readonly prefix?: string;
  /** What stands behind every version in a tag, such as `-alpine`. */
  readonly suffix?: string;
  /** The name of the highest release of all. */
  readonly latest?: string;
}

/** A moving name and the line that it follows, as in `Ordered.lines`; undefined: all versions. */
export interface MovingTarget {
  readonly name: Tag;
  readonly line: string | undefined;
}

/** Is shown the tags of a repository one by one, keeps a few of them, and then decides. */
export interface MovingPlan {
  see(tag: string): void;
  decide(): readonly MovingName[];
}

/**
 * Which moving names a version may take: `latest`, `1`, `1.4` and, where revisions move it, `1.4.2`. A name moves to a
 * version that is the highest of its line, so that a hotfix 1.1.9 after 1.2.0 moves `1.1` and leaves `1` and `latest`.
 * Takes time in proportion to the tags and keeps a handful of them.
 * @param version the version that is released, without prefix and suffix
 * @throws UsageError for a version that is none in this order, and for names that are no tags
 */
export function planMoving(
  order: VersionOrder,
  version: string,
  settings: MovingSettings = {},
): MovingPlan {
  const { prefix = '', suffix = '', preReleases = false } = settings;
  const released = releasedOf(order, version);
  const own = new Set<string>([parseTag(`${prefix}${version}${suffix}`)]);
  if (prefix === '') own.add(`v${version}${suffix}`);
  const targets = settings.targets ?? [
    ...movingTargets(released, movingKinds, settings),
    ...ownTarget(released, settings),
  ];
  const lines = targets.map(({ name, line }) =>
    follow({ name, line, order, released, preReleases: preReleases && line !== undefined }),
  );
  const names = new Set<string>(lines.map(({ name }) => name));
  const stand = new Set<string>();
  return {
    see(tag) {
      if (names.has(tag)) stand.add(tag);
      else if (!own.has(tag) && isTag(tag)) {
        const standing = versionAt(tag, { order, prefix, suffix, released });
        if (standing !== undefined) for (const line of lines) line.see(standing);
      }
    },
    decide: () => lines.map((line) => line.decide(stand.has(line.name))),
  };
}

interface Grammar {
  readonly order: VersionOrder;
  readonly prefix: string;
  readonly suffix: string;
  readonly released: Ordered;
}

function versionAt(tag: Tag, { order, prefix, suffix, released }: Grammar): Standing | undefined {
  const text = versionText(tag, { prefix, suffix });
  if (text === undefined || (isCommit(text) && !isCommit(released.text))) return undefined;
  const version = order.parse(text);
  return version === undefined ? undefined : { tag, version };
}

/**
 * What stands between prefix and suffix of a tag, when it starts with a digit. Where no prefix is asked for, `v1.4.2` is a
 * spelling of 1.4.2: it was written before the image's names had none.
 */
export function versionText(
  tag: Tag,
  { prefix = '', suffix = '' }: Pick<MovingForm, 'prefix' | 'suffix'>,
): string | undefined {
  if (!tag.startsWith(prefix) || !tag.endsWith(suffix)) return undefined;
  const inner = tag.slice(prefix.length, tag.length - suffix.length);
  const text = prefix === '' ? inner.replace(/^v/, '') : inner;
  return /^[0-9]/.test(text) ? text : undefined;
}

/** Some orders read the digits of a commit as a version that is higher than all others. */
const isCommit = (text: string): boolean => /^[0-9a-f]{7,40}$/.test(text);

function releasedOf(order: VersionOrder, version: string): Ordered {
  const released = /^[0-9]/.test(version) ? order.parse(version) : undefined;
  if (released !== undefined) return released;
  throw new UsageError(
    `${quote(version)} is no version of the order ${order.name}: write one that starts with a digit, and what stands before it as the prefix`,
  );
}

/**
 * `latest`, `1` and `1.4` of a version 1.4.2, as far as they are asked for and are not the version itself.
 * @throws UsageError for a name that is no tag
 */
export function movingTargets(
  { lines }: Ordered,
  kinds: readonly MovingKind[],
  { prefix = '', suffix = '', latest = 'latest' }: MovingForm = {},
): readonly MovingTarget[] {
  const [major, minor] = lines.slice(0, -1);
  const at = { major, minor };
  return movingKinds.flatMap((kind): readonly MovingTarget[] => {
    if (!kinds.includes(kind)) return [];
    if (kind === 'latest') return [{ name: parseTag(latest), line: undefined }];
    const line = at[kind];
    return line === undefined ? [] : [{ name: parseTag(`${prefix}${line}${suffix}`), line }];
  });
}

/** The release that a revision is of, where revisions move it. */
function ownTarget(
  { lines, revised }: Ordered,
  { prefix = '', suffix = '', revisions = false }: MovingSettings,
): readonly MovingTarget[] {
  const own = revised && revisions ? lines.slice(-1) : [];
  return own.map((line) => ({ name: parseTag(`${prefix}${line}${suffix}`), line }));
}
