import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { listingOf, type Listed } from '#image';
import { diveOf, type DiveAnalysis } from '#layers';

import { data, withData } from '../../tools.ts';
import { layersOf } from './dive-images.ts';
import { naiveDive } from './dive-naive.ts';
import { entryOf, randomLayers } from '../image/random-layers.ts';

type Expected = DiveAnalysis | { readonly error: string };

const rows = ({ inefficient }: Pick<DiveAnalysis, 'inefficient'>): readonly string[] =>
  inefficient.map((row) => JSON.stringify([row.sizeBytes, row.count, row.file])).sort();

describe('the analysis that Dive makes', () => {
  const golden = data('layers/expected-dive.json');
  const expected =
    golden === undefined
      ? {}
      : (JSON.parse(readFileSync(golden, 'utf8')) as Readonly<Record<string, Expected>>);
  const images = Object.entries(expected).filter(
    (image): image is [string, DiveAnalysis] => !('error' in image[1]),
  );

  withData(
    'layers/expected-dive.json',
    'is ours on every image of the test data',
    async () => {
      expect(images).toHaveLength(110);
      for (const [name, image] of images) {
        const found = diveOf(await layersOf(data(`layers/${name}`) ?? name));
        expect({ name, ...found, inefficient: rows(found) }).toEqual({
          name,
          ...image,
          inefficient: rows(image),
        });
        const sizes = found.inefficient.map(({ sizeBytes }) => sizeBytes);
        expect(sizes).toEqual(image.inefficient.map(({ sizeBytes }) => sizeBytes));
      }
    },
    60_000,
  );

  test('is ours on thousands of images in which all happens', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const layers = randomLayers(seed);
      const { inefficient, ...found } = diveOf(layers);
      expect({ seed, ...found, rows: rows({ inefficient }) }).toEqual({
        seed,
        ...naiveDive(layers),
      });
    }
  }, 60_000);

  const image = (...layers: readonly (readonly Listed[])[]) => diveOf(layers.map(listingOf));
  const file = (path: string, sizeBytes = 0) => entryOf(path, { sizeBytes });
  const folder = (path: string) => entryOf(path, { kind: 'directory' });

  test('counts all copies of a file as waste, the one that stays too', () => {
    const found = image([file('etc/nginx.conf', 2000)], [file('etc/nginx.conf', 5000)]);
    expect(found).toMatchObject({ wastedBytes: 7000, efficiency: 2000 / 7000 });
    expect(found.inefficient).toEqual([{ file: '/etc/nginx.conf', count: 2, sizeBytes: 7000 }]);
  });

  test('sees no waste in a folder that is removed, and gives its bytes twice to the score', () => {
    const found = image(
      [folder('a'), file('a/b', 9)],
      [file('c', 1), file('c', 1)],
      [file('.wh.a')],
    );
    expect(found).toMatchObject({ wastedBytes: 0, efficiency: 1, inefficient: [] });
  });

  test('counts nothing for a removed folder that no entry made, or that a later layer only implied', () => {
    expect(image([file('a/b', 9)], [file('.wh.a')], [file('a', 3)]).efficiency).toBe(9 / 12);
    const again = image(
      [folder('a'), file('a/b', 9)],
      [file('a/c', 1)],
      [file('.wh.a')],
      [file('a', 3)],
    );
    expect(again.efficiency).toBe(10 / 13);
  });

  test('ends with a layer at a whiteout of nothing, which costs one byte of the score', () => {
    const found = image([file('z', 10)], [file('.wh.ghost'), file('z', 10)]);
    expect(found).toMatchObject({ efficiency: 0.9, wastedBytes: 0, userWastedPercent: 0 });
    expect(image([file('a', 1)], [file('.wh.b'), file('.wh.c')]).efficiency).toBe(0);
  });

  test('has ratios that are no numbers where nothing was added', () => {
    expect(image([file('a', 5)]).userWastedPercent).toBe('NaN');
    expect(image([file('a', 5)], [file('.wh.a')]).userWastedPercent).toBe('+Inf');
    expect(image()).toMatchObject({ efficiency: 1, sizeBytes: 0, layerSizes: [] });
  });

  test('takes one step for each whiteout', () => {
    const base = Array.from({ length: 40_000 }, (_, at) => file(`usr/${at % 200}/lib/${at}`, 10));
    const gone = base.slice(0, 2000).map(({ path }) => file(path.replace(/[^/]+$/, '.wh.$&')));
    const layers = [listingOf(base), listingOf(gone)];
    diveOf(layers);
    const start = performance.now();
    expect(diveOf(layers).inefficient).toHaveLength(2000);
    // Alone it takes a tenth of that; a tree for each whiteout takes minutes.
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('bears paths that are deeper than any stack', () => {
    const deep = Array.from({ length: 100_000 }, () => 'a').join('/');
    const layers = [[file(deep, 1)], [file(`${deep}/../.wh.a`)], [file('.wh.a'), file(deep, 2)]];
    expect(image(...layers).sizeBytes).toBe(3);
    expect(image([file(`${deep}/.wh.`), folder(deep)], [file(`${deep}/.wh.`)]).efficiency).toBe(1);
  });

  test('is refused when the image has more files than memory should hold', () => {
    const sentence = 'the image is corrupt: it has more than 5 files and directories';
    const of = (...layers: readonly (readonly Listed[])[]) => diveOf(layers.map(listingOf), 5);
    expect(of([file('a/b/c'), file('a/b/d'), file('e')]).layerSizes).toEqual([0]);
    expect(() => of([file('a/b/c/d/e/f')])).toThrow(sentence);
    expect(() => of([file('a/b/c')], [file('a/b/d'), file('e')], [file('f')])).toThrow(sentence);
    const ghosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [file(`.wh.${name}`)]);
    expect(() => of(...ghosts)).toThrow(sentence);
  });
});
