import type { LayerEntries, LayerEntry, RawPath } from '#image';

/** What stands at a path: for a file under several names, `file` is the same in all of them. */
export interface Standing {
  readonly kind: string;
  readonly mode: number;
  readonly link?: string;
  readonly file?: string;
}
export type Files = Readonly<Record<RawPath, Standing>>;

const parents = (path: RawPath): readonly RawPath[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, at, all) => all.slice(0, at + 1).join('/'));

const without = (files: Files, gone: (path: RawPath) => boolean): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !gone(path)));

const below = (folder: RawPath, path: RawPath): boolean =>
  folder === '' ? path !== '' : path.startsWith(`${folder}/`);
const atOrBelow = (place: RawPath, path: RawPath): boolean => path === place || below(place, path);

const implied: Standing = { kind: 'directory', mode: 0o755 };

/** With the folders that a path stands in; what else stood there is gone. */
function withParents(files: Files, path: RawPath): Files {
  return parents(path).reduce<Files>((all, folder) => {
    if (all[folder]?.kind === 'directory') return all;
    return { ...without(all, (other) => atOrBelow(folder, other)), [folder]: implied };
  }, files);
}

function added(files: Files, entry: LayerEntry, name: string): Files {
  const { path, kind, mode, link } = entry;
  const ready = withParents(files, path);
  if (kind === 'directory') {
    const kept = ready[path]?.kind === 'directory' ? ready : without(ready, (one) => one === path);
    return { ...kept, [path]: { kind, mode } };
  }
  if (path === '') throw new Error('the root is no folder');
  const rest = without(ready, (other) => atOrBelow(path, other));
  if (kind !== 'hardlink') {
    return { ...rest, [path]: { kind, mode, ...(link === undefined ? {} : { link }), file: name } };
  }
  // Its target is looked for among all that stands so far, itself included.
  const target = files[link ?? ''];
  if (target === undefined || target.kind === 'directory') throw new Error('a link to nothing');
  return { ...rest, [path]: target };
}

/**
 * A layer over a plain object of all paths: slow, and written from the text alone.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
export function applied(files: Files, layer: LayerEntries, name: string): Files {
  const seen = layer.opaque.reduce(
    (all, folder) =>
      folder === '' || all[folder]?.kind === 'directory'
        ? without(all, (path) => below(folder, path))
        : all,
    files,
  );
  const left = layer.whiteouts.reduce(
    (all, hidden) => without(all, (path) => atOrBelow(hidden, path)),
    seen,
  );
  return layer.entries.reduce((all, entry) => added(all, entry, `${name} ${entry.ordinal}`), left);
}

/** Where a path leads by the rules of a kernel with a root of its own; undefined where that goes on for too long. */
export function resolved(
  files: Files,
  path: string,
  followLast: boolean,
): { readonly path: RawPath; readonly blocked: boolean } | undefined {
  const walk = (
    at: RawPath,
    rest: readonly string[],
    links: number,
  ): ReturnType<typeof resolved> => {
    const [name, ...after] = rest;
    if (name === undefined) return { path: at, blocked: false };
    if (name === '' || name === '.') return walk(at, after, links);
    if (name === '..') return walk(parents(at).at(-1) ?? '', after, links);
    const next = at === '' ? name : `${at}/${name}`;
    const { kind, link = '' } = files[next] ?? {};
    if (kind === 'symlink' && (followLast || after.length > 0)) {
      if (links === 0) return undefined;
      return walk(link.startsWith('/') ? '' : at, [...link.split('/'), ...after], links - 1);
    }
    const goesOn = after.some((part) => part !== '' && part !== '.');
    if (kind !== undefined && kind !== 'directory' && goesOn) return { path: next, blocked: true };
    return walk(next, after, links);
  };
  return walk('', path.split('/'), 255);
}
