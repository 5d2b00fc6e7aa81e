import type { Tag } from './reference.ts';
import type { Repository } from './repository.ts';

/** The tags of a repository, and the repository for whoever reads what had one of them then. */
export interface TagList {
  readonly tags: readonly Tag[];
  readonly repository: Repository;
}

const lists = new WeakMap<Repository, () => Promise<TagList>>();

/** Remembers how a repository lists its tags when it makes more of that than the port can say. */
export function withTagList<R extends Repository>(repository: R, list: () => Promise<TagList>): R {
  lists.set(repository, list);
  return repository;
}

/**
 * Lists the tags for somebody who is about to read all that stands under them. The repository that comes with them
 * may leave out questions that the list has answered: what others write from then on need not be seen.
 */
export async function tagList(repository: Repository): Promise<TagList> {
  const list = lists.get(repository);
  if (list !== undefined) return list();
  const tags: Tag[] = [];
  for await (const tag of repository.tags()) tags.push(tag);
  return { tags, repository };
}
