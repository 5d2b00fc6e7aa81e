import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import {
  Corrupt,
  Denied,
  digestOf,
  mediaType,
  NotThere,
  parseTag,
  TagImmutable,
  TagMoved,
  Unreachable,
  type RegistryOptions,
  type Repository,
} from '#oci';

import { faultProxy, type Fault, type FaultProxy, type Harm } from '../../faults.ts';
import { bytesOf, imageOf, listOf, putSample, randomSample, referrerOf, store } from './samples.ts';
import { remote, runningServer, type Running, type RunningServer } from './server.open.ts';

const tag = parseTag('1.0');
const image = imageOf('a');
const { digest } = image.descriptor;
const layer = randomSample(300_000);

let server: RunningServer;
let straight: Repository;
const open: Running[] = [];
beforeEach(async () => {
  server = await runningServer();
  straight = remote(server.url, 'acme/shop');
  await store(straight, image);
  await straight.tag(tag, image.bytes, image.descriptor.mediaType, 'absent');
  await putSample(straight, layer);
});
afterEach(async () => {
  for (const each of [...open.splice(0), server]) await each.close();
});

interface Faulty {
  readonly proxy: FaultProxy;
  readonly repository: Repository;
  readonly waits: number[];
}

async function faulty(
  faults: readonly Fault[],
  how: Partial<RegistryOptions> & { readonly seed?: number } = {},
): Promise<Faulty> {
  const proxy = await faultProxy(server.url, faults, how);
  open.push(proxy);
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  return { proxy, waits, repository: remote(proxy.url, 'acme/shop', { wait, ...how }) };
}

const says = (
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Harm => ({
  kind: 'answer',
  status,
  headers,
  body: JSON.stringify({ errors: [{ code, message: `${code.toLowerCase()} it is` }] }),
});

interface Row {
  readonly what: string;
  readonly fault: Fault;
  readonly does: (repository: Repository) => Promise<unknown>;
  readonly is: (host: string) => Error;
  readonly requests: number;
}
const manifests = /\/manifests\//;
const blobs = /\/blobs\/sha256/;
const readTag = async (repository: Repository) => repository.manifest(tag);
const readBlob = async (repository: Repository) => bytesOf(await repository.blob(layer.descriptor));
const writeBlob = async (repository: Repository) => putSample(repository, randomSample(100));
const name = 'registry.test/acme/shop';

const rows: readonly Row[] = [
  {
    what: '401 is Denied',
    fault: {
      path: manifests,
      harm: says(401, 'UNAUTHORIZED', { 'www-authenticate': 'Basic realm="x"' }),
    },
    does: readTag,
    is: (host) =>
      new Denied(
        `reading ${name}`,
        `${host} answered 401, and it says "UNAUTHORIZED: unauthorized it is"; log in with "docker login ${host}"`,
      ),
    requests: 1,
  },
  {
    what: '403 is Denied',
    fault: { method: 'POST', harm: says(403, 'DENIED') },
    does: writeBlob,
    is: (host) =>
      new Denied(
        `writing ${name}`,
        `${host} answered 403, and it says "DENIED: denied it is"; log in with "docker login ${host}"`,
      ),
    requests: 2,
  },
  {
    what: '404 of a blob is NotThere',
    fault: { path: blobs, harm: says(404, 'BLOB_UNKNOWN') },
    does: readBlob,
    is: () => new NotThere(`the blob ${layer.descriptor.digest}`, name),
    requests: 1,
  },
  {
    what: '404 of the repository, when something is written, is NotThere',
    fault: { method: 'POST', harm: says(404, 'NAME_UNKNOWN') },
    does: writeBlob,
    is: (host) =>
      new NotThere(
        'the repository',
        `${host} under ${name} (${host} answered 404, and it says "NAME_UNKNOWN: name_unknown it is")`,
      ),
    requests: 2,
  },
  {
    what: '429 without an end is Unreachable after three tries',
    fault: { path: manifests, harm: says(429, 'TOOMANYREQUESTS') },
    does: readTag,
    is: (host) =>
      new Unreachable(
        name,
        `GET http://${host} was answered 429 (too many requests; a login often has a higher limit), on the last of 3 tries, and it says "TOOMANYREQUESTS: toomanyrequests it is"`,
      ),
    requests: 3,
  },
  {
    what: '429 that asks for an hour is Unreachable at once',
    fault: { path: manifests, harm: says(429, 'TOOMANYREQUESTS', { 'retry-after': '3600' }) },
    does: readTag,
    is: (host) =>
      new Unreachable(
        name,
        `GET http://${host} was answered 429 (too many requests; a login often has a higher limit), asked to wait 3600 s, and it says "TOOMANYREQUESTS: toomanyrequests it is"`,
      ),
    requests: 1,
  },
  {
    what: '503 without an end is Unreachable after three tries',
    fault: {
      path: manifests,
      harm: {
        kind: 'answer',
        status: 503,
        headers: { 'content-type': 'text/html' },
        body: '<html>no</html>',
      },
    },
    does: readTag,
    is: (host) =>
      new Unreachable(
        name,
        `GET http://${host} was answered 503 (not available now), on the last of 3 tries`,
      ),
    requests: 3,
  },
  {
    what: 'a reset without an end is Unreachable after three tries',
    fault: { path: manifests, harm: { kind: 'reset' } },
    does: readTag,
    is: (host) =>
      new Unreachable(
        name,
        `GET http://${host} failed: the connection was reset, on the last of 3 tries`,
      ),
    requests: 3,
  },
  {
    what: 'a manifest that is cut off each time is Unreachable',
    fault: { path: manifests, harm: { kind: 'truncate', afterBytes: 20 } },
    does: readTag,
    is: (host) =>
      new Unreachable(
        name,
        `GET http://${host} failed: the connection was reset, on the last of 3 tries`,
      ),
    requests: 3,
  },
  {
    what: 'a blob that is cut off each time is Unreachable',
    fault: { path: blobs, harm: { kind: 'truncate', afterBytes: 1000 } },
    does: readBlob,
    is: (host) =>
      new Unreachable(
        name,
        `GET http://${host} failed: the connection was reset, on the last of 3 tries`,
      ),
    requests: 3,
  },
  {
    what: 'a blob with other bytes is Corrupt',
    fault: { path: blobs, harm: { kind: 'corrupt' } },
    does: readBlob,
    is: () =>
      new Corrupt(
        `the blob ${layer.descriptor.digest} of ${name}`,
        `its digest is ${flipped(layer.bytes)} and should be ${layer.descriptor.digest}`,
      ),
    requests: 1,
  },
  {
    what: 'a blob with another length is Corrupt',
    fault: {
      path: blobs,
      harm: { kind: 'answer', status: 200, headers: { 'content-length': '3' }, body: 'abc' },
    },
    does: readBlob,
    is: () =>
      new Corrupt(
        `the blob ${layer.descriptor.digest} of ${name}`,
        'it has 3 bytes and should have 300000',
      ),
    requests: 1,
  },
  {
    what: 'a blob without a length that goes on and on is Corrupt',
    fault: {
      path: blobs,
      harm: {
        kind: 'answer',
        status: 200,
        headers: { 'transfer-encoding': 'chunked' },
        body: 'x'.repeat(400_000),
      },
    },
    does: readBlob,
    is: () =>
      new Corrupt(
        `the blob ${layer.descriptor.digest} of ${name}`,
        'it has more than the 300000 bytes that were promised',
      ),
    requests: 1,
  },
  {
    what: 'a manifest with other bytes is Corrupt',
    fault: { path: manifests, harm: { kind: 'corrupt' } },
    does: async (repository) => repository.manifest(digest),
    is: () =>
      new Corrupt(
        `the manifest ${name}@${digest}`,
        `its digest is ${flipped(image.bytes)} and should be ${digest}`,
      ),
    requests: 1,
  },
  {
    what: 'a tag whose digest is a lie is Corrupt',
    fault: {
      path: manifests,
      harm: { kind: 'headers', headers: { 'docker-content-digest': layer.descriptor.digest } },
    },
    does: readTag,
    is: () =>
      new Corrupt(
        `the manifest ${name}:1.0`,
        `its digest is ${digest} and should be ${layer.descriptor.digest}`,
      ),
    requests: 1,
  },
  {
    what: 'a manifest whose type is a lie is Corrupt',
    fault: {
      path: manifests,
      harm: { kind: 'headers', headers: { 'content-type': mediaType.index } },
    },
    does: readTag,
    is: () =>
      new Corrupt(
        `the manifest ${name}:1.0`,
        `it calls itself "${mediaType.manifest}" and was given as "${mediaType.index}"`,
      ),
    requests: 1,
  },
  {
    what: 'a manifest that is no JSON is Corrupt',
    fault: { path: manifests, harm: { kind: 'answer', status: 200, body: '<html>sign in</html>' } },
    does: readTag,
    is: () => new Corrupt(`the manifest ${name}:1.0`, 'it is not JSON in UTF-8'),
    requests: 1,
  },
  {
    what: 'a manifest that is too big is Corrupt',
    fault: { path: manifests, harm: { kind: 'answer', status: 200, body: 'x'.repeat(5_000_000) } },
    does: readTag,
    is: () => new Corrupt(`the manifest ${name}:1.0`, 'it has more than 4194304 bytes'),
    requests: 1,
  },
  {
    what: 'a list of tags that is no list is Corrupt',
    fault: { path: /tags\/list/, harm: { kind: 'answer', status: 200, body: '{"tags":{"a":1}}' } },
    does: async (repository) => listOf(repository.tags()),
    is: () => new Corrupt(`the list of tags of ${name}`, '"tags" must be a list'),
    requests: 1,
  },
  {
    what: 'a tag that is none is Corrupt',
    fault: {
      path: /tags\/list/,
      harm: { kind: 'answer', status: 200, body: String.raw`{"tags":["a","\u001b[2J"]}` },
    },
    does: async (repository) => listOf(repository.tags()),
    is: () => new Corrupt(`the list of tags of ${name}`, String.raw`"\"\\u001b[2J\"" is not a tag`),
    requests: 1,
  },
  {
    what: 'a list of tags without an end is Corrupt',
    fault: {
      path: /tags\/list/,
      harm: {
        kind: 'answer',
        status: 200,
        headers: { link: '</v2/acme/shop/tags/list?n=1000>; rel="next"' },
        body: '{"tags":[]}',
      },
    },
    does: async (repository) => listOf(repository.tags()),
    is: () => new Corrupt(`the list of tags of ${name}`, 'it has no end'),
    requests: 1,
  },
  {
    what: 'a list of tags that goes on in another place is Corrupt',
    fault: {
      path: /tags\/list/,
      harm: {
        kind: 'answer',
        status: 200,
        headers: { link: '<http://other.example/>; rel="next"' },
        body: '{"tags":[]}',
      },
    },
    does: async (repository) => listOf(repository.tags()),
    is: () => new Corrupt(`the list of tags of ${name}`, 'its next page is in another place'),
    requests: 1,
  },
  {
    what: 'a list of referrers that is no index is Corrupt',
    fault: {
      path: /referrers/,
      harm: { kind: 'answer', status: 200, body: '{"schemaVersion":2,"manifests":1}' },
    },
    does: async (repository) => listOf(repository.referrers(digest)),
    is: () =>
      new Corrupt(
        `the list of referrers of ${name}@${digest}`,
        'it is no index with schemaVersion 2 and a list "manifests"',
      ),
    requests: 1,
  },
  {
    what: 'an upload that the registry finds wrong is Corrupt',
    fault: { method: 'PUT', harm: says(400, 'DIGEST_INVALID') },
    does: async (repository) =>
      putSample(repository, {
        ...layer,
        descriptor: { ...layer.descriptor, digest: digestOf(layer.bytes, 'sha512') },
      }),
    is: (host) =>
      new Corrupt(
        `the blob ${digestOf(layer.bytes, 'sha512')} for ${name}`,
        `${host} does not take it, and it says "DIGEST_INVALID: digest_invalid it is"`,
      ),
    requests: 3,
  },
  {
    what: 'a manifest whose layer is missing is NotThere',
    fault: { method: 'PUT', path: manifests, harm: says(404, 'MANIFEST_BLOB_UNKNOWN') },
    does: async (repository) => repository.putManifest(image.bytes, mediaType.manifest),
    is: (host) =>
      new NotThere(
        `something that the manifest ${name}@${digest} names`,
        `the repository (${host} refused it, and it says "MANIFEST_BLOB_UNKNOWN: manifest_blob_unknown it is")`,
      ),
    requests: 3,
  },
  {
    what: 'a manifest that is stored as another one is Corrupt',
    fault: {
      method: 'PUT',
      path: manifests,
      harm: { kind: 'headers', headers: { 'docker-content-digest': layer.descriptor.digest } },
    },
    does: async (repository) => repository.putManifest(image.bytes, mediaType.manifest),
    is: () =>
      new Corrupt(
        `the manifest ${name}@${digest}`,
        `the registry stored it as "${layer.descriptor.digest}"`,
      ),
    requests: 1,
  },
];

const flipped = (bytes: Uint8Array) => {
  const other = Buffer.from(bytes);
  other[0] = (other[0] ?? 0) ^ 1;
  return digestOf(other);
};

describe('a fault', () => {
  test.each(rows)('$what', async ({ fault, does, is, requests }) => {
    const { proxy, repository } = await faulty([fault]);
    const error: unknown = await does(repository).catch((reason: unknown) => reason);
    const expected = is(proxy.url.host);
    expect(String(error)).toBe(String(expected));
    expect(error).toBeInstanceOf(expected.constructor);
    expect(error).toMatchObject({ exit: 3 });
    expect(proxy.requests).toHaveLength(requests);
  });

  test('of a registry that is not there is Unreachable', async () => {
    const { repository, proxy } = await faulty([]);
    await open.pop()?.close();
    await expect(repository.manifest(tag)).rejects.toEqual(
      new Unreachable(name, `GET ${proxy.url.origin} failed: nothing listens there`),
    );
  });

  test('of a registry that never answers is Unreachable when the transport gives up', async () => {
    const { transport } = await import('#io');
    const { repository, proxy } = await faulty(
      [{ path: manifests, harm: { kind: 'slow', ms: 300 } }],
      {
        transport: transport({ env: new Map(), idleMs: 50 }),
      },
    );
    await expect(repository.manifest(tag)).rejects.toEqual(
      new Unreachable(
        name,
        `GET ${proxy.url.origin} failed: no byte within 0.05 s, on the last of 3 tries`,
      ),
    );
  });

  test('shows at most 120 characters of what a registry says, and no control characters', async () => {
    const message = `\u001b[2J::error::x\r\n${'y'.repeat(10_000)}`;
    const body = JSON.stringify({ errors: [{ code: 'DENIED', message }] });
    const { repository } = await faulty([{ harm: { kind: 'answer', status: 403, body } }]);
    const error: unknown = await repository.manifest(tag).catch((reason: unknown) => reason);
    expect(String(error)).toContain(String.raw`it says "DENIED: \u001b[2J::error::x\r\nyyy`);
    // eslint-disable-next-line no-control-regex
    expect(String(error)).not.toMatch(/[\u0000-\u001f]/);
    expect(String(error).length).toBeLessThan(400);
  });
});

describe('what passes', () => {
  const passing: readonly (readonly [string, Harm])[] = [
    ['429', says(429, 'TOOMANYREQUESTS')],
    ['500', { kind: 'answer', status: 500 }],
    ['502', { kind: 'answer', status: 502 }],
    ['504', { kind: 'answer', status: 504 }],
    ['a reset', { kind: 'reset' }],
  ];
  test.each(passing)('%s, twice, is not seen by anybody', async (_, harm) => {
    const twice = (fault: Omit<Fault, 'harm' | 'nth'>): readonly Fault[] =>
      [1, 2].map((nth) => ({ ...fault, nth, harm }));
    const { repository, waits } = await faulty([
      ...twice({ method: 'HEAD', path: blobs }),
      ...twice({ method: 'POST' }),
      ...twice({ method: 'PUT', path: manifests }),
      ...twice({ method: 'GET', path: /referrers/ }),
      ...twice({ method: 'DELETE' }),
    ]);
    const subject = imageOf('b');
    await store(repository, subject);
    await store(repository, referrerOf(subject.descriptor, 'one', 'application/x.a'));
    expect(await listOf(repository.referrers(subject.descriptor.digest))).toHaveLength(1);
    expect(await repository.remove(subject.descriptor.digest)).toBe(true);
    expect(waits).toHaveLength(10);
  });

  test('waits longer each time, never as long as another client', async () => {
    const { repository, waits } = await faulty([
      { path: manifests, harm: { kind: 'answer', status: 503 } },
    ]);
    for (let count = 0; count < 5; count += 1) {
      await expect(repository.manifest(tag)).rejects.toBeInstanceOf(Unreachable);
    }
    expect(new Set(waits).size).toBe(10);
    for (const [index, ms] of waits.entries()) {
      const least = index % 2 === 0 ? 300 : 900;
      expect(ms).toBeGreaterThanOrEqual(least);
      expect(ms).toBeLessThanOrEqual((least * 5) / 3);
    }
  });

  test.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    [
      'a date',
      { 'retry-after': 'Wed, 21 Oct 2015 07:28:10 GMT', date: 'Wed, 21 Oct 2015 07:28:00 GMT' },
      10_000,
    ],
    [
      'a date that is over',
      { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT', date: 'Wed, 21 Oct 2015 07:29:00 GMT' },
      0,
    ],
  ])('waits as long as Retry-After says in %s', async (_, headers, ms) => {
    const { repository, waits } = await faulty([
      { path: manifests, nth: 1, harm: says(429, 'TOOMANYREQUESTS', headers) },
    ]);
    expect((await repository.manifest(tag))?.descriptor.digest).toBe(digest);
    expect(waits).toEqual([ms]);
  });

  test('a blob that is cut off goes on where it was', async () => {
    const { repository, proxy } = await faulty([
      { path: blobs, nth: 1, harm: { kind: 'truncate', afterBytes: 100_000 } },
      { path: blobs, nth: 2, harm: { kind: 'truncate', afterBytes: 100_000 } },
    ]);
    expect(Buffer.compare(await readBlob(repository), layer.bytes)).toBe(0);
    const [first, second, third] = proxy.requests.map(({ headers }) => headers.range);
    expect(first).toBeUndefined();
    const starts = [second, third].map((range) =>
      Number(/^bytes=(\d+)-\d+$/.exec(range ?? '')?.[1]),
    );
    expect(starts[0]).toBeGreaterThan(0);
    expect(starts[1]).toBeGreaterThan(starts[0] ?? 0);
  });

  test('a server that knows no ranges sends it all again', async () => {
    const whole: Harm = {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/octet-stream' },
      body: image.blobs[1]?.bytes.toString() ?? '',
    };
    const small = image.blobs[1];
    if (small === undefined) throw new Error('the sample has a layer');
    const { repository } = await faulty([
      { path: blobs, nth: 1, harm: { kind: 'truncate', afterBytes: 5 } },
      { path: blobs, nth: 2, harm: whole },
    ]);
    expect((await bytesOf(await repository.blob(small.descriptor))).equals(small.bytes)).toBe(true);
  });

  test('an upload whose session is lost begins anew', async () => {
    const { repository, proxy } = await faulty([
      { method: 'PUT', path: /uploads/, nth: 1, harm: says(404, 'BLOB_UPLOAD_UNKNOWN') },
      { method: 'PUT', path: /uploads/, nth: 2, harm: { kind: 'reset' } },
    ]);
    const blob = randomSample(2_000_000);
    expect(await putSample(repository, blob)).toBe('stored');
    expect(proxy.requests.filter(({ method }) => method === 'POST')).toHaveLength(3);
    expect(await straight.blobSize(blob.descriptor.digest)).toBe(2_000_000);
  });

  test('an abort ends the tries', async () => {
    const stop = new AbortController();
    const { repository, proxy } = await faulty(
      [{ path: manifests, harm: { kind: 'answer', status: 503 } }],
      {
        signal: stop.signal,
        wait: async () => {
          stop.abort(new Error('enough'));
        },
      },
    );
    await expect(repository.manifest(tag)).rejects.toThrow('enough');
    expect(proxy.requests).toHaveLength(1);
  });

  test.each([1, 2, 3, 4, 5])(
    'a network that fails now and then, seed %i, loses nothing',
    async (seed) => {
      const { repository, proxy } = await faulty(
        [
          { chance: 0.03, harm: { kind: 'reset' } },
          { chance: 0.03, harm: { kind: 'answer', status: 502 } },
          { method: 'GET', chance: 0.03, harm: { kind: 'truncate', afterBytes: 50 } },
        ],
        { seed },
      );
      // Three tries are sometimes too few; what a rerun does then is the same again.
      const untilDone = async <T>(work: () => Promise<T>): Promise<T> => {
        for (;;) {
          try {
            return await work();
          } catch (error) {
            expect(error).toBeInstanceOf(Unreachable);
          }
        }
      };
      for (const each of ['a', 'b', 'c', 'd', 'e', 'f'].map((part) =>
        imageOf(part + String(seed)),
      )) {
        await untilDone(async () => store(repository, each));
        const found = await untilDone(async () => repository.manifest(each.descriptor.digest));
        expect(found?.descriptor).toEqual(each.descriptor);
      }
      expect(proxy.requests.some(({ harm }) => harm !== undefined)).toBe(true);
    },
  );
});

describe('a redirect', () => {
  const credentials = async () => ({ username: 'alice', password: 'sesame' });
  const ask: Harm = says(401, 'UNAUTHORIZED', { 'www-authenticate': 'Basic realm="x"' });

  /** A registry that wants a login once and then sends blobs away; and the place that they are sent to. */
  async function redirecting(status: number) {
    const other = await faultProxy(server.url, []);
    open.push(other);
    const { repository, proxy } = await faulty(
      [
        { path: blobs, nth: 1, harm: ask },
        {
          path: blobs,
          harm: {
            kind: 'answer',
            status,
            headers: {
              location: `${other.url.origin}/v2/acme/shop/blobs/${layer.descriptor.digest}?sig=a%2Fb`,
            },
          },
        },
      ],
      { credentials },
    );
    return { repository, proxy, other };
  }

  test.each([301, 302, 303, 307, 308])(
    'with %i to another place is followed without the login',
    async (status) => {
      const { repository, proxy, other } = await redirecting(status);
      expect(Buffer.compare(await readBlob(repository), layer.bytes)).toBe(0);
      expect(proxy.requests.at(-1)?.headers.authorization).toMatch(/^Basic /);
      expect(other.requests).toHaveLength(1);
      expect(other.requests[0]?.headers.authorization).toBeUndefined();
      expect(other.requests[0]?.path).toContain('?sig=a%2Fb');
    },
  );

  test('to another place that asks for a login gets none', async () => {
    const thief = await faultProxy(undefined, [{ harm: ask }]);
    open.push(thief);
    const { repository } = await faulty(
      [
        {
          path: blobs,
          harm: { kind: 'answer', status: 307, headers: { location: thief.url.href } },
        },
      ],
      { credentials },
    );
    await expect(readBlob(repository)).rejects.toEqual(
      new Unreachable(
        name,
        `${thief.url.host} answered 401, and it says "UNAUTHORIZED: unauthorized it is"`,
      ),
    );
    expect(thief.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test('away and back does not bring the login back', async () => {
    const { repository, proxy } = await faulty([], { credentials });
    const back = await faultProxy(undefined, [
      {
        harm: {
          kind: 'answer',
          status: 307,
          headers: { location: `${proxy.url.href}v2/victim/manifests/latest` },
        },
      },
    ]);
    open.push(back);
    const { repository: trapped, proxy: trap } = await faulty(
      [
        { path: /shop\/blobs/, nth: 1, harm: ask },
        {
          path: /shop\/blobs/,
          harm: { kind: 'answer', status: 307, headers: { location: back.url.href } },
        },
      ],
      { credentials },
    );
    await expect(readBlob(trapped)).rejects.toBeInstanceOf(NotThere);
    expect(trap.requests.at(-1)?.headers.authorization).toMatch(/^Basic /);
    expect(proxy.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    expect(await repository.hasBlob(layer.descriptor.digest)).toBe(true);
  });

  test('without an end is Unreachable', async () => {
    const { repository, proxy } = await faulty([
      { path: blobs, harm: { kind: 'answer', status: 307, headers: { location: '?again' } } },
    ]);
    await expect(readBlob(repository)).rejects.toEqual(
      new Unreachable(name, 'it redirected 5 times'),
    );
    expect(proxy.requests).toHaveLength(6);
  });

  test.each([
    ['to no URL', 'http://', 'it sent us to a place that is no URL'],
    ['to a file', 'file:///etc/passwd', 'it sent us to "file:", which is not private'],
  ])('%s is not followed', async (_, location, why) => {
    const { repository } = await faulty([
      { path: blobs, harm: { kind: 'answer', status: 307, headers: { location } } },
    ]);
    await expect(readBlob(repository)).rejects.toEqual(new Unreachable(name, why));
  });

  test('from https to http is not followed', async () => {
    const { Readable } = await import('node:stream');
    const sent: string[] = [];
    const repository = remote(new URL('https://registry.example'), 'acme/shop', {
      transport: {
        send: async ({ url }) => {
          sent.push(url.href);
          const headers = { location: 'http://169.254.169.254/latest/' };
          return { status: 307, headers, body: Readable.from([]) };
        },
      },
    });
    await expect(readBlob(repository)).rejects.toEqual(
      new Unreachable(name, 'it sent us to "http://169.254.169.254", which is not private'),
    );
    expect(sent).toHaveLength(1);
  });

  test('of an upload to another place sends the bytes there, without the login', async () => {
    const blob = randomSample(1000);
    const other = await faultProxy(undefined, [
      { method: 'PUT', harm: { kind: 'answer', status: 201 } },
    ]);
    open.push(other);
    const { repository } = await faulty(
      [
        { method: 'POST', nth: 1, harm: ask },
        {
          method: 'POST',
          harm: {
            kind: 'answer',
            status: 202,
            headers: { location: `${other.url.href}up?sig=a%2Fb%20c` },
          },
        },
      ],
      { credentials },
    );
    expect(await putSample(repository, blob)).toBe('stored');
    expect(other.requests).toHaveLength(1);
    expect(other.requests[0]).toMatchObject({
      path: `/up?sig=a%2Fb%20c&digest=${encodeURIComponent(blob.descriptor.digest)}`,
    });
    expect(other.requests[0]?.headers).toMatchObject({ 'content-length': '1000' });
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe('a tag that is written once', () => {
  const other = imageOf('b');
  const move = async (repository: Repository) =>
    repository.tag(tag, other.bytes, other.descriptor.mediaType, digest);
  beforeEach(() => store(straight, other));

  test.each<[string, Harm]>([
    ['ECR', says(400, 'TAG_INVALID')],
    ['Harbor', says(412, 'PRECONDITION')],
    ['a conflict', says(409, 'DENIED')],
    ['zot', says(403, 'DENIED')],
    [
      'Quay',
      {
        kind: 'answer',
        status: 400,
        body: '{"errors":[{"code":"UNKNOWN","message":"tag is immutable and cannot be overwritten"}]}',
      },
    ],
  ])('is TagImmutable as %s says it', async (_, harm) => {
    const { repository } = await faulty([{ method: 'PUT', path: /manifests\/1\.0$/, harm }]);
    await expect(move(repository)).rejects.toEqual(new TagImmutable(`${name}:1.0`));
  });

  test('is no error when it stands where it should', async () => {
    const { repository, proxy } = await faulty([{ method: 'PUT', harm: says(400, 'TAG_INVALID') }]);
    const moved = await repository.tag(tag, image.bytes, image.descriptor.mediaType, digest);
    expect(moved.before).toBe(digest);
    expect(proxy.requests.map(({ method }) => method)).toEqual(['HEAD']);
  });

  test('is TagMoved when somebody else wrote it in between', async () => {
    const fresh = parseTag('2.0');
    const { repository } = await faulty([
      { method: 'HEAD', path: /2\.0/, nth: 1, harm: { kind: 'answer', status: 404 } },
      { method: 'PUT', path: manifests, harm: says(400, 'TAG_INVALID') },
    ]);
    await straight.tag(fresh, image.bytes, image.descriptor.mediaType, 'absent');
    const late = repository.tag(fresh, other.bytes, other.descriptor.mediaType, 'absent');
    await expect(late).rejects.toEqual(new TagMoved(`${name}:2.0`, 'absent', digest));
  });

  test('is Denied when the login may not write at all', async () => {
    const body = '{"errors":[{"code":"DENIED","message":"permission_denied: write_package"}]}';
    const { repository } = await faulty([
      { method: 'PUT', path: manifests, harm: { kind: 'answer', status: 403, body } },
    ]);
    await expect(move(repository)).rejects.toBeInstanceOf(Denied);
  });

  test('is TagMoved when the write seemed to work and another digest stands there', async () => {
    const { repository } = await faulty([
      { method: 'PUT', path: manifests, harm: { kind: 'answer', status: 201 } },
      { harm: { kind: 'headers', headers: { 'ecluse-compares-tags': 'false' } } },
    ]);
    await expect(move(repository)).rejects.toEqual(
      new TagMoved(`${name}:1.0`, other.descriptor.digest, digest),
    );
  });
});

describe('a registry that does less', () => {
  test('without HEAD of manifests is asked with GET', async () => {
    const { repository } = await faulty([
      { method: 'HEAD', harm: { kind: 'answer', status: 405 } },
    ]);
    expect(await repository.resolve(tag)).toEqual(image.descriptor);
  });

  test('that tells no digest has it computed', async () => {
    const { repository } = await faulty([
      { path: manifests, harm: { kind: 'headers', headers: { 'docker-content-digest': '' } } },
    ]);
    expect(await repository.resolve(tag)).toEqual(image.descriptor);
  });

  test('that calls every manifest JSON has its type read from the content', async () => {
    const { repository } = await faulty([
      {
        path: manifests,
        harm: { kind: 'headers', headers: { 'content-type': 'application/json' } },
      },
    ]);
    expect(await repository.resolve(tag)).toEqual(image.descriptor);
  });

  test('that passes the filter of referrers over has it applied by us', async () => {
    const one = await store(straight, referrerOf(image.descriptor, 'one', 'application/x.one'));
    const two = await store(straight, referrerOf(image.descriptor, 'two', 'application/x.two'));
    const manifestsOfBoth = [one, two, one].map((each, index) => ({
      ...each,
      artifactType: index === 1 ? 'application/x.two' : 'application/x.one',
    }));
    const page = (link: Readonly<Record<string, string>>): Harm => ({
      kind: 'answer',
      status: 200,
      headers: { 'content-type': mediaType.index, ...link },
      body: JSON.stringify({
        schemaVersion: 2,
        mediaType: mediaType.index,
        manifests: manifestsOfBoth,
      }),
    });
    const { repository } = await faulty([
      { path: /referrers.*page=2/, harm: page({}) },
      { path: /referrers/, harm: page({ link: '<?page=2>; rel="next"' }) },
    ]);
    const found = await listOf(repository.referrers(digest, 'application/x.one'));
    expect(found.map((each) => each.digest)).toEqual([one.digest]);
    expect(await listOf(repository.referrers(digest))).toHaveLength(2);
  });

  test('that warns is heard once', async () => {
    const warned: string[] = [];
    const { repository } = await faulty(
      [{ harm: { kind: 'headers', headers: { warning: '299 - "this goes away"' } } }],
      { log: { debug: () => undefined, warn: (line) => warned.push(line) } },
    );
    await repository.manifest(tag);
    await repository.manifest(tag);
    expect(warned).toEqual(['registry.test/acme/shop warned: "this goes away"']);
  });
});
