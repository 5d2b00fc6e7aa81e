import { describe, expect, test } from '@jest/globals';

import { linesInProvenance, parseProvenance } from '#layers';
import { Corrupt } from '#oci';

import { digest } from './histories.ts';

const parse = (json: unknown) => parseProvenance(Buffer.from(JSON.stringify(json)));
const sha = 'a'.repeat(64);
const pinned = `sha256:${sha}`;

test.each([
  ['pkg:docker/alpine@3.17?platform=linux%2Famd64', 'alpine:3.17', pinned],
  ['pkg:docker/gcr.io/distroless/static?digest=' + pinned, 'gcr.io/distroless/static', pinned],
  ['pkg:docker/localhost%3A5000/team/app@1', 'localhost:5000/team/app:1', pinned],
  [`pkg:docker/alpine@${encodeURIComponent(pinned)}`, `alpine@${pinned}`, pinned],
])('%s is the image %s', (uri, name, expected) => {
  const materials = [{ uri, digest: { sha256: sha } }];
  expect(parse({ materials }).materials).toEqual([{ name, digest: expected }]);
  expect(parse({ buildDefinition: { resolvedDependencies: materials } }).materials).toHaveLength(1);
});

test('what is no image is no material', () => {
  const uris = ['https://github.com/a/b.git', 'pkg:npm/x@1', 'pkg:docker/%zz@1', '', null];
  expect(parse({ materials: uris.map((uri) => ({ uri })) }).materials).toEqual([]);
  expect(parse({ materials: [{ uri: 'pkg:docker/a', digest: { sha256: '../../x' } }] })).toEqual({
    materials: [{ name: 'a', digest: undefined }],
    source: undefined,
    layers: [],
  });
});

describe('provenance that is none is corrupt', () => {
  test.each([
    ['no JSON', '{'],
    ['a text', '"a"'],
    ['null', 'null'],
    ['a predicate that is a text', '{"predicate":"x"}'],
    ['materials that are none', '{"materials":[1]}'],
    ['layers that are none', '{"metadata":{"buildkit_metadata":{"layers":{"step0:0":[[1]]}}}}'],
    ['too deep', `${'{"predicate":'.repeat(100)}1${'}'.repeat(100)}`],
  ])('%s', (_, text) => {
    expect(() => parseProvenance(Buffer.from(text))).toThrow(Corrupt);
  });

  test('too long', () => {
    expect(() => parseProvenance(Buffer.alloc((16 << 20) + 1))).toThrow('are the most');
  });
});

test('steps and lines that make no sense say nothing', () => {
  const at = (line: unknown) => ({ locations: [{ ranges: [{ start: { line }, end: {} }] }] });
  const metadata = {
    source: {
      infos: [{ data: '!!!not base64!!!' }],
      locations: { __proto__: null, step0: {}, step1: at(0), 'step9:9': at(1), constructor: at(2) },
    },
    layers: {
      'step0:0': [[{ digest: digest('a') }]],
      constructor: [[{ digest: digest('a') }], []],
    },
  };
  const provenance = parse({ metadata: { buildkit_metadata: metadata } });
  expect(linesInProvenance(provenance, [digest('a')])).toEqual([undefined]);
  expect(() =>
    parse({
      metadata: {
        buildkit_metadata: { source: { ...metadata.source, locations: { step0: at(-1) } } },
      },
    }),
  ).toThrow(Corrupt);
});

test('a source that is not given has no lines', () => {
  const metadata = { layers: { 'step0:0': [[{ digest: digest('a') }]] } };
  const provenance = parse({ metadata: { buildkit_metadata: metadata } });
  expect(linesInProvenance(provenance, [digest('a'), digest('b')])).toEqual([undefined, undefined]);
});
