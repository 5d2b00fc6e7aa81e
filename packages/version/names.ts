import { UsageError, type Event } from '#io';
import { isTag, type Tag } from '#oci';

import { parseVersion, versionOfGitTag, type Version } from './version.ts';

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
export function versionTag(version: Version): Tag {
  if (isTag(version.text)) return version.text;
  throw new UsageError(
    `${JSON.stringify(version.text)} is too long for a tag: use 128 characters at most`,
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
  readonly version?: Version;
}

/**
 * The names that an event gives an image, in the order in which they are written: the claim first, the
 * version after it. Pull requests name nothing.
 * @param tagPrefix what stands before the version in this image's git tags
 */
export function planNames(event: Event, tagPrefix = ''): readonly Name[] {
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
      const version = versionOfGitTag(event.tag, tagPrefix);
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
