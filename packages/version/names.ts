import { quote, UsageError, type Event } from '#io';
import { isTag, type Tag } from '#oci';

import type { Ordered, VersionOrder } from './order.ts';
import { revisions } from './order-revisions.ts';
import { defaultRevisionSuffix } from './revision-suffix.ts';
import { parseVersion, type Version } from './version.ts';

const commitGrammar = /^[0-9a-f]{40}$/;
const claimGrammar = /^sha-[0-9a-f]{40}$/;

/** The tag by which a build says: this digest is what came out of this commit. */
export function claimTag(commit: string): Tag {
  const tag = `sha-${commit}`;
  if (commitGrammar.test(commit) && isTag(tag)) return tag;
  throw new UsageError(
    `${JSON.stringify(commit)} is not a commit: write its 40 hexadecimal digits`,
  );
}

export const isClaim = (tag: string): boolean => claimGrammar.test(tag);
export const isVersionTag = (tag: string): boolean => parseVersion(tag) !== undefined;

/** A version as a tag of the image. */
export function versionTag(version: Pick<Version, 'text'>): Tag {
  if (isTag(version.text)) return version.text;
  throw new UsageError(
    `${quote(version.text)} cannot be a tag: use 128 characters at most, of letters, digits, ".", "_" and "-"`,
  );
}

/** What a working tree that differs from its commit is called: a name to show, never a tag. */
export const dirtyVersion = (commit: string): string => `0.0.0-g${commit.slice(0, 12)}-dirty`;

export interface Name {
  readonly tag: Tag;
  readonly rule: 'claim' | 'version';
  /** Why the image gets this name, for a person. */
  readonly why: string;
  /** Of the rule `version`. */
  readonly version?: Ordered;
}

/**
 * The version that a git tag gives an image, in any scheme: behind the prefix of the image and a `v`, it starts with a
 * digit. Undefined: the tag is not a version of this image.
 */
export function versionIn(order: VersionOrder, tag: string, prefix = ''): Ordered | undefined {
  if (!tag.startsWith(prefix)) return undefined;
  const text = tag.slice(prefix.length).replace(/^v/, '');
  return /^[0-9]/.test(text) ? order.parse(text) : undefined;
}

/**
 * The names that an event gives an image, in the order in which they are written: the claim first, the
 * version after it. Pull requests name nothing.
 * @param tagPrefix what stands before the version in this image's git tags
 * @param order the scheme of the versions
 */
export function planNames(
  event: Event,
  tagPrefix = '',
  order: VersionOrder = revisions(defaultRevisionSuffix),
): readonly Name[] {
  const claim: Name = {
    tag: claimTag(event.commit),
    rule: 'claim',
    why: `built from commit ${event.commit}`,
  };
  switch (event.kind) {
    case 'change':
    case 'schedule':
      return [];
    case 'push':
      return [claim];
    case 'tag': {
      const version = versionIn(order, event.tag, tagPrefix);
      if (version === undefined) return [];
      return [
        claim,
        {
          tag: versionTag(version),
          rule: 'version',
          why: `git tag ${JSON.stringify(event.tag)}`,
          version,
        },
      ];
    }
  }
}
