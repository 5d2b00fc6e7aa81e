import { Refused } from '#io';
import { TagImmutable, TagMoved, type Digest, type Repository } from '#oci';
import { versionTag, type Version } from '#version';

import type { Content } from './content.ts';

/**
 * Gives a digest its version, once and for ever.
 * @throws Refused when the version stands on another digest
 */
export async function putVersion(
  repository: Repository,
  version: Version,
  content: Content,
): Promise<'written' | 'there'> {
  const tag = versionTag(version);
  const { digest, mediaType } = content.descriptor;
  const standing = await repository.resolve(tag);
  if (standing !== undefined) return same(repository, version, { digest, found: standing.digest });
  try {
    await repository.tag(tag, content.bytes, mediaType, 'absent');
    return 'written';
  } catch (error) {
    // Written between the question and our answer, or refused by the registry's own rule: who is it?
    if (!(error instanceof TagMoved || error instanceof TagImmutable)) throw error;
    const found = (await repository.resolve(tag))?.digest;
    if (found === undefined) throw error;
    return same(repository, version, { digest, found });
  }
}

function same(
  repository: Repository,
  version: Version,
  { digest, found }: { readonly digest: Digest; readonly found: Digest },
): 'there' {
  if (found === digest) return 'there';
  throw new Refused(
    'version-taken',
    `version ${version.text} of ${repository.name} is written once: it stands on ${found}, and this is ${digest}; release it under a new version`,
  );
}
