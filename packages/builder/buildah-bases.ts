import {
  isDigest,
  NotThere,
  parseRegistryReference,
  readOnly,
  type Digest,
  type Repository,
} from '#oci';

import type { Base } from './builder.ts';
import { servedName } from './buildah-settings.ts';

/**
 * The repositories of a plan's bases, to be served to Buildah. A tag stands for what was pinned, whatever it
 * stands for in its repository by now.
 * @throws NotThere for a name that is no base
 */
export function openBases(bases: Iterable<Base>): (name: string) => Repository {
  const all = [...bases].map((base) => ({ base, reference: parseRegistryReference(base.name) }));
  return (name) => {
    const here = all.filter(({ reference }) => servedName(reference.name) === name);
    const [first] = here;
    if (first === undefined) throw new NotThere(name, 'the bases of this build');
    const pins = new Map(
      here.map(({ base, reference }) => [reference.tag ?? 'latest', base.descriptor.digest]),
    );
    return pinnedTo(first.base.from, pins);
  };
}

function pinnedTo(from: Repository, pins: ReadonlyMap<string, Digest>): Repository {
  const repository = readOnly(from);
  const pin = (at: Parameters<Repository['resolve']>[0]) => (isDigest(at) ? at : pins.get(at));
  return {
    ...repository,
    resolve: async (at) => {
      const digest = pin(at);
      return digest === undefined ? undefined : repository.resolve(digest);
    },
    manifest: async (at) => {
      const digest = pin(at);
      return digest === undefined ? undefined : repository.manifest(digest);
    },
  };
}
