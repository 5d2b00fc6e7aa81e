import { UsageError } from '#io';
import {
  cosignSubject,
  isIndex,
  NotThere,
  parseReference,
  resolveReference,
  type Digest,
  type OpenRepository,
  type Repository,
  type Tag,
} from '#oci';

import { imageWithConfig } from './by-config.ts';
import type { Gaps } from './gaps.ts';
import type { Asked } from './image-id.ts';
import type { Names } from './names.ts';
import { storedAt, type Stored } from './stored.ts';

/** What was asked for, where it is. */
export interface Subject {
  readonly repository: Repository;
  /** As a person writes it. */
  readonly name: string;
  readonly stored: Stored;
  /** That stands beside the digest in the reference. */
  readonly tag: Tag | undefined;
  /** It was found by the digest of its config. */
  readonly byConfig: boolean;
}

interface Where {
  readonly open: OpenRepository;
  /** For a digest alone. */
  readonly repositories: readonly string[];
  readonly names: (repository: Repository) => Promise<Names>;
  readonly gaps: Gaps;
}

/**
 * Finds the manifest that was asked for: by its name, by its digest, and by the digest of its config.
 * @throws UsageError for a digest without a repository, and for what is no image; NotThere
 */
export async function findSubject(asked: Asked, where: Where): Promise<Subject> {
  const subject =
    'reference' in asked
      ? await byReference(asked.reference, where)
      : await byDigest(asked.digest, where);
  const { manifest, descriptor } = subject.stored;
  const signed = subject.tag && cosignSubject(subject.tag);
  if (signed !== undefined) throw about(`${subject.tag ?? ''} is a tag of cosign`, signed);
  if (manifest.subject === undefined) return subject;
  const type =
    manifest.artifactType ?? (isIndex(manifest) ? manifest.mediaType : manifest.config.mediaType);
  throw about(
    `${descriptor.digest} is no image but an artifact (${JSON.stringify(type)})`,
    manifest.subject.digest,
  );
}

/** Evidence was asked for, and not what it is about. */
export const about = (what: string, digest: string): UsageError =>
  new UsageError(`${what} that is about ${digest}: trace that`, { input: 'image' });

async function byReference(text: string, where: Where): Promise<Subject> {
  const { name, tag, digest } = parseReference(text);
  if (digest !== undefined) {
    const repository = where.open(name, 'read');
    const found = await inRepository(repository, digest, where);
    if (found !== undefined) return { ...found, repository, name, tag };
    throw new NotThere(digest, await nowhere([repository], where));
  }
  const { repository, descriptor } = await resolveReference(where.open, text);
  const stored = await storedAt(repository, descriptor.digest);
  if (stored === undefined) throw new NotThere(descriptor.digest, name);
  return { repository, name, stored, tag, byConfig: false };
}

async function byDigest(digest: Digest, where: Where): Promise<Subject> {
  if (where.repositories.length === 0) {
    throw new UsageError(
      `${digest} does not say which repository it is in: write NAME@${digest}, or add --repository NAME`,
      { input: 'repository' },
    );
  }
  const repositories = where.repositories.map((text) => {
    const { name } = parseReference(text);
    return { name, repository: where.open(name, 'read') };
  });
  for (const { name, repository } of repositories) {
    const look = () => inRepository(repository, digest, where);
    const found = await (repositories.length === 1
      ? look()
      : where.gaps.ask(name, look, undefined));
    if (found !== undefined) return { ...found, repository, name, tag: undefined };
  }
  const asked = repositories.map(({ repository }) => repository);
  throw new NotThere(digest, await nowhere(asked, where));
}

async function inRepository(
  repository: Repository,
  digest: Digest,
  { names, gaps }: Where,
): Promise<Pick<Subject, 'stored' | 'byConfig'> | undefined> {
  const stored = await storedAt(repository, digest);
  if (stored !== undefined) return { stored, byConfig: false };
  const image = await imageWithConfig(repository, digest, {
    names: await names(repository),
    gaps,
  });
  return image && { stored: image, byConfig: true };
}

/** Where it was looked for, as the end of a sentence. */
async function nowhere(
  repositories: readonly Repository[],
  { names, gaps }: Where,
): Promise<string> {
  const places = await Promise.all(
    repositories.map(async (repository) => {
      const { named, left } = await names(repository);
      const rest = left === 0 ? '' : ` (${left} more were not looked at)`;
      return `${repository.name}, neither as a manifest nor as the config of an image that one of ${named.length} tags stands on${rest}`;
    }),
  );
  const [silent] = gaps.found;
  const doubt = silent === undefined ? '' : `; ${silent.what} could not be asked: ${silent.why}`;
  return `${places.join('; nor in ')}${doubt}`;
}
