import { Refused } from '#io';
import { findConfig, parseConfig, readPolicy } from '#config';
import type { Io } from '#io';
import {
  TagImmutable,
  TagMoved,
  type Descriptor,
  type Digest,
  type Reference,
  type Repository,
  type Tag,
} from '#oci';
import { versionOfGitTag } from '#version';

import type { CopiedName } from './document.ts';

/** Which names of a destination are not for everybody to move. */
export interface NameRules {
  /** The environment that a tag is the purpose tag of. */
  environmentOf(tag: Tag): string | undefined;
  /** A version is written once. */
  isVersion(tag: Tag): boolean;
}

/**
 * In a registry, versions are written once, and purpose tags of `ecluse.yml` are moved through gates alone.
 * Folders and archives that are named by their path are a person's own: their tags move, as other tools have it.
 */
export async function nameRules(io: Io, { transport, name }: Reference): Promise<NameRules> {
  if (transport !== 'registry') {
    return { environmentOf: () => undefined, isVersion: () => false };
  }
  const purposes = await purposeTags(io, name);
  return {
    environmentOf: (tag) => purposes.get(tag),
    isVersion: (tag) => versionOfGitTag(tag) !== undefined,
  };
}

/** Environments by their tag in this repository, as policy and tree have them. */
async function purposeTags(io: Io, repository: string): Promise<ReadonlyMap<string, string>> {
  const history = await io.history();
  const { cwd } = io;
  const tree = await findConfig(cwd, history?.root ?? cwd);
  const { policy } = await readPolicy({ history, event: undefined, tree, cwd });
  const halves = [...(tree === undefined ? [] : [parseConfig(tree.bytes, tree.path)]), policy];
  return new Map(
    halves.flatMap(({ images, environments }) =>
      environments
        .filter((environment) =>
          images.some((image) => (environment.repository ?? image.repository) === repository),
        )
        .map(({ tag, name }) => [tag, name] as const),
    ),
  );
}

/** @throws Refused for a purpose tag, and for a version that stands on another digest */
export async function checkName(
  to: Repository,
  { tag, digest }: { readonly tag: Tag; readonly digest: Digest },
  rules: NameRules,
): Promise<void> {
  const environment = rules.environmentOf(tag);
  if (environment !== undefined) {
    throw new Refused(
      'purpose-tag',
      `${to.name}:${tag} is the purpose tag of the environment ${JSON.stringify(environment)}: use ecluse promote --environment ${environment}`,
    );
  }
  if (!rules.isVersion(tag)) return;
  const standing = (await to.resolve(tag))?.digest;
  if (standing !== undefined && standing !== digest)
    throw versionTaken(to, tag, { standing, digest });
}

export const versionTaken = (
  { name }: Repository,
  tag: Tag,
  { standing, digest }: { readonly standing: string; readonly digest: string },
): Refused =>
  new Refused(
    'version-taken',
    `${name}:${tag} is a version, which is written once: it stands on ${standing}, and this is ${digest}; copy it under another tag`,
  );

/** Puts a tag on an image that is there. A version that stands elsewhere stays, and so does a purpose tag. */
export async function writeName(
  to: Repository,
  name: {
    readonly tag: Tag;
    readonly descriptor: Descriptor;
    readonly bytes: Uint8Array;
    /** Of the descriptor, where both sides are folders. */
    readonly annotations?: Readonly<Record<string, string>>;
  },
  rules: NameRules,
): Promise<CopiedName> {
  const { tag, bytes, descriptor, annotations = {} } = name;
  const { digest, mediaType } = descriptor;
  const said = (state: CopiedName['state'], before: Digest | undefined): CopiedName => ({
    tag,
    digest,
    before: before ?? null,
    state,
  });
  if (rules.environmentOf(tag) !== undefined) {
    const standing = (await to.resolve(tag))?.digest;
    return said(standing === digest ? 'there' : 'refused', standing);
  }
  try {
    const expect = rules.isVersion(tag) ? 'absent' : 'anything';
    const { before } = await to.tag(tag, bytes, mediaType, expect, { annotations });
    if (before === digest) return said('there', before);
    return said(before === undefined ? 'written' : 'moved', before);
  } catch (error) {
    // It stood there before, was written in between, or the registry lets nobody move it: on what is it?
    if (!(error instanceof TagMoved || error instanceof TagImmutable)) throw error;
    const standing = (await to.resolve(tag))?.digest;
    if (standing === undefined) throw error;
    return said(standing === digest ? 'there' : 'refused', standing);
  }
}
