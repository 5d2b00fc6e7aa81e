import { expect, test } from '@jest/globals';

import { putBytes, type Descriptor, type Repository } from '#oci';

import { linesOf, putArtifact, putImage, putIndex, revision, Shelves } from './shelves.ts';

const shop = 'ghcr.io/acme/shop';
const commit = 'c'.repeat(40);
const other = 'd'.repeat(40);
const bundleType = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const provenance = (revision: string, { digest }: Pick<Descriptor, 'digest'>) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: shop, digest: { sha256: digest.slice(7) } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: { workflow: { repository: 'https://github.com/acme/shop' } },
      resolvedDependencies: [
        {
          uri: 'git+https://github.com/acme/shop@refs/heads/main',
          digest: { gitCommit: revision },
        },
      ],
    },
  },
});

const envelope = (statement: object) => ({
  payloadType: 'application/vnd.in-toto+json',
  payload: Buffer.from(json(statement)).toString('base64'),
  signatures: [{ sig: 'MEUCIQ==' }],
});
const bundle = (statement: object) => ({
  mediaType: bundleType,
  verificationMaterial: { certificate: { rawBytes: '' } },
  dsseEnvelope: envelope(statement),
});

/** What is attached as cosign attaches it, by its type. */
const attach = async (repository: Repository, image: Descriptor, content: unknown) =>
  putArtifact(repository, image, {}, [await putBytes(repository, json(content), bundleType)]);

test("provenance in a bundle and under cosign's tag is a source that nobody has verified", async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { labels: revision(commit) });
  const index = await putIndex(repository, [image], { tags: ['1.0.0'] });
  const attached = await attach(repository, index, bundle(provenance(commit, index)));
  const tag = `${image.digest.replace(':', '-')}.att`;
  await putImage(repository, {
    blobs: [
      await putBytes(
        repository,
        json(envelope(provenance(other, image))),
        'application/vnd.dsse.envelope.v1+json',
      ),
    ],
    tags: [tag],
  });
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(found.gaps).toEqual([]);
  expect(found.lines.filter(({ fact }) => fact === 'commit')).toMatchObject([
    {
      value: commit,
      sources: [
        { source: 'provenance', where: attached.digest, signature: 'not verified' },
        { source: 'label', signature: null },
      ],
      verified: [],
    },
    { value: other, sources: [{ source: 'provenance', where: tag, signature: 'not verified' }] },
  ]);
  expect(found.contradictions).toMatchObject([{ fact: 'commit' }]);
  expect(linesOf(found, 'source repository')).toEqual([
    'https://github.com/acme/shop | provenance | said',
  ]);
});

test('what a bundle says of another digest does not count, and says so', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { tags: ['1.0.0'] });
  const stranger = await putImage(repository, { layers: ['another'] });
  const attached = await attach(repository, image, bundle(provenance(other, stranger)));
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(linesOf(found, 'commit')).toEqual([]);
  expect(found.gaps).toEqual([
    { what: `the provenance in ${attached.digest}`, why: 'it is about another digest' },
  ]);
});

test('a bundle that is none hides nothing', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { tags: ['1.0.0'] });
  const payload = Buffer.from('{').toString('base64');
  const broken = [
    [],
    { dsseEnvelope: 7 },
    { messageSignature: {} },
    { dsseEnvelope: { ...envelope({}), payload } },
    bundle({ predicateType: 'https://sigstore.dev/cosign/sign/v1', predicate: {} }),
  ];
  for (const content of broken) await attach(repository, image, content);
  await attach(repository, image, bundle(provenance(commit, image)));
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(linesOf(found, 'commit')).toEqual([`${commit} | provenance | said`]);
  expect(found.gaps.map(({ why }) => why)).toEqual([
    'the provenance is corrupt: it is not JSON in UTF-8',
  ]);
});

test('an artifact that says that it is gigantic hides no other one', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { tags: ['1.0.0'] });
  const blob = await putBytes(repository, json({}), bundleType);
  const gigantic = await putArtifact(repository, image, {}, [{ ...blob, size: 2 ** 50 }]);
  const honest = await attach(repository, image, bundle(provenance(commit, image)));
  const listed = [gigantic, honest].map((one) => ({ ...one, artifactType: bundleType }));
  shelves.replace(shop, () => ({
    async *referrers(_, type) {
      if (type === undefined) yield* listed;
    },
  }));
  const found = await shelves.trace(`${shop}:1.0.0`);
  expect(linesOf(found, 'commit')).toEqual([`${commit} | provenance | said`]);
  expect(found.gaps).toEqual([
    {
      what: `the provenance in ${gigantic.digest}`,
      why: expect.stringContaining('it is longer than'),
    },
  ]);
});

test('a flood of bundles is opened to an end', async () => {
  using shelves = new Shelves();
  const repository = shelves.open(shop, 'write');
  const image = await putImage(repository, { tags: ['1.0.0'] });
  const attached = await attach(repository, image, bundle(provenance(commit, image)));
  let opened = 0;
  shelves.replace(shop, (behind) => ({
    manifest(at) {
      if (at === attached.digest) opened += 1;
      return behind.manifest(at);
    },
    async *referrers(_, type) {
      for (let at = 0; type === undefined && at < 100_000; at += 1) {
        yield { ...attached, artifactType: bundleType };
      }
    },
  }));
  const found = await shelves.trace(`${shop}@${image.digest}`);
  expect(opened).toBe(20);
  expect(found.gaps).toContainEqual({
    what: `provenance that refers to ${image.digest}`,
    why: 'of 500 artifacts that may be it 20 were opened',
  });
});
