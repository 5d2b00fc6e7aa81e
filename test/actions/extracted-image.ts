import { execFileSync } from 'node:child_process';
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { expect } from '@jest/globals';

import { rawOf } from '#image';

import { tarOf, type Member } from '../packages/image/tars.ts';
import { dockerArchive } from '../packages/layers/docker-archive.ts';
import type { Random } from '../rounds.ts';
import { layersJson } from './layers-command.ts';

/** The bytes of one entry: who stored them, and the layer since which no file of the root has them. */
interface Body {
  readonly path: string;
  readonly bytes: number;
  readonly addedIn: number;
  hiddenIn: number | undefined;
}

export interface Extracted {
  readonly tars: readonly Buffer[];
  readonly bodies: readonly Body[];
  /** Of all files that stand there in the end, each once. */
  readonly bytesOnDisk: number;
}

/**
 * Makes a random image, layer by layer, each of what the layers below it left in a real folder: GNU tar unpacks it
 * there, as root, after whiteouts were carried out. Every body is another one, so that the files say which are left.
 */
export function extractedImage(random: Random, folder: string): Extracted {
  const root = path.join(folder, 'root');
  mkdirSync(root);
  const bodies = new Map<string, Body>();
  const tars = Array.from({ length: 2 + random.below(3) }, (_, layer) => {
    const whiteouts = layer === 0 ? [] : hide(random, root);
    const entries = entriesFor(random, root).map((entry, at): Member => {
      if (entry.kind !== 'file') return entry;
      const text = bodyOf(`${layer}.${at};`, random);
      bodies.set(idOf(text), {
        path: `/${entry.path}`,
        bytes: text.length,
        addedIn: layer,
        hiddenIn: undefined,
      });
      return { ...entry, text };
    });
    const tar = tarOf(...mixed(random, whiteouts, entries).map(inBytes));
    unpack(root, entries, tar);
    const left = new Set(files(root).map((file) => firstOf(path.join(root, file))));
    for (const [id, body] of bodies) if (!left.has(id)) body.hiddenIn ??= layer;
    return tar;
  });
  return { tars, bodies: [...bodies.values()], bytesOnDisk: bytesIn(root) };
}

const inBytes = ({ link, ...member }: Member): Member =>
  link === undefined ? member : { ...member, link: rawOf(link) };

const idBytes = 12;
const idOf = (text: string): string => text.slice(0, idBytes);
const bodyOf = (id: string, random: Random): string =>
  id.padEnd(random.pick([idBytes, 100, 1000, 5000]), 'x');

function firstOf(file: string): string {
  const bytes = Buffer.alloc(idBytes);
  const opened = openSync(file, 'r');
  readSync(opened, bytes);
  closeSync(opened);
  return bytes.toString();
}

interface State {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Symbolic links, pipes and devices. */
  readonly others: readonly string[];
}

function state(root: string): State {
  const all = readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => ({
    entry,
    at: path.relative(root, path.join(entry.parentPath, entry.name)),
  }));
  all.sort((a, b) => (a.at < b.at ? -1 : 1));
  const named = (is: (entry: (typeof all)[number]['entry']) => boolean) =>
    all.filter(({ entry }) => is(entry)).map(({ at }) => at);
  return {
    files: named((entry) => entry.isFile()),
    folders: named((entry) => entry.isDirectory()),
    others: named((entry) => !entry.isFile() && !entry.isDirectory()),
  };
}
const files = (root: string) => state(root).files;

function bytesIn(root: string): number {
  const sizes = files(root).map((file) => lstatSync(path.join(root, file)));
  return [...new Map(sizes.map(({ ino, size }) => [ino, size])).values()].reduce(
    (sum, size) => sum + size,
    0,
  );
}

const choose = (random: Random, from: readonly string[], otherwise: string): string =>
  from[random.below(Math.max(from.length, 1))] ?? otherwise;
const times = <T>(count: number, make: () => T): readonly T[] =>
  Array.from({ length: count }, make);

/** Carries out whiteouts of what stands there, and some of nothing. @returns how a layer says it */
function hide(random: Random, root: string): readonly Member[] {
  const { files: all, folders, others } = state(root);
  const hidden = times(random.below(4), (): Member => {
    const at = choose(random, [...all, ...all, ...others, ...folders, 'ghost'], 'ghost');
    rmSync(path.join(root, at), { recursive: true, force: true });
    return { path: path.join(path.dirname(at), `.wh.${path.basename(at)}`) };
  });
  if (random.below(3) > 0) return hidden;
  const at = choose(random, random.below(9) === 0 ? [''] : folders, 'ghost');
  for (const name of lstatSync(path.join(root, at), { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path.join(root, at))
    : []) {
    rmSync(path.join(root, at, name), { recursive: true });
  }
  return [...hidden, { path: path.join(at, '.wh..wh..opq') }];
}

const names = ['a', 'b', 'c', '-d', '.e', 'f.txt', 'ü'] as const;

/** What a layer may add to what stands there; nothing of it needs what another part of it takes away. */
function entriesFor(random: Random, root: string): readonly Member[] {
  const { files: all, folders, others } = state(root);
  const fresh = (): string => {
    const more = times(1 + random.below(3), () => random.pick(names));
    return path.join(choose(random, ['', ...folders], ''), ...more);
  };
  const linked = times(all.length === 0 ? 0 : random.below(3), (): Member => {
    const link = choose(random, all, '');
    return { path: random.pick([fresh, () => choose(random, all, '')])(), kind: 'hardlink', link };
  });
  const owned = () => ({
    uid: random.below(3),
    gid: random.below(3),
    mode: 0o600 + random.below(64),
  });
  const added = times(2 + random.below(10), (): Member => {
    const at = random.pick([fresh, fresh, () => choose(random, [...all, ...others], 'a')])();
    switch (random.below(10)) {
      case 0:
        return { path: choose(random, folders, at), kind: 'directory', ...owned(), mode: 0o755 };
      case 1:
        return { path: at, kind: 'directory', ...owned(), mode: 0o755 };
      case 2:
        return { path: at, kind: 'symlink', link: fresh(), ...owned() };
      case 3:
        return { path: at, kind: 'fifo', ...owned() };
      case 4:
        return { path: choose(random, folders, at), kind: 'file', ...owned() };
      default:
        return { path: at, kind: 'file', ...owned() };
    }
  });
  return peaceful([...linked, ...added]);
}

/** Without those that stand in or below another one that is no folder, and links to what goes before them. */
function peaceful(members: readonly Member[]): readonly Member[] {
  const kept: Member[] = [];
  const isBelow = (at: string, above: string) => at.startsWith(`${above}/`);
  for (const member of members) {
    const { path: at, kind, link = '' } = member;
    const quarrels = kept.some(
      (one) =>
        (one.kind !== 'directory' && isBelow(at, one.path)) ||
        isBelow(at, one.link ?? at) ||
        (kind !== 'directory' && (isBelow(one.path, at) || isBelow(one.link ?? '', at))) ||
        (one.path === at && (one.kind !== 'file' || kind !== 'file')) ||
        (kind === 'hardlink' && (one.path === link || isBelow(link, one.path))),
    );
    const itself = kind === 'hardlink' && (at === link || isBelow(link, at) || isBelow(at, link));
    if (!quarrels && !itself) kept.push(member);
  }
  return kept;
}

/** In their orders, which do not matter to each other. */
function mixed(random: Random, some: readonly Member[], others: readonly Member[]): Member[] {
  const all: Member[] = [];
  const left = [[...some], [...others]];
  while (left.some(({ length }) => length > 0)) {
    const next = left[random.below(2)]?.shift();
    if (next !== undefined) all.push(next);
  }
  return all;
}

function unpack(root: string, entries: readonly Member[], tar: Buffer): void {
  const kindAt = (at: string) => lstatSync(path.join(root, at), { throwIfNoEntry: false });
  for (const { path: at, kind } of entries) {
    // GNU tar puts no folder in the place of what a path implies, and nothing in that of a folder that is not empty.
    const above = at.split('/').slice(0, -1);
    const taken = above
      .map((_, end) => above.slice(0, end + 1).join('/'))
      .find((folder) => kindAt(folder)?.isDirectory() === false);
    if (taken !== undefined) rmSync(path.join(root, taken));
    if (kind !== 'directory' && kindAt(at)?.isDirectory() === true) {
      rmSync(path.join(root, at), { recursive: true });
    }
  }
  const how = ['--same-owner', '--preserve-permissions', '--numeric-owner'];
  execFileSync('tar', ['-x', '-C', root, '--exclude=.wh.*', ...how], { input: tar });
}

/** What `ecluse layers` says of such an image is what the disk says. */
export async function isAsExtracted(random: Random, folder: string): Promise<void> {
  const { tars, bodies, bytesOnDisk } = extractedImage(random, folder);
  writeFileSync(path.join(folder, 'image.tar'), dockerArchive(tars));
  const { exit, document } = await layersJson(folder, 'docker-archive:image.tar');
  const [platform] = document.platforms;
  const inWords = (rows: readonly Omit<Body, never>[]) =>
    rows.map((row) => `${row.path} ${row.bytes} ${row.addedIn}-${row.hiddenIn}`).sort();
  const all = bodies.reduce((sum, { bytes }) => sum + bytes, 0);
  expect({
    exit,
    waste: inWords(platform?.waste ?? []),
    sizeBytes: platform?.sizeBytes,
    reclaimableBytes: platform?.reclaimableBytes,
  }).toEqual({
    exit: 0,
    waste: inWords(bodies.filter(({ hiddenIn }) => hiddenIn !== undefined)),
    sizeBytes: all,
    reclaimableBytes: all - bytesOnDisk,
  });
}
