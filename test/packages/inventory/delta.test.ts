import { describe, expect, test } from '@jest/globals';

import { diffPackages, inventoryOf, type Ecosystem, type Package } from '#inventory';

import { withData } from '../../tools.ts';
import { archived } from './layers.ts';

const of = (
  ecosystem: Ecosystem,
  name: string,
  version: string,
  more: Partial<Package> = {},
): Package => ({ ecosystem, name, version, path: 'var/lib/dpkg/status', layer: 0, ...more });
const npm = (name: string, version: string, folder = '') =>
  of('npm', name, version, { path: `${folder}node_modules/${name}/package.json` });

/** In short: `+a@1`, `-a@1`, `a@1 up 2`. */
const short = (before: readonly Package[], after: readonly Package[]) => {
  const { added, removed, changed } = diffPackages(before, after);
  return [
    ...added.map(({ name, version }) => `+${name}@${version}`),
    ...removed.map(({ name, version }) => `-${name}@${version}`),
    ...changed.map(({ name, from, change, to }) => `${name}@${from} ${change} ${to}`),
  ];
};

describe('packages of a distribution', () => {
  test('are added, removed, newer and older', () => {
    const before = [
      of('deb', 'a', '1'),
      of('deb', 'b', '1'),
      of('deb', 'c', '1:1'),
      of('deb', 'd', '1'),
    ];
    const after = [
      of('deb', 'a', '1'),
      of('deb', 'b', '1.1'),
      of('deb', 'c', '2'),
      of('deb', 'e', '1'),
    ];
    expect(short(before, after)).toEqual(['+e@1', '-d@1', 'b@1 up 1.1', 'c@1:1 down 2']);
    expect(short(after, before)).toEqual(['+d@1', '-e@1', 'b@1.1 down 1', 'c@2 up 1:1']);
    expect(short(before, before)).toEqual([]);
  });

  test('are told apart by ecosystem and by architecture', () => {
    const amd64 = of('deb', 'a', '1', { architecture: 'amd64' });
    const i386 = of('deb', 'a', '2', { architecture: 'i386' });
    expect(short([amd64], [amd64, i386])).toEqual(['+a@2']);
    expect(short([amd64, i386], [amd64, { ...i386, version: '3' }])).toEqual(['a@2 up 3']);
    expect(short([of('deb', 'a', '1')], [of('apk', 'a', '1')])).toEqual(['+a@1', '-a@1']);
  });

  test('are rebuilt where another version has the same source', () => {
    const source = { name: 's', version: '1-2' };
    const [old, now] = [of('deb', 'a', '1-2', { source }), of('deb', 'a', '1-2+b1', { source })];
    expect(short([old], [now])).toEqual(['a@1-2 rebuilt 1-2+b1']);
    const other = { ...now, source: { name: 's', version: '1-3' } };
    expect(short([old], [other])).toEqual(['a@1-2 up 1-2+b1']);
  });

  test('are rebuilt where one version is another file', () => {
    const build = (checksum?: string) =>
      of('apk', 'a', '1-r0', checksum === undefined ? {} : { checksum });
    expect(short([build('x')], [build('y')])).toEqual(['a@1-r0 rebuilt 1-r0']);
    expect(short([build('x')], [build('x')])).toEqual([]);
    expect(short([build()], [build('x')])).toEqual([]);
  });

  test('whose versions are none are changed all the same', () => {
    expect(short([of('apk', 'a', 'x')], [of('apk', 'a', 'y')])).toEqual(['a@x unknown y']);
  });
});

describe('packages of npm', () => {
  test('change where they stand', () => {
    const before = [npm('a', '1.0.0'), npm('a', '2.0.0', 'x/')];
    const after = [npm('a', '1.0.1'), npm('a', '3.0.0-rc.1', 'x/')];
    const delta = diffPackages(before, after);
    expect(delta.changed).toEqual([
      {
        ecosystem: 'npm',
        name: 'a',
        from: '2.0.0',
        to: '3.0.0-rc.1',
        change: 'up',
        paths: ['x/node_modules/a/package.json'],
      },
      {
        ecosystem: 'npm',
        name: 'a',
        from: '1.0.0',
        to: '1.0.1',
        change: 'up',
        paths: ['node_modules/a/package.json'],
      },
    ]);
  });

  test('that only move, or stand in more places, are no change', () => {
    const one = [npm('a', '1.0.0'), npm('a', '2.0.0', 'x/')];
    const other = [npm('a', '2.0.0'), npm('a', '1.0.0', 'x/'), npm('a', '1.0.0', 'y/')];
    expect(short(one, other)).toEqual([]);
  });

  test('of which one version goes: the highest that are left belong together', () => {
    const before = [npm('a', '1.0.0'), npm('a', '2.0.0', 'x/'), npm('a', '10.0.0', 'y/')];
    const after = [npm('a', '1.0.0', 'z/'), npm('a', '11.0.0')];
    expect(short(before, after)).toEqual(['-a@2.0.0', 'a@10.0.0 up 11.0.0']);
  });

  test('are named with each of their places', () => {
    const places = [npm('a', '1.0.0'), npm('a', '1.0.0', 'x/')];
    expect(diffPackages([], places)).toEqual({
      added: [
        { ecosystem: 'npm', name: 'a', version: '1.0.0', paths: places.map(({ path }) => path) },
      ],
      removed: [],
      changed: [],
    });
  });

  test('another build of one version is rebuilt', () => {
    expect(short([npm('a', '1.0.0+x')], [npm('a', '1.0.0+y')])).toEqual([
      'a@1.0.0+x rebuilt 1.0.0+y',
    ]);
  });

  test('20,000 versions of one package are compared in one go', () => {
    const all = (major: number) =>
      Array.from({ length: 20_000 }, (_, at) => npm('a', `${major}.0.${at}`, `${at}/`));
    const { added, removed, changed } = diffPackages(all(1), all(2));
    expect([added.length, removed.length, changed.length]).toEqual([0, 0, 20_000]);
    expect(changed.every(({ change }) => change === 'up')).toBe(true);
  });
});

withData(
  'images/dockergoof.tar',
  'what the upper layers of a real image changed',
  async (files) => {
    const { layers, hiddenIn } = await archived(files['images/dockergoof.tar']);
    const upTo = (count: number) =>
      inventoryOf(layers.slice(0, count), (at, path) => {
        const layer = hiddenIn(at, path);
        return layer === undefined || layer >= count ? undefined : layer;
      }).packages;
    const { added, removed, changed } = diffPackages(upTo(2), upTo(3));
    expect(added).toHaveLength(33);
    expect(removed).toEqual([]);
    expect(changed).toMatchObject([
      { name: 'procps', from: '2:3.3.9-9', to: '2:3.3.9-9+deb8u1', change: 'up' },
    ]);
  },
);
