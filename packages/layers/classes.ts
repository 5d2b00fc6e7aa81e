import type { Keyword } from '#dockerfile';
import { joinPath, type Listing, type RawPath } from '#image';

import type { Kept } from './rootfs.ts';

/** What a file is for, and with that who can make it smaller. */
export const fileClasses = ['base', 'tooling', 'library', 'application'] as const;
export type FileClass = (typeof fileClasses)[number];

/** What is known of an image before its files are looked at. */
export interface ClassFacts {
  /** How many layers, from the lowest, are the base's. */
  readonly baseLayers: number;
  /** Of each layer, the instruction that made it. */
  readonly keywords: readonly (Keyword | undefined)[];
  /** Of each layer, whether it brings an operating system: then what a COPY brought is not all an application's. */
  readonly systems?: readonly boolean[];
  /** Whether a package manager of the system put it there. */
  readonly isPackaged?: ((path: RawPath) => boolean) | undefined;
}
interface Seen extends ClassFacts {
  readonly path: RawPath;
  readonly layer: number;
}

/** Tells the class of a file by its clean path and the layer that has it. */
export interface Classify {
  (path: RawPath, layer: number): FileClass;
  /** The class of all files right in a folder; undefined where their names count. */
  readonly folder: (folder: RawPath, layer: number) => FileClass | undefined;
}

/** Where package managers of languages put what an application depends on. */
const libraries =
  /(?:^|\/)(?:node_modules|bower_components|\.yarn|\.pnpm-store|site-packages|dist-packages|\.venv|\.m2|\.gradle|\.ivy2|\.nuget|\.cargo|\.bundle|\.gem|gems|\.composer|vendor|go\/pkg\/mod|WEB-INF\/lib)\/|(?:^|\/)libs?\/[^/]+\.(?:jar|dll)$/;
/** Directories of the system; in `usr/src`, `var/www` and the like applications have their place. */
const system =
  /^(?:s?bin|lib(?:32|64|x32|exec)?|boot|etc|opt|run|tmp|usr\/(?!src\/)[^/]+|var\/(?:cache|lib|log|spool|tmp)|(?:root|home\/[^/]+)\/\.(?:cache|npm|config|local))(?:\/|$)/;

/** The first rule that fits says the class. */
const rules: readonly (readonly [FileClass, fits: (seen: Seen) => boolean])[] = [
  ['base', ({ layer, baseLayers }) => layer < baseLayers],
  ['tooling', ({ path, isPackaged }) => isPackaged?.(path) === true],
  ['library', ({ path }) => libraries.test(path)],
  ['application', (seen) => isBrought(seen)],
  ['tooling', ({ path }) => system.test(path)],
  ['application', () => true],
];

/** By COPY or ADD, and not as a part of a whole system. */
const isBrought = ({ layer, keywords, systems }: Omit<Seen, 'path'>): boolean =>
  (keywords[layer] === 'COPY' || keywords[layer] === 'ADD') && systems?.[layer] !== true;

/** How files of one image are classed: see `rules`. */
export function classifier(facts: ClassFacts): Classify {
  const classify = (path: RawPath, layer: number): FileClass => {
    const seen = { ...facts, path, layer };
    return rules.find(([, fits]) => fits(seen))?.[0] ?? 'application';
  };
  return Object.assign(classify, {
    folder: (folder: RawPath, layer: number) =>
      namesCount(folder, layer, facts) ? undefined : classify(`${folder}/x`, layer),
  });
}

/** Folders of the system are known by three names at most, and those in which names count by what is in them. */
const deep = /^(?:[^/]+\/){2}[^/]/;
const jars = /(?:^|\/)libs?$/;

function namesCount(folder: RawPath, layer: number, facts: ClassFacts): boolean {
  if (layer < facts.baseLayers) return false;
  if (facts.isPackaged !== undefined) return true;
  if (libraries.test(`${folder}/`)) return false;
  if (jars.test(folder)) return true;
  return !(isBrought({ ...facts, layer }) || system.test(`${folder}/`) || deep.test(folder));
}

export type ByClass = Readonly<Record<FileClass, number>>;

const none = (): Record<FileClass, number> => ({ base: 0, tooling: 0, library: 0, application: 0 });

/** Bytes of files, of waste, or of anything else that has a path and a layer. */
export function bytesByClass(
  items: Iterable<{ readonly path: RawPath; readonly layer: number; readonly sizeBytes: number }>,
  classify: Classify,
): ByClass {
  const bytes = none();
  for (const { path, layer, sizeBytes } of items) bytes[classify(path, layer)] += sizeBytes;
  return bytes;
}

/** The same of what is kept, which comes folder by folder. */
export function keptByClass(kept: Iterable<Kept>, classify: Classify): ByClass {
  const bytes = none();
  for (const { folder, files } of kept) {
    const known: (FileClass | 'by name' | undefined)[] = [];
    for (const { name, inode } of files()) {
      const { layer } = inode;
      const found = (known[layer] ??= classify.folder(folder, layer) ?? 'by name');
      bytes[found === 'by name' ? classify(joinPath(folder, name), layer) : found] += inode.bytes;
    }
  }
  return bytes;
}

/** The class that most bytes of a layer have; of a layer without bytes that of most entries. */
export function classOfLayer(listing: Listing, layer: number, classify: Classify): FileClass {
  const bytes = none();
  const entries = none();
  const folders = listing.folders.map((folder) => classify.folder(folder, layer));
  for (let at = 0; at < listing.count; at++) {
    const isDirectory = listing.kind(at) === 'directory';
    const known = isDirectory ? undefined : folders[listing.folder(at)];
    const found = known ?? classify(written(listing, at, isDirectory ? '/' : ''), layer);
    bytes[found] += listing.sizeBytes(at);
    entries[found] += 1;
  }
  const most = (of: ByClass): FileClass | undefined => {
    const [first] = fileClasses.toSorted((a, b) => of[b] - of[a]);
    return first !== undefined && of[first] > 0 ? first : undefined;
  };
  return most(bytes) ?? most(entries) ?? classify('', layer);
}

function written(listing: Listing, at: number, end: string): RawPath {
  const folder = listing.folders[listing.folder(at)];
  const path = folder === undefined ? listing.entry(at).path : joinPath(folder, listing.name(at));
  return path === '' ? '' : `${path}${end}`;
}
