import { once } from 'node:events';

import { expect, test } from '@jest/globals';

import { Failed, UsageError } from '#io';
import { sayBuilt, sayPartOf, sayRelease } from '#lifecycle';
import { Denied, forwarding, NotThere, type Descriptor, type Repository } from '#oci';

import {
  historyOf,
  linesOf,
  policyOf,
  putArtifact,
  putAttestation,
  putImage,
  putIndex,
  revision,
  Shelves,
} from './shelves.ts';

const shop = 'ghcr.io/acme/shop';
const commit = 'c'.repeat(40);
const other = 'd'.repeat(40);
const at = '2026-01-05T09:00:00.000Z';
const built = {
  commit,
  source: 'https://github.com/acme/shop',
  ref: 'main',
  author: 'Ada',
  dockerfile: 'deploy/Dockerfile',
  target: 'runtime',
  by: 'https://github.com/acme/shop/actions/runs/7',
  at,
};

async function twoPlatforms(repository: Repository, tags: readonly string[] = []) {
  const amd64 = await putImage(repository, { labels: revision(commit) });
  const arm64 = await putImage(repository, { labels: revision(commit), architecture: 'arm64' });
  const index = await putIndex(repository, [amd64, arm64], { tags });
  return { amd64, arm64, index };
}

test('the image of one platform leads to its index by a statement, once the index itself agrees', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const { arm64, index } = await twoPlatforms(repository);
  await sayPartOf(repository, arm64, { index: index.digest, platform: 'linux/arm64' });
  await sayBuilt(repository, index, built);
  const found = await shelves.trace(`docker-pullable://${shop}@${arm64.digest}`);
  expect(found).toMatchObject({ role: 'image of an index', platform: 'linux/arm64', gaps: [] });
  expect(found.lines[0]).toMatchObject({
    fact: 'index',
    value: index.digest,
    verified: ['it lists this image'],
  });
  expect(linesOf(found, 'commit')).toEqual([`${commit} | built statement+label | said`]);
  expect(linesOf(found, 'author')).toEqual(['Ada | built statement | said']);
  expect(linesOf(found, 'stage')).toEqual(['runtime | built statement | said']);
  expect(linesOf(found, 'run')).toEqual([`${built.by} | built statement | said`]);
});

test('a statement about an index that does not list the image is a contradiction, and the tags are searched', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const { amd64, index } = await twoPlatforms(repository, ['1.4.2', 'latest']);
  const liar = await putIndex(repository, []);
  await sayPartOf(repository, amd64, { index: liar.digest, platform: null });
  const found = await shelves.trace(`${shop}@${amd64.digest}`);
  expect(linesOf(found, 'index')).toEqual([
    `${index.digest.slice(0, 11)} | tag | it lists this image, found by a search of 2 tags`,
    `${liar.digest.slice(0, 11)} | part-of statement | but it does not list this image`,
  ]);
  expect(found.contradictions).toMatchObject([{ fact: 'index' }]);
  expect(linesOf(found, 'version')).toEqual(['1.4.2 | tag | the tag points to its index']);
});

test('of several indexes that list the image the one with a name is gone into, and all are shown', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const { amd64, index } = await twoPlatforms(repository, ['1.4.2']);
  const others = await Promise.all(
    ['a', 'b', 'c'].map((name) => putIndex(repository, [amd64], { annotations: { name } })),
  );
  for (const one of [...others, index]) {
    await sayPartOf(repository, amd64, { index: one.digest, platform: null });
  }
  const found = await shelves.trace(`${shop}@${amd64.digest}`);
  expect(linesOf(found, 'index')).toHaveLength(4);
  expect(linesOf(found, 'version')).toEqual(['1.4.2 | tag | the tag points to its index']);
});

test('an image that is in no index is one by itself', async () => {
  using shelves = new Shelves();
  const image = await putImage(shelves.open(shop, 'write'), { tags: ['1.0.0'] });
  expect(await shelves.trace(`${shop}:1.0.0`)).toMatchObject({
    role: 'image',
    platform: 'linux/amd64',
    platformDigest: image.digest,
    configDigest: image.config,
  });
});

test('the digest of a config is looked for behind the tags', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const { arm64 } = await twoPlatforms(repository, ['1.4.2']);
  for (const asked of [arm64.config, arm64.config.slice(7), `docker://${arm64.config}`]) {
    const found = await shelves.trace(asked, { repositories: ['ghcr.io/acme/none', shop] });
    expect(found).toMatchObject({ digest: arm64.digest, configDigest: arm64.config });
  }
  expect((await shelves.trace(`${shop}@${arm64.config}`)).digest).toBe(arm64.digest);
  const absent = shelves.trace(`sha256:${'0'.repeat(64)}`, { repositories: [shop] });
  await expect(absent).rejects.toThrow(NotThere);
  await expect(absent).rejects.toThrow(
    `is not in ${shop}, neither as a manifest nor as the config of an image that one of 1 tags stands on`,
  );
});

test('sources that name different commits and repositories contradict each other', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const labels = {
    ...revision(other),
    'org.opencontainers.image.source': 'git@github.com:acme/shop.git',
    'org.opencontainers.image.version': '9.9.9',
  };
  const image = await putImage(repository, { labels, tags: ['1.0.0', `sha-${commit}`] });
  await putImage(repository, { layers: ['another'], tags: [`sha-${other}`, '9.9.9'] });
  await sayBuilt(repository, image, built);
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(linesOf(found, 'source repository')).toHaveLength(1);
  expect(linesOf(found, 'commit')).toEqual([
    `${commit} | claim tag+built statement | its claim points here`,
    expect.stringMatching(/^d+ \| label \| but its claim points to sha256:/),
  ]);
  expect(found.contradictions.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^label says 9\.9\.9, and the tag 9\.9\.9 points to sha256:/),
    `claim tag, built statement say ${commit}; label says ${other}`,
    'label says 9.9.9; by its tags and releases it is 1.0.0',
  ]);
});

test('a release whose tag stands elsewhere is a contradiction, one whose tag is gone a doubt', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { tags: ['1.0.0'] });
  await putImage(repository, { layers: ['another'], tags: ['1.0.1'] });
  const release = { gitTag: null, commit: null, by: 'ada', at };
  for (const version of ['1.0.0', '1.0.1', '1.0.2']) {
    await sayRelease(repository, image, { ...release, version });
  }
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(linesOf(found, 'version').toSorted()).toEqual([
    '1.0.0 | tag+release statement | the tag points here',
    expect.stringMatching(/^1\.0\.1 \| release statement \| but its tag points to sha256:/),
    '1.0.2 | release statement | but there is no such tag',
  ]);
  expect(found.contradictions).toHaveLength(1);
});

const baseName = 'ghcr.io/acme/base/tiny';
const onBase = (base: Descriptor) => ({
  'org.opencontainers.image.base.name': `${baseName}:1`,
  'org.opencontainers.image.base.digest': base.digest,
});

test('the base is proven by its layers, has an owner, and its labels are not those of the image', async () => {
  using shelves = new Shelves();
  const handedDown = { ...revision(other), 'org.opencontainers.image.version': '24.4.0' };
  const base = await putImage(shelves.open(baseName, 'write'), {
    labels: handedDown,
    layers: ['a'],
  });
  await putImage(shelves.open(shop, 'write'), {
    labels: handedDown,
    annotations: { ...onBase(base), ...revision(commit) },
    layers: ['a', 'b'],
    tags: ['1.0.0'],
  });
  const policy = policyOf([], { allowed: ['ghcr.io/acme/base/*'], owner: '@acme/platform' });
  const found = await shelves.trace(`${shop}:1.0.0`, { policy, policySource: 'main@1a2b3c4' });
  expect(linesOf(found, 'base')).toEqual([
    `${baseName}:1@${base.digest.slice(0, 11)} | manifest annotation | the image begins with its 1 layer`,
  ]);
  expect(linesOf(found, 'base owner')[0]).toMatch(
    /^@acme\/platform \| policy \| the base is proven/,
  );
  expect(linesOf(found, 'commit')).toEqual([
    `${commit} | manifest annotation | said`,
    `${other} | label | but the base has the same label: it may be said of the base`,
  ]);
  expect(found.contradictions).toEqual([]);
});

test('a base whose layers are not those of the image is a contradiction', async () => {
  using shelves = new Shelves();
  const base = await putImage(shelves.open(baseName, 'write'), { layers: ['z'] });
  const annotations = onBase(base);
  await putImage(shelves.open(shop, 'write'), { annotations, layers: ['a'], tags: ['1.0.0'] });
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(found.contradictions.map(({ sentence }) => sentence)).toEqual([
    `manifest annotation says ${baseName}:1@${base.digest}, and the image does not begin with its layers`,
  ]);
});

test('a registry that only the image names does not hold up the trace', async () => {
  using shelves = new Shelves();
  const base = await putImage(shelves.open(baseName, 'write'), { layers: ['z'] });
  const annotations = onBase(base);
  await putImage(shelves.open(shop, 'write'), { annotations, layers: ['a'], tags: ['1.0.0'] });
  const found = await shelves.trace(`${shop}:1.0.0`, {
    untilMs: 30,
    openUntil: (signal) => (name) => ({
      ...forwarding(shelves.open(name, 'read')),
      manifest: async () => {
        if (!signal.aborted) await once(signal, 'abort');
        throw signal.reason;
      },
    }),
  });
  expect(linesOf(found, 'base')).toEqual([
    `${baseName}:1@${base.digest.slice(0, 11)} | manifest annotation | but its registry did not answer in 0.03 s`,
  ]);
});

test('who ends a trace while a base is asked for gets no document', async () => {
  using shelves = new Shelves();
  const annotations = { 'org.opencontainers.image.base.name': `${baseName}:1` };
  await putImage(shelves.open(shop, 'write'), { annotations, tags: ['1.0.0'] });
  const ending = new AbortController();
  const reason = new Failed(3, 'signal', 'ended by SIGTERM');
  const ends = shelves.trace(`${shop}:1.0.0`, {
    signal: ending.signal,
    openUntil: () => (name) => ({
      ...forwarding(shelves.open(name, 'read')),
      async resolve() {
        ending.abort(reason);
        throw reason;
      },
    }),
  });
  await expect(ends).rejects.toBe(reason);
});

test('a clone that has the commit says when it was made, and whether file, stage and tag are there', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { labels: revision(commit), tags: ['1.0.0'] });
  await sayBuilt(repository, image, built);
  const gitTag = 'v1.0.0';
  await sayRelease(repository, image, { version: '1.0.0', gitTag, commit, by: 'ada', at });
  const files = { 'deploy/Dockerfile': 'FROM scratch AS runtime\nCOPY . .\n' };
  const there = await shelves.trace(`${shop}:1.0.0`, {
    history: historyOf(commit, { files, tags: { [gitTag]: commit } }),
  });
  expect(linesOf(there, 'author')).toEqual(['Ada | built statement+git | git says so']);
  expect(linesOf(there, 'committed')).toEqual(['2026-01-05T09:00:00.000Z | git | git says so']);
  expect(linesOf(there, 'dockerfile')[0]).toContain('the commit has it');
  expect(linesOf(there, 'stage')[0]).toContain('the Dockerfile has it');
  expect(linesOf(there, 'git tag')).toEqual([
    'v1.0.0 | release statement+git | it is on the commit',
  ]);
  expect(there.contradictions).toEqual([]);

  const moved = await shelves.trace(`${shop}:1.0.0`, {
    history: historyOf(commit, {
      files: { 'deploy/Dockerfile': 'FROM scratch\n' },
      tags: { [gitTag]: other },
    }),
  });
  expect(linesOf(moved, 'stage')[0]).toContain('but the Dockerfile has no such stage');
  expect(moved.contradictions).toMatchObject([{ fact: 'git tag' }]);
  const gone = await shelves.trace(`${shop}:1.0.0`, { history: historyOf(commit) });
  expect(linesOf(gone, 'dockerfile')[0]).toContain('but the commit has no such file');
  const foreign = await shelves.trace(`${shop}:1.0.0`, { history: historyOf(other) });
  expect(linesOf(foreign, 'committed')).toEqual([]);
});

test('an author whom git does not know of the commit is a contradiction', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { tags: ['1.0.0'] });
  await sayBuilt(repository, image, { ...built, author: 'Mallory' });
  const found = await shelves.trace(`${shop}:1.0.0`, { history: historyOf(commit) });
  expect(linesOf(found, 'author')).toEqual([
    'Ada | git | git says so',
    'Mallory | built statement | but git says Ada',
  ]);
  expect(found.contradictions).toEqual([
    { fact: 'author', sentence: 'a built statement says Mallory; git says Ada' },
  ]);
});

test('without another word the FROM of the Dockerfile says the base', async () => {
  using shelves = new Shelves();
  const base = await putImage(shelves.open(baseName, 'write'), { layers: ['a'], tags: ['1'] });
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { layers: ['a', 'b'], tags: ['1.0.0'] });
  await sayBuilt(repository, image, { ...built, target: null });
  const text = `FROM ${baseName}:1 AS base\nFROM scratch AS other\nFROM base\nCOPY . .\n`;
  const history = historyOf(commit, { files: { 'deploy/Dockerfile': text } });
  expect(linesOf(await shelves.trace(`${shop}:1.0.0`, { history }), 'base')).toEqual([
    `${baseName}:1@${base.digest.slice(0, 11)} | git | the image begins with its 1 layer`,
  ]);
});

test('provenance of BuildKit in the index is a source, and evidence', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { labels: revision(commit) });
  const metadata = { buildkit_metadata: { vcs: { revision: other } } };
  const attestation = await putAttestation(repository, image.digest, { runDetails: { metadata } });
  await putIndex(repository, [image, attestation], { tags: ['1.0.0'] });
  const found = await shelves.trace(`${shop}@${image.digest}`);
  expect(found.contradictions).toEqual([
    { fact: 'commit', sentence: `provenance says ${other}; label says ${commit}` },
  ]);
  expect(found.evidence).toMatchObject([
    {
      about: image.digest,
      digest: attestation.digest,
      place: 'index',
      predicates: ['https://slsa.dev/provenance/v1'],
    },
  ]);
});

test('referrers and the tags of cosign are evidence, for the index and for the image', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const { amd64, index } = await twoPlatforms(repository, ['1.0.0']);
  const report = await putArtifact(repository, index, { 'org.opencontainers.image.created': at });
  const signature = `${amd64.digest.replace(':', '-')}.sig`;
  await putImage(repository, { layers: ['signature'], tags: [signature] });
  const { evidence } = await shelves.trace(`${shop}:1.0.0`);
  expect(evidence).toMatchObject([
    {
      about: index.digest,
      digest: report.digest,
      type: 'application/vnd.acme.report',
      created: at,
      place: 'referrer',
    },
    { about: amd64.digest, place: 'cosign tag', tag: signature },
  ]);
});

test('environments are where the policy says, also in other repositories', async () => {
  using shelves = new Shelves();
  const [own, prod] = [shop, 'ghcr.io/acme-prod/shop'];
  const how = { labels: revision(commit), tags: ['dev', '1.0.0', `sha-${commit}`] };
  await putImage(shelves.open(own, 'write'), how);
  await putImage(shelves.open(prod, 'write'), { labels: revision(commit), tags: ['prod'] });
  const policy = policyOf([{ name: 'dev' }, { name: 'test' }, { name: 'prod', repository: prod }]);
  const found = await shelves.trace(`${prod}:prod`, { policy });
  expect(linesOf(found, 'environment')).toEqual([
    'dev | tag | its tag points here',
    'prod | tag | its tag points here',
  ]);
  expect(linesOf(found, 'version')).toEqual(['1.0.0 | tag | the tag points here']);
  expect(linesOf(found, 'commit')).toEqual([`${commit} | claim tag+label | its claim points here`]);
  expect(linesOf(found, 'tag')).toEqual([]);
});

test('of images that share a repository of production, the one counts that has the digest', async () => {
  using shelves = new Shelves();
  const [other, prod] = ['ghcr.io/acme/other', 'ghcr.io/acme-prod/all'];
  const tags = ['1.0.0', `sha-${commit}`];
  await putImage(shelves.open(other, 'write'), { labels: revision(commit), layers: ['x'], tags });
  await putImage(shelves.open(shop, 'write'), { labels: revision(commit), tags });
  await putImage(shelves.open(prod, 'write'), { labels: revision(commit), tags: ['prod'] });
  const policy = policyOf([{ name: 'prod', repository: prod }]);
  const images = [{ name: 'other', repository: other, tagPrefix: '' }, ...policy.images];
  const found = await shelves.trace(`${prod}:prod`, { policy: { ...policy, images } });
  expect(linesOf(found, 'commit')).toEqual([`${commit} | claim tag+label | its claim points here`]);
  expect(linesOf(found, 'version')).toEqual(['1.0.0 | tag | the tag points here']);
  expect(found.contradictions).toEqual([]);
});

test('a tag beside a digest that has gone on is a doubt', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const old = await putImage(repository, { layers: ['old'], tags: ['latest'] });
  await putImage(repository, { layers: ['new'], tags: ['latest'] });
  const found = await shelves.trace(`${shop}:latest@${old.digest}`);
  expect(linesOf(found, 'tag')[0]).toMatch(/^latest \| tag \| but it points to sha256:.* now$/);
});

test('a source that is silent is a gap, and the trace goes on', async () => {
  using shelves = new Shelves();
  await putImage(shelves.open(shop, 'write'), { labels: revision(commit), tags: ['1.0.0'] });
  const refuse = () => {
    throw new Denied('the list', 'log in');
  };
  shelves.replace(shop, () => ({ tags: refuse, referrers: refuse }));
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(linesOf(found, 'commit')).toEqual([`${commit} | label | said`]);
  expect(found.gaps).toContainEqual({
    what: `the tags of ${shop}`,
    why: 'the list was denied: log in',
  });
});

test('a flood of referrers and of texts is cut', async () => {
  using shelves = new Shelves();
  const labels = { 'org.opencontainers.image.source': `https://${'x'.repeat(100_000)}` };
  const image = await putImage(shelves.open(shop, 'write'), { labels, tags: ['1.0.0'] });
  shelves.replace(shop, () => ({
    async *referrers(_, type) {
      while (type === undefined) yield image;
    },
  }));
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(found.evidence).toHaveLength(500);
  expect(found.gaps).toContainEqual({
    what: `what refers to ${image.digest}`,
    why: 'there are more than 500',
  });
  expect(found.lines.find(({ fact }) => fact === 'source repository')?.value).toHaveLength(501);
});

test('what is no image, or not said where, is refused with a way on', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const { amd64 } = await twoPlatforms(repository, ['1.0.0']);
  const artifact = await putArtifact(repository, amd64);
  const refused = async (image: string, why: string, how = {}) => {
    const ends = shelves.trace(image, how);
    await expect(ends).rejects.toThrow(UsageError);
    await expect(ends).rejects.toThrow(why);
  };
  await refused(amd64.digest, `write NAME@${amd64.digest}, or add --repository NAME`);
  await refused(`${shop}@${artifact.digest}`, `about ${amd64.digest}: trace that`);
  await refused(`${shop}:1.0.0`, 'has no image for linux/s390x: it has linux/amd64, linux/arm64', {
    platform: 'linux/s390x',
  });
  await expect(shelves.trace(`${shop}:9.9.9`)).rejects.toThrow(`9.9.9 is not in ${shop}`);
});

test('evidence that is asked for leads to what it is about', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { labels: revision(commit) });
  const attestation = await putAttestation(repository, image.digest, {});
  await putIndex(repository, [image, attestation], { tags: ['1.0.0'] });
  const signature = `${image.digest.replace(':', '-')}.sig`;
  await putImage(repository, { layers: ['signature'], tags: [signature] });
  for (const asked of [`${shop}@${attestation.digest}`, `${shop}:${signature}`]) {
    const ends = shelves.trace(asked);
    await expect(ends).rejects.toThrow(UsageError);
    await expect(ends).rejects.toThrow(`about ${image.digest}: trace that`);
  }
});

test('of an index another platform can be shown', async () => {
  using shelves = new Shelves();
  const { arm64 } = await twoPlatforms(shelves.open(shop, 'write'), ['1.0.0']);
  // As official images call it, too.
  for (const platform of ['linux/arm64', 'linux/arm64/v8']) {
    const found = await shelves.trace(`${shop}:1.0.0`, { platform });
    expect(found).toMatchObject({ role: 'index', platformDigest: arm64.digest });
  }
});

test('an index that calls an image an attestation makes it none', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { labels: revision(commit) });
  const liar = await putIndex(
    repository,
    [
      {
        ...image,
        platform: { os: 'unknown', architecture: 'unknown' },
        annotations: { 'vnd.docker.reference.digest': `sha256:${'0'.repeat(64)}` },
      },
    ],
    { tags: ['1.0.0'] },
  );
  await sayPartOf(repository, image, { index: liar.digest, platform: null });
  const found = await shelves.trace(`${shop}@${image.digest}`);
  expect(linesOf(found, 'commit')).toEqual([`${commit} | label | said`]);
});
