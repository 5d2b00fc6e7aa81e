import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { moveNames, sayRelease } from '#lifecycle';
import {
  openLayout,
  parseTag,
  readOnly,
  TagImmutable,
  type Digest,
  type Repository,
  type Tag,
} from '#oci';
import { movingKinds, movingTargets, orderOf, type VersionOrder } from '#version';

import { imageOf, store } from '../oci/samples.ts';

const revisions = orderOf('revisions');
const latest = parseTag('latest');
let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ecluse-moving-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const fresh = () => openLayout(join(folder, String((count += 1))));

/** Stores an image and puts a name on it, as anybody could. */
async function push(repository: Repository, name: string, seed = name): Promise<Digest> {
  const image = imageOf(seed);
  const { digest, mediaType } = await store(repository, image);
  await repository.tag(parseTag(name), image.bytes, mediaType, 'anything');
  return digest;
}

/** Gives a version to an image and moves what it may take; gives what became of each name. */
async function release(repository: Repository, version: string, how: Partial<How> = {}) {
  await push(repository, version);
  return moved(repository, version, how);
}
interface How {
  readonly expected: readonly Digest[];
  readonly order: VersionOrder;
  /** Where names are moved; by default where the version was put. */
  readonly at: Repository;
}

async function moved(repository: Repository, version: string, how: Partial<How> = {}) {
  const image = imageOf(version);
  const { order = revisions } = how;
  const released = order.parse(version);
  if (released === undefined) throw new Error(`${version} is no version`);
  const wishes = movingTargets(released, movingKinds).map(
    ({ name: tag, line }) => ({ tag, policy: 'monotonic', version, line }) as const,
  );
  const outcomes = await moveNames(how.at ?? repository, wishes.toReversed(), {
    content: { bytes: image.bytes, descriptor: image.descriptor },
    order,
    expected: new Set(how.expected),
  });
  return Object.fromEntries([...outcomes].map(([tag, outcome]) => [tag, outcome]));
}

async function standing(repository: Repository) {
  const versions = new Map<Digest, Tag[]>();
  const names: Record<string, readonly Tag[]> = {};
  const all: (readonly [Tag, Digest | undefined])[] = [];
  for await (const tag of repository.tags()) {
    all.push([tag, (await repository.resolve(tag))?.digest]);
  }
  for (const [tag, digest] of all) {
    if (digest === undefined || revisions.parse(tag) === undefined) continue;
    versions.set(digest, [...(versions.get(digest) ?? []), tag]);
  }
  for (const [tag, digest] of all) {
    if (digest !== undefined && revisions.parse(tag) === undefined) {
      names[tag] = versions.get(digest) ?? [];
    }
  }
  return names;
}

test('a hotfix of an older line moves that line and leaves the others', async () => {
  const repository = fresh();
  for (const version of ['1.1.0', '1.2.0']) await release(repository, version);
  const outcomes = await release(repository, '1.1.9');
  expect(outcomes).toMatchObject({
    '1.1': { state: 'written', guarantee: 'atomic' },
    '1': { state: 'stays', guarantee: null, reason: '1.2.0 stands there and is higher' },
    latest: { state: 'stays', reason: '1.2.0 stands there and is higher' },
  });
  expect(await standing(repository)).toEqual({
    '1': ['1.2.0'],
    '1.1': ['1.1.9'],
    '1.2': ['1.2.0'],
    latest: ['1.2.0'],
  });
});

test('a rerun writes nothing, and completes what an ended run has left', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  await release(repository, '1.1.0');
  await repository.remove(latest);
  const completed = await moved(repository, '1.1.0');
  expect(completed).toMatchObject({ '1': { state: 'there' }, latest: { state: 'written' } });
  const again = await moved(repository, '1.1.0');
  expect(Object.values(again).map(({ state }) => state)).toEqual(['there', 'there', 'there']);
  const older = await moved(repository, '1.0.0');
  expect(older).toMatchObject({ '1.0': { state: 'there' }, latest: { state: 'stays' } });
});

test('a pre-release moves nothing and asks nothing, a revision moves on', async () => {
  const repository = fresh();
  await release(repository, '1.4.2');
  const nobody: Repository = {
    ...readOnly(repository),
    resolve: async () => Promise.reject(new Error('asked')),
  };
  const pre = await release(repository, '2.0.0-rc.1', { at: nobody });
  expect(pre).toMatchObject({
    latest: { state: 'stays', reason: '2.0.0-rc.1 is a pre-release' },
    '2': { state: 'stays' },
  });
  await release(repository, '1.4.2-r1');
  expect(await standing(repository)).toMatchObject({ latest: ['1.4.2-r1'], '1.4': ['1.4.2-r1'] });
});

test('a name that somebody put on something unknown is not moved, until a person has looked at it', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  const strange = await push(repository, 'latest', 'strange');
  const refused = await release(repository, '1.1.0');
  expect(refused.latest).toEqual({
    state: 'not evaluated',
    before: strange,
    guarantee: null,
    reason: `latest stands on ${strange}, and no version here says which one that is: it may be newer than 1.1.0, so it stays; look at it, then pass --expect ${strange}`,
  });
  expect(refused['1']).toMatchObject({ state: 'written' });
  const other = await moved(repository, '1.1.0', {
    expected: [imageOf('other').descriptor.digest],
  });
  expect(other.latest).toMatchObject({ state: 'not evaluated' });
  const looked = await moved(repository, '1.1.0', { expected: [strange] });
  expect(looked.latest).toMatchObject({ state: 'written', before: strange });
});

test('a name that stands far behind moves, by the version that its image says it has', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  const { descriptor } = imageOf('1.0.0');
  for (let patch = 1; patch <= 40; patch += 1) await push(repository, `1.0.${patch}`);
  const unknown = await moved(repository, '1.0.40');
  expect(unknown.latest).toMatchObject({ state: 'not evaluated' });
  await sayRelease(repository, descriptor, {
    version: '1.0.0',
    gitTag: 'v1.0.0',
    commit: null,
    by: 'ada',
    at: '2026-01-05T09:00:00Z',
  });
  expect(await moved(repository, '1.0.40')).toMatchObject({ latest: { state: 'written' } });
});

test('a version that an image says it has and that its tag does not confirm is not believed', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  await push(repository, 'latest', 'liar');
  await sayRelease(repository, imageOf('liar').descriptor, {
    version: '1.0.0',
    gitTag: null,
    commit: null,
    by: 'mallory',
    at: '2026-01-05T09:00:00Z',
  });
  expect(await release(repository, '1.1.0')).toMatchObject({ latest: { state: 'not evaluated' } });
});

test('a release that was written with a v before it is known for what it is', async () => {
  const repository = fresh();
  const old = await push(repository, 'v1.0.0');
  await push(repository, 'latest', 'v1.0.0');
  expect(await release(repository, '1.1.0')).toMatchObject({
    latest: { state: 'written', before: old },
  });
});

test('a name that reads as a version moves when its image says that it is another one, and is told as moved', async () => {
  const repository = fresh();
  const order = orderOf('pep440');
  const given = (version: string) =>
    sayRelease(repository, imageOf(version).descriptor, {
      version,
      gitTag: version,
      commit: null,
      by: 'ada',
      at: '2026-01-05T09:00:00Z',
    });
  expect(await release(repository, '1.4', { order })).toMatchObject({ '1': { state: 'written' } });
  await given('1.4');
  expect(await moved(repository, '1.4', { order })).toMatchObject({ '1': { state: 'there' } });
  expect(await release(repository, '1.4.1', { order })).toMatchObject({
    '1': { state: 'written', reason: '1.4.1 is higher than what it stood on' },
    '1.4': { state: 'stays' },
  });
  const version = await push(repository, '3');
  await given('3');
  expect(await release(repository, '3.1', { order })).toMatchObject({
    '3': { state: 'stays', before: version },
    latest: { state: 'written' },
  });
});

test('a dry run says what would move, moves nothing, and lists the tags once', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  await push(repository, '1.1.0');
  let lists = 0;
  const tags = () => {
    lists += 1;
    return repository.tags();
  };
  const planned = await moved(repository, '1.1.0', { at: { ...readOnly(repository), tags } });
  expect(lists).toBe(1);
  expect(planned).toMatchObject({
    latest: {
      state: 'planned',
      before: imageOf('1.0.0').descriptor.digest,
      guarantee: null,
      reason: '1.1.0 is higher than 1.0.0, the highest that stands there',
    },
  });
  expect((await standing(repository)).latest).toEqual(['1.0.0']);
});

/** The same repository with another way to put names. */
const withTag = (repository: Repository, tag: Repository['tag']): Repository => ({
  ...readOnly(repository),
  putBlob: (descriptor, open, how) => repository.putBlob(descriptor, open, how),
  putManifest: (bytes, type, how) => repository.putManifest(bytes, type, how),
  tag,
});

test('a registry that lets nobody move a name is said to be that, and the others move', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  const guarded = withTag(repository, async (name, ...rest) => {
    if (name === latest) throw new TagImmutable(name);
    return repository.tag(name, ...rest);
  });
  const outcomes = await release(repository, '1.1.0', { at: guarded });
  expect(outcomes).toMatchObject({
    '1': { state: 'written' },
    latest: {
      state: 'refused',
      reason:
        'the registry lets nobody move latest: take it out of what is immutable there, or do not ask for it',
    },
  });
});

test('somebody who moves a name between look and write is heard: the plan is made anew', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  let isFirst = true;
  const meanwhile = withTag(repository, async (name, ...rest) => {
    if (name === latest && isFirst) {
      isFirst = false;
      await release(repository, '1.2.0');
    }
    return repository.tag(name, ...rest);
  });
  const outcomes = await release(repository, '1.1.0', { at: meanwhile });
  expect(outcomes.latest).toMatchObject({
    state: 'stays',
    reason: '1.2.0 stands there and is higher',
  });
  expect(await standing(repository)).toMatchObject({ latest: ['1.2.0'], '1.1': ['1.1.0'] });
});

test('storage that cannot compare is mended when a slow write went backwards', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  const blind = (before: (name: Tag) => Promise<unknown>) =>
    withTag(repository, async (name, bytes, type) => {
      await before(name);
      const { before: was } = await repository.tag(name, bytes, type, 'anything');
      return { before: was, guarantee: 'read-back' };
    });
  let isFirst = true;
  const slow = blind(async (name) => {
    if (name !== latest || !isFirst) return;
    isFirst = false;
    await release(repository, '1.2.0');
  });
  const outcomes = await release(repository, '1.1.0', { at: slow });
  expect(outcomes).toMatchObject({
    '1.1': { state: 'written', guarantee: 'read-back' },
    latest: { state: 'stays', reason: '1.2.0 stands there and is higher' },
  });
  expect(await standing(repository)).toEqual({
    '1': ['1.2.0'],
    '1.0': ['1.0.0'],
    '1.1': ['1.1.0'],
    '1.2': ['1.2.0'],
    latest: ['1.2.0'],
  });
});

test('a name that others never leave alone is given up with a sentence', async () => {
  const repository = fresh();
  await release(repository, '1.0.0');
  let times = 0;
  const restless = withTag(repository, async (name, ...rest) => {
    if (name === latest) {
      times += 1;
      await push(repository, 'latest', times % 2 === 0 ? '1.0.0' : '0.9.0');
    }
    return repository.tag(name, ...rest);
  });
  await push(repository, '0.9.0');
  const outcomes = await release(repository, '1.1.0', { at: restless });
  expect(outcomes.latest).toMatchObject({ state: 'not evaluated' });
  expect(outcomes.latest?.reason).toContain('again and again: run it once more');
  expect(times).toBe(20);
});

test('10,000 tags are decided by a handful of reads', async () => {
  const repository = fresh();
  await release(repository, '39.24.0');
  const tags = Array.from({ length: 10_000 }, (_, at) =>
    parseTag(`${at % 39}.${Math.floor(at / 39) % 25}.${at}`),
  );
  let reads = 0;
  const large: Repository = {
    ...withTag(repository, (...all) => repository.tag(...all)),
    resolve: async (at) => {
      reads += 1;
      return repository.resolve(at);
    },
    tags: async function* () {
      yield* tags;
      yield* repository.tags();
    },
  };
  const outcomes = await release(repository, '39.24.1', { at: large });
  expect(Object.values(outcomes).map(({ state }) => state)).toEqual(Array(3).fill('written'));
  // The names and the highest version before they are written, the names again behind it.
  expect(reads).toBe(7);
});

test('a name does not go down when the digest that it stands on gets a higher version meanwhile', async () => {
  const repository = fresh();
  const first = await push(repository, '1.0.0');
  await moved(repository, '1.0.0');
  let isBefore = true;
  const late = withTag(repository, async (...named) => {
    // It stands there already, so nothing is written that the slower one could notice.
    if (isBefore) await push(repository, '1.10.0', '1.0.0');
    isBefore = false;
    return repository.tag(...named);
  });
  await release(repository, '1.9.3', { at: late });
  expect((await repository.resolve(latest))?.digest).toBe(first);
  expect((await repository.resolve(parseTag('1.9')))?.digest).not.toBe(first);
});
