import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import * as v from 'valibot';

import { layersSchema, type LayersDocument } from '#layers';

import { data, withData } from '../tools.ts';
import { layersCommand, layersJson } from './layers-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-images-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => data(`layers/${name}`) ?? name;
const images = (file: string) =>
  Object.entries(
    JSON.parse(readFileSync(at(file), 'utf8')) as Readonly<
      Record<string, Readonly<Record<string, unknown>>>
    >,
  );
const archive = (name: string): string =>
  `${name.includes('oci') ? 'oci-archive' : 'docker-archive'}:${at(name)}`;
/** All digests of the random images are made up. */
const loose = (name: string) => (name.startsWith('random/') ? ['--no-verify'] : []);

type Rows = NonNullable<LayersDocument['dive']>['inefficient'];
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
/** Dive has no order among rows of one size. */
const sorted = (rows: Rows): readonly string[] =>
  rows.map(({ sizeBytes, count, file }) => JSON.stringify([sizeBytes, count, file])).sort();

/** What a reader of the document may count on, whatever the image is. */
function isSound(name: string, document: LayersDocument): void {
  expect(v.parse(layersSchema, document)).toEqual(document);
  expect(document.platforms).toHaveLength(1);
  for (const { layers, waste, classes, wasteClasses, ...platform } of document.platforms) {
    const { sizeBytes, reclaimableBytes, compressedBytes, efficiency } = platform;
    const kept = sizeBytes - reclaimableBytes;
    expect({
      name,
      sizeBytes: sum(layers.map((layer) => layer.sizeBytes)),
      compressedBytes: sum([
        ...new Map(layers.map((layer) => [layer.digest, layer.compressedBytes])).values(),
      ]),
      wastedBytes: sum(layers.map(({ wastedBytes }) => wastedBytes)),
      wasteBytes: sum(waste.map(({ bytes }) => bytes)),
      classes: sum(Object.values(classes)),
      wasteClasses: sum(Object.values(wasteClasses)),
      efficiency: sizeBytes === 0 ? 1 : kept / sizeBytes,
      diffIds: layers.every(({ diffId }) => (diffId !== null) === document.verified),
    }).toEqual({
      name,
      sizeBytes,
      compressedBytes,
      wastedBytes: reclaimableBytes,
      wasteBytes: reclaimableBytes,
      classes: kept,
      wasteClasses: reclaimableBytes,
      efficiency,
      diffIds: true,
    });
    const places = waste.map(({ addedIn, hiddenIn }) => [0, addedIn, hiddenIn, layers.length - 1]);
    expect(places).toEqual(places.map((each) => each.toSorted((a, b) => a - b)));
  }
}

describe('images of others', () => {
  withData(
    'layers/expected-dive.json',
    "have Dive's numbers to the last digit, and sound documents",
    async () => {
      const all = images('expected-dive.json').filter(([, { error }]) => error === undefined);
      expect(all).toHaveLength(110);
      for (const [name, { inefficient: rows, ...expected }] of all) {
        const asked = [archive(name), '--compat', 'dive', ...loose(name)];
        const { exit, document } = await layersJson(folder, ...asked);
        const { inefficient = [], ...numbers } = document.dive ?? {};
        expect({ name, exit, ...numbers, rows: sorted(inefficient) }).toEqual({
          name,
          exit: 0,
          ...expected,
          rows: sorted(rows as Rows),
        });
        const sizes = inefficient.map(({ sizeBytes }) => sizeBytes);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(document.dive?.layerSizes).toHaveLength(document.platforms[0]?.layers.length ?? -1);
        isSound(name, document);
      }
    },
    60_000,
  );

  withData('layers/expected-true.json', 'have the waste that they were made with', async () => {
    const all = images('expected-true.json');
    expect(all).toHaveLength(7);
    for (const [name, { shadowedBytes, findings }] of all) {
      const { document } = await layersJson(folder, archive(name));
      const [platform] = document.platforms;
      expect([name, platform?.reclaimableBytes]).toEqual([name, shadowedBytes]);
      const rows = findings as readonly { readonly sameContent?: boolean }[];
      expect(new Set(platform?.waste)).toEqual(
        new Set(rows.map((row) => ({ sameContent: null, ...row }))),
      );
    }
  });

  withData(
    'layers/expected-dive.json',
    'that are none, as Dive says too, end in a sentence',
    async () => {
      const none = images('expected-dive.json').filter(([, { error }]) => error !== undefined);
      expect(none.map(([name]) => name)).toEqual(['dive/test-uncompressed-image.tar']);
      for (const kind of ['docker-archive', 'oci-archive']) {
        const asked = [`${kind}:${at('dive/test-uncompressed-image.tar')}`, '--compat', 'dive'];
        const { exit, stdout } = await layersCommand(folder, ...asked, '--json');
        const { message } = JSON.parse(stdout) as { readonly message: string };
        expect([exit, message]).toEqual([3, expect.stringContaining('no archive of images')]);
      }
    },
  );
});
