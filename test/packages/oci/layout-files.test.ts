import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import {
  Corrupt,
  hexOf,
  mediaType,
  NotThere,
  openLayout,
  parseTag,
  referrersTag,
  TagMoved,
  type Descriptor,
  type Repository,
} from '#oci';

import { localOf } from '../../../packages/oci/local.ts';
import { withTool } from '../../tools.ts';
import { fsck } from './fsck.ts';
import {
  imageOf,
  listOf,
  opened,
  putSample,
  randomSample,
  referrerOf,
  store,
  type SampleManifest,
} from './samples.ts';

const run = promisify(execFile);
const refName = 'org.opencontainers.image.ref.name';
const containerdName = 'io.containerd.image.name';
const tag = parseTag('1.0');

let folder = '';
let repository: Repository;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'files-'));
  repository = openLayout(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const fileOf = ({ digest }: Descriptor) => path.join(folder, 'blobs/sha256', hexOf(digest));
const image = imageOf('a');
const name = async (as = tag, { bytes, descriptor }: SampleManifest = image) => {
  await store(repository, image);
  return repository.tag(as, bytes, descriptor.mediaType, 'anything');
};
interface Index {
  readonly manifests: readonly (Descriptor & { readonly annotations?: Record<string, string> })[];
}
const readIndex = () => JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as Index;
const writeIndex = (value: unknown) =>
  writeFile(path.join(folder, 'index.json'), JSON.stringify(value));

test('a folder that is only read is not made', async () => {
  const nowhere = path.join(folder, 'nowhere');
  const empty = openLayout(nowhere);
  expect(await empty.resolve(tag)).toBeUndefined();
  expect(await empty.remove(tag)).toBe(false);
  expect(await listOf(empty.tags())).toEqual([]);
  expect(existsSync(nowhere)).toBe(false);
});

test('the first write makes a whole layout, the first blob included', async () => {
  await putSample(repository, randomSample(10));
  expect(readdirSync(folder).sort()).toEqual(['.ecluse', 'blobs', 'index.json', 'oci-layout']);
  expect(fsck(folder)).toEqual([]);
});

test('a layout that a crash left half made is completed', async () => {
  await mkdir(path.join(folder, 'blobs'));
  await mkdir(path.join(folder, '.ecluse'));
  await name();
  expect(fsck(folder)).toEqual([]);
});

test('a write that fails leaves nothing behind', async () => {
  const { descriptor } = randomSample(1000);
  await expect(repository.putBlob(descriptor, opened(Buffer.from('x')))).rejects.toThrow(
    `what was to become ${descriptor.digest} in ${JSON.stringify(folder)} is corrupt: it ended after 1 of 1000 bytes`,
  );
  expect(readdirSync(path.join(folder, '.ecluse'))).toEqual(['lock']);
  expect(fsck(folder)).toEqual([]);
});

test('what other tools wrote into index.json is kept', async () => {
  await store(repository, image);
  const foreign = [
    { ...image.descriptor, annotations: { [refName]: 'docker.io/library/busybox:1.0' }, x: 1 },
    { mediaType: 'a/b', digest: 'blake3:abc', size: 1, annotations: { [refName]: 'other' } },
  ];
  await writeIndex({ schemaVersion: 2, manifests: foreign, annotations: { by: 'hand' }, y: null });
  await name();
  const index = readIndex();
  expect(index.manifests.slice(0, 2)).toEqual(foreign);
  expect(index).toMatchObject({ annotations: { by: 'hand' }, y: null });
  expect(await listOf(repository.tags())).toEqual(['1.0', 'other']);
  await expect(repository.resolve(parseTag('other'))).rejects.toThrow(
    'its entry "other" is no descriptor with a known digest',
  );
});

test('an entry that containerd knows by another name loses only the tag that moves', async () => {
  await store(repository, image);
  const annotations = { [refName]: '1.0', [containerdName]: 'docker.io/library/a:1.0' };
  await writeIndex({ schemaVersion: 2, manifests: [{ ...image.descriptor, annotations }] });
  const other = imageOf('b');
  await store(repository, other);
  await name(tag, other);
  expect(readIndex().manifests.map((entry) => [entry.digest, entry.annotations])).toEqual([
    [image.descriptor.digest, { [containerdName]: 'docker.io/library/a:1.0' }],
    [other.descriptor.digest, { [refName]: '1.0' }],
  ]);
});

test('a tag that stands for two digests is corrupt until one is removed', async () => {
  const other = imageOf('b');
  for (const each of [image, other]) await store(repository, each);
  const annotations = { [refName]: '1.0' };
  const manifests = [image, other].map(({ descriptor }) => ({ ...descriptor, annotations }));
  await writeIndex({ schemaVersion: 2, manifests });
  await expect(repository.resolve(tag)).rejects.toThrow(
    '"1.0" stands in it for more than one digest',
  );
  expect(await repository.remove(other.descriptor.digest)).toBe(true);
  expect(await repository.resolve(tag)).toEqual(image.descriptor);
});

test('referrers that other tools left without a name are found, once', async () => {
  const subject = await store(repository, image);
  const ours = await store(repository, referrerOf(subject, 'ours', 'application/x.a'));
  const theirs = referrerOf(subject, 'theirs', 'application/x.a');
  await putSample(repository, theirs);
  const lie = { artifactType: 'application/x.lie', annotations: { seed: 'lie' } };
  const index = readIndex();
  await writeIndex({
    ...index,
    manifests: [...index.manifests, { ...theirs.descriptor, ...lie }, ours, image.descriptor],
  });
  const found = await listOf(repository.referrers(subject.digest));
  expect(found).toEqual([
    { ...ours, artifactType: 'application/x.a', annotations: { seed: 'ours' } },
    { ...theirs.descriptor, artifactType: 'application/x.a', annotations: { seed: 'theirs' } },
  ]);
});

test('the list of referrers has the name of the fallback, which is no tag', async () => {
  const subject = await store(repository, image);
  await store(repository, referrerOf(subject, 'x', 'application/x.a'));
  const [entry] = readIndex().manifests;
  expect(entry?.annotations).toEqual({ [refName]: `sha256-${hexOf(subject.digest)}` });
  expect(referrersTag(subject.digest)).toBe(`sha256-${hexOf(subject.digest)}`);
  expect(await listOf(repository.tags())).toEqual([]);
});

test('the list says of each what its manifest says, for tools that believe it', async () => {
  const subject = await store(repository, image);
  const one = await store(repository, referrerOf(subject, 'x', 'application/x.a'));
  const [entry] = readIndex().manifests;
  if (entry === undefined) throw new Error('there is no list');
  expect(JSON.parse(readFileSync(fileOf(entry), 'utf8'))).toMatchObject({
    manifests: [
      { digest: one.digest, artifactType: 'application/x.a', annotations: { seed: 'x' } },
    ],
  });
});

test('a referrer that is missing is named', async () => {
  const subject = await store(repository, image);
  const one = await store(repository, referrerOf(subject, 'x', 'application/x.a'));
  await rm(fileOf(one));
  const listing = listOf(repository.referrers(subject.digest));
  await expect(listing).rejects.toThrow(`${one.digest} is not in ${JSON.stringify(folder)}`);
});

test('a tag whose manifest is missing says so, and can be written anew', async () => {
  await name();
  await rm(fileOf(image.descriptor));
  await expect(repository.manifest(tag)).rejects.toBeInstanceOf(NotThere);
  expect(await repository.manifest(image.descriptor.digest)).toBeUndefined();
  await repository.tag(tag, image.bytes, mediaType.manifest, image.descriptor.digest);
  expect(await repository.resolve(tag)).toEqual(image.descriptor);
});

test('a manifest that was changed on the disk is corrupt, and is mended by being stored again', async () => {
  await name();
  await writeFile(
    fileOf(image.descriptor),
    image.bytes.map((byte) => byte ^ 1),
  );
  await expect(repository.manifest(tag)).rejects.toThrow(
    `${image.descriptor.digest} in ${JSON.stringify(folder)} is corrupt: its content does not have that digest`,
  );
  await store(repository, image);
  expect(await repository.resolve(tag)).toEqual(image.descriptor);
});

test('a blob that lost its end on the disk is corrupt, and is stored again', async () => {
  const blob = randomSample(100_000);
  await putSample(repository, blob);
  await writeFile(fileOf(blob.descriptor), blob.bytes.subarray(0, 5000));
  await expect(repository.blob(blob.descriptor)).rejects.toBeInstanceOf(Corrupt);
  expect(await putSample(repository, blob)).toBe('stored');
  expect(fsck(folder)).toEqual([]);
});

test('an index.json without measure is not read', async () => {
  await name();
  await truncate(path.join(folder, 'index.json'), 33 * 1024 * 1024);
  await expect(repository.resolve(tag)).rejects.toThrow('it has more than 33554432 bytes');
});

test('what a manifest is shows in its content when it does not say its type', async () => {
  const typed = JSON.parse(image.bytes.toString()) as object;
  const bytes = Buffer.from(JSON.stringify({ ...typed, mediaType: undefined }));
  const stored = await repository.putManifest(bytes, mediaType.manifest);
  expect(await repository.resolve(stored.digest)).toEqual(stored);
  const index = Buffer.from('{"schemaVersion":2,"manifests":[]}');
  const storedIndex = await repository.putManifest(index, mediaType.index);
  expect(await repository.resolve(storedIndex.digest)).toEqual(storedIndex);
});

test('what unknown processes left is swept away after a day', async () => {
  await mkdir(path.join(folder, '.ecluse'));
  const [old, young] = ['old', 'young'].map((each) => path.join(folder, '.ecluse', each));
  for (const each of [old, young]) await writeFile(each ?? '', '');
  await utimes(old ?? '', 1, 1);
  await name();
  expect(readdirSync(path.join(folder, '.ecluse')).sort()).toEqual(['lock', 'young']);
});

test.each([
  ['index.json', 'no JSON', 'it is not JSON in UTF-8'],
  ['index.json', '', 'it is not JSON in UTF-8'],
  [
    'index.json',
    '{"schemaVersion":1}',
    'it is no index with schemaVersion 2 and a list "manifests"',
  ],
  ['index.json', '{"schemaVersion":2,"manifests":[1]}', 'it is no index with schemaVersion 2'],
  ['oci-layout', '{"imageLayoutVersion":"2.0.0"}', 'its imageLayoutVersion must be "1.0.0"'],
])('a %s of %s is corrupt, and nothing is written over it', async (file, text, why) => {
  await name();
  await writeFile(path.join(folder, file), text);
  await expect(openLayout(folder).resolve(tag)).rejects.toThrow(why);
  const writing = openLayout(folder).tag(tag, image.bytes, mediaType.manifest, 'anything');
  await expect(writing).rejects.toBeInstanceOf(Corrupt);
  expect(readFileSync(path.join(folder, file), 'utf8')).toBe(text);
});

test.each(['index.json', 'oci-layout', 'blobs', 'blobs/sha256', '.ecluse'])(
  '%s that is a link is not followed',
  async (part) => {
    await name();
    const outside = await mkdtemp(path.join(tmpdir(), 'outside-'));
    await rename(path.join(folder, part), path.join(outside, 'it'));
    await symlink(path.join(outside, 'it'), path.join(folder, part));
    const fresh = openLayout(folder);
    if (part !== '.ecluse')
      await expect(fresh.resolve(tag)).rejects.toThrow('links are not followed');
    const inside = () => readdirSync(outside, { recursive: true }).sort();
    const before = inside();
    await expect(putSample(fresh, randomSample(10))).rejects.toThrow('links are not followed');
    expect(inside()).toEqual(before);
    await rm(outside, { recursive: true });
  },
);

test.each([
  [0o644, 0o444],
  [0o600, 0o400],
])('a file of mode %i that becomes a blob is for nobody else than before', async (mode, then) => {
  const { descriptor, bytes } = randomSample(1000);
  await repository.tag(tag, image.bytes, image.descriptor.mediaType, 'anything');
  const file = path.join(folder, 'upload');
  await writeFile(file, bytes, { mode });
  expect(await localOf(repository)?.takeBlob(descriptor, file)).toBe(true);
  expect(statSync(fileOf(descriptor)).mode & 0o777).toBe(then);
});

test('a blob that is a link or a pipe is not read', async () => {
  const blob = randomSample(10);
  await putSample(repository, blob);
  await rename(fileOf(blob.descriptor), path.join(folder, 'elsewhere'));
  await symlink(path.join(folder, 'elsewhere'), fileOf(blob.descriptor));
  await expect(repository.blob(blob.descriptor)).rejects.toThrow('links are not followed');
  expect(await repository.hasBlob(blob.descriptor.digest)).toBe(false);
  await rm(fileOf(blob.descriptor));
  await run('mkfifo', [fileOf(blob.descriptor)]);
  await expect(repository.blob(blob.descriptor)).rejects.toBeInstanceOf(NotThere);
});

test('two handles of one folder see what the other writes', async () => {
  const other = openLayout(folder);
  await name();
  expect(await other.resolve(tag)).toEqual(image.descriptor);
  const writing = other.tag(tag, image.bytes, mediaType.manifest, 'absent');
  await expect(writing).rejects.toBeInstanceOf(TagMoved);
});

test('a stream that nobody reads leaves no file open', async () => {
  const blob = randomSample(1000);
  await putSample(repository, blob);
  const openFiles = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
  const before = openFiles();
  const streams = await Promise.all(
    Array.from({ length: 50 }, () => repository.blob(blob.descriptor)),
  );
  for (const stream of streams) stream.destroy();
  for (let wait = 0; openFiles() > before && wait < 100; wait++) {
    await new Promise((done) => setTimeout(done, 10));
  }
  expect(openFiles()).toBeLessThanOrEqual(before);
});

test('a file in the place of the folder is a sentence', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  expect(await openLayout(file).resolve(tag)).toBeUndefined();
  await expect(putSample(openLayout(file), randomSample(10))).rejects.toThrow(
    `${JSON.stringify(file)} could not be reached: a file stands where a folder must be`,
  );
});

test('a disk that takes no more is one sentence, and nothing of the blob stays', async () => {
  // A limit on the size of files stands for a full disk, which only root could make.
  const script = path.join(import.meta.dirname, 'layout-full.ts');
  const { stdout } = await run('bash', [
    '-c',
    'ulimit -f 100; exec "$@"',
    'bash',
    process.execPath,
    script,
    folder,
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    code: 'disk-full',
    exit: 3,
    message: `${JSON.stringify(folder)} cannot be written: its disk takes no file of that size`,
  });
  expect(readdirSync(path.join(folder, '.ecluse'))).toEqual(['lock']);
  expect(fsck(folder)).toEqual([]);
});

withTool('skopeo', 'skopeo reads what we wrote, and we what it writes', async ({ skopeo }) => {
  const subject = await store(repository, image);
  await store(repository, referrerOf(subject, 'x', 'application/x.a'));
  await name();
  const { stdout } = await run(skopeo, ['inspect', '--raw', `oci:${folder}:1.0`]);
  expect(stdout).toBe(image.bytes.toString());

  await run(skopeo, ['copy', '--insecure-policy', `oci:${folder}:1.0`, `oci:${folder}:theirs`]);
  expect(await listOf(repository.tags())).toEqual(['1.0', 'theirs']);
  expect(await repository.resolve(parseTag('theirs'))).toEqual(image.descriptor);
  expect(await listOf(repository.referrers(subject.digest))).toHaveLength(1);

  const other = path.join(folder, 'other');
  await run(skopeo, ['copy', '--insecure-policy', `oci:${folder}:1.0`, `oci:${other}:2.0`]);
  // It compresses the layer on the way, and so makes another manifest.
  const found = await openLayout(other).manifest(parseTag('2.0'));
  expect(found?.descriptor.mediaType).toBe(mediaType.manifest);
  expect(fsck(other)).toEqual([]);
  expect(fsck(folder)).toEqual([]);
});

withTool('oras', 'oras lists our tags and referrers', async ({ oras }) => {
  const subject = await store(repository, image);
  const one = await store(repository, referrerOf(subject, 'x', 'application/x.a'));
  await name();
  const tags = await run(oras, ['repo', 'tags', '--oci-layout', folder]);
  expect(tags.stdout.split('\n')).toContain('1.0');
  const at = `${folder}@${subject.digest}`;
  const found = await run(oras, ['discover', '--oci-layout', '--format', 'json', at]);
  expect(found.stdout).toContain(one.digest);
  expect(found.stdout).toContain('application/x.a');
});

test('a blob that was spoilt is stored again, whatever its size', async () => {
  const blob = randomSample(5000);
  await putSample(repository, blob);
  const file = fileOf(blob.descriptor);
  for (const bytes of [Buffer.alloc(5000, 'x'), Buffer.alloc(4999, 'x')]) {
    await rm(file);
    await writeFile(file, bytes, { mode: 0o444 });
    expect(await putSample(repository, blob)).toBe('stored');
    expect(readFileSync(file).equals(blob.bytes)).toBe(true);
  }
  await rm(file);
  await writeFile(file, blob.bytes);
  expect(await putSample(repository, blob)).toBe('there');
});
