import { Failed, quote, UsageError } from '#io';

import { isCosignTag } from './copy-cosign.ts';
import type { Descriptor } from './descriptor.ts';
import { isDigest, type Digest } from './digest.ts';
import { NotThere } from './errors.ts';
import { parseManifest } from './manifest.ts';
import { isReferrersTag } from './referrers-tag.ts';
import { parseReference, type Reference } from './reference.ts';
import type { OpenRepository, Repository } from './repository.ts';
import { some } from './some.ts';
import { indexOf } from './store-index.ts';

/** An image that somebody named, found. */
export interface Resolved {
  readonly reference: Reference;
  readonly repository: Repository;
  readonly descriptor: Descriptor;
}

const mostShown = 5;

/**
 * Finds what a reference means: its digest, else its tag. Without either, a folder or an archive with exactly one
 * image means that image, as skopeo has it; a registry's repository means nothing.
 * @throws UsageError for a reference that means none or several; NotThere for one that is not there
 */
export async function resolveReference(open: OpenRepository, text: string): Promise<Resolved> {
  const reference = parseReference(text);
  const repository = open(reference.name, 'read');
  const at = reference.digest ?? reference.tag;
  if (at === undefined) {
    return { reference, repository, descriptor: await onlyImage(reference, repository) };
  }
  const descriptor = await repository.resolve(at);
  if (descriptor !== undefined) return { reference, repository, descriptor };
  throw new NotThere(at, `${reference.name}${isDigest(at) ? '' : await holding(repository)}`);
}

/** The names that a folder or an archive has, as the end of a sentence. */
async function holding(repository: Repository): Promise<string> {
  const names = (await indexOf(repository))?.entries.flatMap(({ name }) => name ?? []) ?? [];
  const shown = some([...new Set(names)].filter((name) => !isEvidence(name)));
  return shown && `, which holds ${shown}`;
}

async function onlyImage(
  { name, transport }: Reference,
  repository: Repository,
): Promise<Descriptor> {
  const index = await indexOf(repository);
  if (index === undefined) {
    throw new UsageError(
      `${JSON.stringify(name)} names no image: write ${name}:TAG or ${name}@sha256:…`,
    );
  }
  const images = new Map<Digest, readonly string[]>();
  for (const entry of index.entries) {
    const { descriptor, name: tag } = entry;
    if (descriptor === undefined) continue;
    if (tag === undefined ? await isReferrer(descriptor, repository) : isEvidence(tag)) continue;
    const tags = images.get(descriptor.digest) ?? [];
    images.set(descriptor.digest, tag === undefined ? tags : [...tags, tag]);
  }
  const [first, ...others] = images.keys();
  if (first === undefined) {
    const remedy = transport === 'oci' ? ': name the folder of an OCI layout that has one' : '';
    throw new Failed(3, 'not-there', `${quote(name)} holds no image${remedy}`);
  }
  if (others.length > 0)
    throw new UsageError(
      `${JSON.stringify(name)} holds ${images.size} images: ${choice(name, images)}`,
    );
  const descriptor = await repository.resolve(first);
  if (descriptor === undefined) throw new NotThere(first, name);
  return descriptor;
}

const isEvidence = (tag: string): boolean => isReferrersTag(tag) || isCosignTag(tag);

/** Tools that know no list of referrers leave them as entries without a name. */
async function isReferrer({ digest }: Descriptor, repository: Repository): Promise<boolean> {
  const found = await repository.manifest(digest);
  if (found === undefined) return false;
  return parseManifest(found.bytes, found.descriptor.mediaType, digest).subject !== undefined;
}

function choice(name: string, images: ReadonlyMap<Digest, readonly string[]>): string {
  const all = [...images].map(([digest, [tag]]) => (tag === undefined ? `@${digest}` : `:${tag}`));
  const more = all.length > mostShown ? ', …' : '';
  return `write ${all
    .slice(0, mostShown)
    .map((place) => JSON.stringify(`${name}${place}`))
    .join(' or ')}${more}`;
}
