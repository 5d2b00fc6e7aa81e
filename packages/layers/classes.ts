import type { Keyword } from '#dockerfile';
import type { Listing, RawPath } from '#image';

/** What a file is for, and with that who can make it smaller. */
export const fileClasses = ['base', 'tooling', 'library', 'application'] as const;
export type FileClass = (typeof fileClasses)[number];

/** What is known of an image before its files are looked at. */
export interface ClassFacts {
  /** How many layers, from the lowest, are the base's. */
  readonly baseLayers: number;
  /** Of each layer, the instruction that made it. */
  readonly keywords: readonly (Keyword | undefined)[];
  /** Whether a package manager of the system put it there. */
  readonly isPackaged?: ((path: RawPath) => boolean) | undefined;
}
interface Seen extends ClassFacts {
  readonly path: RawPath;
  readonly layer: number;
}

/** Tells the class of a file by its clean path and the layer that has it. */
export type Classify = (path: RawPath, layer: number) => FileClass;

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
  ['application', ({ layer, keywords }) => isTransfer(keywords[layer])],
  ['tooling', ({ path }) => system.test(path)],
  ['application', () => true],
];

const isTransfer = (keyword: Keyword | undefined): boolean =>
  keyword === 'COPY' || keyword === 'ADD';

/** How files of one image are classed: see `rules`. */
export const classifier =
  (facts: ClassFacts): Classify =>
  (path, layer) => {
    const seen = { ...facts, path, layer };
    return rules.find(([, fits]) => fits(seen))?.[0] ?? 'application';
  };

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

/** The class that most bytes of a layer have; of a layer without bytes that of most entries. */
export function classOfLayer(listing: Listing, layer: number, classify: Classify): FileClass {
  const bytes = none();
  const entries = none();
  for (const { path, sizeBytes } of listing) {
    const found = classify(path.replace(/^(?:\.?\/)+/, ''), layer);
    bytes[found] += sizeBytes;
    entries[found] += 1;
  }
  const most = (of: ByClass): FileClass | undefined => {
    const [first] = fileClasses.toSorted((a, b) => of[b] - of[a]);
    return first !== undefined && of[first] > 0 ? first : undefined;
  };
  return most(bytes) ?? most(entries) ?? classify('', layer);
}
