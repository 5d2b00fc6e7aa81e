import { expect, test } from '@jest/globals';

import { Corrupt, parseDigest } from '#oci';

import { findProvenance } from '../../../packages/trace/provenance.ts';

const commit = 'c'.repeat(40);
const digest = parseDigest(`sha256:${'1'.repeat(64)}`);
const read = (predicate: unknown, rest: object = {}) =>
  findProvenance(Buffer.from(JSON.stringify({ predicate, ...rest })), { digests: [digest] });
const told = (predicate: unknown) =>
  Object.fromEntries((read(predicate)?.told ?? []).map(({ fact, value }) => [fact, value]));

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
  expect(() => findProvenance(Buffer.from('{'), { digests: [] })).toThrow(Corrupt);
});

const workflow = {
  buildDefinition: {
    buildType: 'https://actions.github.io/buildtypes/workflow/v1',
    externalParameters: {
      workflow: {
        ref: 'refs/heads/main',
        repository: 'https://github.com/acme/shop',
        path: '.github/workflows/release.yml',
      },
    },
    resolvedDependencies: [
      { uri: 'git+https://github.com/acme/tool@refs/heads/main', digest: { gitCommit: 'd' } },
      { uri: 'git+https://github.com/acme/shop@refs/heads/main', digest: { gitCommit: commit } },
    ],
  },
  runDetails: {
    builder: { id: 'https://github.com/acme/shop/.github/workflows/release.yml@refs/heads/main' },
    metadata: { invocationId: `${id}/attempts/1` },
  },
};

test('provenance of a workflow of GitHub says repository, commit, ref and run, and no Dockerfile', () => {
  const expected = {
    'source repository': 'https://github.com/acme/shop',
    commit,
    ref: 'refs/heads/main',
  };
  expect(told(workflow)).toEqual({ ...expected, run: `${id}/attempts/1` });
  const generator = {
    buildType: 'https://github.com/slsa-framework/slsa-github-generator/container@v1',
    builder: { id: 'https://github.com/slsa-framework/slsa-github-generator/.github/x.yml@v2' },
    invocation: {
      configSource: {
        uri: 'git+https://github.com/acme/shop@refs/heads/main',
        digest: { sha1: commit },
        entryPoint: '.github/workflows/release.yml',
      },
    },
    metadata: { buildInvocationID: '7-1' },
  };
  expect(told(generator)).toEqual(expected);
});

test('what is about another digest, or is no provenance, says nothing', () => {
  const about = (sha256: string) => ({ subject: [{ name: 'x', digest: { sha256 } }] });
  expect(read(workflow, about('1'.repeat(64)))?.told).toHaveLength(4);
  expect(read(workflow, about('2'.repeat(64)))).toBeUndefined();
  expect(read(workflow, { subject: 'all' })).toBeUndefined();
  expect(read(workflow, { predicateType: 'https://slsa.dev/verification_summary/v1' })).toEqual(
    expect.objectContaining({ told: [] }),
  );
});
