import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { parseDockerfile } from '#dockerfile';
import { platformImages, rawOf } from '#image';
import { analyse, diveReport, reportOf, type Analysis } from '#layers';
import { openLayout } from '#oci';

import { imageWith } from '../image/images.ts';
import { store } from '../oci/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'layers-report-'));
let analysis: Analysis;
beforeAll(async () => {
  const layout = openLayout(folder);
  const { digest } = await store(layout, imageWith([{ path: 'a', text: 'a' }]));
  const [image] = (await platformImages(layout, digest)).images;
  if (image === undefined) throw new Error('there is no image');
  const signal = AbortSignal.timeout(10_000);
  analysis = await analyse({ from: layout, image, open: () => layout, signal });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('no image makes a report long', () => {
  test('of what Dive would list it has the largest', () => {
    const row = (at: number, name = '') => ({
      count: 2,
      sizeBytes: 30_000 - at,
      file: `/${at}${name}`,
    });
    const dive = {
      efficiency: 1,
      sizeBytes: 1,
      userSizeBytes: 0,
      wastedBytes: 0,
      userWastedPercent: 0,
      layerSizes: [1],
    };
    const of = (name?: string) => ({
      ...dive,
      inefficient: Array.from({ length: 30_000 }, (_, at) => row(at, name)),
    });
    expect(diveReport(of()).inefficient).toEqual(of().inefficient.slice(0, 20_000));
    const long = diveReport(of('n'.repeat(4000))).inefficient;
    expect(long.length * 4000).toBeLessThanOrEqual(32 << 20);
    expect(long.length).toBeGreaterThan(1000);
  });

  test('of advice it has what saves most', () => {
    const advice = Array.from({ length: 500 }, (_, at) => ({
      kind: 'cache-mount' as const,
      layer: 0,
      bytes: 500 - at,
      keptBytes: 0,
      files: 1,
      path: `/home/${at}/.npm`,
      largest: `/home/${at}/.npm`,
      largestBytes: 500 - at,
      fate: undefined,
      isUsed: false,
    }));
    const report = reportOf({ ...analysis, advice }, null);
    expect(report.advice.map(({ bytes }) => bytes)).toEqual(
      advice.slice(0, 100).map(({ bytes }) => bytes),
    );
  });

  test('of the name of a base, which is anything that a stranger wrote, it has the start', () => {
    const name = 'n'.repeat(1_000_000);
    const base = { name, digest: undefined, layers: 0, rung: 'label', verified: false } as const;
    const report = reportOf({ ...analysis, base: { ...base, doubt: `${name} is gone` } }, null);
    expect([report.base?.name?.length, report.base?.doubt?.length]).toEqual([1001, 1001]);
  });

  test('of a long instruction it has the start', () => {
    const text = `RUN ${'x '.repeat(100_000)}`;
    const dockerfile = parseDockerfile(`FROM scratch\n${text}\n`, 'Dockerfile');
    const [instruction] = dockerfile.stages.flatMap(({ instructions }) => instructions).slice(-1);
    if (instruction === undefined) throw new Error('there is no instruction');
    const line = { ...instruction, instruction, source: 'history' as const };
    const [layer] = reportOf({ ...analysis, lines: [line] }, null).layers;
    expect(layer?.instruction).toHaveLength(10_001);
    expect(layer?.instruction).toMatch(/^RUN x x .*…$/);
  });
});

test('names are told as UTF-8, and what is none is escaped', () => {
  const rows = ['/é', '/\u00ff'].map((name) => ({ count: 2, sizeBytes: 1, file: rawOf(name) }));
  const dive = {
    efficiency: 1,
    sizeBytes: 1,
    userSizeBytes: 0,
    wastedBytes: 2,
    userWastedPercent: 0,
    layerSizes: [1],
    inefficient: [...rows, { count: 2, sizeBytes: 1, file: '/\u00ff' }],
  };
  expect(diveReport(dive).inefficient.map(({ file }) => file)).toEqual(['/é', '/ÿ', '/\\xff']);
});
