import { isDigest, type Digest } from './digest.ts';
import { filePartOf, withParts } from './local.ts';
import type { Repository } from './repository.ts';

/** What is read of an image: its manifests and blobs. */
export type Readable = Pick<Repository, 'name' | 'manifest' | 'blob'>;

/** A layout as if it held what others hold for it: layers of the base, say. */
export function whole(layout: Repository, elsewhere: ReadonlyMap<Digest, Repository>): Readable {
  const holder = (digest: Digest): Repository => elsewhere.get(digest) ?? layout;
  return withParts(
    {
      name: layout.name,
      manifest: (at) => (isDigest(at) ? holder(at) : layout).manifest(at),
      blob: (descriptor, how) => holder(descriptor.digest).blob(descriptor, how),
    },
    (digest) => filePartOf(holder(digest), digest),
  );
}
