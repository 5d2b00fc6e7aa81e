import { forwarding, type Descriptor, type Digest, type Repository } from '#oci';

/** Nobody here reads more of what is of every kind. Of a longer list one more is kept, which tells that it is longer. */
export const mostListed = 500;

/**
 * The same repository, which lists what refers to a digest once, however many kinds of it are asked for; of a list that is
 * too long to be kept those of one kind are asked for again, and of everything only its beginning is given.
 */
export function listedOnce(repository: Repository): Repository {
  const known = new Map<Digest, Promise<readonly Descriptor[]>>();
  const all = (subject: Digest) => {
    const list = known.get(subject) ?? listOf(repository, subject);
    known.set(subject, list);
    return list;
  };
  return {
    ...forwarding(repository),
    async *referrers(subject, artifactType) {
      const list = await all(subject);
      if (artifactType === undefined) yield* list;
      else if (list.length > mostListed) yield* repository.referrers(subject, artifactType);
      else yield* list.filter((one) => one.artifactType === artifactType);
    },
  };
}

async function listOf(repository: Repository, subject: Digest): Promise<readonly Descriptor[]> {
  const list: Descriptor[] = [];
  for await (const referrer of repository.referrers(subject)) {
    list.push(referrer);
    if (list.length > mostListed) break;
  }
  return list;
}
