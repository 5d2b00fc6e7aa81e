import { splitPath, type RawPath } from '#image';
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
  /** The file with the most bytes. */
  readonly largest: RawPath;
  readonly largestBytes: number;
  /** What becomes of all of them; undefined: now this, now that. */
  readonly fate: Fate | undefined;
  /** A RUN stands between the two instructions, and may need them. */
  readonly isUsed: boolean;
}
/** What a layer does to a file of a lower one; `touched`: it stores the same bytes again. */
export type Fate = 'removed' | 'touched' | 'rewritten';

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

type Draft = { -readonly [Field in keyof Advice]: Advice[Field] };

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
    const draft = draftOf(drafts, { ...found, path: found.path ?? row.path, fate: fateOf(row) });
    draft.path = found.path ?? common(draft.path, row.path);
    draft.bytes += row.bytes;
    // The same for all of a draft, which has one pair of layers: asked once, since an image may have many of both.
    if (draft.files === 0) draft.isUsed = isUsed(row, commands);
    counted(draft, row);
  }
  for (const { folder, files } of kept) {
    const cache = needlessCacheOf(`/${folder}/`);
    if (cache === undefined) continue;
    for (const { inode } of files()) {
      if (inode.bytes === 0 || commands[inode.layer]?.does !== 'run') continue;
      const draft = draftOf(drafts, { kind: 'cache-mount', layer: inode.layer, path: cache });
      draft.keptBytes += inode.bytes;
      counted(draft, { path: cache, bytes: inode.bytes });
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

type Judged = Pick<Advice, 'kind' | 'layer' | 'hiddenIn'> & { readonly path?: RawPath };

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

const fateOf = (row: Waste): Fate =>
  row.reason !== 'rewritten' ? 'removed' : isMetadata(row) ? 'touched' : 'rewritten';

const isUsed = ({ addedIn, hiddenIn }: Waste, commands: readonly Command[]): boolean =>
  commands.slice(addedIn + 1, hiddenIn).some(({ does }) => does !== 'copy' && does !== 'other');

/** Without hashes, a size and a time that stayed must do. */
function isMetadata({ sameContent, changed = [] }: Waste): boolean {
  if (sameContent !== undefined) return sameContent;
  return changed.length > 0 && !changed.includes('time');
}

function draftOf(
  drafts: Map<string, Draft>,
  { kind, layer, hiddenIn, path, fate }: Judged & Pick<Advice, 'path'> & { readonly fate?: Fate },
): Draft {
  const key = [kind, layer, hiddenIn, kind === 'cache-mount' ? path : ''].join(' ');
  const found = drafts.get(key);
  if (found !== undefined) {
    found.fate = together(found.fate, fate);
    return found;
  }
  const of = hiddenIn === undefined ? {} : { hiddenIn };
  const counts = { bytes: 0, keptBytes: 0, files: 0, largestBytes: -1 };
  const made = { kind, layer, ...of, path, largest: path, fate, isUsed: false, ...counts };
  drafts.set(key, made);
  return made;
}

/** To write the same again is to write. */
function together(one: Fate | undefined, other: Fate | undefined): Fate | undefined {
  if (one === other) return one;
  return [one, other].every((fate) => fate === 'touched' || fate === 'rewritten')
    ? 'rewritten'
    : undefined;
}

function counted(draft: Draft, { path, bytes }: Pick<Waste, 'path' | 'bytes'>): void {
  draft.files++;
  if (bytes <= draft.largestBytes) return;
  draft.largestBytes = bytes;
  draft.largest = path;
}

/** The folder that two paths are in, or the one of them that holds the other. */
function common(folder: RawPath, path: RawPath): RawPath {
  let found = folder;
  while (found !== '' && path !== found && !path.startsWith(`${found}/`)) {
    found = splitPath(found).parent;
  }
  return found;
}
