import type { Digest, Repository, Tag } from '#oci';
import { compareVersions, parseVersion, type Version } from '#version';

/** Of this many versions, newest first, it is asked whether they carry a digest. */
const asked = 100;
const atOnce = 8;

/** Which versions a digest carries. A version is written once, so what was asked is kept for the run. */
export class Versions {
  readonly #digests = new WeakMap<Repository, Map<Tag, Digest>>();

  /**
   * The newest first.
   * @param how.read what is a version, `1.4.2` without it
   */
  async of(
    repository: Repository,
    digest: Digest,
    { read = parseVersion }: { readonly read?: typeof parseVersion } = {},
  ): Promise<readonly Tag[]> {
    const known = this.#known(repository);
    const newest = await newestVersions(repository, read);
    const unknown = newest.filter((tag) => !known.has(tag));
    for (let from = 0; from < unknown.length; from += atOnce) {
      await Promise.all(
        unknown.slice(from, from + atOnce).map(async (tag) => {
          const descriptor = await repository.resolve(tag);
          if (descriptor !== undefined) known.set(tag, descriptor.digest);
        }),
      );
    }
    return newest.filter((tag) => known.get(tag) === digest);
  }

  #known(repository: Repository): Map<Tag, Digest> {
    const known = this.#digests.get(repository) ?? new Map<Tag, Digest>();
    this.#digests.set(repository, known);
    return known;
  }
}

async function newestVersions(
  repository: Repository,
  read: typeof parseVersion,
): Promise<readonly Tag[]> {
  const all: { readonly tag: Tag; readonly version: Version }[] = [];
  for await (const tag of repository.tags()) {
    const version = read(tag);
    if (version !== undefined) all.push({ tag, version });
  }
  all.sort((a, b) => compareVersions(b.version, a.version));
  return all.slice(0, asked).map(({ tag }) => tag);
}
