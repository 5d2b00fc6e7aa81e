import type { Digest, Repository, Tag } from '#oci';
import { compareVersions, parseVersion, type Version } from '#version';

/** Of this many versions, newest first, it is asked whether they carry a digest. */
const asked = 100;
const atOnce = 8;

interface Wanted {
  /** What is a version. */
  readonly read: typeof parseVersion;
  /** Others are not asked. */
  readonly isWanted?: (version: Version) => boolean;
}

/** Which versions a digest carries. A version is written once, so what was asked is kept for the run. */
export class Versions {
  readonly #digests = new WeakMap<Repository, Map<Tag, Digest>>();

  /** The newest first. */
  async of(repository: Repository, digest: Digest): Promise<readonly Tag[]> {
    const newest = (await newestVersions(repository, { read: parseVersion })).map(({ tag }) => tag);
    const digests = await this.#digestsOf(repository, newest);
    return newest.filter((tag) => digests.get(tag) === digest);
  }

  /**
   * The newest that a digest carries. They are asked from the newest on, and no more once one does: a name mostly stands
   * where it should.
   */
  async newest(repository: Repository, digest: Digest, how: Wanted): Promise<Version | undefined> {
    const wanted = await newestVersions(repository, how);
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce);
      const digests = await this.#digestsOf(
        repository,
        some.map(({ tag }) => tag),
      );
      const found = some.find(({ tag }) => digests.get(tag) === digest);
      if (found !== undefined) return found.version;
    }
    return undefined;
  }

  /** What is known, and of these tags what they stand on. */
  async #digestsOf(
    repository: Repository,
    tags: readonly Tag[],
  ): Promise<ReadonlyMap<Tag, Digest>> {
    const known = this.#known(repository);
    const unknown = tags.filter((tag) => !known.has(tag));
    for (let from = 0; from < unknown.length; from += atOnce) {
      await Promise.all(
        unknown.slice(from, from + atOnce).map(async (tag) => {
          const descriptor = await repository.resolve(tag);
          if (descriptor !== undefined) known.set(tag, descriptor.digest);
        }),
      );
    }
    return known;
  }

  #known(repository: Repository): Map<Tag, Digest> {
    const known = this.#digests.get(repository) ?? new Map<Tag, Digest>();
    this.#digests.set(repository, known);
    return known;
  }
}

async function newestVersions(repository: Repository, { read, isWanted = () => true }: Wanted) {
  const all: { readonly tag: Tag; readonly version: Version }[] = [];
  for await (const tag of repository.tags()) {
    const version = read(tag);
    if (version !== undefined && isWanted(version)) all.push({ tag, version });
  }
  return all.sort((a, b) => compareVersions(b.version, a.version)).slice(0, asked);
}
