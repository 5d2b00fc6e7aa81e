import { forwarding, type Descriptor, type Digest, type Repository } from '#oci';

/** A longer list is asked for again, kind by kind: it is not kept. */
const mostKept = 500;

/** The same repository, which lists what refers to a digest once, however many kinds of it are asked for. */
export function listedOnce(repository: Repository): Repository {
  const known = new Map<Digest, Promise<readonly Descriptor[] | undefined>>();
  const all = (subject: Digest) => {
    const list = known.get(subject) ?? listOf(repository, subject);
    known.set(subject, list);
    return list;
  };
  return {
    ...forwarding(repository),
    async *referrers(subject, artifactType) {
      const list = await all(subject);
      if (list === undefined) yield* repository.referrers(subject, artifactType);
      else
        yield* list.filter(
          (one) => artifactType === undefined || one.artifactType === artifactType,
        );
    },
  };
}

/** Undefined: there are too many. */
async function listOf(
  repository: Repository,
  subject: Digest,
): Promise<readonly Descriptor[] | undefined> {
  const list: Descriptor[] = [];
  for await (const referrer of repository.referrers(subject)) {
    if (list.length >= mostKept) return undefined;
    list.push(referrer);
  }
  return list;
}
