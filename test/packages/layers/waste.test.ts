import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { listingOf, type Listed, type Listing } from '#image';
import { diveOf, duplicatesOf, isMetadataOnly, wasteOf, type Waste } from '#layers';

import { data, withData } from '../../tools.ts';
import { layersOf } from './dive-images.ts';
import { entryOf, randomLayers } from '../image/random-layers.ts';
import { naiveWaste, unpackedBytes } from './waste-naive.ts';

const file = (name: string, sizeBytes = 0, over: Partial<Listed> = {}) =>
  entryOf(name, { sizeBytes, ...over });
const folder = (name: string) => entryOf(name, { kind: 'directory' });
const linked = (name: string, link: string) => entryOf(name, { kind: 'hardlink', link });
type Layers = readonly (readonly Listed[])[];
const listings = (layers: Layers) => layers.map(listingOf);
const wasted = (...layers: Layers) => wasteOf(listings(layers)).waste;
const inWords = (rows: readonly Waste[]) =>
  rows.map(
    ({ path, bytes, addedIn, hiddenIn, reason }) =>
      `${path} ${bytes} ${addedIn}-${hiddenIn} ${reason}`,
  );
const total = (rows: readonly { readonly bytes: number }[]) =>
  rows.reduce((sum, { bytes }) => sum + bytes, 0);

const S = 5000;
const B = 1000;

describe('where Dive is wrong', () => {
  interface Row {
    readonly layers: Layers;
    readonly score: number;
    readonly dive: number;
    readonly waste: readonly string[];
  }
  const base = [file('base', B)];
  const table: readonly (readonly [string, Row])[] = [
    [
      'a folder that is removed later',
      {
        layers: [base, [folder('d'), file('d/x', S)], [file('.wh.d')]],
        score: 1,
        dive: 0,
        waste: [`/d/x ${S} 1-2 deleted`],
      },
    ],
    [
      'a file that is removed',
      {
        layers: [base, [folder('opt'), file('opt/x', S)], [folder('opt'), file('opt/.wh.x')]],
        score: B / (B + S),
        dive: S,
        waste: [`/opt/x ${S} 1-2 deleted`],
      },
    ],
    [
      'a file that is written again',
      {
        layers: [base, [file('x', S)], [file('x', S)]],
        score: (B + S) / (B + 2 * S),
        dive: 2 * S,
        waste: [`/x ${S} 1-2 rewritten`],
      },
    ],
    [
      'an opaque folder',
      {
        layers: [base, [folder('d'), file('d/x', S)], [folder('d'), file('d/.wh..wh..opq')]],
        score: 1,
        dive: 0,
        waste: [`/d/x ${S} 1-2 opaque`],
      },
    ],
    [
      'a whiteout of nothing before a file that is written again',
      {
        layers: [
          base,
          [folder('app'), file('app/data', 4096)],
          [folder('app'), file('app/.wh.ghost'), file('app/data', 4096)],
        ],
        score: (B + 4096 - 1) / (B + 4096),
        dive: 0,
        waste: ['/app/data 4096 1-2 rewritten'],
      },
    ],
    [
      'the same content at two paths',
      {
        layers: [base, [file('x', S, { sha256: 's' })], [file('y', S, { sha256: 's' })]],
        score: 1,
        dive: 0,
        waste: [],
      },
    ],
    [
      'a hard link that is written again, while the name with the content stays',
      {
        layers: [base, [file('x', S), linked('y', 'x')], [file('y', S)]],
        score: (B + S) / (B + 2 * S),
        dive: S,
        waste: [],
      },
    ],
    [
      'a name with the content that is written again, while a hard link to it stays',
      {
        layers: [base, [file('x', S), linked('y', 'x')], [file('x', S)]],
        score: (B + S) / (B + 2 * S),
        dive: 2 * S,
        waste: [],
      },
    ],
    [
      'metadata of folders',
      {
        layers: [[folder('a'), file('a/x', S)], [folder('a')], [folder('a')]],
        score: 1,
        dive: 0,
        waste: [],
      },
    ],
    [
      'a file of the lowest layer that is removed, and nothing added',
      {
        layers: [[file('base', B), file('x', 500)], [file('.wh.x')]],
        score: B / (B + 500),
        dive: 500,
        waste: ['/x 500 0-1 deleted'],
      },
    ],
    [
      'a folder without an entry that is removed',
      {
        layers: [base, [file('opt/big/x', S)], [folder('opt'), file('opt/.wh.big')]],
        score: 1,
        dive: 0,
        waste: [`/opt/big/x ${S} 1-2 deleted`],
      },
    ],
    [
      'a folder that one layer lists empty, and another fills without listing it',
      {
        layers: [[file('base', B), folder('d')], [file('d/x', S)], [file('.wh.d')]],
        score: 1,
        dive: 0,
        waste: [`/d/x ${S} 1-2 deleted`],
      },
    ],
  ];

  test.each(table)('%s', (_, { layers, score, dive, waste }) => {
    expect(diveOf(listings(layers))).toMatchObject({ efficiency: score, wastedBytes: dive });
    const report = wasteOf(listings(layers));
    expect(inWords(report.waste)).toEqual(waste);
    expect(report.reclaimableBytes).toBe(total(report.waste));
    expect(report.reachableBytes).toBe(report.storedBytes - report.reclaimableBytes);
  });

  interface Expected {
    readonly shadowedBytes: number;
    readonly findings: readonly Waste[];
  }
  withData('layers/expected-true.json', 'comes out right on the images made for it', async () => {
    const golden = readFileSync(data('layers/expected-true.json') ?? '', 'utf8');
    const images = Object.entries(JSON.parse(golden) as Readonly<Record<string, Expected>>);
    expect(images).toHaveLength(7);
    for (const [name, { shadowedBytes, findings }] of images) {
      const { reclaimableBytes, waste } = wasteOf(await layersOf(data(`layers/${name}`) ?? name));
      const rows = waste.map((row) => ({ ...row, changed: undefined }));
      expect({ name, reclaimableBytes }).toEqual({ name, reclaimableBytes: shadowedBytes });
      expect(rows).toHaveLength(findings.length);
      expect(rows).toEqual(
        expect.arrayContaining(findings.map((row) => ({ ...row, changed: undefined }))),
      );
    }
  });

  withData('layers/expected-true.json', 'and a change of mode alone is named as one', async () => {
    const { waste } = wasteOf(await layersOf(data('layers/dive/test-kaniko-image.tar') ?? ''));
    expect(waste.filter(isMetadataOnly).map(({ path, changed }) => [path, changed])).toEqual([
      ['/root/example/somefile1.txt', ['mode']],
      ['/root/saved.txt', ['mode']],
    ]);
  });
});

describe('waste is what an independent model says', () => {
  const rowsOf = (layers: readonly Listing[]) => {
    const report = wasteOf(layers);
    const sum = total(report.waste);
    expect(report).toMatchObject({
      reclaimableBytes: sum,
      reachableBytes: report.storedBytes - sum,
    });
    expect(
      total([...report.kept()].flatMap(({ files }) => files().map(({ inode }) => inode))),
    ).toBe(report.reachableBytes);
    return report;
  };

  test('of thousands of images in which all happens, row by row', () => {
    const bare = (name: string) =>
      name
        .split('/')
        .filter((part) => !['', '.'].includes(part))
        .join('/');
    const row = (where: string, one: Pick<Waste, 'bytes' | 'addedIn' | 'reason'>, layer?: number) =>
      [path.posix.normalize(bare(where)), one.bytes, one.addedIn, layer, one.reason].join(' ');
    const reasons = new Set<string>();
    for (let seed = 0; seed < 3000; seed++) {
      const layers = randomLayers(seed);
      const { waste } = rowsOf(layers);
      const gone = naiveWaste(layers).filter(({ hiddenIn }) => hiddenIn !== undefined);
      expect({
        seed,
        rows: waste.map((one) => row(one.path, one, one.hiddenIn)).sort(),
      }).toEqual({
        seed,
        rows: gone.map((one) => row(one.where, one, one.hiddenIn)).sort(),
      });
      for (const { reason } of waste) reasons.add(reason);
    }
    expect([...reasons].sort()).toEqual(['deleted', 'ignored', 'opaque', 'replaced', 'rewritten']);
  }, 60_000);

  test('of images that are unpacked into a folder', () => {
    for (let seed = 10_000; seed < 10_200; seed++) {
      const layers = randomLayers(seed);
      const root = mkdtempSync(path.join(tmpdir(), 'rootfs-'));
      try {
        const reachableBytes = unpackedBytes(layers, root);
        expect({ seed, reachableBytes: rowsOf(layers).reachableBytes }).toEqual({
          seed,
          reachableBytes,
        });
      } finally {
        rmSync(root, { recursive: true });
      }
    }
  }, 60_000);

  withData(
    'layers/expected-dive.json',
    'of the random images of the test data',
    async () => {
      for (let at = 0; at < 200; at += 2) {
        const name = data(`layers/random/${at}.tar`);
        if (name === undefined) continue;
        const layers = await layersOf(name);
        const gone = naiveWaste(layers).filter(({ hiddenIn }) => hiddenIn !== undefined);
        expect({ name, bytes: rowsOf(layers).reclaimableBytes }).toEqual({
          name,
          bytes: total(gone),
        });
      }
    },
    60_000,
  );
});

describe('a wasted file', () => {
  test('has the same content or not where both were hashed, or where sizes tell', () => {
    const rewritten = (before: Listed, after: Listed) => wasted([before], [after])[0]?.sameContent;
    const hashed = (sha256: string, size = 5) => file('x', size, { sha256 });
    expect(rewritten(hashed('a'), hashed('a'))).toBe(true);
    expect(rewritten(hashed('a'), hashed('b'))).toBe(false);
    expect(rewritten(file('x', 5), hashed('b'))).toBeUndefined();
    expect(rewritten(file('x', 5), file('x', 6))).toBe(false);
    expect(rewritten(file('x', 5), entryOf('x', { kind: 'symlink', link: 'y' }))).toBe(false);
    expect(wasted([hashed('a')], [file('.wh.x')])[0]).not.toHaveProperty('sameContent');
  });

  test('says what else was changed', () => {
    const before = file('x', 5, { sha256: 'a', xattrs: { 'user.a': '00' } });
    const changed = (over: Partial<Listed>) =>
      wasted([before], [{ ...before, ...over }])[0]?.changed;
    expect(changed({})).toEqual([]);
    expect(changed({ mode: 0o755, modified: 9 })).toEqual(['mode', 'time']);
    expect(changed({ gid: 5 })).toEqual(['owner']);
    expect(changed({ xattrs: {} })).toEqual(['xattrs']);
  });

  test('is compared with the content that a hard link brings to its path', () => {
    const layers = [
      [file('x', 5, { sha256: 'a' })],
      [file('y', 5, { sha256: 'a' }), linked('x', 'y')],
    ];
    expect(wasted(...layers)).toMatchObject([
      { path: '/x', reason: 'rewritten', sameContent: true },
    ]);
  });

  test('is gone with the last of its names, in the layer that takes that', () => {
    const layers = [[file('x', 5), linked('y', 'x')], [file('x', 7)], [file('.wh.y')]];
    expect(inWords(wasted(...layers))).toEqual(['/x 5 0-2 deleted']);
    expect(wasted([file('x', 5)], [linked('y', 'x')], [file('.wh.x')])).toEqual([]);
    expect(wasted([file('x', 5), linked('x', 'x'), linked('x', './x')])).toEqual([]);
  });

  test('may be wasted by the layer that stores it', () => {
    expect(inWords(wasted([file('x', 5), file('x', 6)]))).toEqual(['/x 5 0-0 rewritten']);
    const ignored = [
      file('a/.wh..wh.plnk/1', 4),
      file('.wh.x', 3),
      file('../y', 2),
      file('./', 1),
      file('.wh.', 9),
      file('nul\0', 8),
    ];
    expect(inWords(wasted(ignored))).toEqual([
      '/.wh. 9 0-0 ignored',
      'nul\0 8 0-0 ignored',
      '/a/.wh..wh.plnk/1 4 0-0 ignored',
      '/.wh.x 3 0-0 ignored',
      '../y 2 0-0 ignored',
      '/ 1 0-0 ignored',
    ]);
  });

  test('may be replaced by a folder, or be in one that a file replaces', () => {
    expect(inWords(wasted([file('a', 5)], [file('a/b', 1)]))).toEqual(['/a 5 0-1 replaced']);
    expect(inWords(wasted([file('a', 5)], [folder('a')]))).toEqual(['/a 5 0-1 replaced']);
    expect(inWords(wasted([file('a/b/c', 5)], [file('a', 1)]))).toEqual(['/a/b/c 5 0-1 replaced']);
    const kept = [[file('a/b', 5)], [linked('a', 'a/b')]];
    expect(wasted(...kept)).toEqual([]);
  });

  test('is not hidden by a whiteout of its own layer, which comes first', () => {
    expect(wasted([file('x', 5), file('.wh.x'), file('d/y', 5), file('d/.wh..wh..opq')])).toEqual(
      [],
    );
    const again = wasted([file('x', 5)], [file('x', 6), file('.wh.x')]);
    expect(inWords(again)).toEqual(['/x 5 0-1 deleted']);
  });
});

describe('duplicates', () => {
  const found = (...layers: Layers) =>
    duplicatesOf(listings(layers), wasteOf(listings(layers)).kept).largest;
  const hashed = (name: string, sha256: string, size = 10) => file(name, size, { sha256 });

  test('are equal files that can be reached, the most bytes first', () => {
    expect(
      found(
        [hashed('b', '1f'), hashed('c', '2a', 90), hashed('gone', '1f')],
        [hashed('a', '1f'), hashed('d', '2a', 90), hashed('e', '1f'), file('.wh.gone')],
        [hashed('f', '3b')],
      ),
    ).toEqual([
      {
        sha256: '2a',
        bytes: 90,
        extraBytes: 90,
        copies: [
          { path: '/c', layer: 0 },
          { path: '/d', layer: 1 },
        ],
      },
      {
        sha256: '1f',
        bytes: 10,
        extraBytes: 20,
        copies: [
          { path: '/a', layer: 1 },
          { path: '/b', layer: 0 },
          { path: '/e', layer: 1 },
        ],
      },
    ]);
  });

  test('are counted in full, and shown as far as is asked for', () => {
    const layers = listings([
      ['a', 'b', 'c'].flatMap((name, at) => [
        hashed(`${name}/1`, name, 10 + at),
        hashed(`${name}/2`, name, 10 + at),
      ]),
    ]);
    const { extraBytes, largest } = duplicatesOf(layers, wasteOf(layers).kept, 1);
    expect(extraBytes).toBe(33);
    expect(largest.map(({ sha256 }) => sha256)).toEqual(['c']);
  });

  test('are not names of one file, empty files, or files without a hash', () => {
    const layer = [hashed('a', '1f'), linked('b', 'a'), hashed('c', '0c', 0), hashed('d', '0c', 0)];
    expect(found(layer, [file('e', 10), file('f', 10)])).toEqual([]);
  });
});

test('an image with more files than memory should hold is refused', () => {
  expect(() => wasteOf([listingOf([file('a/b/c/d/e/f', 1)])], 5)).toThrow(
    'the image is corrupt: it has more than 5 files and directories',
  );
  expect(
    wasteOf(listings([[file('a/b/c', 1)], [file('a/b/c', 1), file('a/b/d')]]), 4).waste,
  ).toHaveLength(1);
});

test('a path may be deeper than any stack', () => {
  const deep = Array.from({ length: 100_000 }, () => 'a').join('/');
  expect(inWords(wasted([file(deep, 5)], [file('.wh.a')]))).toEqual([`/${deep} 5 0-1 deleted`]);
  expect(
    [...wasteOf(listings([[file(deep, 5)]])).kept()].flatMap(({ files }) => files()),
  ).toHaveLength(1);
});
