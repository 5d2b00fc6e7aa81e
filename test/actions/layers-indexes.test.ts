import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { LayersDocument } from '#layers';
import { openLayout, parseTag, type Descriptor } from '#oci';

import { layers } from '../../actions/layers/module.ts';
import { table } from '../../actions/table.ts';
import { cli } from '../../cli/cli.ts';
import { imageWith } from '../packages/image/images.ts';
import { noGit, streams } from '../packages/io/stage.fixture.ts';
import { indexOf, store, type SampleManifest } from '../packages/oci/samples.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actions-indexes-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Each run is a job of its own: it has no cache. */
async function ecluse(...args: readonly string[]) {
  const { written, ...std } = streams();
  const env = { HOME: mkdtempSync(join(folder, 'home-')), TMPDIR: folder, PATH: process.env.PATH };
  const around = { table, parts: noGit, process: { ...std, env, cwd: () => folder } };
  const exit = await cli(['layers', ...args], around);
  return { exit, ...written };
}
async function json(...args: readonly string[]) {
  const ran = await ecluse(...args, '--json');
  const document = JSON.parse(ran.stdout) as LayersDocument;
  return { ...ran, document, indexes: layers.outputs.indexes?.of(document) ?? '' };
}

const first = imageWith([{ path: 'a', text: 'a'.repeat(5000) }], [{ path: '.wh.a' }]);
const second = imageWith([{ path: 'b', text: 'b' }]);
const images = () => openLayout(join(folder, 'images'));

async function put(tag: string, image: SampleManifest): Promise<Descriptor> {
  const descriptor = await store(images(), image);
  await images().tag(parseTag(tag), image.bytes, descriptor.mediaType, 'anything');
  return descriptor;
}
async function putBoth(): Promise<void> {
  const platform = (architecture: string) => ({ platform: { os: 'linux', architecture } });
  const both = indexOf([
    { ...(await put('1', first)), ...platform('amd64') },
    { ...(await put('2', second)), ...platform('arm64') },
  ]);
  await put('all', both);
}

function removeLayers(): void {
  for (const {
    blobs: [, ...blobs],
  } of [first, second]) {
    for (const { descriptor } of blobs) {
      rmSync(join(folder, 'images/blobs/sha256', descriptor.digest.slice(7)), { force: true });
    }
  }
}

describe('what a job attached', () => {
  test('gives a later one the same document, to the byte, with no layer there', async () => {
    await putBoth();
    const analysed = await json('oci:images:all', '--attach', '--reclaimable', '1kB');
    const digests = analysed.document.platforms.map(({ indexes }) => indexes);
    expect(digests).toEqual([expect.stringMatching(/^sha256:/), expect.stringMatching(/^sha256:/)]);
    expect(analysed.indexes).toBe(digests.join('\n'));
    removeLayers();
    const args = ['--indexes', analysed.indexes, '--reclaimable', '1kB'];
    const planned = await json('oci:images:all', ...args);
    expect([planned.exit, planned.stdout]).toEqual([1, analysed.stdout]);
    expect((await json('oci:images:all', ...args, '--attach')).stdout).toBe(analysed.stdout);
    expect((await ecluse('oci:images:all')).exit).toBe(3);
    // Of one platform, with what was returned for all of them.
    const one = await json('oci:images:all', ...args, '--platform', 'linux/arm64');
    expect([one.exit, one.indexes]).toEqual([0, digests[1]]);
    // Of two images, by their names.
    const two = (digest: string | null | undefined) => `oci:images@${digest ?? ''}`;
    const named = ['--indexes', two(digests[0]), '--indexes', two(digests[1])];
    expect((await ecluse('oci:images:1', '--compare', '2', ...named)).exit).toBe(0);
  });

  test('is enough for one platform of an index that was copied without the others', async () => {
    await putBoth();
    const { indexes } = await json('oci:images:1', '--attach');
    rmSync(join(folder, 'images/blobs/sha256', second.descriptor.digest.slice(7)));
    const one = ['oci:images:all', '--platform', 'linux/amd64'];
    const { document } = await json(...one, '--indexes', indexes);
    expect(document.platforms.map((of) => of.indexes)).toEqual([indexes]);
  });

  test('is shown to a person', async () => {
    await put('1', first);
    const { stdout } = await ecluse('oci:images:1', '--attach');
    expect(stdout).toMatch(/Indexes +sha256:[0-9a-f]{64}/);
  });

  test('is nothing in a dry run, and where nobody asks', async () => {
    await put('1', first);
    const before = readdirSync(join(folder, 'images'), { recursive: true }).toSorted();
    const runs = [await json('oci:images:1', '--attach', '--dry-run'), await json('oci:images:1')];
    expect(runs.map(({ exit, indexes }) => [exit, indexes])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(readdirSync(join(folder, 'images'), { recursive: true }).toSorted()).toEqual(before);
  });

  test('and is spoilt is passed over with a warning', async () => {
    await put('1', first);
    const { indexes, stdout } = await json('oci:images:1', '--attach');
    const stored = await images().manifest(indexes as Descriptor['digest']);
    const { layers: blobs } = JSON.parse(Buffer.from(stored?.bytes ?? []).toString()) as {
      readonly layers: readonly Descriptor[];
    };
    rmSync(join(folder, 'images/blobs/sha256', blobs[1]?.digest.slice(7) ?? ''));
    const again = await json('oci:images:1', '--indexes', indexes);
    expect([again.exit, again.stdout]).toEqual([0, stdout]);
    expect(again.stderr).toMatch(
      /^warning: the attached index of the layer sha256:\S+ is not used: .* is not in .*; the layer is read$/m,
    );
  });
});

describe('what cannot be asked', () => {
  const none = `sha256:${'0'.repeat(64)}`;
  test.each([
    [['oci:images:1', '--attach', '--no-verify'], 2, 'attach is only for images that are verified'],
    [['oci:images:1', '--indexes', none, '--no-verify'], 2, 'indexes is only for images that are'],
    [['oci-archive:images.tar', '--attach'], 2, 'attach needs a place that can be written'],
    [['oci:images:1', '--indexes', 'shop:1'], 2, '"shop:1" names no artifact by its digest'],
    [['oci:images:1', '--indexes', none], 3, `the artifact ${none} is not in oci:images`],
    [['oci:images:1', '--indexes', first.descriptor.digest], 2, 'holds no indexes of layers'],
  ])('%j ends with %d and a sentence', async (args, code, says) => {
    await put('1', first);
    const { exit, stdout } = await ecluse(...args, '--json');
    expect([exit, stdout]).toEqual([
      code,
      expect.stringContaining(JSON.stringify(says).slice(1, -1)),
    ]);
  });

  test("another image's indexes, and two of one image", async () => {
    await putBoth();
    const { indexes } = await json('oci:images:2', '--attach');
    const stray = await ecluse('oci:images:1', '--indexes', indexes, '--json');
    expect([stray.exit, stray.stdout]).toEqual([
      2,
      expect.stringContaining(
        `tells of ${second.descriptor.digest}, which is no image that is looked into`,
      ),
    ]);
    const bare = await json('oci:images:2', '--attach', '--no-hashes');
    expect(bare.indexes).not.toBe(indexes);
    const both = await ecluse('oci:images:2', '--indexes', `${indexes},${bare.indexes}`, '--json');
    expect([both.exit, both.stdout]).toEqual([2, expect.stringContaining('name one of them')]);
  });
});
