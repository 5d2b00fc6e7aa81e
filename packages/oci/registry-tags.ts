import { quote } from '#io';

import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Corrupt, TagImmutable, TagMoved } from './errors.ts';
import { isTag, type Tag } from './reference.ts';
import { isReferrersTag } from './referrers-tag.ts';
import { fieldOf, type Complaint } from './registry-answer.ts';
import type { RegistryClient } from './registry-client.ts';
import { resolve, writeManifest, type Stored } from './registry-manifests.ts';
import { pages } from './registry-pages.ts';
import type { Guarantee } from './repository.ts';

const maxTags = 1_000_000;
const perPage = '1000';

/** All tags in the order of their bytes, without those that keep lists of referrers. */
export async function listTags(client: RegistryClient): Promise<readonly Tag[]> {
  const what = `the list of tags of ${client.name}`;
  const found = new Set<Tag>();
  const start = client.url('tags/list', { n: perPage });
  for await (const page of pages(client, start, { what, none: [404] })) {
    for (const tag of tagsOf(page?.json, what)) if (!isReferrersTag(tag)) found.add(tag);
    if (found.size > maxTags) throw new Corrupt(what, `it has more than ${maxTags} tags`);
  }
  return [...found].sort();
}

/** An empty list may be null. */
function tagsOf(json: unknown, what: string): readonly Tag[] {
  const tags = fieldOf(json, 'tags') ?? [];
  if (!Array.isArray(tags)) throw new Corrupt(what, '"tags" must be a list');
  return tags.map((tag: unknown) => {
    if (typeof tag === 'string' && isTag(tag)) return tag;
    throw new Corrupt(what, `${quote(JSON.stringify(tag))} is not a tag`);
  });
}

export interface Naming {
  readonly tag: Tag;
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
  readonly expect: Digest | 'absent' | 'anything';
}

export interface Moved {
  readonly before: Digest | undefined;
  /** Undefined when nothing had to be written. */
  readonly stored: Stored | undefined;
  readonly guarantee: Guarantee;
}

/**
 * Compares, writes and reads again: but for our own server, registries have nothing better.
 * @throws TagMoved, TagImmutable
 */
export async function moveTag(
  client: RegistryClient,
  { tag, descriptor, bytes, expect }: Naming,
): Promise<Moved> {
  const name = `${client.name}:${tag}`;
  const standing = async () => (await resolve(client, tag))?.digest;
  const before = await standing();
  if (expect !== 'anything' && before !== (expect === 'absent' ? undefined : expect)) {
    throw new TagMoved(name, expect, before);
  }
  // Where tags are written once, the same content again is refused too.
  if (before === descriptor.digest) return { before, stored: undefined, guarantee: 'read-back' };
  const condition = conditionOf(client, expect);
  const special = (status: number, said: Complaint) =>
    isImmutable(status, said, before) ? new TagImmutable(name) : undefined;
  const stored = await writeManifest(client, tag, {
    descriptor,
    bytes,
    special,
    ...condition,
  }).catch(async (error: unknown) => {
    if (!(error instanceof TagImmutable) || (await standing()) === before) throw error;
    return undefined;
  });
  if (condition !== undefined && stored !== undefined) {
    return { before, stored, guarantee: 'atomic' };
  }
  const after = await standing();
  if (after === descriptor.digest) return { before, stored, guarantee: 'read-back' };
  throw stored === undefined
    ? new TagMoved(name, before ?? 'absent', after)
    : new TagMoved(name, descriptor.digest, after);
}

function conditionOf(client: RegistryClient, expect: Naming['expect']) {
  if (!client.comparesTags || expect === 'anything') return undefined;
  return {
    headers: expect === 'absent' ? { 'if-none-match': '*' } : { 'if-match': `"${expect}"` },
  };
}

/** Each registry says it in its own way: ECR, Harbor, Quay, zot. */
const isImmutable = (
  status: number,
  { codes, says }: Complaint,
  before: Digest | undefined,
): boolean =>
  /immutable|cannot be overwritten/i.test(says) ||
  status === 409 ||
  status === 412 ||
  (status === 400 && codes.includes('TAG_INVALID')) ||
  (status === 403 && before !== undefined && codes.includes('DENIED') && !/permission/i.test(says));
