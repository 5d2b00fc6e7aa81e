import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import type { Listed, Listing } from '#image';
import type { Loss } from '#layers';

/** One stored body, and when it was last seen. */
export interface Body {
  readonly where: string;
  readonly bytes: number;
  readonly addedIn: number;
  hiddenIn: number | undefined;
  reason: Loss;
}

interface Step {
  readonly does: 'opaque' | 'hide' | 'add';
  readonly at: string;
  readonly entry: Listed;
}

/** What a path means, in words of its own: `undefined` for what engines do not unpack. */
function parts(name: string): readonly string[] | undefined {
  const done: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..' && done.pop() === undefined) return undefined;
    if (!['', '.', '..'].includes(part)) done.push(part);
  }
  return done;
}

function stepOf(entry: Listed): Step | undefined {
  const all = parts(entry.path);
  if (all === undefined) return undefined;
  const name = all.at(-1) ?? '';
  const at = all.map((part) => `/${part}`).join('');
  const above = all.slice(0, -1);
  if (above.some((part) => part.startsWith('.wh..wh.'))) return undefined;
  const folder = above.map((part) => `/${part}`).join('');
  if (name === '.wh..wh..opq') return { does: 'opaque', at: folder, entry };
  if (name.startsWith('.wh..wh.')) return undefined;
  if (!name.startsWith('.wh.')) return { does: 'add', at, entry };
  const hidden = name.slice(4);
  return ['', '.', '..'].includes(hidden)
    ? undefined
    : { does: 'hide', at: `${folder}/${hidden}`, entry };
}

const target = ({ link = '' }: Listed): string | undefined => {
  const step = stepOf({ path: link } as Listed);
  return step?.does === 'add' && step.at !== '' ? step.at : undefined;
};

const inOrder = (steps: readonly (Step | undefined)[]): readonly Step[] => {
  const known = steps.filter((step) => step !== undefined);
  return (['opaque', 'hide', 'add'] as const).flatMap((what) =>
    known.filter(({ does }) => does === what),
  );
};

/** Where every stored body goes: a list of paths, looked through from end to end for each step. */
export function naiveWaste(listings: readonly Listing[]): readonly Body[] {
  const bodies: Body[] = [];
  let paths: { readonly at: string; readonly body: Body | 'directory' }[] = [];
  const find = (at: string) => paths.find((one) => one.at === at)?.body;
  const cut = (at: string, itself: boolean, reason: Loss) => {
    const isCut = (one: string) => one.startsWith(`${at}/`) || (itself && one === at);
    for (const one of paths) {
      if (isCut(one.at) && one.body !== 'directory') one.body.reason = reason;
    }
    paths = paths.filter((one) => !isCut(one.at));
  };
  const parents = (at: string) => {
    const names = at.split('/').slice(1, -1);
    names.forEach((_, depth) => {
      const above = `/${names.slice(0, depth + 1).join('/')}`;
      if (find(above) === 'directory') return;
      cut(above, true, 'replaced');
      paths.push({ at: above, body: 'directory' });
    });
  };
  listings.forEach((listing, addedIn) => {
    const made = new Map<Listed, Body>();
    for (const entry of listing) {
      const body: Body = {
        where: entry.path,
        bytes: entry.sizeBytes,
        addedIn,
        hiddenIn: undefined,
        reason: 'ignored',
      };
      made.set(entry, body);
      bodies.push(body);
    }
    for (const step of inOrder([...made.keys()].map(stepOf))) {
      const { does, at } = step;
      if (does === 'opaque') {
        if (at === '' || find(at) === 'directory') cut(at, false, 'opaque');
      } else if (does === 'hide') cut(at, true, 'deleted');
      else if (at !== '') {
        const { kind } = step.entry;
        const linked = kind === 'hardlink' ? find(target(step.entry) ?? '') : undefined;
        const own = made.get(step.entry) ?? 'directory';
        const body = linked === undefined || linked === 'directory' ? own : linked;
        parents(at);
        if (kind !== 'directory') {
          cut(at, true, find(at) === 'directory' ? 'replaced' : 'rewritten');
          paths.push({ at, body });
        } else if (find(at) !== 'directory') {
          cut(at, true, 'replaced');
          paths.push({ at, body: 'directory' });
        }
      }
    }
    for (const body of bodies) {
      const gone = !paths.some((one) => one.body === body);
      if (gone) body.hiddenIn ??= addedIn;
    }
  });
  return bodies.filter(({ bytes }) => bytes > 0);
}

/** The bytes of all files when the layers are unpacked into a folder that is there. */
export function unpackedBytes(listings: readonly Listing[], folder: string): number {
  const root = path.join(folder, 'root');
  mkdirSync(root);
  const kindAt = (at: string) => lstatSync(at, { throwIfNoEntry: false });
  const isFolder = (at: string) => kindAt(at)?.isDirectory() === true;
  const remove = (at: string) => {
    rmSync(at, { recursive: true, force: true });
  };
  const makeFolder = (at: string) => {
    if (at !== root) makeFolder(path.dirname(at));
    if (isFolder(at)) return;
    remove(at);
    mkdirSync(at);
  };
  // A name that is reached through a link is not there, as no layer may write through one.
  const isReal = (at: string): boolean => at === root || (isReal(path.dirname(at)) && isFolder(at));
  const there = (at: string) => isReal(path.dirname(at)) && kindAt(at) !== undefined;
  for (const listing of listings) {
    for (const step of inOrder([...listing].map(stepOf))) {
      const at = root + step.at;
      if (step.does === 'opaque') {
        if (isReal(at)) for (const name of readdirSync(at)) remove(path.join(at, name));
      } else if (step.does === 'hide') {
        if (there(at)) remove(at);
      } else if (step.entry.kind === 'directory') makeFolder(at);
      else if (step.at !== '') unpack(step.entry, at);
    }
  }
  function unpack(entry: Listed, at: string): void {
    const fresh = path.join(folder, 'fresh');
    const link = target(entry);
    const old = link === undefined ? undefined : root + link;
    if (entry.kind === 'symlink') symlinkSync('x', fresh);
    else if (entry.kind === 'hardlink' && old !== undefined && there(old) && !isFolder(old)) {
      linkSync(old, fresh);
    } else {
      writeFileSync(fresh, '');
      truncateSync(fresh, entry.sizeBytes);
    }
    makeFolder(path.dirname(at));
    remove(at);
    renameSync(fresh, at);
    if (existsSync(fresh)) throw new Error('two names of one file were not told apart');
  }
  const sizes = new Map<number, number>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const at = path.join(root, name);
    if (!(kindAt(at)?.isFile() ?? false)) continue;
    const { ino, size } = statSync(at);
    sizes.set(ino, size);
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}
