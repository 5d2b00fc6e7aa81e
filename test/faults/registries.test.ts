import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { Handler } from '#io';
import { parseTag, serve, TagImmutable, type Repository } from '#oci';

import {
  bytesOf,
  imageOf,
  listOf,
  putSample,
  randomSample,
  referrerOf,
  store,
} from '../packages/oci/samples.ts';
import {
  remote,
  running,
  runningServer,
  type Running,
  type RunningServer,
} from '../packages/oci/server.open.ts';
import { faultProxy } from '../faults.ts';
import { lagging } from './lag.ts';
import {
  bodyLimit,
  immutableTags,
  unconditional,
  withoutReferrers,
  type ImmutableForm,
} from './registries.ts';
import { withTokens } from './tokens.ts';

const tag = parseTag('1.0');
const [a, b] = [imageOf('a'), imageOf('b')];
const { mediaType } = a.descriptor;

let server: RunningServer;
const open: Running[] = [];
beforeEach(async () => {
  server = await runningServer();
});
afterEach(async () => {
  for (const each of [...open.splice(0), server]) await each.close();
});

const ours = (): Handler => serve(server.layout, { uploads: `${server.folder}/faulty` });

async function faulty(handler: Handler): Promise<Repository> {
  const started = await running(handler);
  open.push(started);
  return remote(started.url, 'acme/shop');
}

describe('a registry with tags that are written once', () => {
  test.each<ImmutableForm>(['ecr', 'harbor', 'quay', 'docker-hub', 'zot', 'gar', 'acr'])(
    'in the form of %s refuses another digest under a name, and no other name',
    async (form) => {
      const some = (name: string) => name !== 'dev';
      const handler = immutableTags(unconditional(ours()), form, some);
      const repository = await faulty(handler);
      for (const image of [a, b]) await store(repository, image);
      await repository.tag(tag, a.bytes, mediaType, 'absent');
      const refused = repository.tag(tag, b.bytes, mediaType, 'anything');
      await expect(refused).rejects.toThrow();
      if (form !== 'acr') await expect(refused).rejects.toBeInstanceOf(TagImmutable);
      expect((await repository.resolve(tag))?.digest).toBe(a.descriptor.digest);
      await repository.tag(tag, a.bytes, mediaType, 'anything');
      for (const image of [a, b]) {
        await repository.tag(parseTag('dev'), image.bytes, mediaType, 'anything');
      }
    },
  );
});

test.each([false, true])(
  'a registry without an API for referrers (that claims one: %j) has none',
  async (claims) => {
    const repository = await faulty(withoutReferrers(ours(), { claims }));
    const subject = await store(repository, a);
    const { descriptor, bytes, blobs } = referrerOf(subject, 'x', 'application/x.a');
    for (const blob of blobs) await putSample(repository, blob);
    const kept = await repository.putManifest(bytes, descriptor.mediaType);
    const layout = server.layout('acme/shop');
    expect((await listOf(layout.referrers(subject.digest))).map(({ digest }) => digest)).toEqual([
      kept.digest,
    ]);
    if (claims) return;
    const found = await listOf(repository.referrers(subject.digest));
    expect(found.map(({ digest }) => digest)).toEqual([kept.digest]);
  },
);

test('a registry that knows no conditions gives no better guarantee than to read back', async () => {
  const repository = await faulty(unconditional(ours()));
  for (const image of [a, b]) await store(repository, image);
  const { guarantee } = await repository.tag(tag, a.bytes, mediaType, 'absent');
  expect(guarantee).toBe('read-back');
});

test('a registry with a limit for bodies takes a large blob in one PUT, and no large PATCH', async () => {
  const started = await running(bodyLimit(ours(), 1000));
  open.push(started);
  const blob = randomSample(1001);
  const url = new URL('/v2/acme/shop/blobs/uploads/', started.url);
  const begun = await fetch(url, { method: 'POST' });
  const place = new URL(begun.headers.get('location') ?? '', url);
  for (const body of [blob.bytes, new Blob([blob.bytes]).stream()]) {
    const sent = await fetch(place, { method: 'PATCH', body, duplex: 'half' });
    expect([sent.status, await sent.text()]).toEqual([416, 'request body is too large\n']);
  }
  const repository = remote(started.url, 'acme/shop');
  await putSample(repository, blob);
  expect((await bytesOf(await repository.blob(blob.descriptor))).equals(blob.bytes)).toBe(true);
});

test('a registry whose reads lag behind tells of a write only after some of them', async () => {
  const repository = await faulty(lagging(ours(), 2));
  for (const image of [a, b]) await store(server.layout('acme/shop'), image);
  const straight = await faulty(ours());
  await straight.tag(tag, a.bytes, mediaType, 'absent');
  await repository.tag(tag, b.bytes, mediaType, 'anything').catch(() => undefined);
  expect((await straight.resolve(tag))?.digest).toBe(b.descriptor.digest);
  const seen = new Set<string | undefined>();
  for (let read = 0; read < 3; read += 1) seen.add((await repository.resolve(tag))?.digest);
  expect([...seen].at(-1)).toBe(b.descriptor.digest);

  const direct = lagging(ours(), 2);
  const slow = await running(direct);
  open.push(slow);
  const place = new URL('/v2/acme/shop/manifests/late', slow.url);
  const put = await fetch(place, {
    method: 'PUT',
    headers: { 'content-type': mediaType },
    body: a.bytes.slice(),
  });
  expect(put.status).toBe(201);
  const statuses: number[] = [];
  for (let read = 0; read < 4; read += 1) statuses.push((await fetch(place)).status);
  expect(statuses).toEqual([404, 404, 200, 200]);
});

describe('a registry with a token service', () => {
  test('lets in who logged in there, for as long as a token lasts', async () => {
    let now = 0;
    const handler = withTokens(ours(), {
      users: { ada: 'secret' },
      anonymousPull: true,
      expiresS: 60,
      now: () => now,
    });
    const proxy = await faultProxy(handler, []);
    open.push(proxy);
    const { url, requests } = proxy;
    const login = async () => ({ username: 'ada', password: 'secret' });
    const repository = remote(url, 'acme/shop', { credentials: login });
    await store(repository, a);
    now = 61_000;
    await store(repository, b);
    const asked = requests.filter(({ path }) => path.startsWith('/token'));
    expect(asked.length).toBeGreaterThan(1);
    const reader = remote(url, 'acme/shop');
    expect(await reader.resolve(a.descriptor.digest)).toEqual(a.descriptor);
    await expect(putSample(reader, randomSample(10))).rejects.toThrow('denied');
    const stranger = remote(url, 'acme/shop', {
      credentials: async () => ({ username: 'ada', password: 'wrong' }),
    });
    await expect(stranger.resolve(tag)).rejects.toThrow('denied');
  });
});

test('a tag that somebody else moves in between is told of', async () => {
  const layout = server.layout('acme/shop');
  for (const image of [a, b]) await store(layout, image);
  const proxy = await faultProxy(unconditional(ours()), [
    {
      method: 'PUT',
      path: /manifests\/1\.0/,
      harm: {
        kind: 'meanwhile',
        when: 'after',
        happens: () => layout.tag(tag, b.bytes, mediaType, 'anything'),
      },
    },
  ]);
  open.push(proxy);
  const moved = remote(proxy.url, 'acme/shop').tag(tag, a.bytes, mediaType, 'absent');
  await expect(moved).rejects.toMatchObject({ found: b.descriptor.digest });
});

test('the same seed does the same harm to the same requests', async () => {
  const run = async (seed: number) => {
    const reset = { kind: 'answer', status: 418 } as const;
    const proxy = await faultProxy(ours(), [{ chance: 0.5, harm: reset }], { seed });
    const statuses: number[] = [];
    for (let at = 0; at < 30; at += 1)
      statuses.push((await fetch(new URL('/v2/', proxy.url))).status);
    await proxy.close();
    return statuses.join(' ');
  };
  const first = await run(7);
  expect(await run(7)).toBe(first);
  expect(await run(8)).not.toBe(first);
  expect(first).toMatch(/200.*418|418.*200/);
});

test('an answer that trickles comes whole in the end', async () => {
  const blob = randomSample(1000);
  await putSample(server.layout('acme/shop'), blob);
  const harm = { kind: 'trickle', bytes: 300, ms: 5 } as const;
  const proxy = await faultProxy(ours(), [{ harm }]);
  open.push(proxy);
  const repository = remote(proxy.url, 'acme/shop');
  expect((await bytesOf(await repository.blob(blob.descriptor))).equals(blob.bytes)).toBe(true);
});
