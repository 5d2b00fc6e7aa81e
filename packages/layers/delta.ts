import {
  distinctFiles,
  finalFiles,
  type FinalFile,
  type Listing,
  byBytes,
  splitPath,
  type RawPath,
} from '#image';
import { bytesByClass, type Classify, type FileClass } from './classes.ts';

/**
 * Why a file is not the same: another kind of file, other bytes, bytes that cannot be compared as they were not hashed,
 * the target of a link, mode, owner, extended attributes, and the time where nothing else changed.
 */
export const deltaCauses = [
  'kind',
  'content',
  'unknown',
  'link',
  'mode',
  'owner',
  'xattrs',
  'time',
] as const;
export type DeltaCause = (typeof deltaCauses)[number];

/** One side of a comparison. */
export interface DeltaImage {
  /** One for each layer, lowest first. */
  readonly listings: readonly Listing[];
  /** DiffIDs that were verified: what comes from the same layer is the same, hashed or not. */
  readonly diffIds?: readonly string[] | undefined;
  readonly classify?: Classify | undefined;
}

export interface ChangedFile {
  readonly path: RawPath;
  readonly before: FinalFile;
  readonly after: FinalFile;
  /** In the order of `deltaCauses`; never empty. */
  readonly causes: readonly DeltaCause[];
}

export interface Delta {
  /** Sorted by path, as bytes. */
  readonly added: readonly FinalFile[];
  readonly removed: readonly FinalFile[];
  readonly changed: readonly ChangedFile[];
  /** Bytes of all files in the end. */
  readonly sizeBytes: BeforeAfter;
  /** The same by class, where both sides have classes. */
  readonly classes: Readonly<Record<FileClass, BeforeAfter>> | undefined;
  /** Files that look the same, and whose bytes were not compared. */
  readonly uncompared: number;
  /** Something changed, and nothing but times did. */
  readonly onlyTimes: boolean;
}
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

/**
 * What is different between the file systems of two images. Linear in their entries.
 * @throws Corrupt for an image with too many files
 */
export function deltaOf(before: DeltaImage, after: DeltaImage): Delta {
  const old = finalFiles(before.listings);
  const now = finalFiles(after.listings);
  const added = missing(now, old);
  const removed = missing(old, now);
  const changed: ChangedFile[] = [];
  let uncompared = 0;
  for (const [path, file] of now) {
    const was = old.get(path);
    if (was === undefined) continue;
    if (areOne([was, before.diffIds], [file, after.diffIds])) continue;
    const causes = causesOf(was, file);
    // The time of a directory says that something came or went in it, and the rest of a delta says what.
    if (isOnlyTime(causes) && file.kind === 'directory') continue;
    if (causes.length > 0) changed.push({ path, before: was, after: file, causes });
    else if (contentOf(was, file) === 'unknown') uncompared++;
  }
  const sides = [distinctFiles(old.values()), distinctFiles(now.values())] as const;
  return {
    added,
    removed,
    changed: changed.sort((a, b) => byBytes(a.path, b.path)),
    sizeBytes: { before: bytes(sides[0]), after: bytes(sides[1]) },
    classes: classesOf(sides, before.classify, after.classify),
    uncompared,
    onlyTimes:
      changed.length > 0 &&
      added.length + removed.length + uncompared === 0 &&
      changed.every(({ causes }) => isOnlyTime(causes)),
  };
}

const isOnlyTime = (causes: readonly DeltaCause[]): boolean =>
  causes.length > 0 && causes.every((cause) => cause === 'time');

type Files = ReadonlyMap<RawPath, FinalFile>;

/**
 * What one has and the other lacks, sorted. A directory that no layer lists is there all the same, and one comes and goes
 * with what is in it.
 */
function missing(has: Files, lacks: Files): readonly FinalFile[] {
  const found = [...has.values()].filter(({ path }) => !lacks.has(path));
  const folders = foldersOf(lacks.keys());
  const filled = foldersOf(found.map(({ path }) => path));
  return found
    .filter(({ path, kind }) => kind !== 'directory' || !(folders.has(path) || filled.has(path)))
    .sort((a, b) => byBytes(a.path, b.path));
}

/** Each path is climbed as far as none has climbed before. */
function foldersOf(paths: Iterable<RawPath>): ReadonlySet<RawPath> {
  const folders = new Set<RawPath>(['']);
  for (const path of paths) {
    for (let at = splitPath(path).parent; !folders.has(at); at = splitPath(at).parent) {
      folders.add(at);
    }
  }
  return folders;
}

const bytes = (files: readonly FinalFile[]): number =>
  files.reduce((total, { sizeBytes }) => total + sizeBytes, 0);

function classesOf(
  [old, now]: readonly [readonly FinalFile[], readonly FinalFile[]],
  before: Classify | undefined,
  after: Classify | undefined,
): Delta['classes'] {
  if (before === undefined || after === undefined) return undefined;
  const [was, is] = [bytesByClass(old, before), bytesByClass(now, after)];
  const pair = (name: FileClass): BeforeAfter => ({ before: was[name], after: is[name] });
  return {
    base: pair('base'),
    tooling: pair('tooling'),
    library: pair('library'),
    application: pair('application'),
  };
}

type Side = readonly [file: FinalFile, diffIds: DeltaImage['diffIds']];

/** Both come from the same layer, by their names and by their bytes. */
function areOne([was, before]: Side, [file, after]: Side): boolean {
  const same = (one: number, other: number): boolean =>
    before?.[one] !== undefined && before[one] === after?.[other];
  return same(was.layer, file.layer) && same(was.bytesLayer, file.bytesLayer);
}

function contentOf(before: FinalFile, after: FinalFile): 'same' | 'other' | 'unknown' {
  if (before.kind !== 'file' || after.kind !== 'file') return 'same';
  if (before.sizeBytes !== after.sizeBytes) return 'other';
  if (before.sizeBytes === 0) return 'same';
  if (before.sha256 === undefined || after.sha256 === undefined) return 'unknown';
  return before.sha256 === after.sha256 ? 'same' : 'other';
}

function causesOf(before: FinalFile, after: FinalFile): readonly DeltaCause[] {
  if (before.kind !== after.kind) return ['kind'];
  const content = contentOf(before, after);
  const otherTime = before.modified !== after.modified;
  const otherDevice =
    before.device?.major !== after.device?.major || before.device?.minor !== after.device?.minor;
  const is: Readonly<Record<DeltaCause, boolean>> = {
    kind: otherDevice,
    content: content === 'other',
    // Where the time is the same too, nothing speaks for a change.
    unknown: content === 'unknown' && otherTime,
    link: before.link !== after.link,
    mode: before.mode !== after.mode,
    owner: before.uid !== after.uid || before.gid !== after.gid,
    xattrs: !sameXattrs(before.xattrs, after.xattrs),
    time: false,
  };
  const causes = deltaCauses.filter((cause) => is[cause]);
  return causes.length === 0 && otherTime ? ['time'] : causes;
}

function sameXattrs(before: FinalFile['xattrs'] = {}, after: FinalFile['xattrs'] = {}): boolean {
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => Object.hasOwn(after, name) && before[name] === after[name])
  );
}
