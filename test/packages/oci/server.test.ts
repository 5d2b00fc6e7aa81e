import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { transport } from '#io';
import { digestOf, mediaType, parseTag, serve, type Digest, type Repository } from '#oci';

import { imageOf, listOf, opened, putSample, randomSample, referrerOf, store } from './samples.ts';
import { remote, running, runningServer, type RunningServer } from './server.open.ts';

const wire = transport({ env: new Map() });
const { signal } = new AbortController();
const image = imageOf('a');
const { digest } = image.descriptor;
const blob = randomSample(1000);

let server: RunningServer;
let layout: Repository;
beforeEach(async () => {
  server = await runningServer();
  layout = server.layout('acme/shop');
});
afterEach(() => server.close());

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
  /** Of the error document. */
  readonly code: string | undefined;
}

async function ask(
  method: string,
  path: string,
  how: { readonly headers?: Readonly<Record<string, string>>; readonly body?: Uint8Array } = {},
  base = server.url,
): Promise<Reply> {
  const { headers = {}, body } = how;
  const url = new URL(path, base);
  const answer = await wire.send({ method, url, headers, signal, ...(body && { body }) });
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  const text = bytes.toString();
  const document = text.startsWith('{"errors"')
    ? (JSON.parse(text) as { readonly errors: readonly [{ readonly code: string }] })
    : undefined;
  return { status: answer.status, headers: answer.headers, bytes, code: document?.errors[0].code };
}

const begin = async (): Promise<string> => {
  const { status, headers } = await ask('POST', '/v2/acme/shop/blobs/uploads/');
  expect(status).toBe(202);
  return headers.location ?? '';
};

describe('the API', () => {
  test('says that it is there', async () => {
    for (const path of ['/v2/', '/v2']) {
      const { status, headers } = await ask('GET', path);
      expect([status, headers['docker-distribution-api-version']]).toEqual([200, 'registry/2.0']);
    }
  });

  test.each([
    ['GET', '/', 404, 'UNSUPPORTED'],
    ['GET', '/v2/_catalog', 404, 'UNSUPPORTED'],
    ['GET', '/v2/acme/shop/manifests/1.0', 404, 'MANIFEST_UNKNOWN'],
    ['GET', `/v2/acme/shop/manifests/${digest}`, 404, 'MANIFEST_UNKNOWN'],
    ['GET', '/v2/acme/shop/manifests/-bad', 400, 'MANIFEST_INVALID'],
    ['GET', '/v2/acme/shop/manifests/sha256:bad', 400, 'DIGEST_INVALID'],
    ['GET', '/v2/acme/none/tags/list', 404, 'NAME_UNKNOWN'],
    ['DELETE', `/v2/acme/shop/blobs/${digest}`, 404, 'BLOB_UNKNOWN'],
    ['POST', '/v2/acme/shop/blobs/uploads/?digest-algorithm=md5', 400, 'UNSUPPORTED'],
    ['DELETE', '/v2/acme/shop/manifests/1.0', 404, 'MANIFEST_UNKNOWN'],
    ['POST', '/v2/acme/shop/manifests/1.0', 405, 'UNSUPPORTED'],
    ['GET', `/v2/acme/shop/blobs/${digest}`, 404, 'BLOB_UNKNOWN'],
    ['GET', '/v2/acme/shop/blobs/sha256:0', 400, 'DIGEST_INVALID'],
    ['GET', '/v2/acme/shop/referrers/1.0', 400, 'DIGEST_INVALID'],
    ['GET', '/v2/acme/shop/blobs/uploads/none', 404, 'BLOB_UPLOAD_UNKNOWN'],
    ['PATCH', '/v2/acme/shop/blobs/uploads/none', 404, 'BLOB_UPLOAD_UNKNOWN'],
    ['PUT', `/v2/acme/shop/blobs/uploads/none?digest=${digest}`, 404, 'BLOB_UPLOAD_UNKNOWN'],
    ['DELETE', '/v2/acme/shop/blobs/uploads/none', 404, 'BLOB_UPLOAD_UNKNOWN'],
    ['GET', '/v2/Acme/tags/list', 400, 'NAME_INVALID'],
    ['GET', '/v2/..%2f..%2fetc/tags/list', 400, 'NAME_INVALID'],
    ['GET', '/v2/a%00b/tags/list', 400, 'NAME_INVALID'],
    ['GET', '/v2/a:1/tags/list', 400, 'NAME_INVALID'],
    ['GET', '/v2/%ff/tags/list', 400, 'NAME_INVALID'],
  ])('answers %s %s with %i %s', async (method, path, status, code) => {
    const reply = await ask(method, path);
    expect([reply.status, reply.code]).toEqual([status, code]);
    expect(await readdir(server.folder)).toEqual([]);
  });

  test('of a server that is read only reads, and writes nothing', async () => {
    await store(layout, image);
    const inner = serve(() => layout);
    const readOnly = await running(inner);
    try {
      const at = async (method: string, path: string) =>
        (await ask(method, path, {}, readOnly.url)).status;
      expect(await at('GET', `/v2/acme/shop/manifests/${digest}`)).toBe(200);
      expect(await at('HEAD', `/v2/acme/shop/manifests/${digest}`)).toBe(200);
      expect(await at('PUT', '/v2/acme/shop/manifests/1.0')).toBe(405);
      expect(await at('DELETE', `/v2/acme/shop/manifests/${digest}`)).toBe(405);
      expect(await at('POST', '/v2/acme/shop/blobs/uploads/')).toBe(405);
    } finally {
      await readOnly.close();
    }
  });

  test('is none for pages of the web', async () => {
    const reply = await ask('GET', '/v2/', { headers: { origin: 'https://evil.test' } });
    expect([reply.status, reply.code]).toEqual([403, 'DENIED']);
  });

  test('warns in the words that it is given', async () => {
    const warning = 'this "goes" away';
    const warns = await running(serve(() => layout, { warning }));
    try {
      const { headers } = await ask('GET', '/v2/', {}, warns.url);
      expect(headers.warning).toBe(String.raw`299 - "this \"goes\" away"`);
    } finally {
      await warns.close();
    }
  });

  test('tells nobody where things are on this machine', async () => {
    await mkdir(join(server.folder, 'store/acme'), { recursive: true });
    await writeFile(join(server.folder, 'store/acme/shop'), 'a file in the way');
    const upload = await ask('PUT', `${await begin()}?digest=${blob.descriptor.digest}`, {
      body: blob.bytes,
    });
    expect([upload.status, upload.code]).toEqual([503, 'UNKNOWN']);
    expect(upload.bytes.toString()).not.toContain(server.folder);
  });
});

describe('a manifest', () => {
  test('is given with its type, length and digest, and without its bytes to HEAD', async () => {
    await store(layout, image);
    const known = {
      'content-type': mediaType.manifest,
      'content-length': String(image.bytes.length),
      'docker-content-digest': digest,
      etag: `"${digest}"`,
    };
    const got = await ask('GET', `/v2/acme/shop/manifests/${digest}`);
    expect(got.headers).toMatchObject(known);
    expect(got.bytes.equals(image.bytes)).toBe(true);
    const head = await ask('HEAD', `/v2/acme/shop/manifests/${encodeURIComponent(digest)}`);
    expect(head.headers).toMatchObject(known);
    expect(head.bytes).toHaveLength(0);
  });

  test('is not given again to those who have it', async () => {
    await store(layout, image);
    const at = async (tag: string) =>
      ask('GET', `/v2/acme/shop/manifests/${digest}`, { headers: { 'if-none-match': tag } });
    expect((await at(`"x", "${digest}"`)).status).toBe(304);
    expect((await at('"x"')).status).toBe(200);
  });

  const put = async (
    at: string,
    bytes: Uint8Array,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    ask('PUT', `/v2/acme/shop/manifests/${at}`, {
      headers: { 'content-type': mediaType.manifest, ...headers },
      body: bytes,
    });

  test.each([
    ['another digest', `sha256:${'0'.repeat(64)}`, image.bytes, 400, 'DIGEST_INVALID'],
    ['a blob that is not here', '1.0', image.bytes, 400, 'MANIFEST_BLOB_UNKNOWN'],
    ['no JSON', '1.0', Buffer.from('oops'), 400, 'MANIFEST_INVALID'],
    ['too many bytes', '1.0', Buffer.alloc(4 * 1024 * 1024 + 1, ' '), 413, 'SIZE_INVALID'],
  ])('with %s is refused', async (_, at, bytes, status, code) => {
    const reply = await put(at, bytes);
    expect([reply.status, reply.code]).toEqual([status, code]);
  });

  test('is compared with what stands there when the client asks for it', async () => {
    const other = imageOf('b');
    await store(layout, image);
    await store(layout, other);
    const absent = { 'if-none-match': '*' };
    expect((await put('1.0', image.bytes, absent)).status).toBe(201);
    expect((await put('1.0', other.bytes, absent)).status).toBe(412);
    expect((await put('1.0', other.bytes, { 'if-match': '"nonsense"' })).status).toBe(412);
    const moved = { 'if-match': `"${digest}"` };
    expect((await put('1.0', other.bytes, moved)).status).toBe(201);
    expect((await put('1.0', image.bytes, moved)).status).toBe(412);
    expect((await layout.resolve(parseTag('1.0')))?.digest).toBe(other.descriptor.digest);
  });

  test('keeps the digest that it is put under, by sha512 too, and takes tags on the way', async () => {
    for (const each of image.blobs) await putSample(layout, each);
    const long = digestOf(image.bytes, 'sha512');
    const reply = await put(`${long}?tag=1.0&tag=2.0`, image.bytes);
    expect([reply.status, reply.headers['docker-content-digest']]).toEqual([201, long]);
    expect(reply.headers['oci-tag']).toBe('1.0, 2.0');
    expect(reply.headers.location).toBe(`/v2/acme/shop/manifests/${long}`);
    for (const at of ['1.0', '2.0', long]) {
      const got = await ask('HEAD', `/v2/acme/shop/manifests/${at}`);
      expect([got.status, got.headers['docker-content-digest']]).toEqual([200, long]);
    }
    expect((await put(`${digest}?tag=-bad`, image.bytes)).code).toBe('MANIFEST_INVALID');
    expect((await put('3.0', image.bytes)).headers['oci-tag']).toBeUndefined();
    const many = Array.from({ length: 101 }, (_, index) => `tag=t${index}`).join('&');
    expect((await put(`${digest}?${many}`, image.bytes)).status).toBe(414);
  });

  test('under a tag is written only where the condition holds', async () => {
    const [a, b] = [imageOf('a'), imageOf('b')];
    for (const each of [a, b]) await store(layout, each);
    const [tagA, tagB] = [`"${a.descriptor.digest}"`, `"${b.descriptor.digest}"`];
    const at = async (bytes: Uint8Array, headers: Readonly<Record<string, string>>) =>
      (await put('1.0', bytes, headers)).status;
    expect(await at(a.bytes, { 'if-match': '*' })).toBe(412);
    expect(await at(a.bytes, { 'if-match': tagA })).toBe(412);
    expect(await at(a.bytes, { 'if-none-match': '*' })).toBe(201);
    expect(await at(b.bytes, { 'if-none-match': '*' })).toBe(412);
    expect(await at(b.bytes, { 'if-none-match': `"x", ${tagA}` })).toBe(412);
    expect(await at(b.bytes, { 'if-match': tagB })).toBe(412);
    expect(await at(b.bytes, { 'if-match': 'nonsense' })).toBe(412);
    expect(await layout.resolve(parseTag('1.0'))).toEqual(a.descriptor);
    expect(await at(b.bytes, { 'if-match': `"x", ${tagA}` })).toBe(201);
    expect(await at(a.bytes, { 'if-match': '*', 'if-none-match': tagA })).toBe(201);
    expect(await at(b.bytes, { 'if-none-match': tagB })).toBe(201);
    expect(await layout.resolve(parseTag('1.0'))).toEqual(b.descriptor);
  });

  test('that names what is not here is taken by a server that is told so', async () => {
    const sparse = await running(
      serve(server.layout, { uploads: join(server.folder, 'uploads'), sparse: true }),
    );
    try {
      const path = '/v2/acme/shop/manifests/1.0';
      const headers = { 'content-type': mediaType.manifest };
      const reply = await ask('PUT', path, { headers, body: image.bytes }, sparse.url);
      expect(reply.status).toBe(201);
    } finally {
      await sparse.close();
    }
  });

  test('with a subject is listed by it, and the answer says so', async () => {
    const one = referrerOf(image.descriptor, 'one', 'application/x.one');
    const two = referrerOf(image.descriptor, 'two', 'application/x.two');
    for (const { bytes, blobs } of [one, two]) {
      for (const each of blobs) await putSample(layout, each);
      const reply = await put(digestOf(bytes), bytes);
      expect(reply.headers['oci-subject']).toBe(digest);
    }
    const all = await ask('GET', `/v2/acme/shop/referrers/${digest}`);
    expect(all.headers['content-type']).toBe(mediaType.index);
    expect(all.headers['oci-filters-applied']).toBeUndefined();
    expect(JSON.parse(all.bytes.toString())).toMatchObject({ manifests: [{}, {}] });
    const some = await ask(
      'GET',
      `/v2/acme/shop/referrers/${digest}?artifactType=application/x.two`,
    );
    expect(some.headers['oci-filters-applied']).toBe('artifactType');
    expect(JSON.parse(some.bytes.toString())).toEqual({
      schemaVersion: 2,
      mediaType: mediaType.index,
      manifests: [
        { ...two.descriptor, artifactType: 'application/x.two', annotations: { seed: 'two' } },
      ],
    });
  });

  test('lists what refers to it in pages, from which nothing is missing when some go', async () => {
    for (const seed of ['1', '2', '3', '4', '5']) {
      await store(layout, referrerOf(image.descriptor, seed, 'application/x.a'));
    }
    const page = async (path: string) => {
      const { bytes, headers } = await ask('GET', path);
      const { manifests } = JSON.parse(bytes.toString()) as {
        readonly manifests: readonly { readonly digest: Digest }[];
      };
      const next = /^<([^>]+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
      return { digests: manifests.map((each) => each.digest), next };
    };
    const first = await page(`/v2/acme/shop/referrers/${digest}?n=2&artifactType=application/x.a`);
    await layout.remove(first.digests[0] ?? digest);
    const second = await page(first.next ?? '');
    const third = await page(second.next ?? '');
    expect([first, second, third].map(({ digests }) => digests.length)).toEqual([2, 2, 1]);
    expect(third.next).toBeUndefined();
    const all = [...first.digests, ...second.digests, ...third.digests];
    expect(new Set(all).size).toBe(5);
    expect(await listOf(remote(server.url, 'acme/shop').referrers(digest))).toHaveLength(4);
  });
});

describe('tags', () => {
  test('come in pages that link to each other', async () => {
    await store(layout, image);
    const all = ['a', 'b', 'c', 'd', 'e'];
    for (const tag of all)
      await layout.tag(parseTag(tag), image.bytes, mediaType.manifest, 'absent');
    const page = async (path: string) => {
      const { bytes, headers } = await ask('GET', path);
      return { ...(JSON.parse(bytes.toString()) as object), link: headers.link };
    };
    const list = '/v2/acme/shop/tags/list';
    expect(await page(list)).toEqual({ name: 'acme/shop', tags: all, link: undefined });
    expect(await page(`${list}?n=2`)).toEqual({
      name: 'acme/shop',
      tags: ['a', 'b'],
      link: `<${list}?n=2&last=b>; rel="next"`,
    });
    expect(await page(`${list}?n=2&last=d`)).toMatchObject({ tags: ['e'], link: undefined });
    expect(await page(`${list}?n=0`)).toMatchObject({ tags: [], link: undefined });
    expect(await page(`${list}?last=bb`)).toMatchObject({ tags: ['c', 'd', 'e'] });
  });

  test('of several pages are all seen by our own client', async () => {
    await store(layout, image);
    const all = ['a', 'b', 'c', 'd', 'e'];
    for (const tag of all)
      await layout.tag(parseTag(tag), image.bytes, mediaType.manifest, 'absent');
    const inner = serve(() => layout);
    const short = await running(async (request) => {
      if (!request.url.searchParams.has('n')) return inner(request);
      const url = new URL(request.url);
      url.searchParams.set('n', '2');
      return inner({ ...request, url });
    });
    try {
      const found: string[] = [];
      for await (const tag of remote(short.url, 'acme/shop').tags()) found.push(tag);
      expect(found).toEqual(all);
    } finally {
      await short.close();
    }
  });
});

describe('a blob', () => {
  beforeEach(() => putSample(layout, blob));
  const path = `/v2/acme/shop/blobs/${blob.descriptor.digest}`;

  test('is given with length and digest', async () => {
    const got = await ask('GET', path);
    expect(got.headers).toMatchObject({
      'content-length': '1000',
      'content-type': 'application/octet-stream',
      'docker-content-digest': blob.descriptor.digest,
      'accept-ranges': 'bytes',
    });
    expect(got.bytes.equals(blob.bytes)).toBe(true);
    expect((await ask('HEAD', path)).headers['content-length']).toBe('1000');
  });

  test.each([
    ['bytes=0-9', 206, 0, 10],
    ['bytes=990-', 206, 990, 1000],
    ['bytes=990-5000', 206, 990, 1000],
    ['bytes=-10', 206, 990, 1000],
    ['bytes=-5000', 206, 0, 1000],
    ['bytes=999-999', 206, 999, 1000],
    ['bytes=0-1,3-4', 200, 0, 1000],
    ['bytes=-', 200, 0, 1000],
    ['lines=1-2', 200, 0, 1000],
  ])('by the range %s answers %i', async (range, status, from, to) => {
    const got = await ask('GET', path, { headers: { range } });
    expect(got.status).toBe(status);
    expect(got.bytes.equals(blob.bytes.subarray(from, to))).toBe(true);
    expect(got.headers['content-range']).toBe(
      status === 206 ? `bytes ${from}-${to - 1}/1000` : undefined,
    );
  });

  test.each(['bytes=1000-', 'bytes=-0', 'bytes=9-0'])(
    'has nothing in the range %s',
    async (range) => {
      const got = await ask('GET', path, { headers: { range } });
      expect([got.status, got.headers['content-range']]).toEqual([416, 'bytes */1000']);
    },
  );
});

describe('to delete a blob', () => {
  const path = (of: string) => `/v2/acme/shop/blobs/${of}`;

  test('takes it', async () => {
    await putSample(layout, blob);
    const at = path(blob.descriptor.digest);
    expect((await ask('DELETE', at)).status).toBe(202);
    expect((await ask('DELETE', at)).code).toBe('BLOB_UNKNOWN');
    expect((await ask('HEAD', at)).status).toBe(404);
  });

  test('never takes a manifest, which others may point to', async () => {
    await store(layout, image);
    const reply = await ask('DELETE', path(digest));
    expect([reply.status, reply.code]).toEqual([405, 'UNSUPPORTED']);
    expect(await layout.resolve(digest)).toEqual(image.descriptor);
  });

  test('is not done by storage that cannot', async () => {
    await putSample(layout, blob);
    const relay = await running(
      serve((name) => remote(server.url, name), { uploads: join(server.folder, 'relay') }),
    );
    try {
      const reply = await ask('DELETE', path(blob.descriptor.digest), {}, relay.url);
      expect([reply.status, reply.code]).toEqual([405, 'UNSUPPORTED']);
    } finally {
      await relay.close();
    }
  });
});

describe('a server over another registry', () => {
  test('passes blobs on in both directions, ranges too', async () => {
    const relay = await running(
      serve((name) => remote(server.url, name), { uploads: join(server.folder, 'relay') }),
    );
    try {
      const begun = await ask('POST', '/v2/acme/shop/blobs/uploads/', {}, relay.url);
      const at = begun.headers.location ?? '';
      await ask('PATCH', at, { body: blob.bytes.subarray(0, 400) }, relay.url);
      const end = `${at}?digest=${blob.descriptor.digest}`;
      const ended = await ask('PUT', end, { body: blob.bytes.subarray(400) }, relay.url);
      expect(ended.status).toBe(201);
      expect(await layout.blobSize(blob.descriptor.digest)).toBe(1000);
      const path = `/v2/acme/shop/blobs/${blob.descriptor.digest}`;
      const part = await ask('GET', path, { headers: { range: 'bytes=10-19' } }, relay.url);
      expect([part.status, part.bytes]).toEqual([206, Buffer.from(blob.bytes.subarray(10, 20))]);
      expect((await ask('GET', path, {}, relay.url)).bytes.equals(blob.bytes)).toBe(true);
    } finally {
      await relay.close();
    }
  });
});

describe('an upload', () => {
  const finish = (at: string, body?: Uint8Array, of = blob.descriptor.digest) =>
    ask('PUT', `${at}?digest=${of}`, body === undefined ? {} : { body });
  const isStored = async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await layout.blob(blob.descriptor)) chunks.push(chunk as Uint8Array);
    expect(Buffer.concat(chunks).equals(blob.bytes)).toBe(true);
    expect(await readdir(join(server.folder, 'uploads')).catch(() => [])).toEqual([]);
  };

  test('may be one POST', async () => {
    const reply = await ask(
      'POST',
      `/v2/acme/shop/blobs/uploads/?digest=${blob.descriptor.digest}`,
      {
        body: blob.bytes,
      },
    );
    expect(reply.status).toBe(201);
    expect(reply.headers.location).toBe(`/v2/acme/shop/blobs/${blob.descriptor.digest}`);
    await isStored();
  });

  test('may be one PUT after a POST', async () => {
    expect((await finish(await begin(), blob.bytes)).status).toBe(201);
    await isStored();
  });

  test('may come in pieces, the last of them with the PUT', async () => {
    const at = await begin();
    const first = await ask('PATCH', at, { body: blob.bytes.subarray(0, 400) });
    expect([first.status, first.headers.range, first.headers.location]).toEqual([202, '0-399', at]);
    const headers = { 'content-range': '400-699' };
    const second = await ask('PATCH', at, { headers, body: blob.bytes.subarray(400, 700) });
    expect([second.status, second.headers.range]).toEqual([202, '0-699']);
    const status = await ask('GET', at);
    expect([status.status, status.headers.range]).toEqual([204, '0-699']);
    expect((await finish(at, blob.bytes.subarray(700))).status).toBe(201);
    await isStored();
  });

  test('of pieces may end with an empty PUT', async () => {
    const at = await begin();
    await ask('PATCH', at, { body: blob.bytes });
    expect((await finish(at)).status).toBe(201);
    await isStored();
  });

  test('may be of nothing', async () => {
    const nothing = digestOf(Buffer.alloc(0));
    expect((await finish(await begin(), undefined, nothing)).status).toBe(201);
    expect(await layout.blobSize(nothing)).toBe(0);
  });

  test('goes on in another process on the same folder, and after the first one is gone', async () => {
    const at = await begin();
    await ask('PATCH', at, { body: blob.bytes.subarray(0, 400) });
    const other = await running(serve(server.layout, { uploads: join(server.folder, 'uploads') }));
    try {
      const status = await ask('GET', at, {}, other.url);
      expect([status.status, status.headers.range]).toEqual([204, '0-399']);
      const end = `${at}?digest=${blob.descriptor.digest}`;
      const reply = await ask('PUT', end, { body: blob.bytes.subarray(400) }, other.url);
      expect(reply.status).toBe(201);
    } finally {
      await other.close();
    }
    expect((await ask('GET', at)).status).toBe(404);
    await isStored();
  });

  test('may be named by sha512, announced or not', async () => {
    const long = digestOf(blob.bytes, 'sha512');
    const path = '/v2/acme/shop/blobs/uploads/';
    for (const query of ['', '?digest-algorithm=sha512']) {
      const at = (await ask('POST', `${path}${query}`)).headers.location ?? '';
      await ask('PATCH', at, { body: blob.bytes.subarray(0, 400) });
      expect((await finish(at, blob.bytes.subarray(400), long)).status).toBe(201);
      expect(await layout.blobSize(long)).toBe(1000);
    }
  });

  test('whose piece has another length than its range says is refused', async () => {
    const at = await begin();
    const headers = { 'content-range': '0-399' };
    const wrong = await ask('PATCH', at, { headers, body: blob.bytes.subarray(0, 300) });
    expect([wrong.status, wrong.code]).toEqual([400, 'SIZE_INVALID']);
    expect((await ask('GET', at)).headers.range).toBe('0-0');
  });

  test('whose piece is out of order says where to go on', async () => {
    const at = await begin();
    await ask('PATCH', at, { body: blob.bytes.subarray(0, 400) });
    for (const range of ['300-699', '500-699', 'nonsense']) {
      const wrong = await ask('PATCH', at, {
        headers: { 'content-range': range },
        body: Buffer.alloc(200),
      });
      expect([wrong.status, wrong.headers.range]).toEqual([416, '0-399']);
    }
    expect((await finish(at, blob.bytes.subarray(400))).status).toBe(201);
    await isStored();
  });

  test('keeps what came before the connection broke', async () => {
    const at = await begin();
    const half = new Readable({ read: () => undefined });
    half.push(blob.bytes.subarray(0, 400));
    const stop = new AbortController();
    const url = new URL(at, server.url);
    const sent = { method: 'PATCH', url, headers: {}, lengthBytes: 1000, body: () => half };
    const broken = wire.send({ ...sent, signal: stop.signal });
    setTimeout(() => {
      stop.abort(new Error('gone'));
    }, 50);
    await expect(broken).rejects.toThrow('gone');
    await expect(async () => {
      for (;;) {
        const { headers } = await ask('GET', at);
        if (headers.range === '0-399') throw new Error('it is kept');
      }
    }).rejects.toThrow('it is kept');
    expect((await finish(at, blob.bytes.subarray(400))).status).toBe(201);
    await isStored();
  });

  test.each([
    ['in one', true],
    ['in pieces', false],
  ])('with another digest, %s, is refused and forgotten', async (_, isWhole) => {
    const at = await begin();
    const wrong = randomSample(1000).bytes;
    if (!isWhole) await ask('PATCH', at, { body: wrong });
    const reply = await finish(at, isWhole ? wrong : undefined);
    expect([reply.status, reply.code]).toEqual([400, 'DIGEST_INVALID']);
    expect(await layout.hasBlob(blob.descriptor.digest)).toBe(false);
    expect((await ask('GET', at)).status).toBe(404);
  });

  test('is of one repository', async () => {
    const at = (await begin()).replace('acme/shop', 'acme/other');
    expect((await ask('GET', at)).code).toBe('BLOB_UPLOAD_UNKNOWN');
  });

  test('may be cancelled', async () => {
    const at = await begin();
    await ask('PATCH', at, { body: blob.bytes });
    expect((await ask('DELETE', at)).status).toBe(204);
    expect((await ask('GET', at)).status).toBe(404);
    expect(await readdir(join(server.folder, 'uploads'))).toEqual([]);
  });

  test('that is too large is refused, and the oldest of too many makes room', async () => {
    const uploads = join(server.folder, 'few');
    const few = await running(serve(server.layout, { uploads, maxBytes: 100, maxUploads: 2 }));
    try {
      const start = async () =>
        (await ask('POST', '/v2/acme/shop/blobs/uploads/', {}, few.url)).headers.location ?? '';
      const first = await start();
      // The clock of a file system ticks.
      await sleep(20);
      const second = await start();
      const big = await ask('PATCH', second, { body: Buffer.alloc(101) }, few.url);
      expect([big.status, big.code]).toEqual([413, 'SIZE_INVALID']);
      await start();
      expect((await ask('GET', first, {}, few.url)).status).toBe(404);
      expect((await ask('GET', second, {}, few.url)).status).toBe(204);
      expect(await readdir(uploads)).toHaveLength(2);
    } finally {
      await few.close();
    }
  });

  test('is not needed for a blob of another repository', async () => {
    const sister = server.layout('acme/sister');
    await sister.putBlob(blob.descriptor, opened(blob.bytes));
    const mount = (query: string) =>
      ask('POST', `/v2/acme/shop/blobs/uploads/?mount=${blob.descriptor.digest}${query}`);
    expect((await mount('')).status).toBe(202);
    expect((await mount('&from=acme/none')).status).toBe(202);
    expect((await mount('&from=..%2Fx')).code).toBe('NAME_INVALID');
    expect((await mount('&from=acme/sister')).status).toBe(201);
    const unnamed = await ask(
      'POST',
      `/v2/acme/third/blobs/uploads/?mount=${blob.descriptor.digest}`,
    );
    expect(unnamed.status).toBe(201);
    expect(await server.layout('acme/third').hasBlob(blob.descriptor.digest)).toBe(true);
    expect((await mount('')).status).toBe(201);
    expect(await layout.hasBlob(blob.descriptor.digest)).toBe(true);
  });
});
