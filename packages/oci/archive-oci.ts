import type { ArchiveFile } from './archive-file.ts';
import type { Member } from './archive-tar.ts';
import { algorithmOf, hexOf, type Digest } from './digest.ts';
import { Corrupt } from './errors.ts';
import { parseIndex, type LayoutIndex } from './layout-index.ts';

/** What an archive holds, however it keeps it. */
export interface Held {
  readonly index: LayoutIndex;
  /** Manifests that are known already, or that the archive does not hold as such: Docker's own form has none. */
  readonly manifests: ReadonlyMap<Digest, Uint8Array>;
  /** Undefined for what is not in it. */
  readonly blob: (digest: Digest) => Member | undefined;
}

const maxIndexBytes = 32 * 1024 * 1024;

/**
 * An OCI layout in a tar archive. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 * @throws Corrupt for an archive that is none
 */
export async function ociImages(file: ArchiveFile): Promise<Held> {
  const table = await file.table();
  const bytes = await file.read('index.json', maxIndexBytes);
  if (bytes === undefined) {
    const isDocker = table.find('manifest.json') !== undefined;
    throw new Corrupt(
      file.where,
      isDocker
        ? 'it has no "index.json" but a "manifest.json": read it as docker-archive:FILE'
        : 'it has no "index.json", so it is no archive of images',
    );
  }
  const index = parseIndex(bytes, `"index.json" in ${file.where}`, { maxBytes: maxIndexBytes });
  return {
    index,
    manifests: new Map(),
    blob: (digest) => table.find(`blobs/${algorithmOf(digest)}/${hexOf(digest)}`),
  };
}
