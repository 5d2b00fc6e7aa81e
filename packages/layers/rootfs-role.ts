import { cleanPath, joinPath, splitPath, type RawPath } from '#image';

/** What an entry of a layer is there for, and the clean path that it is about. */
export interface Role {
  readonly role: 'entry' | 'whiteout' | 'opaque' | 'ignored';
  readonly path: RawPath;
}

const whiteout = '.wh.';
const opaque = '.wh..wh..opq';
/** Bookkeeping of aufs, and what lies below. */
const bookkeeping = /(?:^|\/)\.wh\.\.wh\./;

/**
 * The role of an entry by its name. Paths that lead out of the root, whiteouts of nothing and bookkeeping have none.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
 */
export function roleOf(raw: RawPath): Role {
  const path = cleanPath(raw);
  if (path === undefined) return { role: 'ignored', path: raw };
  if (!path.includes(whiteout)) return { role: 'entry', path };
  const { parent, name } = splitPath(path);
  if (bookkeeping.test(parent)) return { role: 'ignored', path };
  if (name === opaque) return { role: 'opaque', path: parent };
  if (bookkeeping.test(name)) return { role: 'ignored', path };
  if (!name.startsWith(whiteout)) return { role: 'entry', path };
  const hidden = name.slice(whiteout.length);
  if (['', '.', '..'].includes(hidden)) return { role: 'ignored', path };
  return { role: 'whiteout', path: joinPath(parent, hidden) };
}
