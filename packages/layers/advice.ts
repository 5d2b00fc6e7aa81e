import { quoted, splitPath, type RawPath } from '#image';
import { cacheOf, needlessCacheOf } from './advice-caches.ts';
import {
  changesMetadata,
  fillsRoot,
  parseCommand,
  uninstallsPackages,
  type Command,
} from './advice-command.ts';
import type { Kept } from './rootfs.ts';
import type { Waste } from './waste.ts';

export type AdviceKind = 'same-run' | 'copy-chown' | 'copy-once' | 'cache-mount' | 'multi-stage';

export interface Advice {
  readonly kind: AdviceKind;
  /** Whose instruction stores the bytes: where to begin. */
  readonly layer: number;
  /** Whose instruction hides them; a cache may be hidden by many, or stay. */
  readonly hiddenIn?: number;
  /** What it would save of the waste: the sum of its rows, each of which is in one advice at most. */
  readonly bytes: number;
  /** What it would save besides, of a cache that the image still shows. That is no waste by its definition. */
  readonly keptBytes: number;
  readonly files: number;
  /** The folder that they have in common; of one file its path. */
  readonly path: RawPath;
}

/** How a layer came to be. */
export interface BuiltLayer {
  /** The history's `created_by`, wrapped or not; empty when nothing is known. */
  readonly command: string;
  /** It came with the base image, and no line of this Dockerfile can mend it. */
  readonly isBase?: boolean;
}

/** What is told of an image: its waste and what it keeps (`wasteOf`), and its layers, lowest first. */
export interface Advised {
  readonly waste: readonly Waste[];
  readonly kept?: Iterable<Kept>;
  readonly layers: readonly BuiltLayer[];
}

interface Draft {
  readonly kind: AdviceKind;
  readonly layer: number;
  readonly hiddenIn?: number;
  path: RawPath;
  bytes: number;
  keptBytes: number;
  files: number;
}

/**
 * Which change of the Dockerfile would save how much, the most first. What no change of this kind saves is in none:
 * what came with the base, and what one layer stores twice.
 */
export function adviceOn({ waste, kept = [], layers }: Advised): readonly Advice[] {
  const commands = layers.map(commandOf);
  const drafts = new Map<string, Draft>();
  for (const row of waste) {
    const found = judged(row, commands);
    if (found === undefined) continue;
    const draft = draftOf(drafts, { ...found, path: found.path ?? row.path });
    draft.path = found.path ?? common(draft.path, row.path);
    draft.bytes += row.bytes;
    draft.files++;
  }
  for (const { folder, files } of kept) {
    const cache = needlessCacheOf(`/${folder}/`);
    if (cache === undefined) continue;
    for (const { inode } of files()) {
      if (inode.bytes === 0 || commands[inode.layer]?.does !== 'run') continue;
      const draft = draftOf(drafts, { kind: 'cache-mount', layer: inode.layer, path: cache });
      draft.keptBytes += inode.bytes;
      draft.files++;
    }
  }
  return [...drafts.values()].sort(
    (a, b) => b.bytes - a.bytes || b.keptBytes - a.keptBytes || a.layer - b.layer,
  );
}

/** Nothing is known of what came with the base. */
function commandOf({ command, isBase }: BuiltLayer, index: number): Command {
  const parsed = parseCommand(command);
  const base = isBase ?? (index === 0 && fillsRoot(parsed));
  return base ? { does: 'unknown', text: '' } : parsed;
}

type Judged = Pick<Draft, 'kind' | 'layer' | 'hiddenIn'> & { readonly path?: RawPath };

function judged(row: Waste, commands: readonly Command[]): Judged | undefined {
  const { addedIn: layer, hiddenIn } = row;
  const added = commands[layer];
  const hider = commands[hiddenIn];
  if (layer === hiddenIn || added === undefined) return undefined;
  if (added.does === 'copy' && hider?.does === 'copy')
    return { kind: 'copy-once', layer, hiddenIn };
  if (hider?.does !== 'run') return undefined;
  if (added.does === 'run') {
    const path = cacheOf(row.path);
    if (path !== undefined) return { kind: 'cache-mount', layer, path };
    const tools = row.reason !== 'rewritten' && uninstallsPackages(hider);
    return { kind: tools ? 'multi-stage' : 'same-run', layer, hiddenIn };
  }
  if (added.does !== 'copy') return undefined;
  if (row.reason !== 'rewritten') return { kind: 'multi-stage', layer, hiddenIn };
  const metadata = changesMetadata(hider) && isMetadata(row);
  return metadata ? { kind: 'copy-chown', layer, hiddenIn } : undefined;
}

/** Without hashes, a size and a time that stayed must do. */
function isMetadata({ sameContent, changed = [] }: Waste): boolean {
  if (sameContent !== undefined) return sameContent;
  return changed.length > 0 && !changed.includes('time');
}

function draftOf(
  drafts: Map<string, Draft>,
  { kind, layer, hiddenIn, path }: Judged & { readonly path: RawPath },
): Draft {
  const key = [kind, layer, hiddenIn, kind === 'cache-mount' ? path : ''].join(' ');
  const found = drafts.get(key);
  if (found !== undefined) return found;
  const of = hiddenIn === undefined ? {} : { hiddenIn };
  const made = { kind, layer, ...of, path, bytes: 0, keptBytes: 0, files: 0 };
  drafts.set(key, made);
  return made;
}

/** The folder that two paths are in, or the one of them that holds the other. */
function common(folder: RawPath, path: RawPath): RawPath {
  let found = folder;
  while (found !== '' && path !== found && !path.startsWith(`${found}/`)) {
    found = splitPath(found).parent;
  }
  return found;
}

const remedies: Readonly<Record<AdviceKind, (path: string) => string>> = {
  'same-run': (path) => `remove or change ${path} in the RUN that makes it, not in a later one`,
  'copy-chown': (path) =>
    `give ${path} its owner and mode with COPY --chown and --chmod, not with a RUN behind it`,
  'copy-once': (path) =>
    `leave ${path} out of the first COPY that brings it: a later one brings it again`,
  'cache-mount': (path) =>
    `keep ${path} out of the image with RUN --mount=type=cache,target=${path}`,
  'multi-stage': (path) =>
    `use ${path} in a stage of its own, and COPY --from it only what the image needs`,
};

/** The advice in a sentence for people. */
export const remedyOf = ({ kind, path }: Advice): string =>
  remedies[kind](path === '' ? 'what it brings' : /^[\w./@+-]+$/.test(path) ? path : quoted(path));
