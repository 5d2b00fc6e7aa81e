import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Handler } from '#io';
import {
  Corrupt,
  digestOf,
  tagList,
  mediaType,
  parseTag,
  putBytes,
  type Descriptor,
  type RegistryOptions,
  type Repository,
} from '#oci';

import type { Fault } from '../../faults.ts';
import { lagging } from '../../faults/lag.ts';
import { withoutReferrers } from '../../faults/registries.ts';
import { registryBehind, type Behind } from './registry.open.ts';
import { imageOf, indexOf, listOf, putSample, referrerOf, sample, store } from './samples.ts';

const subject = imageOf('a');
const { digest } = subject.descriptor;
const type = 'application/x.one';
const keptTag = parseTag(digest.replace(':', '-'));

const open: Behind[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function behind(change?: (handler: Handler) => Handler, faults?: readonly Fault[]) {
  const registry = await registryBehind(change, faults);
  open.push(registry);
  await store(registry.layout('acme/shop'), subject);
  return registry;
}

const digestsOf = async (at: Repository, artifactType?: string) =>
  (await listOf(at.referrers(digest, artifactType))).map((each) => each.digest).toSorted();
const sorted = (list: readonly Descriptor[]) => list.map((each) => each.digest).toSorted();

/** The layout behind our server keeps such lists too: for these clients it has none, as other registries. */
const renamed =
  (handler: Handler): Handler =>
  async (request) => {
    const url = new URL(request.url);
    url.pathname = url.pathname.replace('/manifests/sha256-', '/manifests/kept-sha256-');
    return handler({ ...request, url });
  };
const withoutApi = (handler: Handler) => withoutReferrers(renamed(handler));
/** Each manifest takes its time. */
const slowPuts = (handler: Handler): Handler => {
  const inner = withoutApi(handler);
  return async (request) => {
    if (request.method === 'PUT') await sleep(5);
    return inner(request);
  };
};

/** Puts a list of referrers under its tag, as clients keep it. */
async function keep(at: Repository, entries: readonly Descriptor[]) {
  const { bytes } = indexOf(entries);
  await at.tag(keptTag, bytes, mediaType.index, 'anything');
}

describe('a list that clients keep', () => {
  test('is read with the types and annotations of the manifests, whatever it says', async () => {
    const registry = await behind(withoutApi);
    const at = registry.at('acme/shop');
    const one = await store(at, referrerOf(subject.descriptor, 'one', type));
    const lie = { ...one, artifactType: 'application/x.lie', annotations: { seed: 'lie' } };
    await keep(at, [lie]);
    expect(await listOf(at.referrers(digest))).toEqual([
      { ...one, artifactType: type, annotations: { seed: 'one' } },
    ]);
    expect(await digestsOf(at, 'application/x.lie')).toEqual([]);
    expect(await digestsOf(at, type)).toEqual([one.digest]);
  });

  test('may name what is not there or belongs to something else: that is passed over', async () => {
    const registry = await behind(withoutApi);
    const at = registry.at('acme/shop');
    const other = await store(at, imageOf('b'));
    const foreign = await store(at, referrerOf(other, 'foreign', type));
    const mine = await store(at, referrerOf(subject.descriptor, 'mine', type));
    const gone = await store(at, referrerOf(subject.descriptor, 'gone', type));
    const layout = registry.layout('acme/shop');
    // A key that not all tools read alike: our server does not take it, and others do.
    const odd = referrerOf(subject.descriptor, 'odd', type, { Annotations: {} });
    await putBytes(layout, odd.bytes, odd.descriptor.mediaType);
    await keep(at, [odd.descriptor, gone, foreign, other, mine, mine]);
    await layout.remove(gone.digest);
    expect(await digestsOf(at)).toEqual([mine.digest]);
  });

  test('and that of a registry may have entries that are no descriptors: the others are read', async () => {
    const mine = { ...referrerOf(subject.descriptor, 'mine', type).descriptor, artifactType: type };
    const manifests = [{ mediaType: 7 }, { ...mine, digest: 'blake3:00' }, mine];
    const registry = await behind(undefined, [
      {
        path: /\/referrers\//,
        harm: {
          kind: 'answer',
          status: 200,
          headers: { 'content-type': mediaType.index },
          body: JSON.stringify({ schemaVersion: 2, mediaType: mediaType.index, manifests }),
        },
      },
    ]);
    expect(await digestsOf(registry.at('acme/shop'))).toEqual([mine.digest]);
  });

  test('and the list of the registry are both read, each referrer once', async () => {
    let isThere = false;
    const registry = await behind((handler) => {
      const without = withoutApi(handler);
      return async (request) => (isThere ? renamed(handler) : without)(request);
    });
    const early = await store(
      registry.at('acme/shop'),
      referrerOf(subject.descriptor, 'early', type),
    );
    isThere = true;
    const at = registry.at('acme/shop');
    const late = await store(at, referrerOf(subject.descriptor, 'late', type));
    expect(await digestsOf(at)).toEqual(sorted([early, late]));
    // What the registry itself no longer tells of the early one.
    const elsewhere = await behind(undefined, [
      {
        path: /\/referrers\//,
        harm: {
          kind: 'answer',
          status: 200,
          headers: { 'content-type': mediaType.index },
          body: indexOf([late]).bytes.toString(),
        },
      },
    ]);
    for (const each of ['early', 'late'])
      await store(elsewhere.layout('acme/shop'), referrerOf(subject.descriptor, each, type));
    await keep(elsewhere.at('acme/shop'), [early]);
    expect(await digestsOf(elsewhere.at('acme/shop'))).toEqual(sorted([early, late]));
  });

  test('is written a few times for ten referrers of one process, not ten times', async () => {
    const registry = await behind(withoutApi);
    const at = registry.at('acme/shop');
    const samples = Array.from({ length: 10 }, (_, index) =>
      referrerOf(subject.descriptor, String(index), type),
    );
    const stored = await Promise.all(samples.map(async (each) => store(at, each)));
    expect(await digestsOf(at)).toEqual(sorted(stored));
    expect(registry.count('PUT', /manifests\/sha256-/)).toBeLessThanOrEqual(5);
  });

  test('is written once for those that are put at once, although their manifests come one after the other', async () => {
    const registry = await behind(slowPuts, [
      { method: 'PUT', path: /manifests\/sha256:/, nth: 4, harm: { kind: 'answer', status: 403 } },
    ]);
    const at = registry.at('acme/shop');
    const samples = Array.from({ length: 10 }, (_, index) =>
      referrerOf(subject.descriptor, String(index), type),
    );
    for (const each of samples.flatMap(({ blobs }) => blobs)) await putSample(at, each);
    const put = await Promise.allSettled(
      samples.map(async ({ bytes, descriptor }) => at.putManifest(bytes, descriptor.mediaType)),
    );
    expect(put.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(registry.count('PUT', /manifests\/sha256-/)).toBe(1);
    expect(registry.count('GET', /manifests\/sha256-/)).toBe(2);
    const stored = put.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(await digestsOf(at)).toEqual(sorted(stored));
  });

  test('is written right after it was read, before all else that waits to be written', async () => {
    const registry = await behind(slowPuts);
    const at = registry.at('acme/shop');
    const referrer = referrerOf(subject.descriptor, 'one', type);
    for (const each of referrer.blobs) await putSample(at, each);
    const others = Array.from({ length: 60 }, (_, index) => indexOf([], { seed: index }));
    await Promise.all(
      [referrer, ...others].map(async ({ bytes, descriptor }) =>
        at.putManifest(bytes, descriptor.mediaType),
      ),
    );
    const asked = registry.requests.map(({ method, path }) =>
      path.includes('/manifests/sha256-') ? method : '',
    );
    expect(asked.indexOf('PUT') - asked.indexOf('GET')).toBeLessThan(20);
  });

  test('that cannot be written fails all that were to go on it, and is tried anew by the next', async () => {
    const registry = await behind(withoutApi, [
      { method: 'PUT', path: /manifests\/sha256-/, nth: 1, harm: { kind: 'answer', status: 403 } },
    ]);
    const at = registry.at('acme/shop');
    const one = referrerOf(subject.descriptor, 'one', type);
    await expect(store(at, one)).rejects.toThrow(/writing .* was denied/);
    await store(at, one);
    expect(await digestsOf(at)).toEqual([one.descriptor.digest]);
  });

  test('is waited for as long as it takes others to write who are as slow as we are', async () => {
    const now = { ms: 0 };
    const registry = await behind(withoutApi);
    const waits: number[] = [];
    const at = registry.at('acme/shop', {
      // Each look at the clock is 200 ms later.
      clock: () => (now.ms += 200),
      wait: async (ms) => {
        waits.push(ms);
      },
    });
    await store(at, referrerOf(subject.descriptor, 'one', type));
    expect(waits[0]).toBeGreaterThanOrEqual(800);
    expect(waits[0]).toBeLessThanOrEqual(3_150);
  });

  test('is written again when somebody else has written over it', async () => {
    const registry = await behind(withoutApi, [
      {
        method: 'PUT',
        path: /manifests\/sha256-/,
        nth: 1,
        harm: {
          kind: 'meanwhile',
          when: 'after',
          happens: async () => keep(registry.at('acme/shop'), [theirs.descriptor]),
        },
      },
    ]);
    const theirs = referrerOf(subject.descriptor, 'theirs', type);
    const ours = referrerOf(subject.descriptor, 'ours', type);
    await store(registry.layout('acme/shop'), theirs);
    const at = registry.at('acme/shop');
    await store(at, ours);
    expect(await digestsOf(at)).toEqual(sorted([theirs.descriptor, ours.descriptor]));
    // One of them is theirs.
    expect(registry.count('PUT', /manifests\/sha256-/)).toBe(3);
  });
});

describe('a manifest that was opened for a list', () => {
  const read = async (registry: Behind, at: Repository, found: Descriptor) => {
    const before = registry.count('GET', new RegExp(found.digest));
    const manifest = await at.manifest(found.digest);
    return { manifest, requests: registry.count('GET', new RegExp(found.digest)) - before };
  };
  async function opened(how: Partial<RegistryOptions> = {}) {
    const registry = await behind(withoutApi);
    const at = registry.at('acme/shop', how);
    const { bytes, ...one } = referrerOf(subject.descriptor, 'one', type);
    await store(at, { bytes, ...one });
    await listOf(at.referrers(digest));
    return { registry, at, bytes, descriptor: one.descriptor };
  }

  test('is not read again by who asks for it next, and is by who asks later', async () => {
    const { registry, at, bytes, descriptor } = await opened();
    const first = await read(registry, at, descriptor);
    expect(first).toEqual({ manifest: { descriptor, bytes: Buffer.from(bytes) }, requests: 0 });
    const second = await read(registry, at, descriptor);
    expect(second).toEqual({ ...first, requests: 1 });
  });

  test('is read again when a minute has passed', async () => {
    const now = { ms: 0 };
    const { registry, at, descriptor } = await opened({ clock: () => now.ms });
    now.ms += 60_001;
    expect(await read(registry, at, descriptor)).toMatchObject({ requests: 1 });
  });

  test('is gone when it was removed', async () => {
    const { at, descriptor } = await opened();
    await at.remove(descriptor.digest);
    expect(await at.manifest(descriptor.digest)).toBeUndefined();
  });

  test('is read again when many large ones were opened after it', async () => {
    const registry = await behind(withoutApi);
    const at = registry.at('acme/shop');
    const stored: Descriptor[] = [];
    for (const seed of ['1', '2', '3', '4', '5']) {
      const { bytes, blobs } = referrerOf(subject.descriptor, seed, type);
      const large = { ...(JSON.parse(bytes.toString()) as object), more: seed.repeat(3_900_000) };
      const { descriptor } = sample(JSON.stringify(large), mediaType.manifest);
      stored.push(
        await store(at, { bytes: Buffer.from(JSON.stringify(large)), descriptor, blobs }),
      );
    }
    await listOf(at.referrers(digest));
    let again = 0;
    for (const each of stored) again += (await read(registry, at, each)).requests;
    expect(again).toBe(1);
  });
});

describe('a registry that has no list', () => {
  const answering = (answer: Fault['harm']): readonly Fault[] => [
    { path: /\/referrers\//, harm: answer },
  ];
  const subjects = Array.from({ length: 10 }, (_, index) => digestOf(Buffer.from(String(index))));
  async function asked(harm: Fault['harm'], faults: readonly Fault[] = []) {
    const registry = await behind(withoutApi, [...faults, ...answering(harm)]);
    for (const name of ['acme/shop', 'acme/other']) {
      const at = registry.at(name);
      for (const each of subjects) await listOf(at.referrers(each));
    }
    return [/shop\/referrers/, /other\/referrers/].map((path) => registry.count('GET', path));
  }

  test.each([404, 405, 501])(
    'and says so with %i is asked three times, in each repository',
    async (status) => {
      expect(await asked({ kind: 'answer', status })).toEqual([3, 3]);
    },
  );

  test.each(['NAME_UNKNOWN', 'MANIFEST_UNKNOWN'])(
    'as long as there is nothing, as %s says, is asked each time',
    async (code) => {
      const body = JSON.stringify({ errors: [{ code, message: 'not there' }] });
      expect(await asked({ kind: 'answer', status: 404, body })).toEqual([10, 10]);
    },
  );

  test('for one subject alone, which it finds bad, is asked each time', async () => {
    expect(await asked({ kind: 'answer', status: 400 })).toEqual([10, 10]);
  });

  test('but had one before is asked each time', async () => {
    const list = {
      headers: { 'content-type': mediaType.index },
      body: '{"schemaVersion":2,"manifests":[]}',
    };
    const first: Fault = {
      path: /shop\/referrers/,
      nth: 1,
      harm: { kind: 'answer', status: 200, ...list },
    };
    expect(await asked({ kind: 'answer', status: 404 }, [first])).toEqual([10, 3]);
  });

  test('and whose tags were listed is asked for no list that had no tag', async () => {
    const tags = JSON.stringify({ tags: [keptTag] });
    const registry = await behind(withoutApi, [
      { path: /tags\/list/, harm: { kind: 'answer', status: 200, body: tags } },
    ]);
    const at = registry.at('acme/shop');
    await store(at, referrerOf(subject.descriptor, 'one', type));
    const listing = await tagList(at);
    expect(listing.tags).toEqual([]);
    const before = registry.count('GET', /manifests\/sha256-/);
    const found = [digest, ...subjects].map(async (each) =>
      listOf(listing.repository.referrers(each)),
    );
    expect((await Promise.all(found)).map((each) => each.length)).toEqual([
      1,
      ...subjects.map(() => 0),
    ]);
    expect(registry.count('GET', /manifests\/sha256-/) - before).toBe(1);
  });

  test('and lists no tag that keeps one is asked for each', async () => {
    const registry = await behind(withoutApi);
    await registry
      .layout('acme/shop')
      .tag(parseTag('1.0'), subject.bytes, mediaType.manifest, 'absent');
    const { tags, repository } = await tagList(registry.at('acme/shop'));
    expect(tags).toEqual(['1.0']);
    for (const each of subjects) expect(await listOf(repository.referrers(each))).toEqual([]);
    expect(registry.count('GET', /manifests\/sha256-/)).toBe(10);
  });
});

describe('a registry that says that it lists referrers', () => {
  test('is asked once whether it does, by all repositories together', async () => {
    const registry = await behind();
    for (const name of ['acme/shop', 'acme/other']) {
      await store(registry.layout(name), subject);
      for (const seed of ['one', 'two'])
        await store(registry.at(name), referrerOf(subject.descriptor, seed, type));
    }
    expect(registry.count('GET', /\/referrers\//)).toBe(1);
    expect(registry.count('PUT', /manifests\/sha256-/)).toBe(0);
  });

  test('and does not gets the list that clients keep', async () => {
    const registry = await behind((handler) =>
      withoutReferrers(renamed(handler), { claims: true }),
    );
    const at = registry.at('acme/shop');
    const stored = [];
    for (const seed of ['one', 'two'])
      stored.push(await store(at, referrerOf(subject.descriptor, seed, type)));
    expect(await digestsOf(at)).toEqual(sorted(stored));
    expect(registry.count('GET', /\/referrers\//)).toBe(2);
  });

  test.each([1, 2])('and does so %i reads later is believed', async (reads) => {
    const registry = await behind((handler) => lagging(renamed(handler), reads));
    await store(registry.at('acme/shop'), referrerOf(subject.descriptor, 'one', type));
    expect(registry.count('PUT', /manifests\/sha256-/)).toBe(0);
  });

  test('and does so much later has the referrer in both places', async () => {
    const registry = await behind((handler) => lagging(renamed(handler), 8));
    const at = registry.at('acme/shop');
    const one = await store(at, referrerOf(subject.descriptor, 'one', type));
    expect(registry.count('PUT', /manifests\/sha256-/)).toBeGreaterThan(0);
    for (let count = 0; count < 10; count += 1) await digestsOf(at);
    expect(await digestsOf(at)).toEqual([one.digest]);
  });
});

describe('a list of ten thousand referrers', () => {
  const entries = Array.from({ length: 10_000 }, (_, index) => {
    const bytes = Buffer.from(String(index));
    return {
      mediaType: mediaType.manifest,
      digest: digestOf(bytes),
      size: bytes.length,
      artifactType: index % 100 === 0 ? type : 'application/x.other',
    };
  });
  const paged = (handler: Handler): Handler => {
    return async (request) => {
      if (!request.url.pathname.includes('/referrers/')) return handler(request);
      const page = Number(request.url.searchParams.get('page') ?? 0);
      const more = page < 9 ? { link: `<?page=${page + 1}>; rel="next"` } : {};
      const manifests = entries.slice(page * 1000, (page + 1) * 1000);
      return {
        status: 200,
        headers: { 'content-type': mediaType.index, ...more },
        body: Buffer.from(JSON.stringify({ schemaVersion: 2, manifests })),
      };
    };
  };

  test('on ten pages is read in no time, and chosen from by us where the registry does not', async () => {
    const registry = await behind(paged);
    const at = registry.at('acme/shop');
    const before = performance.now();
    expect(await listOf(at.referrers(digest))).toHaveLength(10_000);
    expect(await listOf(at.referrers(digest, type))).toHaveLength(100);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(registry.requests).toHaveLength(22);
  });

  test('that its reader leaves early is not read to its end', async () => {
    const registry = await behind(paged);
    for await (const found of registry.at('acme/shop').referrers(digest)) {
      expect(found.digest).toBe(entries[0]?.digest);
      break;
    }
    expect(registry.requests).toHaveLength(1);
  });

  test('that does not end is Corrupt', async () => {
    let count = 0;
    const registry = await behind((handler) => async (request) => {
      if (!request.url.pathname.includes('/referrers/')) return handler(request);
      count += 1;
      const manifests = Array.from({ length: 5_000 }, (_, index) => ({
        ...entries[0],
        digest: digestOf(Buffer.from(`${count} ${index}`)),
      }));
      return {
        status: 200,
        headers: { 'content-type': mediaType.index, link: `<?page=${count}>; rel="next"` },
        body: Buffer.from(JSON.stringify({ schemaVersion: 2, manifests })),
      };
    });
    await expect(listOf(registry.at('acme/shop').referrers(digest))).rejects.toEqual(
      new Corrupt(
        `the list of referrers of registry.test/acme/shop@${digest}`,
        'it has more than 100000 entries',
      ),
    );
  });
});
