import { listingOf, rawOf, type Listed, type Listing } from '#image';

export interface Given extends Partial<Omit<Listed, 'path'>> {
  readonly path: string;
}

/** A layer of these entries; a text is an empty file, or a directory when it ends with `/`. */
export const listing = (...entries: readonly (string | Given)[]): Listing =>
  listingOf(
    entries.map((entry): Listed => {
      const { path, ...rest } = typeof entry === 'string' ? { path: entry } : entry;
      const kind = path.endsWith('/') ? 'directory' : 'file';
      const usual = { kind, mode: kind === 'file' ? 0o644 : 0o755, uid: 0, gid: 0 } as const;
      return { ...usual, sizeBytes: 0, modified: 0, ...rest, path: rawOf(path) };
    }),
  );

export const hardlink = (path: string, link: string): Given => ({ path, kind: 'hardlink', link });
