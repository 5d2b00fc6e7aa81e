import { expect, test } from '@jest/globals';

import { type Listing } from '#image';
import { classifier, deltaOf, type Delta, type DeltaImage } from '#layers';

import { hardlink, listing, type Given } from '../image/listings.ts';

const image = (...listings: readonly Listing[]): DeltaImage => ({ listings });
const shown = ({ added, removed, changed }: Delta) => ({
  added: added.map(({ path }) => path),
  removed: removed.map(({ path }) => path),
  changed: Object.fromEntries(changed.map(({ path, causes }) => [path, causes.join(' ')])),
});

test('files are added, removed and changed, whatever layer they are in', () => {
  const before = image(listing('a', 'd/', 'd/x', 'gone/', 'gone/y'), listing('b'));
  const after = image(
    listing('b', 'a', 'new'),
    listing('d/', 'd/x', '.wh.new', 'later', { path: 'a', mode: 0o755 }),
  );
  expect(shown(deltaOf(before, after))).toEqual({
    added: ['later'],
    removed: ['gone/y'],
    changed: { a: 'mode' },
  });
});

test('a directory counts where it is empty or not the same itself, and not for what is in it', () => {
  const before = image(listing('a/', 'b/', { path: 'c/', kind: 'directory', modified: 1 }, 'c/x'));
  const after = image(
    listing('a/', { path: 'b/', kind: 'directory', mode: 0o700 }, 'c/', 'c/y', 'd/', 'd/e/'),
  );
  expect(shown(deltaOf(before, after))).toEqual({
    added: ['c/y', 'd/e'],
    removed: ['c/x'],
    changed: { b: 'mode' },
  });
});

const hash = (sha256: string) => ({ sizeBytes: 5, sha256 });
const to = (link: string): Partial<Given> => ({ kind: 'symlink', link });
const device = (minor: number): Partial<Given> => ({ kind: 'block', device: { major: 1, minor } });

test.each<[string, Partial<Given>, Partial<Given>, string | undefined]>([
  ['nothing', hash('x'), hash('x'), undefined],
  ['a hash', hash('x'), hash('y'), 'content'],
  ['a hash and the time', hash('x'), { ...hash('y'), modified: 1 }, 'content'],
  ['the size', { sizeBytes: 5 }, { sizeBytes: 6, modified: 1 }, 'content'],
  ['the time, with one hash', { sizeBytes: 5 }, { ...hash('x'), modified: 1 }, 'unknown'],
  ['the time, without hashes', { sizeBytes: 5 }, { sizeBytes: 5, modified: 1 }, 'unknown'],
  [
    'mode and time, without hashes',
    { sizeBytes: 5 },
    { sizeBytes: 5, mode: 0, modified: 1 },
    'unknown mode',
  ],
  ['the time of an empty file', {}, { modified: 1 }, 'time'],
  ['the time of the same bytes', hash('x'), { ...hash('x'), modified: 0.5 }, 'time'],
  ['the mode', hash('x'), { ...hash('x'), mode: 0o4644, modified: 1 }, 'mode'],
  ['the owner', hash('x'), { ...hash('x'), uid: 1 }, 'owner'],
  ['the group', hash('x'), { ...hash('x'), gid: 1 }, 'owner'],
  ['all of it', hash('x'), { ...hash('y'), gid: 1, mode: 0 }, 'content mode owner'],
  ['the target of a link', to('a'), { ...to('b'), modified: 1 }, 'link'],
  ['the time of a link', to('a'), { ...to('a'), modified: 1 }, 'time'],
  ['the kind', hash('x'), { ...to('a'), uid: 7 }, 'kind'],
  ['the device', device(1), device(2), 'kind'],
  ['a capability', { xattrs: { cap: '00' } }, { xattrs: { cap: '01' } }, 'xattrs'],
  ['a new attribute', {}, { xattrs: { __proto__: '01', b: '' } }, 'xattrs'],
  ['an attribute of another name', { xattrs: { a: '1' } }, { xattrs: { toString: '1' } }, 'xattrs'],
])('of a file changed %s', (_, before, after, causes) => {
  const old = image(listing({ path: 'f', ...before }));
  const { changed } = shown(deltaOf(old, image(listing({ path: 'f', ...after }))));
  expect(changed).toEqual(causes === undefined ? {} : { f: causes });
});

test('a directory is there also where no layer lists it', () => {
  const bare = image(listing('a/b/c'));
  const full = image(listing('./', 'a/', 'a/b/', 'a/b/c', 'e/'));
  expect(shown(deltaOf(bare, full))).toEqual({ added: ['e'], removed: [], changed: {} });
  expect(shown(deltaOf(full, bare))).toEqual({ added: [], removed: ['e'], changed: {} });
  expect(shown(deltaOf(bare, image(listing('a/b'))))).toMatchObject({ added: ['a/b'] });
});

test('only timestamps changed is named as such', () => {
  const at = (modified: number, ...more: readonly Given[]) =>
    image(listing({ path: 'd/', modified }, { path: 'f', ...hash('x'), modified }, ...more));
  expect(deltaOf(at(1), at(2)).onlyTimes).toBe(true);
  expect(deltaOf(at(1), at(1)).onlyTimes).toBe(false);
  expect(deltaOf(at(1), at(2, { path: 'g' })).onlyTimes).toBe(false);
  expect(deltaOf(at(1, { path: 'g', mode: 0 }), at(2, { path: 'g' })).onlyTimes).toBe(false);
  const unhashed = { path: 'g', sizeBytes: 5 };
  expect(deltaOf(at(1, unhashed), at(2, unhashed)).onlyTimes).toBe(false);
});

test('files that look the same are counted where their bytes were not compared', () => {
  const file = { path: 'f', sizeBytes: 5 };
  expect(deltaOf(image(listing(file)), image(listing(file)))).toMatchObject({
    changed: [],
    uncompared: 1,
  });
  const shared = { listings: [listing(file)], diffIds: ['sha256:a'] };
  expect(deltaOf(shared, shared)).toMatchObject({ changed: [], uncompared: 0 });
  const other = { ...shared, diffIds: ['sha256:b'] };
  expect(deltaOf(shared, other)).toMatchObject({ changed: [], uncompared: 1 });
});

test('a hard link that became a copy, and the other way round, is the same file', () => {
  const file = { path: 'a', ...hash('x') };
  const linked = image(listing(file, hardlink('b', 'a')));
  const copied = image(listing(file, { ...file, path: 'b' }));
  expect(deltaOf(linked, copied)).toMatchObject({
    changed: [],
    sizeBytes: { before: 5, after: 10 },
  });
});

test('a hard link into another layer changes with the file there', () => {
  const links = listing(hardlink('b', 'a'));
  const of = (hashed: string): DeltaImage => ({
    listings: [listing({ path: 'a', ...hash(hashed) }), links],
    diffIds: [`sha256:${hashed}`, 'sha256:links'],
  });
  expect(shown(deltaOf(of('x'), of('y'))).changed).toEqual({ a: 'content', b: 'content' });
  expect(shown(deltaOf(of('x'), of('x'))).changed).toEqual({});
});

test('sizes are told by class, each side with its own base', () => {
  const layers = [
    listing({ path: 'usr/bin/sh', sizeBytes: 100 }),
    listing({ path: 'app/a', sizeBytes: 3 }),
  ];
  const classify = (baseLayers: number) => classifier({ baseLayers, keywords: ['RUN', 'COPY'] });
  const delta = deltaOf(
    { listings: layers, classify: classify(1) },
    { listings: [...layers, listing({ path: 'app/a', sizeBytes: 4 })], classify: classify(0) },
  );
  expect(delta.classes).toEqual({
    base: { before: 100, after: 0 },
    tooling: { before: 0, after: 100 },
    library: { before: 0, after: 0 },
    application: { before: 3, after: 4 },
  });
  expect(delta.sizeBytes).toEqual({ before: 103, after: 104 });
  expect(deltaOf(image(), image()).classes).toBeUndefined();
});

test('nothing and everything', () => {
  const all = image(listing('b', 'a', { path: 'c', sizeBytes: 5 }));
  expect(shown(deltaOf(image(), all))).toEqual({
    added: ['a', 'b', 'c'],
    removed: [],
    changed: {},
  });
  expect(shown(deltaOf(all, image()))).toEqual({
    added: [],
    removed: ['a', 'b', 'c'],
    changed: {},
  });
  expect(deltaOf(image(), image())).toMatchObject({ added: [], onlyTimes: false, uncompared: 0 });
});

test('two images of a hundred thousand files are compared in linear time', () => {
  const files = (from: number) =>
    image(
      listing(
        ...Array.from({ length: 100_000 }, (_, at) => ({ path: `d/${from + at}`, ...hash('x') })),
      ),
    );
  const { added, removed } = deltaOf(files(0), files(1000));
  expect([added.length, removed.length]).toEqual([1000, 1000]);
});
