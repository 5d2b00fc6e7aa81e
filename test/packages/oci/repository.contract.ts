import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import {
  Corrupt,
  digestOf,
  mediaType,
  NotThere,
  parseDigest,
  parseTag,
  TagMoved,
  type Descriptor,
  type Guarantee,
  type Repository,
} from '#oci';

import {
  bytesOf,
  imageOf,
  indexOf,
  listOf,
  opened,
  putSample,
  randomSample,
  referrerOf,
  sample,
  store,
  type SampleManifest,
} from './samples.ts';

export interface Opened {
  /** Empty. */
  readonly repository: Repository;
  /** Another empty one, with a key equal to that of `repository`. */
  readonly sister?: Repository;
  readonly guarantee: Guarantee;
  close(): Promise<void>;
}
/** What a kind of storage cannot do; the port then fails, and the contract says that it does. */
export type Lack =
  | 'sha512'
  | 'sha512 manifest'
  | 'mount'
  | 'remove a tag'
  | 'remove a manifest'
  | 'remove a manifest with its tags';

const absent = parseDigest(`sha256:${'0'.repeat(64)}`);
const tag = parseTag('1.0');
const counted = (count: number) => Array.from({ length: count }, (_, index) => index);

/** What every Repository does. `open` gives a new empty one for each test. */
export function contract(
  title: string,
  open: () => Promise<Opened>,
  lacks: readonly Lack[] = [],
): void {
  describe(title, () => {
    let at: Opened;
    beforeEach(async () => {
      at = await open();
    });
    afterEach(() => at.close());

    describe('what is not there', () => {
      test('is undefined, false or nothing', async () => {
        expect(await at.repository.resolve(tag)).toBeUndefined();
        expect(await at.repository.resolve(absent)).toBeUndefined();
        expect(await at.repository.manifest(tag)).toBeUndefined();
        expect(await at.repository.manifest(absent)).toBeUndefined();
        expect(await at.repository.hasBlob(absent)).toBe(false);
        expect(await at.repository.blobSize(absent)).toBeUndefined();
        expect(await listOf(at.repository.tags())).toEqual([]);
        expect(await listOf(at.repository.referrers(absent))).toEqual([]);
      });

      test('is an error when its bytes are asked for', async () => {
        const descriptor = { mediaType: mediaType.layerTar, digest: absent, size: 1 };
        await expect(at.repository.blob(descriptor)).rejects.toBeInstanceOf(NotThere);
      });

      if (!lacks.includes('remove a manifest')) {
        test('cannot be removed', async () => {
          expect(await at.repository.remove(tag)).toBe(false);
          expect(await at.repository.remove(absent)).toBe(false);
        });
      }
    });

    blobs(() => at, lacks);
    manifests(() => at, lacks);
    tags(() => at);
    races(() => at);
    referrers(() => at);
    removal(() => at, lacks);
  });
}

function blobs(at: () => Opened, lacks: readonly Lack[]): void {
  describe('a blob', () => {
    test.each([
      ['nothing', sample('')],
      ['a few bytes', sample('a few bytes')],
      ['20 MB', sample(randomBytes(20_000_000))],
    ])('of %s comes back as it went', async (_, { bytes, descriptor }) => {
      const { repository } = at();
      expect(await repository.putBlob(descriptor, opened(bytes))).toBe('stored');
      expect(await repository.hasBlob(descriptor.digest)).toBe(true);
      expect(await repository.blobSize(descriptor.digest)).toBe(bytes.length);
      const back = await bytesOf(await repository.blob(descriptor));
      expect(Buffer.compare(back, bytes)).toBe(0);
    });

    test('that is there is not sent again', async () => {
      const blob = randomSample(1000);
      await putSample(at().repository, blob);
      const again = at().repository.putBlob(blob.descriptor, async () => {
        throw new Error('nobody should ask');
      });
      expect(await again).toBe('there');
    });

    test.each([0, 1, 70_000, 99_999, 100_000])('is read from byte %i on', async (from) => {
      const { bytes, descriptor } = randomSample(100_000);
      await at().repository.putBlob(descriptor, opened(bytes));
      const rest = await bytesOf(await at().repository.blob(descriptor, { from }));
      expect(Buffer.compare(rest, bytes.subarray(from))).toBe(0);
    });

    test('is no manifest', async () => {
      const blob = sample('{"schemaVersion":2}');
      await putSample(at().repository, blob);
      expect(await at().repository.manifest(blob.descriptor.digest)).toBeUndefined();
      expect(await at().repository.resolve(blob.descriptor.digest)).toBeUndefined();
    });

    const other = randomSample(1000);
    test.each([
      ['has another digest', randomSample(1000).bytes],
      ['is too short', other.bytes.subarray(0, 999)],
      ['is empty', Buffer.alloc(0)],
      ['is too long', Buffer.concat([other.bytes, Buffer.from('x')])],
    ])('that %s is corrupt and not kept', async (_, bytes) => {
      const { repository } = at();
      const put = repository.putBlob(other.descriptor, opened(bytes));
      await expect(put).rejects.toBeInstanceOf(Corrupt);
      expect(await repository.hasBlob(other.descriptor.digest)).toBe(false);
      expect(await putSample(repository, other)).toBe('stored');
    });

    test('whose source breaks is not kept', async () => {
      const { repository } = at();
      const { bytes, descriptor } = randomSample(500_000);
      const broken = async (from: number): Promise<Readable> =>
        Readable.from(
          (function* () {
            yield bytes.subarray(from, 250_000);
            throw new Error('the source broke');
          })(),
          { objectMode: false },
        );
      await expect(repository.putBlob(descriptor, broken)).rejects.toThrow();
      expect(await repository.hasBlob(descriptor.digest)).toBe(false);
    });

    test('whose source is broken before it is read is not kept', async () => {
      const { repository } = at();
      const { descriptor } = randomSample(1000);
      const broken = async () => new Readable({ read: () => undefined }).destroy(new Error('gone'));
      await expect(repository.putBlob(descriptor, broken)).rejects.toThrow();
      expect(await repository.hasBlob(descriptor.digest)).toBe(false);
    });

    test('of another size than its descriptor says is corrupt', async () => {
      const { bytes, descriptor } = randomSample(1000);
      await at().repository.putBlob(descriptor, opened(bytes));
      for (const size of [999, 1001]) {
        const read = async () => bytesOf(await at().repository.blob({ ...descriptor, size }));
        await expect(read()).rejects.toBeInstanceOf(Corrupt);
      }
    });

    test('is not waited for once the signal says stop', async () => {
      const { repository } = at();
      const { descriptor } = randomSample(1000);
      const stop = new AbortController();
      const silent = async () =>
        new Readable({
          read: () =>
            setTimeout(() => {
              stop.abort();
            }, 20),
        });
      await expect(
        repository.putBlob(descriptor, silent, { signal: stop.signal }),
      ).rejects.toThrow();
      expect(await repository.hasBlob(descriptor.digest)).toBe(false);
      await expect(repository.blob(descriptor, { signal: stop.signal })).rejects.toThrow();
    });

    test('is stored once by ten writers at once', async () => {
      const { repository } = at();
      const blob = randomSample(100_000);
      await Promise.all(counted(10).map(() => putSample(repository, blob)));
      const back = await bytesOf(await repository.blob(blob.descriptor));
      expect(Buffer.compare(back, blob.bytes)).toBe(0);
    });

    if (!lacks.includes('sha512')) {
      test('may be named by sha512', async () => {
        const { repository } = at();
        const { bytes, descriptor } = sample('content', mediaType.layerTar, 'sha512');
        expect(await repository.putBlob(descriptor, opened(bytes))).toBe('stored');
        expect(await repository.hasBlob(descriptor.digest)).toBe(true);
        expect(Buffer.compare(await bytesOf(await repository.blob(descriptor)), bytes)).toBe(0);
        const wrong = sample('other', mediaType.layerTar, 'sha512').descriptor;
        const put = repository.putBlob({ ...wrong, size: bytes.length }, opened(bytes));
        await expect(put).rejects.toBeInstanceOf(Corrupt);
      });
    }

    test('comes from a sister without being sent, when she has it', async () => {
      const { repository, sister } = at();
      const { bytes, descriptor } = randomSample(10_000);
      if (sister === undefined || lacks.includes('mount')) {
        expect(await repository.putBlob(descriptor, opened(bytes))).toBe('stored');
        return;
      }
      expect(sister.key).toBe(repository.key);
      await sister.putBlob(descriptor, opened(bytes));
      const unasked = async () => {
        throw new Error('nobody should ask');
      };
      expect(await repository.putBlob(descriptor, unasked, { mount: sister })).toBe('mounted');
      const back = await bytesOf(await repository.blob(descriptor));
      expect(Buffer.compare(back, bytes)).toBe(0);
    });

    test('is sent when the sister does not have it', async () => {
      const { repository, sister } = at();
      const { bytes, descriptor } = randomSample(10_000);
      const how = sister === undefined ? {} : { mount: sister };
      expect(await repository.putBlob(descriptor, opened(bytes), how)).toBe('stored');
      expect(await repository.hasBlob(descriptor.digest)).toBe(true);
    });
  });
}

function manifests(at: () => Opened, lacks: readonly Lack[]): void {
  describe('a manifest', () => {
    test('is stored by its digest, byte for byte, and has no name', async () => {
      const { repository } = at();
      const image = imageOf('a');
      // A registry that formats JSON anew would change the digest.
      const bytes = Buffer.from(`${JSON.stringify(JSON.parse(image.bytes.toString()), null, 3)}\n`);
      const stored = await store(repository, { ...image, bytes });
      expect(stored).toEqual({
        mediaType: mediaType.manifest,
        digest: digestOf(bytes),
        size: bytes.length,
      });
      expect(await repository.resolve(stored.digest)).toEqual(stored);
      const back = await repository.manifest(stored.digest);
      expect(back?.descriptor).toEqual(stored);
      expect(Buffer.from(back?.bytes ?? []).toString()).toBe(bytes.toString());
      expect(await listOf(repository.tags())).toEqual([]);
    });

    test('may be stored twice', async () => {
      const first = await store(at().repository, imageOf('a'));
      expect(await store(at().repository, imageOf('a'))).toEqual(first);
    });

    test('may be an index', async () => {
      const { repository } = at();
      const children = [
        await store(repository, imageOf('a')),
        await store(repository, imageOf('b')),
      ];
      const stored = await store(repository, indexOf(children));
      expect(stored.mediaType).toBe(mediaType.index);
      expect((await repository.manifest(stored.digest))?.descriptor).toEqual(stored);
    });

    test('may be in the format of Docker', async () => {
      const { repository } = at();
      const config = sample('{"architecture":"amd64","os":"linux"}', mediaType.dockerConfig);
      const layer = sample('docker layer', mediaType.dockerLayer);
      const manifest = sample(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: mediaType.dockerManifest,
          config: config.descriptor,
          layers: [layer.descriptor],
        }),
        mediaType.dockerManifest,
      );
      const child = await store(repository, { ...manifest, blobs: [config, layer] });
      const list = sample(
        JSON.stringify({
          schemaVersion: 2,
          mediaType: mediaType.dockerIndex,
          manifests: [{ ...child, platform: { os: 'linux', architecture: 'amd64' } }],
        }),
        mediaType.dockerIndex,
      );
      const stored = await store(repository, { ...list, blobs: [] });
      expect(stored.mediaType).toBe(mediaType.dockerIndex);
      expect(await repository.resolve(stored.digest)).toEqual(stored);
      expect(await repository.resolve(child.digest)).toEqual(child);
    });

    test('may be named by sha512, with a tag and in a list of referrers', async () => {
      const { repository } = at();
      const subject = await store(repository, imageOf('a'));
      const { bytes, descriptor, blobs } = referrerOf(subject, 'one', 'application/x.one');
      const how = { algorithm: 'sha512' } as const;
      const digest = digestOf(bytes, 'sha512');
      for (const blob of blobs) await putSample(repository, blob);
      const put = repository.putManifest(bytes, descriptor.mediaType, how);
      if (lacks.includes('sha512 manifest')) {
        await expect(put).rejects.toThrow();
        return;
      }
      expect(await put).toEqual({ ...descriptor, digest });
      expect(await repository.resolve(digest)).toEqual({ ...descriptor, digest });
      expect(Buffer.from((await repository.manifest(digest))?.bytes ?? []).equals(bytes)).toBe(
        true,
      );
      expect(await listOf(repository.referrers(subject.digest))).toMatchObject([{ digest }]);
      await repository.tag(tag, bytes, descriptor.mediaType, 'absent', how);
      expect((await repository.resolve(tag))?.digest).toBe(digest);
      expect((await repository.manifest(tag))?.descriptor.digest).toBe(digest);
      const other = imageOf('b');
      await store(repository, other);
      const lost = name(repository, other, subject.digest);
      await expect(lost).rejects.toMatchObject({ found: digest });
      await name(repository, other, digest);
      expect((await repository.resolve(tag))?.digest).toBe(other.descriptor.digest);
    });

    test.each([
      ['no JSON', 'no JSON'],
      ['no object', '[]'],
      ['of no schema', '{}'],
      ['an index by its type and an image by its content', imageOf('a').bytes.toString()],
      [
        'with a digest that is none',
        '{"schemaVersion":2,"manifests":[{"mediaType":"a/b","digest":"../../x","size":1}]}',
      ],
    ])('that is %s is refused', async (_, text) => {
      const put = at().repository.putManifest(Buffer.from(text), mediaType.index);
      await expect(put).rejects.toBeInstanceOf(Corrupt);
      expect(await at().repository.resolve(digestOf(Buffer.from(text)))).toBeUndefined();
    });
  });
}

const name = (
  repository: Repository,
  { bytes, descriptor }: SampleManifest,
  expected: Descriptor['digest'] | 'absent' | 'anything',
  as = tag,
) => repository.tag(as, bytes, descriptor.mediaType, expected);

async function filled(at: Opened, ...seeds: readonly string[]): Promise<readonly SampleManifest[]> {
  const images = seeds.map((seed) => imageOf(seed));
  for (const image of images) await store(at.repository, image);
  return images;
}

function tags(at: () => Opened): void {
  describe('a tag', () => {
    test('is written once when it is expected to be absent', async () => {
      const { repository, guarantee } = at();
      const [a, b] = (await filled(at(), 'a', 'b')) as [SampleManifest, SampleManifest];
      expect(await name(repository, a, 'absent')).toEqual({ before: undefined, guarantee });
      expect(await repository.resolve(tag)).toEqual(a.descriptor);
      expect((await repository.manifest(tag))?.descriptor).toEqual(a.descriptor);

      const second = await name(repository, b, 'absent').catch((error: unknown) => error);
      expect(second).toBeInstanceOf(TagMoved);
      expect(second).toMatchObject({ expected: 'absent', found: a.descriptor.digest });
      await expect(name(repository, a, 'absent')).rejects.toBeInstanceOf(TagMoved);
      expect(await repository.resolve(tag)).toEqual(a.descriptor);
    });

    test('moves from the digest that is expected, and from no other', async () => {
      const { repository, guarantee } = at();
      const [a, b] = (await filled(at(), 'a', 'b')) as [SampleManifest, SampleManifest];
      const early = await name(repository, a, b.descriptor.digest).catch((error: unknown) => error);
      expect(early).toBeInstanceOf(TagMoved);
      expect(early).toMatchObject({ expected: b.descriptor.digest, found: undefined });

      await name(repository, a, 'absent');
      const moved = await name(repository, b, a.descriptor.digest);
      expect(moved).toEqual({ before: a.descriptor.digest, guarantee });
      expect(await repository.resolve(tag)).toEqual(b.descriptor);

      const late = await name(repository, a, a.descriptor.digest).catch((error: unknown) => error);
      expect(late).toMatchObject({ expected: a.descriptor.digest, found: b.descriptor.digest });
      expect(await repository.resolve(tag)).toEqual(b.descriptor);
    });

    test('moves from anything when that is said', async () => {
      const { repository } = at();
      const [a, b] = (await filled(at(), 'a', 'b')) as [SampleManifest, SampleManifest];
      expect((await name(repository, a, 'anything')).before).toBeUndefined();
      expect((await name(repository, b, 'anything')).before).toBe(a.descriptor.digest);
      expect((await name(repository, b, 'anything')).before).toBe(b.descriptor.digest);
      expect(await repository.resolve(tag)).toEqual(b.descriptor);
      expect(await repository.resolve(a.descriptor.digest)).toEqual(a.descriptor);
    });

    test('stores the manifest that it names', async () => {
      const { repository } = at();
      const image = imageOf('a');
      for (const blob of image.blobs) await putSample(repository, blob);
      await name(repository, image, 'absent');
      expect(await repository.resolve(image.descriptor.digest)).toEqual(image.descriptor);
    });

    test('stands in the list in the order of its bytes', async () => {
      const { repository } = at();
      const [image] = (await filled(at(), 'a')) as [SampleManifest];
      const all = ['b', 'a.b', '_x', '1.9', 'B', '1.10', 'a-b', 'a', 'A'.repeat(128), 'a_b'];
      for (const each of all) await name(repository, image, 'absent', parseTag(each));
      const sorted = all.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(await listOf(repository.tags())).toEqual(sorted);
    });
  });
}

function races(at: () => Opened): void {
  describe('ten writers of one tag', () => {
    async function race(expected: Descriptor['digest'] | 'absent'): Promise<void> {
      const { repository, guarantee } = at();
      const images = await filled(at(), ...counted(10).map((each) => `racer ${each}`));
      const runs = await Promise.allSettled(
        images.map((image) => name(repository, image, expected)),
      );
      const won = images.filter((_, index) => runs[index]?.status === 'fulfilled');
      const lost = runs
        .filter((run) => run.status === 'rejected')
        .map(({ reason }) => reason as unknown);
      for (const reason of lost) expect(reason).toBeInstanceOf(TagMoved);
      const standing = (await repository.resolve(tag))?.digest;
      if (guarantee === 'atomic') {
        expect(won.map(({ descriptor }) => descriptor.digest)).toEqual([standing]);
      } else {
        expect(images.map(({ descriptor }) => descriptor.digest)).toContain(standing);
      }
    }

    test('that expect it to be absent: one wins, the others are told', () => race('absent'));

    test('that expect one digest: one wins, the others are told', async () => {
      const [first] = (await filled(at(), 'first')) as [SampleManifest];
      await name(at().repository, first, 'absent');
      await race(first.descriptor.digest);
    });

    test('that write ten tags: all of them stand', async () => {
      const { repository } = at();
      const [image] = (await filled(at(), 'a')) as [SampleManifest];
      const names = counted(10).map((each) => parseTag(`t${each}`));
      await Promise.all(names.map((each) => name(repository, image, 'absent', each)));
      expect(await listOf(repository.tags())).toEqual(names);
    });
  });
}

function referrers(at: () => Opened): void {
  describe('referrers', () => {
    test('tell type and annotations as the manifests themselves do', async () => {
      const { repository } = at();
      const subject = await store(repository, imageOf('a'));
      const typed = await store(repository, referrerOf(subject, 'one', 'application/x.one'));
      const untyped = await store(repository, referrerOf(subject, 'two'));
      const index = await store(
        repository,
        indexOf([], { subject, artifactType: 'application/x.i' }),
      );
      const found = await listOf(repository.referrers(subject.digest));
      expect(found).toHaveLength(3);
      expect(found).toContainEqual({
        ...typed,
        artifactType: 'application/x.one',
        annotations: { seed: 'one' },
      });
      expect(found).toContainEqual({
        ...untyped,
        artifactType: 'application/x.test',
        annotations: { seed: 'two' },
      });
      expect(found).toContainEqual({ ...index, artifactType: 'application/x.i' });
    });

    test('are chosen by type', async () => {
      const { repository } = at();
      const subject = await store(repository, imageOf('a'));
      const one = await store(repository, referrerOf(subject, 'one', 'application/x.one'));
      await store(repository, referrerOf(subject, 'two', 'application/x.two'));
      const digests = async (type: string) =>
        (await listOf(repository.referrers(subject.digest, type))).map(({ digest }) => digest);
      expect(await digests('application/x.one')).toEqual([one.digest]);
      expect(await digests('application/x.none')).toEqual([]);
    });

    test('may come before their subject and refer to each other', async () => {
      const { repository } = at();
      const image = imageOf('later');
      const first = await store(repository, referrerOf(image.descriptor, 'one', 'application/x.a'));
      const second = await store(repository, referrerOf(first, 'two', 'application/x.a'));
      await store(repository, image);
      const digests = async (subject: Descriptor) =>
        (await listOf(repository.referrers(subject.digest))).map(({ digest }) => digest);
      expect(await digests(image.descriptor)).toEqual([first.digest]);
      expect(await digests(first)).toEqual([second.digest]);
      expect(await digests(second)).toEqual([]);
    });

    test('stand once however often they are stored, and are no tags', async () => {
      const { repository } = at();
      const subject = await store(repository, imageOf('a'));
      const artifact = referrerOf(subject, 'one', 'application/x.a');
      await store(repository, artifact);
      await store(repository, artifact);
      await name(repository, artifact, 'absent', parseTag('named'));
      expect(await listOf(repository.referrers(subject.digest))).toHaveLength(1);
      expect(await listOf(repository.tags())).toEqual(['named']);
    });

    test('of ten writers at once are all kept', async () => {
      const { repository } = at();
      const subject = await store(repository, imageOf('a'));
      const stored = await Promise.all(
        counted(10).map((each) =>
          store(repository, referrerOf(subject, `${each}`, 'application/x.a')),
        ),
      );
      const found = await listOf(repository.referrers(subject.digest));
      const digests = (list: readonly Descriptor[]) => list.map(({ digest }) => digest).sort();
      expect(digests(found)).toEqual(digests(stored));
    });
  });
}

function removal(at: () => Opened, lacks: readonly Lack[]): void {
  describe('to remove', () => {
    test('a tag takes the name alone', async () => {
      const { repository } = at();
      const [image] = (await filled(at(), 'a')) as [SampleManifest];
      await name(repository, image, 'absent');
      await name(repository, image, 'absent', parseTag('stays'));
      if (lacks.includes('remove a tag')) {
        await expect(repository.remove(tag)).rejects.toThrow();
        expect(await repository.resolve(tag)).toEqual(image.descriptor);
        return;
      }
      expect(await repository.remove(tag)).toBe(true);
      expect(await repository.remove(tag)).toBe(false);
      expect(await repository.resolve(tag)).toBeUndefined();
      expect(await listOf(repository.tags())).toEqual(['stays']);
      expect(await repository.resolve(image.descriptor.digest)).toEqual(image.descriptor);
    });

    test('a manifest takes its names along', async () => {
      const { repository } = at();
      const [a, b] = (await filled(at(), 'a', 'b')) as [SampleManifest, SampleManifest];
      await name(repository, a, 'absent');
      await name(repository, a, 'absent', parseTag('also'));
      await name(repository, b, 'absent', parseTag('stays'));
      const { digest } = a.descriptor;
      if (lacks.includes('remove a manifest')) {
        await expect(repository.remove(digest)).rejects.toThrow();
        expect(await repository.resolve(digest)).toEqual(a.descriptor);
        return;
      }
      expect(await repository.remove(digest)).toBe(true);
      expect(await repository.remove(digest)).toBe(false);
      expect(await repository.resolve(digest)).toBeUndefined();
      if (lacks.includes('remove a manifest with its tags')) {
        expect((await repository.resolve(tag))?.digest).toBe(digest);
        return;
      }
      expect(await repository.manifest(tag)).toBeUndefined();
      expect(await listOf(repository.tags())).toEqual(['stays']);
      expect((await name(repository, a, 'absent')).before).toBeUndefined();
      expect(await repository.resolve(tag)).toEqual(a.descriptor);
    });

    test('a referrer takes it off the list of its subject', async () => {
      const { repository } = at();
      const subject = await store(repository, imageOf('a'));
      const one = await store(repository, referrerOf(subject, 'one', 'application/x.a'));
      const two = await store(repository, referrerOf(subject, 'two', 'application/x.a'));
      const digests = async () =>
        (await listOf(repository.referrers(subject.digest))).map(({ digest }) => digest);
      if (lacks.includes('remove a manifest')) {
        expect((await digests()).toSorted()).toEqual([one.digest, two.digest].toSorted());
        return;
      }
      expect(await repository.remove(one.digest)).toBe(true);
      expect(await digests()).toEqual([two.digest]);
      expect(await repository.remove(two.digest)).toBe(true);
      expect(await digests()).toEqual([]);
    });
  });
}
