import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import {
  entries,
  isAttestation,
  parseConfig,
  platformImages,
  type History,
  type ImageConfig,
} from '#image';
import type { Built } from '#builder';
import {
  chooseBase,
  findBase,
  guessedLayers,
  historyOf,
  readProvenance,
  type BaseEvidence,
  type BaseSources,
} from '#layers';
import {
  NotThere,
  openArchive,
  openLayout,
  parseTag,
  type Digest,
  type OpenRepository,
  type Repository,
} from '#oci';

import { withData } from '../../tools.ts';
import { build, removeTemporary, type Image } from '../builder/builds.ts';
import { digest, empty, history } from './histories.ts';
import { collect, pieces } from '../image/tars.ts';

const config = (...entries: readonly (string | History)[]): ImageConfig => ({
  os: 'linux',
  architecture: 'amd64',
  ...history(...entries),
});
const ids = (count: number): readonly Digest[] => history().of(count).rootfs.diff_ids;

describe('of what is claimed', () => {
  const own: BaseSources = { config: config('RUN a', empty('CMD b'), 'RUN c', 'RUN d') };
  const claim = (
    rung: BaseEvidence['rung'],
    diffIds: BaseEvidence['diffIds'],
    more: Partial<BaseEvidence> = {},
  ): BaseEvidence => ({
    rung,
    name: `${rung}.test/base`,
    digest: digest(rung),
    diffIds,
    pinned: true,
    ...more,
  });
  const proven = [ids(2)];
  const longer = [ids(3)];
  const foreign = [[digest('another')]];
  const unread = { doubt: 'it is not there' };

  test.each<[string, readonly BaseEvidence[], object | undefined]>([
    ['nothing leaves a guess', [], { rung: 'history', layers: 1, verified: false }],
    [
      'the first that is proven counts',
      [claim('annotation', foreign), claim('provenance', proven), claim('dockerfile', longer)],
      { rung: 'provenance', layers: 2, verified: true, doubt: undefined },
    ],
    [
      'the image with the most layers in common counts of an index',
      [claim('annotation', [ids(1), foreign[0] ?? [], ids(3), ids(4)])],
      { rung: 'annotation', layers: 3 },
    ],
    [
      'a label that is of the base itself does not count before what has more layers',
      [claim('label', [ids(1)]), claim('provenance', proven)],
      { rung: 'provenance', layers: 2 },
    ],
    [
      'a label counts where nothing has more layers',
      [claim('label', proven), claim('candidate', [ids(1)])],
      { rung: 'label', layers: 2, verified: true },
    ],
    [
      'what a person says and is not so is not replaced',
      [claim('given', foreign), claim('annotation', proven)],
      { rung: 'given', layers: 0, verified: false, doubt: expect.stringContaining('begin with') },
    ],
    [
      'what could not be read is not verified, and has as many layers as the history lets guess',
      [claim('annotation', undefined, unread), claim('dockerfile', undefined, unread)],
      { rung: 'annotation', layers: 1, verified: false, doubt: 'it is not there' },
    ],
    [
      'one that is disproved is none',
      [claim('annotation', foreign), claim('label', foreign), claim('candidate', foreign)],
      { rung: 'history', name: undefined },
    ],
    [
      'a tag may have moved: that is no disproof',
      [claim('dockerfile', foreign, { pinned: false })],
      { rung: 'dockerfile', digest: undefined, layers: 0, verified: false },
    ],
    [
      'of several images that a build read none is the base without proof',
      [claim('provenance', undefined), claim('provenance', undefined)],
      { rung: 'history' },
    ],
    [
      'an empty image proves nothing',
      [claim('annotation', [[]]), claim('candidate', [[]])],
      { rung: 'history' },
    ],
    [
      'a name that is claimed with a digest is disproved with it, whatever it means today',
      [
        claim('annotation', foreign),
        claim('annotation', foreign, { digest: digest('moved'), pinned: false }),
      ],
      { rung: 'history', name: undefined },
    ],
    [
      'scratch has no layers',
      [claim('annotation', foreign), claim('dockerfile', undefined, { name: 'scratch' })],
      { rung: 'dockerfile', name: 'scratch', digest: undefined, layers: 0, doubt: undefined },
    ],
  ])('%s', (_, claims, expected) => {
    expect(chooseBase(own, claims)).toMatchObject(expected ?? {});
  });

  test('nothing at all tells of no base', () => {
    expect(chooseBase({ config: config('RUN a') }, [])).toBeUndefined();
  });
});

test.each<[number, string, ReturnType<typeof history>]>([
  [
    1,
    'Docker',
    history(
      '/bin/sh -c #(nop) ADD file:0a in / ',
      empty('/bin/sh -c #(nop)  CMD ["bash"]'),
      'RUN a',
      empty('CMD ["own"]'),
    ),
  ],
  [
    2,
    'BuildKit',
    history('ADD a /', empty('CMD ["bash"]'), 'RUN b', empty('ENTRYPOINT ["x"]'), 'RUN c'),
  ],
  [0, 'one without a base', history('RUN a', empty('CMD ["own"]'))],
  [0, 'an empty one', history()],
])('%i layers are guessed of an image of %s', (layers, _, entries) => {
  expect(guessedLayers(historyOf(entries))).toBe(layers);
  expect(guessedLayers(historyOf(entries.of(9)))).toBe(0);
});

describe('an image that was built here', () => {
  const name = 'registry.example/team/base:1';
  let image: Image;
  let base: Image;
  let asked: string[];
  const open: OpenRepository = (from) => {
    asked.push(from);
    return from === 'registry.example/team/base' ? openLayout(base.built.layout) : gone(from);
  };
  const ports = { open, openClaimed: open };
  const gone = (from: string): Repository => ({
    ...openLayout('/nowhere'),
    manifest: () => Promise.reject(new NotThere('the manifest', from)),
    resolve: () => Promise.resolve(undefined),
  });
  beforeAll(async () => {
    base = await build({ dockerfile: 'FROM scratch\nCOPY a /\nCOPY a /b\n', files: { a: 'a' } });
    const { layout, root } = base.built;
    image = await build({
      dockerfile: 'FROM base\nCOPY c /\n',
      files: { c: 'c' },
      bases: new Map([['base', { name, descriptor: root, from: openLayout(layout) }]]),
    });
  });
  afterAll(removeTemporary);
  const find = (more: Partial<BaseSources> = {}): ReturnType<typeof findBase> => {
    asked = [];
    const annotations = {
      'org.opencontainers.image.base.name': name,
      'org.opencontainers.image.base.digest': base.built.root.digest,
    };
    const manifest = { ...image.manifest, annotations };
    return findBase({ manifest, config: image.config, ...more }, ports);
  };
  const bare = { manifest: { annotations: {} } };

  test('is proven to stand on the base of its annotation', async () => {
    expect(await find()).toEqual({
      name,
      digest: base.built.root.digest,
      layers: 2,
      rung: 'annotation',
      verified: true,
      doubt: undefined,
    });
    expect(asked).toEqual(['registry.example/team/base']);
  });

  describe('by Buildah in layers, so that the digest of its annotation is none of the base', () => {
    const annotations = {
      'org.opencontainers.image.base.name': name,
      'org.opencontainers.image.base.digest': digest('a step'),
    };
    const tagged = async ({ layout, root }: Built): Promise<OpenRepository> => {
      const repository = openLayout(layout, 'registry.example/team/base');
      const { bytes, descriptor } = (await repository.manifest(root.digest)) ?? {};
      if (bytes === undefined || descriptor === undefined) throw new Error('nothing was built');
      await repository.tag(parseTag('1'), bytes, descriptor.mediaType, 'anything');
      return () => repository;
    };

    const claimed = async (made: Built) => {
      const open = await tagged(made);
      const sources = { manifest: { annotations }, config: image.config };
      return findBase(sources, { open, openClaimed: open });
    };

    test('is proven to stand on what the name means', async () => {
      expect(await claimed(base.built)).toEqual({
        name,
        digest: base.built.root.digest,
        layers: 2,
        rung: 'annotation',
        verified: true,
        doubt: undefined,
      });
    });

    test('is not said to stand on what the name means today when that is another image', async () => {
      const other = await build({ dockerfile: 'FROM scratch\nCOPY a /z\n', files: { a: 'z' } });
      expect(await claimed(other.built)).toMatchObject({
        name,
        digest: digest('a step'),
        layers: 0,
        verified: false,
        doubt: expect.stringContaining('is not in'),
      });
    });
  });

  test('stands on the base that is given, wherever that is', async () => {
    const given = { name: `oci:${base.built.layout}` };
    const layout: OpenRepository = (from) =>
      from.startsWith('oci:') ? openLayout(base.built.layout) : gone(from);
    const sources = {
      ...bare,
      config: image.config,
      given: { ...given, digest: base.built.root.digest },
    };
    expect(await findBase(sources, { open: layout, openClaimed: open })).toMatchObject({
      rung: 'given',
      verified: true,
      layers: 2,
    });
    expect(asked).not.toContain(`oci:${base.built.layout}`);
  });

  test('a base that is given and is not there is an error', async () => {
    const none = { name: 'registry.example/none:1' };
    for (const named of [{ given: none }, { candidates: [none, { name }] }]) {
      await expect(find(named)).rejects.toThrow('1 is not in registry.example/none');
    }
  });

  test('is found among candidates by its layers', async () => {
    const other = await build({ dockerfile: 'FROM scratch\nCOPY a /z\n', files: { a: 'z' } });
    const candidates = [other, base].map(({ built }) => ({
      name: `oci:${built.layout}`,
      digest: built.root.digest,
    }));
    const layout: OpenRepository = (from) => openLayout(from.replace(/^oci:/, ''));
    const sources = { ...bare, config: image.config, candidates };
    expect(await findBase(sources, { open: layout, openClaimed: gone })).toMatchObject({
      rung: 'candidate',
      name: candidates[1]?.name,
      verified: true,
    });
  });

  test('of several candidates below it the highest counts, whichever is named first', async () => {
    const lowest = await build({ dockerfile: 'FROM scratch\nCOPY a /\n', files: { a: 'a' } });
    const layout: OpenRepository = (from) => openLayout(from.replace(/^oci:/, ''));
    const named = [lowest, base].map(({ built }) => ({
      name: `oci:${built.layout}`,
      digest: built.root.digest,
    }));
    for (const candidates of [named, named.toReversed(), [{ name: 'scratch' }, ...named]]) {
      const sources = { ...bare, config: image.config, candidates };
      const found = await findBase(sources, { open: layout, openClaimed: gone });
      expect(found).toMatchObject({ name: named[1]?.name, layers: 2, verified: true });
    }
  });

  test('what it claims of files and of hosts that are none is not opened', async () => {
    const claims = ['oci:/etc', 'docker-archive:/etc/passwd', '../../etc', 'a b', '', '\0'];
    for (const claim of claims) {
      const manifest = {
        annotations: {
          'org.opencontainers.image.base.name': claim,
          'org.opencontainers.image.base.digest': base.built.root.digest,
        },
      };
      const found = await find({ manifest });
      expect(found?.verified ?? false).toBe(false);
      expect(asked.filter((one) => one.startsWith('oci:') || one.includes('etc'))).toEqual([]);
    }
  });

  test('a base that cannot be read stays unverified', async () => {
    const annotations = {
      'org.opencontainers.image.base.name': 'registry.example/gone:1',
      'org.opencontainers.image.base.digest': digest('gone'),
    };
    expect(await find({ manifest: { annotations } })).toMatchObject({
      name: 'registry.example/gone:1',
      digest: digest('gone'),
      verified: false,
      doubt: 'the manifest is not in registry.example/gone',
    });
  });

  test('a claim is not looked into more often than twenty times', async () => {
    const materials = Array.from({ length: 1000 }, (_, at) => ({
      name: `registry.example/gone:${at}`,
      digest: digest('gone'),
    }));
    await find({ ...bare, provenance: { materials, source: undefined, layers: [] } });
    expect(asked).toHaveLength(20);
  });
});

withData(
  'images/busybox-single-arch-with-attestation-manifest.tar',
  'an attestation is no image, and the provenance in it names the base',
  async (paths) => {
    const archive = openArchive(
      'oci-archive',
      paths['images/busybox-single-arch-with-attestation-manifest.tar'],
    );
    const root =
      'sha256:183b1c266030c632d6d7decc62be45b72509c6a48c81b32a31d5ab58e91cb92a' as Digest;
    const { index, images } = await platformImages(archive, root);
    expect(images.map(({ platform }) => platform)).toEqual([
      { os: 'linux', architecture: 'arm64' },
    ]);
    expect(index?.manifests.map(isAttestation)).toEqual([false, true]);
    const [image] = images;
    if (index === undefined || image === undefined) throw new Error('no index');
    const provenance = await readProvenance(archive, index, image.digest);
    expect(provenance).toEqual({
      materials: [
        {
          name: 'busybox:latest',
          digest: 'sha256:f85340bf132ae937d2c2a763b8335c9bab35d6e8293f70f606b9c6178d84f42b',
        },
      ],
      source: undefined,
      layers: [],
    });
    expect(await readProvenance(archive, index, digest('another'))).toBeUndefined();
  },
);

withData(
  ['layers/dive/test-kaniko-image.tar', 'images/dockergoof.tar', 'images/alpine.tar'],
  'histories of real images are read',
  async (paths) => {
    const kaniko = await configIn(paths['layers/dive/test-kaniko-image.tar']);
    expect(guessedLayers(historyOf(kaniko))).toBe(1);
    expect(historyOf(kaniko)).toMatchObject({ disagreement: undefined });
    expect(
      historyOf(kaniko)
        .layers.map((step) => step?.command)
        .slice(0, 3),
    ).toEqual([
      'ADD file:ab8940a9b8a6 in /',
      'ADD README.md /somefile.txt',
      'RUN mkdir -p /root/example/really/nested',
    ]);
    const goof = historyOf(await configIn(paths['images/dockergoof.tar']));
    expect(goof.layers).toHaveLength(9);
    expect([goof.disagreement, guessedLayers(goof)]).toEqual([undefined, 8]);
    expect(guessedLayers(historyOf(await configIn(paths['images/alpine.tar'])))).toBe(0);
  },
);

/** The config in an archive of any kind: the JSON that has a history. */
async function configIn(archive: string): Promise<ImageConfig> {
  for await (const { body, sizeBytes } of entries(pieces(readFileSync(archive)))) {
    if (body === undefined || sizeBytes > 1 << 17) continue;
    const bytes = await collect(body());
    if (!bytes.toString().startsWith('{') || !bytes.includes('"history"')) continue;
    return parseConfig(bytes);
  }
  throw new Error(`${archive} has no config`);
}
