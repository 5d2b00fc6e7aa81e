import { quote } from '#io';

import { Corrupt } from './errors.ts';
import { fieldOf } from './fields.ts';
import { isTag, type Tag } from './reference.ts';
import { isReferrersTag } from './referrers-tag.ts';
import type { RegistryClient } from './registry-client.ts';
import { pages } from './registry-pages.ts';

const maxTags = 1_000_000;
const perPage = '1000';

/** Tags in the order of their bytes: those that people gave, and those that keep lists of referrers. */
export async function listTags(
  client: RegistryClient,
): Promise<{ readonly tags: readonly Tag[]; readonly lists: ReadonlySet<string> }> {
  const what = `the list of tags of ${client.name}`;
  const found = new Set<Tag>();
  const lists = new Set<string>();
  const start = client.url('tags/list', { n: perPage });
  for await (const page of pages(client, start, { what, none: [404] })) {
    for (const tag of tagsOf(page?.json, what)) (isReferrersTag(tag) ? lists : found).add(tag);
    if (found.size + lists.size > maxTags)
      throw new Corrupt(what, `it has more than ${maxTags} tags`);
  }
  return { tags: [...found].sort(), lists };
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
