import { mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';

import { layersSchema, type LayersDocument } from '#layers';
import { digestOf, mediaType, openLayout, parseTag } from '#oci';

import { tarOf, type Member } from '../packages/image/tars.ts';
import { indexOf, sample, store, type SampleManifest } from '../packages/oci/samples.ts';
import { layersCommand, layersJson } from './layers-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actions-layers-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const ecluse = async (...args: readonly string[]) => layersCommand(folder, ...args);
const json = async (...args: readonly string[]) => layersJson(folder, ...args);

/** Puts an index into the layout `images`, under a tag. */
async function tagged(tag: string, index: SampleManifest) {
  const repository = openLayout(join(folder, 'images'));
  const descriptor = await store(repository, index);
  await repository.tag(parseTag(tag), index.bytes, descriptor.mediaType, 'anything');
  return descriptor;
}

interface Made {
  readonly layers: readonly (readonly Member[])[];
  readonly config?: object;
  readonly history?: readonly string[];
}
/** Puts an image into the layout `images`, under a tag. */
async function put(tag: string, { layers, config = {}, history = [] }: Made, where = 'images') {
  const repository = openLayout(join(folder, where));
  const tars = layers.map((members) => tarOf(...members));
  const blobs = tars.map((tar) => sample(gzipSync(tar), mediaType.layerGzip));
  const settings = sample(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config,
      history: history.map((created_by) => ({ created_by })),
      rootfs: { type: 'layers', diff_ids: tars.map((tar) => digestOf(tar)) },
    }),
    mediaType.config,
  );
  const manifest = sample(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: mediaType.manifest,
      config: settings.descriptor,
      layers: blobs.map(({ descriptor }) => descriptor),
    }),
    mediaType.manifest,
  );
  const descriptor = await store(repository, { ...manifest, blobs: [settings, ...blobs] });
  await repository.tag(parseTag(tag), manifest.bytes, mediaType.manifest, 'anything');
  return descriptor;
}

const wasteful: Made = {
  layers: [
    [{ path: 'etc/os-release', text: 'ID=debian\nVERSION_ID="12"\n' }],
    [{ path: 'app/big', text: 'b'.repeat(50_000) }],
    [{ path: 'app/.wh.big' }, { path: 'app/small', text: 'small' }],
  ],
  history: [
    'ADD file:abc in /',
    'RUN /bin/sh -c make # buildkit',
    'RUN /bin/sh -c rm /app/big # buildkit',
  ],
};

describe('what is in an image', () => {
  test('is told layer by layer, and the waste adds up', async () => {
    const descriptor = await put('1', wasteful);
    const { exit, document } = await json('oci:images:1');
    expect(v.parse(layersSchema, document)).toEqual(document);
    expect(exit).toBe(0);
    const [platform] = document.platforms;
    expect(document).toMatchObject({ digest: descriptor.digest, verified: true, dive: null });
    expect(platform).toMatchObject({
      platform: 'linux/amd64',
      reclaimableBytes: 50_000,
      waste: [{ path: '/app/big', bytes: 50_000, addedIn: 1, hiddenIn: 2, reason: 'deleted' }],
      user: { root: true },
      system: 'debian',
    });
    expect(platform?.layers.map(({ command }) => command)).toEqual([
      'ADD file:abc in /',
      'RUN make',
      'RUN rm /app/big',
    ]);
    expect(platform?.waste.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(50_000);
  });

  test('is read once: the second time every layer comes from the cache', async () => {
    await put('1', wasteful);
    const first = await json('oci:images:1', '--layer-cache', 'cache');
    rmSync(
      join(
        folder,
        'images/blobs/sha256',
        first.document.platforms[0]?.layers[1]?.digest.slice(7) ?? '',
      ),
    );
    const second = await json('oci:images:1', '--layer-cache', 'cache');
    expect(second.document).toEqual(first.document);
    expect(readdirSync(folder)).toContain('cache');
    expect((await json('oci:images:1', '--layer-cache', 'other')).exit).toBe(3);
  });

  test('is shown to a person with its advice, on the lines of the Dockerfile', async () => {
    await put('1', wasteful);
    writeFileSync(join(folder, 'Dockerfile'), 'FROM debian\nRUN make\nRUN rm /app/big\n');
    const { stdout } = await ecluse('oci:images:1', '--file', 'Dockerfile');
    expect(stdout).toContain('Wasted: 50.0 kB');
    expect(stdout).toContain('Remove /app/big in the RUN that makes it, not in that of line 3');
    expect(stdout).toMatch(/1 +50\.0 kB .* 2 +RUN make/);
  });

  test('names that would do harm are shown as text', async () => {
    const path = '\u001b[31m::error::<b>|x';
    await put('1', { layers: [[{ path, text: 'x'.repeat(9) }], [{ path, text: 'y' }]] });
    const { stdout } = await ecluse('oci:images:1');
    expect(stdout).not.toContain('\u001b[31m::error');
    expect((await json('oci:images:1')).document.platforms[0]?.waste[0]?.path).toBe(`/${path}`);
  });

  test('of every platform of an index, attestations left out', async () => {
    const one = await put('1', wasteful);
    const two = await put('2', { layers: [[{ path: 'a', text: 'a' }]] });
    const index = indexOf([
      { ...one, platform: { os: 'linux', architecture: 'amd64' } },
      { ...two, platform: { os: 'linux', architecture: 'arm64' } },
      { ...two, platform: { os: 'unknown', architecture: 'unknown' } },
    ]);
    const repository = openLayout(join(folder, 'images'));
    await store(repository, index);
    await repository.tag(parseTag('all'), index.bytes, index.descriptor.mediaType, 'anything');
    const { document } = await json('oci:images:all');
    expect(document.platforms.map(({ platform }) => platform)).toEqual([
      'linux/amd64',
      'linux/arm64',
    ]);
    const chosen = await json('oci:images:all', '--platform', 'linux/arm64');
    expect(chosen.document.platforms.map(({ digest }) => digest)).toEqual([two.digest]);
    const { exit, stdout } = await ecluse('oci:images:all', '--platform', 'linux/s390x', '--json');
    expect([exit, stdout]).toEqual([2, expect.stringContaining('it has linux/amd64, linux/arm64')]);
  });
});

test('equal files under several paths are a list apart, and no waste', async () => {
  const copies = Array.from({ length: 12 }, (_, at) => ({ path: `c${at + 10}`, text: 'same' }));
  await put('1', { layers: [[...copies, { path: 'other', text: 'o' }]] });
  const { document } = await json('oci:images:1');
  expect(document.platforms[0]).toMatchObject({
    reclaimableBytes: 0,
    duplicateBytes: 44,
    duplicates: [{ bytes: 4, extraBytes: 44, copies: 12 }],
  });
  expect(document.platforms[0]?.duplicates[0]?.paths).toHaveLength(10);
  const { stdout } = await ecluse('oci:images:1');
  expect(stdout).toMatch(/which is no waste: 44 B[^]*44 B +12 +\/c10/);
});

describe('what changed', () => {
  const before: Made = {
    layers: [[{ path: 'a', text: 'a' }], [{ path: 'b', text: 'b', modified: 1 }]],
  };

  test('is told against another image, with what a node must fetch', async () => {
    const old = await put('1', before);
    await put('2', {
      layers: [
        before.layers[0] ?? [],
        [
          { path: 'b', text: 'bb' },
          { path: 'c', text: 'c' },
        ],
      ],
    });
    const { document } = await json('oci:images:2', '--compare', 'oci:images:1');
    expect(document.platforms[0]?.delta).toMatchObject({
      image: `oci:images@${old.digest}`,
      added: 1,
      removed: 0,
      changed: 1,
      pullLayers: 1,
      beforeClasses: { base: 0, tooling: 0, library: 0, application: 2 },
      afterClasses: { base: 0, tooling: 0, library: 0, application: 4 },
      onlyTimes: false,
      files: [
        { path: '/b', kind: 'changed', causes: ['content'], beforeBytes: 1, afterBytes: 2 },
        { path: '/c', kind: 'added' },
      ],
    });
    const { stdout } = await ecluse('oci:images:2', '--compare', 'oci:images:1');
    expect(stdout).toContain('By class  application +2 B');
    const byDigest = await json('oci:images:2', '--compare', old.digest);
    expect(byDigest.document).toEqual(document);
    const same = await json('oci:images:1', '--compare', '1');
    expect(same.document.platforms[0]?.delta).toMatchObject({
      added: 0,
      changed: 0,
      pullLayers: 0,
    });
  });

  test('is named when it is nothing but times', async () => {
    await put('1', before);
    await put('2', { layers: [before.layers[0] ?? [], [{ path: 'b', text: 'b', modified: 2 }]] });
    const { stdout } = await ecluse('oci:images:2', '--compare', '1');
    expect(stdout).toContain('only timestamps changed');
  });
});

describe('gates', () => {
  const outcomes = ({ results }: LayersDocument) =>
    Object.fromEntries(results.map(({ gate, outcome }) => [gate, outcome]));

  test('fail what is over a limit, pass what is not, and the result is told either way', async () => {
    await put('1', wasteful);
    const limits = [
      '--reclaimable',
      '10kB',
      '--max-size',
      '1MB',
      '--max-layers',
      '2',
      '--not-root',
    ];
    const { exit, document } = await json('oci:images:1', ...limits);
    expect(exit).toBe(1);
    expect(outcomes(document)).toEqual({
      reclaimable: 'failed',
      'max-size': 'passed',
      'max-layers': 'failed',
      'not-root': 'failed',
    });
    expect(document.platforms[0]?.reclaimableBytes).toBe(50_000);
  });

  test('compare with what stands there', async () => {
    await put('1', { layers: [[{ path: 'a', text: 'a'.repeat(100) }]], config: { User: '1000' } });
    await put('2', wasteful);
    const asked = [
      '--no-worse',
      'reclaimable,size,layers',
      '--max-size-growth',
      '1kB',
      '--max-pull-cost',
      '1MB',
    ];
    const worse = await json('oci:images:2', '--compare', '1', ...asked);
    expect([worse.exit, outcomes(worse.document)]).toEqual([
      1,
      {
        'no-worse reclaimable': 'failed',
        'no-worse size': 'failed',
        'no-worse layers': 'failed',
        'max-size-growth': 'failed',
        'max-pull-cost': 'passed',
      },
    ]);
    const better = await json('oci:images:1', '--compare', '2', ...asked, '--not-root');
    expect([better.exit, new Set(Object.values(outcomes(better.document)))]).toEqual([
      0,
      new Set(['passed']),
    ]);
    const alone = await json('oci:images:1', ...asked);
    expect([alone.exit, outcomes(alone.document)['no-worse size']]).toEqual([3, 'not evaluated']);
  });

  test('believe nothing of an image that was not verified', async () => {
    await put('1', wasteful);
    const { exit, document } = await json('oci:images:1', '--no-verify', '--max-size', '1GB');
    expect([exit, outcomes(document)]).toEqual([3, { 'max-size': 'not evaluated' }]);
    expect(document.platforms[0]?.layers[0]?.diffId).toBeNull();
  });

  test("are Dive's own from its file, beside its numbers", async () => {
    await put('1', wasteful);
    writeFileSync(
      join(folder, '.dive-ci'),
      'rules:\n  lowestEfficiency: 0.95\n  highestWastedBytes: 20MB\n  highestUserWastedPercent: disabled\nplugins:\n  - plugin1\n',
    );
    const { exit, document } = await json('oci:images:1', '--compat', 'dive');
    expect([exit, outcomes(document)]).toEqual([
      1,
      { lowestEfficiency: 'failed', highestWastedBytes: 'passed' },
    ]);
    expect(document.dive).toMatchObject({ wastedBytes: 50_000, layerSizes: [26, 50_000, 5] });
    const unverified = await json('oci:images:1', '--compat', 'dive', '--no-verify');
    expect([unverified.exit, outcomes(unverified.document)]).toEqual([
      3,
      { lowestEfficiency: 'not evaluated', highestWastedBytes: 'not evaluated' },
    ]);
  });
});

test('an index in an index is looked into', async () => {
  const one = await put('1', wasteful);
  const inner = await tagged('inner', indexOf([one]));
  await tagged('outer', indexOf([inner]));
  const { document } = await json('oci:images:outer');
  expect(document.platforms.map(({ digest }) => digest)).toEqual([one.digest]);
});

test('an index whose indexes lie in each other without end is none', async () => {
  let inner = await put('1', wasteful);
  for (let depth = 0; depth < 6; depth++) inner = await tagged('deep', indexOf([inner]));
  const { exit, stderr } = await ecluse('oci:images:deep');
  expect([exit, stderr]).toEqual([3, expect.stringContaining('its indexes lie too deep')]);
});

test('the repository of a registry means latest, and the log says so', async () => {
  await put('latest', { layers: [[{ path: 'a', text: 'a' }]] }, 'store/registry.example/app');
  const store = ['--store', 'store', '--offline'];
  const { exit, stdout, stderr } = await ecluse('registry.example/app', ...store);
  expect([exit, stdout]).toEqual([0, expect.stringContaining('registry.example/app@sha256:')]);
  expect(stderr).toContain('registry.example/app was named without a tag, which means latest');
  const compared = await json(
    'registry.example/app',
    '--compare',
    'registry.example/app',
    ...store,
  );
  expect(compared.document.platforms[0]?.delta).toMatchObject({ added: 0, changed: 0 });
});

test('where a name without a registry leads nowhere, an image of an engine may be meant', async () => {
  const hint = expect.stringMatching(/; an image of an engine .* docker save NAME .*\n$/);
  expect(await ecluse('shop:1', '--offline')).toMatchObject({ exit: 3, stderr: hint });
  const { stderr } = await ecluse('docker.io/acme/shop:1', '--offline');
  expect(stderr).not.toContain('docker save');
});

test('that hint hides nothing of what went wrong', async () => {
  await put('1', wasteful, 'store/docker.io/library/shop');
  renameSync(join(folder, 'store/docker.io/library/shop/index.json'), join(folder, 'index.json'));
  symlinkSync(join(folder, 'index.json'), join(folder, 'store/docker.io/library/shop/index.json'));
  const said = async (name: string) =>
    (await ecluse(name, '--store', 'store', '--offline')).stderr.replace(/; an image of.*/, '');
  expect(await said('shop:1')).toContain('ELOOP');
  expect(await said('shop:1')).toBe(await said('docker.io/library/shop:1'));
});

describe('what cannot be looked into', () => {
  test.each([
    [['oci:images:1', '--compare', 'a b'], 2, 'compare "a b" is neither an environment of ecluse'],
    [['oci:images:1', '--no-worse', 'speed'], 2, 'no-worse "speed" is not known'],
    [['oci:images:1', '--file', 'nowhere'], 2, 'file "nowhere" is not there'],
    [['oci:images:1', '--file', '/dev/zero'], 2, 'must not be larger than'],
    [['oci:images:1', '--platform', 'linux/arm64'], 2, 'it has linux/amd64'],
    [['oci:images:2'], 3, '2 is not in oci:images'],
    [['saved.tar'], 2, 'for a file write docker-archive:saved.tar or oci-archive:saved.tar'],
    [['oci:images:1', '--compare', './a.tgz'], 2, 'is not an image reference'],
    [['oci:images:1', '--target', 'runtime'], 2, 'name it in file'],
    [['oci:images:1', '--dive-ci', '.dive-ci'], 2, 'counts only with compat "dive"'],
    [['oci:images:1', '--compat', 'dive', '--dive-ci', 'none'], 2, 'dive-ci "none" is not there'],
  ])('%j ends with %d and a sentence', async (args, code, says) => {
    await put('1', wasteful);
    const { exit, stdout } = await ecluse(...args, '--json');
    expect([exit, stdout]).toEqual([
      code,
      expect.stringContaining(JSON.stringify(says).slice(1, -1)),
    ]);
  });

  test('an index without images passes no gate', async () => {
    const one = await put('1', wasteful);
    const unknown = { os: 'unknown', architecture: 'unknown' };
    const empty = await tagged('empty', indexOf([]));
    const platform = { os: 'linux', architecture: 'amd64' };
    const none = [[], [{ ...one, platform: unknown }], [{ ...empty, platform }]].map((children) =>
      indexOf(children),
    );
    for (const index of none) {
      await tagged('none', index);
      const { exit, stdout } = await ecluse('oci:images:none', '--max-layers', '100', '--json');
      expect([exit, stdout]).toEqual([3, expect.stringContaining('it is an index without images')]);
    }
  });

  test('an artifact is no image', async () => {
    const repository = openLayout(join(folder, 'images'));
    const config = sample(
      '{"architecture":"a","os":"b","rootfs":{"type":"layers","diff_ids":[]}}',
      mediaType.config,
    );
    const layer = sample('note', 'text/plain');
    const manifest = sample(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: mediaType.manifest,
        config: config.descriptor,
        layers: [layer.descriptor],
      }),
      mediaType.manifest,
    );
    await store(repository, { ...manifest, blobs: [config, layer] });
    await repository.tag(parseTag('a'), manifest.bytes, mediaType.manifest, 'anything');
    const { exit, stdout } = await ecluse('oci:images:a', '--json');
    expect([exit, stdout]).toEqual([3, expect.stringContaining('it is no image: it holds')]);
  });
});

const passwd = (text: string) => ({ path: 'etc/passwd', text });
const link = { path: 'etc/passwd', kind: 'hardlink' as const, link: 'etc/other' };

test.each([
  ['of two lists in a layer the last counts', [passwd('app:x:1000:'), passwd('app:x:0:')], 1],
  ['a line that is cut off is an account with the number 0', [passwd('app\napp:x:1000:')], 1],
  ['the last list may be empty', [passwd('app:x:1000:'), passwd('')], 3],
  ['a list under another name is not known', [passwd('app:x:1000:'), link], 3],
])('a user is who engines find: %s', async (_, layer, exit) => {
  await put('users', { layers: [layer], config: { User: 'app' } });
  expect(await ecluse('oci:images:users', '--not-root')).toMatchObject({ exit });
});
