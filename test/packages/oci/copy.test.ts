import { readdirSync, statSync } from 'node:fs';
import { chmod, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import {
  copy,
  Corrupt,
  digestOf,
  hexOf,
  mediaType,
  NotThere,
  openLayout,
  parseDigest,
  parseTag,
  Standing,
  type Descriptor,
  type Repository,
  type Tag,
} from '#oci';

import { fsck } from './fsck.ts';
import {
  bytesOf,
  imageOf,
  indexOf,
  listOf,
  putSample,
  randomSample,
  referrerOf,
  sample,
  store,
  type SampleManifest,
} from './samples.ts';

let folder = '';
let from: Repository;
let to: Repository;
const { signal } = new AbortController();
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copy-'));
  from = openLayout(path.join(folder, 'from'));
  to = openLayout(path.join(folder, 'to'));
});
afterEach(() => rm(folder, { recursive: true }));

const [a, b] = [imageOf('a'), imageOf('b')];
const both = indexOf([a.descriptor, b.descriptor]);
const all = async (...images: readonly SampleManifest[]) => {
  for (const image of images) await store(from, image);
};
/** The same repository, but not as a layout: nothing can be linked, and calls can be watched. */
const remote = (repository: Repository, changes: Partial<Repository> = {}): Repository => ({
  name: repository.name,
  key: 'remote',
  resolve: (at) => repository.resolve(at),
  manifest: (at) => repository.manifest(at),
  blob: (descriptor, how) => repository.blob(descriptor, how),
  hasBlob: (digest) => repository.hasBlob(digest),
  blobSize: (digest) => repository.blobSize(digest),
  putBlob: (descriptor, open) => repository.putBlob(descriptor, open),
  putManifest: (bytes, type) => repository.putManifest(bytes, type),
  tag: (name, bytes, type, expected) => repository.tag(name, bytes, type, expected),
  tags: () => repository.tags(),
  referrers: (subject, type) => repository.referrers(subject, type),
  remove: (at) => repository.remove(at),
  ...changes,
});

test('an index comes over whole, under the same digest, and has no name there', async () => {
  await all(a, b, both);
  const done = await copy({ from: remote(from), to, root: both.descriptor, signal });
  const blobs = [...a.blobs, ...b.blobs].map(({ bytes }) => bytes);
  const sizes = [...blobs, a.bytes, b.bytes, both.bytes].map(({ length }) => length);
  const copiedBytes = sizes.reduce((sum, size) => sum + size, 0);
  expect(done).toEqual({ copied: 7, copiedBytes, mounted: 0, skipped: 0, kept: [] });
  expect(await to.resolve(both.descriptor.digest)).toEqual(both.descriptor);
  for (const { descriptor, bytes } of [...a.blobs, ...b.blobs]) {
    expect(Buffer.compare(await bytesOf(await to.blob(descriptor)), bytes)).toBe(0);
  }
  expect(await listOf(to.tags())).toEqual([]);
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
});

test('between layouts of one disk files are linked', async () => {
  await all(a);
  const done = await copy({ from, to, root: a.descriptor, signal });
  expect(done).toMatchObject({ copied: 1, mounted: 2 });
  for (const { descriptor } of a.blobs) {
    expect(statSync(path.join(folder, 'to/blobs/sha256', hexOf(descriptor.digest))).nlink).toBe(2);
  }
});

/** Where a layout keeps the first blob of `a`, and other bytes of that length. */
function spoilt(layout: string) {
  const [config] = a.blobs;
  const hex = hexOf(parseDigest(config?.descriptor.digest ?? ''));
  const bytes = Buffer.alloc(config?.bytes.length ?? 0, 'x');
  return { file: path.join(folder, layout, 'blobs/sha256', hex), bytes };
}

test('a file that anybody may have written to is hashed before it is linked', async () => {
  await all(a);
  const { file, bytes } = spoilt('from');
  await rm(file);
  await writeFile(file, bytes);
  const copying = copy({ from, to, root: a.descriptor, signal });
  await expect(copying).rejects.toBeInstanceOf(Corrupt);
  expect(await to.resolve(a.descriptor.digest)).toBeUndefined();
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
});

/** Puts other bytes into a file, which is read-only and as old as before. */
async function spoil(file: string, bytes: Uint8Array): Promise<void> {
  const { mtime } = statSync(file);
  await chmod(file, 0o644);
  await writeFile(file, bytes);
  await chmod(file, 0o444);
  await utimes(file, mtime, mtime);
}

test('one that was hashed on its way in is read-only, and linked without being read', async () => {
  await all(a);
  const { file } = spoilt('from');
  const { mode, atimeNs, ino } = statSync(file, { bigint: true });
  expect(mode & 0o777n).toBe(0o444n);
  const done = await copy({ from, to, root: a.descriptor, signal });
  expect(done).toMatchObject({ copied: 1, mounted: 2 });
  const linked = statSync(spoilt('to').file, { bigint: true });
  expect([linked.ino, linked.atimeNs]).toEqual([ino, atimeNs]);
  // A link of a link, too.
  const third = openLayout(path.join(folder, 'third'));
  await copy({ from: to, to: third, root: a.descriptor, signal });
  expect(statSync(file).nlink).toBe(3);
});

test.each([
  ['was written into', async (file: string, bytes: Uint8Array) => spoil(file, bytes)],
  [
    'somebody else made',
    async (file: string, bytes: Uint8Array) => {
      await rm(file);
      await writeFile(file, bytes, { mode: 0o444 });
    },
  ],
])('a read-only one that %s is hashed before it is linked', async (_, harm) => {
  await all(a);
  const { file, bytes } = spoilt('from');
  await harm(file, bytes);
  const copying = copy({ from, to, root: a.descriptor, signal });
  await expect(copying).rejects.toBeInstanceOf(Corrupt);
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
});

test('what is there is skipped', async () => {
  await all(a, b, both);
  await copy({ from, to, root: a.descriptor, signal });
  const done = await copy({ from, to, root: both.descriptor, signal });
  expect(done).toMatchObject({ skipped: 3, mounted: 2, copied: 2 });
  const again = await copy({ from, to, root: both.descriptor, signal });
  expect(again).toEqual({ copiedBytes: 0, copied: 0, mounted: 0, skipped: 7, kept: [] });
});

test('a blob that got lost below a manifest that is there comes back', async () => {
  await all(a);
  await copy({ from, to, root: a.descriptor, signal });
  const [config] = a.blobs;
  await rm(
    path.join(folder, 'to/blobs/sha256', hexOf(parseDigest(config?.descriptor.digest ?? ''))),
  );
  await copy({ from, to, root: a.descriptor, signal });
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
  expect(await to.hasBlob(parseDigest(config?.descriptor.digest ?? ''))).toBe(true);
});

test('blobs go side by side and before all manifests, children before their index', async () => {
  await all(a, b, both);
  const order: string[] = [];
  let [now, most] = [0, 0];
  const watched = remote(to, {
    putBlob: async (descriptor, open) => {
      most = Math.max(most, ++now);
      const how = await to.putBlob(descriptor, open);
      now--;
      order.push('blob');
      return how;
    },
    putManifest: async (bytes, type) => {
      order.push(type === mediaType.index ? 'index' : 'image');
      return to.putManifest(bytes, type);
    },
  });
  await copy({ from, to: watched, root: both.descriptor, signal, concurrency: 2 });
  expect(order).toEqual(['blob', 'blob', 'blob', 'blob', 'image', 'image', 'index']);
  expect(most).toBe(4);
});

test('progress counts bytes on their way up to all of them', async () => {
  const layers = [randomSample(3_000_000), randomSample(100)];
  const image = imageOf('p', { layers: layers.map(({ descriptor }) => descriptor) });
  await all({ ...image, blobs: [...image.blobs, ...layers] });
  const seen: (readonly [number, number])[] = [];
  const onProgress = (done: number, of: number) => seen.push([done, of]);
  await copy({ from: remote(from), to, root: image.descriptor, signal, onProgress });
  const ofBytes = 3_000_100 + (image.blobs[0]?.bytes.length ?? 0);
  expect(new Set(seen.map(([, of]) => of))).toEqual(new Set([ofBytes]));
  const done = seen.map(([bytes]) => bytes);
  expect(done.toSorted((x, y) => x - y)).toEqual(done);
  expect(done.filter((bytes) => bytes > 0 && bytes < 3_000_000).length).toBeGreaterThan(1);
  expect(done.at(-1)).toBe(ofBytes);
});

test('a blob that is sent twice is counted once', async () => {
  await all(a);
  const twice = remote(to, {
    putBlob: async (descriptor, open) => {
      await to.putBlob(descriptor, open);
      await to.remove(descriptor.digest);
      await rm(path.join(folder, 'to/blobs/sha256', hexOf(descriptor.digest)), { force: true });
      return to.putBlob(descriptor, open);
    },
  });
  let last = 0;
  const onProgress = (done: number) => (last = done);
  await copy({ from: remote(from), to: twice, root: a.descriptor, signal, onProgress });
  expect(last).toBe(a.blobs.reduce((sum, { bytes }) => sum + bytes.length, 0));
});

test('of a source that hashes what it gives, the size is still looked at', async () => {
  await all(a);
  const [config] = a.blobs;
  const lying = remote(from, {
    blob: async (descriptor) =>
      descriptor.digest === config?.descriptor.digest
        ? Readable.from([Buffer.alloc(descriptor.size + 1)], { objectMode: false })
        : from.blob(descriptor),
  });
  await expect(copy({ from: lying, to, root: a.descriptor, signal })).rejects.toBeInstanceOf(
    Corrupt,
  );
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
});

test('blobs are offered to be mounted where both sides share them, and only there', async () => {
  await all(a);
  const offered: (string | undefined)[] = [];
  const watched = (key: string) =>
    remote(to, {
      key,
      putBlob: async (descriptor, open, how) => {
        offered.push(how?.mount?.name);
        return to.putBlob(descriptor, open);
      },
    });
  await copy({ from, to: watched(from.key), root: a.descriptor, signal });
  await copy({ from, to: watched('other'), root: a.descriptor, signal });
  expect(offered).toEqual([from.name, from.name, undefined, undefined]);
});

test('what from does not hold comes from elsewhere', async () => {
  const base = openLayout(path.join(folder, 'base'));
  await store(base, b);
  await store(base, a);
  await store(from, both);
  const [layer] = a.blobs;
  await putSample(from, layer ?? sample(''));
  const parts = [a, b, ...a.blobs, ...b.blobs].map(({ descriptor }) => descriptor.digest);
  const elsewhere = new Map(parts.map((digest) => [digest, base]));
  await copy({ from, to, root: both.descriptor, signal, elsewhere });
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
  expect(await to.resolve(both.descriptor.digest)).toEqual(both.descriptor);
  expect(await to.hasBlob(b.blobs[1]?.descriptor.digest ?? b.descriptor.digest)).toBe(true);
});

test.each(['blob', 'manifest'])(
  'a missing %s is named, and nothing stands above it',
  async (what) => {
    await all(a, b, both);
    const missing = what === 'manifest' ? b : b.blobs[1];
    const digest = parseDigest(missing?.descriptor.digest ?? '');
    await rm(path.join(folder, 'from/blobs/sha256', hexOf(digest)));
    const copying = copy({ from, to, root: both.descriptor, signal });
    await expect(copying).rejects.toBeInstanceOf(NotThere);
    await expect(copying).rejects.toThrow(digest);
    expect(await to.resolve(both.descriptor.digest)).toBeUndefined();
    expect(readdirSync(folder)).toContain('from');
  },
);

test('a layer that must not be distributed stays where it is', async () => {
  const type = 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip';
  const layers = [sample('windows', type).descriptor];
  const image = imageOf('w', { layers });
  await all(image);
  const done = await copy({ from, to, root: image.descriptor, signal });
  expect(done).toMatchObject({ mounted: 1, copied: 1 });
});

test('referrers come along when that is asked for, with what refers to them', async () => {
  await all(a, b, both);
  const onIndex = await store(from, referrerOf(both.descriptor, 'i', 'application/x.a'));
  const onChild = await store(from, referrerOf(a.descriptor, 'c', 'application/x.a'));
  const onReferrer = await store(from, referrerOf(onChild, 'r', 'application/x.a'));
  await copy({ from, to, root: both.descriptor, signal });
  expect(await listOf(to.referrers(both.descriptor.digest))).toEqual([]);

  await copy({ from, to, root: both.descriptor, signal, withReferrers: true });
  const digests = async (subject: Descriptor) =>
    (await listOf(to.referrers(subject.digest))).map(({ digest }) => digest);
  expect(await digests(both.descriptor)).toEqual([onIndex.digest]);
  expect(await digests(a.descriptor)).toEqual([onChild.digest]);
  expect(await digests(onChild)).toEqual([onReferrer.digest]);
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
});

const cosignTag = (image: SampleManifest, kind: string) =>
  parseTag(`${image.descriptor.digest.replace(':', '-')}.${kind}`);
const putTag = async (repository: Repository, tag: Tag, image: SampleManifest) => {
  await store(repository, image);
  await repository.tag(tag, image.bytes, image.descriptor.mediaType, 'anything');
};

test("cosign's tags come along with referrers, of the index and of what is in it", async () => {
  await all(a, b, both);
  const [ofIndex, ofChild] = [imageOf('sig of index'), imageOf('att of child')];
  await putTag(from, cosignTag(both, 'sig'), ofIndex);
  await putTag(from, cosignTag(a, 'att'), ofChild);
  await copy({
    from,
    to,
    root: both.descriptor,
    signal,
    withReferrers: true,
    withCosignTags: false,
  });
  expect(await listOf(to.tags())).toEqual([]);
  const done = await copy({ from, to, root: both.descriptor, signal, withReferrers: true });
  expect(done).toMatchObject({ copied: 2, kept: [] });
  expect(await to.resolve(cosignTag(both, 'sig'))).toEqual(ofIndex.descriptor);
  expect(await to.resolve(cosignTag(a, 'att'))).toEqual(ofChild.descriptor);
  const again = await copy({ from, to, root: both.descriptor, signal, withReferrers: true });
  expect(again).toMatchObject({ copied: 0, mounted: 0, kept: [] });
});

test('a manifest that cosign keeps for several images comes under all of its tags', async () => {
  await all(a, b, both);
  const sbom = imageOf('of all of them');
  const tags = [a, b, both].map((image) => cosignTag(image, 'sbom'));
  for (const tag of tags) await putTag(from, tag, sbom);
  await copy({ from: remote(from), to, root: both.descriptor, signal, withReferrers: true });
  for (const tag of tags) expect(await to.resolve(tag)).toEqual(sbom.descriptor);
  // What is an image in one place and evidence in another has its tag as well.
  const mixed = cosignTag(a, 'att');
  await putTag(from, mixed, b);
  await copy({ from, to, root: both.descriptor, signal, withReferrers: true });
  expect(await to.resolve(mixed)).toEqual(b.descriptor);
});

test('a cosign tag that stands on something else stays, and is named', async () => {
  await all(a);
  const [theirs, ours] = [imageOf('their signatures'), imageOf('our signatures')];
  await putTag(from, cosignTag(a, 'sig'), theirs);
  await putTag(to, cosignTag(a, 'sig'), ours);
  const done = await copy({ from, to, root: a.descriptor, signal, withReferrers: true });
  expect(done.kept).toEqual([cosignTag(a, 'sig')]);
  expect(await to.resolve(cosignTag(a, 'sig'))).toEqual(ours.descriptor);
});

test('several images share what they have in common, and a manifest that is known is not read', async () => {
  const shared = randomSample(1000);
  const images = ['x', 'y'].map((seed) => imageOf(seed, { layers: [shared.descriptor] }));
  for (const image of images) await all({ ...image, blobs: [...image.blobs, shared] });
  const [x, y] = images as [SampleManifest, SampleManifest];
  const read: string[] = [];
  const watched = remote(from, {
    manifest: async (at) => {
      read.push(at);
      return from.manifest(at);
    },
  });
  const known = new Map([[x.descriptor.digest, { bytes: x.bytes, mediaType: mediaType.manifest }]]);
  const also = [y.descriptor];
  const done = await copy({ from: watched, to, root: x.descriptor, also, known, signal });
  expect(done).toMatchObject({ copied: 5, skipped: 0 });
  expect(read).toEqual([y.descriptor.digest]);
});

test('copies side by side bring once what they share', async () => {
  const shared = randomSample(1000);
  const images = ['x', 'y'].map((seed) => imageOf(seed, { layers: [shared.descriptor] }));
  for (const image of images) await all({ ...image, blobs: [...image.blobs, shared] });
  const standing = new Standing();
  const sent: string[] = [];
  const order: string[] = [];
  const slow = remote(to, {
    putBlob: async (descriptor, open) => {
      sent.push(descriptor.digest);
      if (descriptor.digest === shared.descriptor.digest) await sleep(50);
      const how = await to.putBlob(descriptor, open);
      order.push(descriptor.digest);
      return how;
    },
    putManifest: async (bytes, type) => {
      order.push('manifest');
      return to.putManifest(bytes, type);
    },
  });
  const done = await Promise.all(
    images.map(async ({ descriptor: root }) =>
      copy({ from: remote(from), to: slow, root, standing, signal }),
    ),
  );
  expect(sent.filter((digest) => digest === shared.descriptor.digest)).toHaveLength(1);
  expect(order.indexOf(shared.descriptor.digest)).toBeLessThan(order.indexOf('manifest'));
  expect(done.map(({ copied, skipped }) => [copied, skipped]).toSorted()).toEqual([
    [2, 1],
    [3, 0],
  ]);
  expect(fsck(path.join(folder, 'to'))).toEqual([]);
});

test('what one of several copies cannot bring fails all that need it', async () => {
  const shared = randomSample(1000);
  const images = ['x', 'y'].map((seed) => imageOf(seed, { layers: [shared.descriptor] }));
  for (const image of images) await all({ ...image, blobs: [...image.blobs, shared] });
  const standing = new Standing();
  const failing = remote(to, {
    putBlob: async (descriptor, open) => {
      await sleep(10);
      if (descriptor.digest === shared.descriptor.digest) throw new Error('the disk is full');
      return to.putBlob(descriptor, open);
    },
  });
  const done = await Promise.allSettled(
    images.map(async ({ descriptor: root }) =>
      copy({ from: remote(from), to: failing, root, standing, signal }),
    ),
  );
  expect(done).toEqual(
    images.map(() => ({ status: 'rejected', reason: new Error('the disk is full') })),
  );
  for (const { descriptor } of images) {
    expect(await to.resolve(descriptor.digest)).toBeUndefined();
  }
});

test('nothing is asked for that a new image cannot have brought', async () => {
  await all(a, b, both);
  const asked: string[] = [];
  const watched = remote(to, {
    resolve: async (at) => {
      asked.push(at);
      return to.resolve(at);
    },
  });
  await copy({ from, to: watched, root: both.descriptor, signal });
  expect(asked).toEqual([]);
  await copy({ from, to: watched, root: both.descriptor, signal });
  expect(asked).toHaveLength(3);
});

test('an index that a broken repository lets contain itself ends', async () => {
  const self = parseDigest(`sha256:${'1'.repeat(64)}`);
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      manifests: [{ mediaType: mediaType.index, digest: self, size: 194 }],
    }),
  );
  const root = { mediaType: mediaType.index, digest: self, size: bytes.length };
  const broken = remote(from, { manifest: async () => ({ descriptor: root, bytes }) });
  const done = await copy({ from: broken, to, root, signal });
  expect(done.copied).toBe(1);
});

test('levels without end are refused', async () => {
  let root = a;
  await all(a);
  for (let level = 0; level < 20; level++) {
    root = indexOf([root.descriptor]);
    await all(root);
  }
  const copying = copy({ from, to, root: root.descriptor, signal });
  await expect(copying).rejects.toThrow(
    `${root.descriptor.digest} is corrupt: it is more than 16 levels deep`,
  );
});

test('more manifests than an image can have are refused before they are read', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    ...a.descriptor,
    digest: digestOf(Buffer.from(String(index))),
  }));
  const root = indexOf(many);
  await all(root);
  const copying = copy({ from, to, root: root.descriptor, signal });
  await expect(copying).rejects.toThrow('more than 10000 manifests');
});

test('a manifest that is named by sha512 keeps that digest', async () => {
  await all(a);
  const digest = digestOf(a.bytes, 'sha512');
  await from.putManifest(a.bytes, a.descriptor.mediaType, { algorithm: 'sha512' });
  const root = { ...a.descriptor, digest };
  await copy({ from, to, root, signal });
  expect(await to.resolve(digest)).toEqual(root);
});

test('a manifest of another size than promised is corrupt', async () => {
  await all(a);
  const root = { ...a.descriptor, size: a.descriptor.size + 1 };
  await expect(copy({ from, to, root, signal })).rejects.toBeInstanceOf(Corrupt);
});

test('the first error stops what is on its way', async () => {
  await all(a, b, both);
  let stopped = 0;
  const failing = remote(to, {
    putBlob: async (descriptor, _, how) => {
      if (descriptor.digest === a.blobs[0]?.descriptor.digest) throw new Error('the first');
      await new Promise((done) => how?.signal?.addEventListener('abort', done));
      stopped++;
      throw new Error('a later one');
    },
  });
  await expect(copy({ from, to: failing, root: both.descriptor, signal })).rejects.toThrow(
    'the first',
  );
  expect(stopped).toBe(3);
});

test('a stop from outside is thrown as it was given', async () => {
  await all(a);
  const stop = new AbortController();
  stop.abort(new Error('stop now'));
  const copying = copy({ from, to, root: a.descriptor, signal: stop.signal });
  await expect(copying).rejects.toThrow('stop now');
});
