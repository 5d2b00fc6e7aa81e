import { expect, test } from '@jest/globals';

import type { Document } from '#io';

import { metadataOf } from '../../../packages/io/metadata.ts';

const document = {
  kind: 'https://ecluse.dev/layers/v1',
  image: 'shop@sha256:1',
  digest: 'sha256:1',
  results: [{ gate: 'order', outcome: 'passed', reason: 'newer', evidence: ['sha256:2'] }],
} as const satisfies Document;
const limit = 64 * 1024;

const read = (text: string): Document & Record<string, unknown> =>
  JSON.parse(text) as Document & Record<string, unknown>;

test('a small document is the metadata', () => {
  expect(read(metadataOf(document))).toEqual(document);
});

test('the largest field is left out first, and the rest stays', () => {
  const text = metadataOf({
    ...document,
    packages: 'é'.repeat(40_000),
    base: 'debian',
  } as Document);
  expect(read(text)).toEqual({
    ...document,
    base: 'debian',
    shortened: 'left out: packages; the file named by metadata-file holds all',
  });
});

test('the size is counted in bytes', () => {
  const text = metadataOf({ ...document, note: '€'.repeat(22_000) } as Document);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  expect(read(text)).toHaveProperty('shortened');
});

test('then the evidence goes, and failures stand first', () => {
  const evidence = Array.from({ length: 200 }, (_, at) => `sha256:${at}`.padEnd(71, '0'));
  const results = Array.from({ length: 40 }, (_, at) => ({
    gate: `g${at}`,
    outcome: at === 39 ? ('failed' as const) : ('passed' as const),
    reason: 'because',
    evidence,
  }));
  const text = metadataOf({ ...document, results });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  expect(read(text).results).toHaveLength(40);
  expect(read(text).results[0]).toEqual({
    gate: 'g39',
    outcome: 'failed',
    reason: 'because',
    evidence: [],
  });
  expect(read(text).shortened).toContain('left out: evidence;');
});

test('in the end only as many gates stay as fit', () => {
  const results = Array.from({ length: 5000 }, (_, at) => ({
    gate: `g${at}`,
    outcome: 'passed' as const,
    reason: 'r'.repeat(1000),
    evidence: [],
  }));
  const text = metadataOf({ ...document, results });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
  expect(read(text).shortened).toMatch(/left out: gates but \d+;/);
});
