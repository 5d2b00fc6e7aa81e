import { expect, test } from '@jest/globals';

import { Corrupt } from '#oci';

import { findProvenance } from '../../../packages/trace/provenance.ts';

const commit = 'c'.repeat(40);
const read = (predicate: unknown) => findProvenance(Buffer.from(JSON.stringify({ predicate })));
const told = (predicate: unknown) =>
  Object.fromEntries(read(predicate).told.map(({ fact, value }) => [fact, value]));

const finished = '2026-01-05T09:00:00Z';
const id = 'https://github.com/acme/shop/actions/runs/7';
const vcs = {
  source: 'https://github.com/acme/shop.git',
  revision: commit,
  'localdir:dockerfile': 'deploy',
};

test('provenance of SLSA 0.2 and of SLSA 1 says the same', () => {
  const expected = {
    'source repository': vcs.source,
    commit,
    dockerfile: 'deploy/Dockerfile',
    stage: 'runtime',
    run: id,
    built: finished,
  };
  expect(
    told({
      builder: { id },
      invocation: {
        configSource: { entryPoint: 'Dockerfile' },
        parameters: { args: { target: 'runtime' } },
      },
      metadata: {
        buildFinishedOn: finished,
        'https://mobyproject.org/buildkit@v1#metadata': { vcs },
      },
    }),
  ).toEqual(expected);
  expect(
    told({
      buildDefinition: {
        externalParameters: {
          configSource: { path: 'Dockerfile' },
          request: { args: { target: 'runtime' } },
        },
      },
      runDetails: {
        builder: { id },
        metadata: { finishedOn: finished, buildkit_metadata: { vcs } },
      },
    }),
  ).toEqual(expected);
});

test('a build of a git URL has its commit there', () => {
  const configSource = {
    uri: 'git+https://github.com/acme/shop.git#refs/tags/v1',
    digest: { sha1: commit },
    entryPoint: 'Dockerfile',
  };
  expect(told({ invocation: { configSource } })).toEqual({
    'source repository': 'https://github.com/acme/shop.git',
    commit,
    ref: 'refs/tags/v1',
    dockerfile: 'Dockerfile',
  });
});

test('a tree that was changed is a doubt about the commit', () => {
  const metadata = { buildkit_metadata: { vcs: { revision: `${commit}-dirty` } } };
  expect(read({ runDetails: { metadata } })).toMatchObject({
    told: [{ fact: 'commit', value: commit }],
    checks: [{ fact: 'commit', value: commit, doubt: 'its tree was changed, by provenance' }],
  });
});

test('fields that are no texts say nothing; what is no JSON is corrupt', () => {
  expect(told({ builder: { id: 7 }, metadata: [], invocation: { configSource: 'x' } })).toEqual({});
  expect(
    told({ runDetails: { metadata: { buildkit_metadata: { vcs: { source: {} } } } } }),
  ).toEqual({});
  expect(told({ builder: { id: 'x'.repeat(10_000) } }).run).toHaveLength(501);
  expect(told(null)).toEqual({});
  expect(() => findProvenance(Buffer.from('{'))).toThrow(Corrupt);
});
