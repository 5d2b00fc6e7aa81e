import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { Handler, ServerRequest, ServerResponse } from '#io';
import { Corrupt, Denied, openLayout, parseTag, serve, type RegistryOptions } from '#oci';

import { imageOf, listOf, putSample, randomSample, store } from './samples.ts';
import { remote, running, runningServer, type Running, type RunningServer } from './server.open.ts';

const alice = { username: 'alice', password: 'open:sesame' };
const asAlice = `Basic ${Buffer.from('alice:open:sesame').toString('base64')}`;
const loggedIn: Partial<RegistryOptions> = { credentials: async () => alice };
const tag = parseTag('1.0');

let server: RunningServer;
const open: Running[] = [];
beforeEach(async () => {
  server = await runningServer();
});
afterEach(async () => {
  for (const each of [...open.splice(0), server]) await each.close();
});

/** Puts a guard before our own server: what it returns is the answer. */
async function guarded(
  guard: (request: ServerRequest) => ServerResponse | undefined,
): Promise<URL> {
  const inner: Handler = serve((name) => openLayout(`${server.folder}/guarded/${name}`), {
    uploads: `${server.folder}/guarded-uploads`,
  });
  const outer = await running(async (request) => guard(request) ?? inner(request));
  open.push(outer);
  return outer.url;
}

const refused = (challenge: string, status = 401): ServerResponse => ({
  status,
  headers: { 'www-authenticate': challenge },
  body: Buffer.from(
    JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] }),
  ),
});

interface Asked {
  readonly scopes: readonly string[];
  readonly service: string | null;
  readonly authorization: string | undefined;
}

/** A token service and a registry that believes its tokens: a token is good for the scopes it was asked for. */
async function tokenRegistry(how: { readonly field?: string; readonly grants?: string } = {}) {
  const asked: Asked[] = [];
  const live = new Set<string>();
  const service = await running(async ({ url, headers }) => {
    const scopes = url.searchParams.getAll('scope');
    asked.push({
      scopes,
      service: url.searchParams.get('service'),
      authorization: headers.authorization,
    });
    const token = `token-${asked.length}.${(how.grants ?? scopes.join(' ')).replaceAll(' ', '+')}`;
    live.add(token);
    const body = { [how.field ?? 'token']: token, expires_in: 60 };
    return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(body)) };
  });
  open.push(service);
  const url = await guarded(({ method, url: { pathname }, headers }) => {
    const name = /^\/v2\/(.+?)\/(?:blobs|manifests|tags|referrers)\//.exec(pathname)?.[1] ?? '';
    const action =
      method === 'GET' || method === 'HEAD' ? 'pull' : method === 'DELETE' ? 'delete' : 'push';
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    const isAllowed =
      live.has(token) && new RegExp(`repository:${name}:[a-z,]*\\b${action}\\b`).test(token);
    if (isAllowed) return undefined;
    return refused(
      `Bearer realm="${service.url.href}token?account=x",service="a, b",scope="repository:${name}:${action}"`,
    );
  });
  return {
    url,
    asked,
    expire: () => {
      live.clear();
    },
  };
}

describe('a registry with Basic login', () => {
  const basic = async () => {
    const seen: (string | undefined)[] = [];
    const url = await guarded(({ headers }) => {
      seen.push(headers.authorization);
      return headers.authorization === asAlice ? undefined : refused('Basic realm="a, b"');
    });
    return { url, seen };
  };

  test('is asked without a login first, and with it from then on', async () => {
    const { url, seen } = await basic();
    const repository = remote(url, 'acme/shop', loggedIn);
    await store(repository, imageOf('a'));
    expect(seen[0]).toBeUndefined();
    expect(new Set(seen.slice(1))).toEqual(new Set([asAlice]));
  });

  test('is Denied without a login, and the sentence says how to get one', async () => {
    const { url } = await basic();
    await expect(remote(url, 'acme/shop').manifest(tag)).rejects.toEqual(
      new Denied(
        'reading registry.test/acme/shop',
        `${url.host} answered 401, and it says "UNAUTHORIZED: authentication required"; log in with "docker login ${url.host}"`,
      ),
    );
  });

  test('is Denied with a login that is not right, after one more try', async () => {
    const { url, seen } = await basic();
    const wrong = { credentials: async () => ({ username: 'mallory', password: 'x' }) };
    await expect(remote(url, 'acme/shop', wrong).resolve(tag)).rejects.toThrow(
      `; the login of "mallory" for ${url.host} is not enough or no longer good`,
    );
    expect(seen.filter((each) => each !== undefined).length).toBeLessThanOrEqual(2);
  });

  test('is Denied with a login that cannot be used, and the sentence says why', async () => {
    const { url } = await basic();
    const missing = { credentials: async () => ({ missing: 'a helper keeps it' }) };
    await expect(remote(url, 'acme/shop', missing).resolve(tag)).rejects.toThrow(
      /; a helper keeps it$/,
    );
  });
});

describe('a registry with tokens', () => {
  test.each(['token', 'access_token'])('takes what the service calls %s', async (field) => {
    const { url, asked } = await tokenRegistry({ field });
    const repository = remote(url, 'acme/shop', loggedIn);
    await putSample(repository, randomSample(10));
    expect(asked[0]).toEqual({
      scopes: ['repository:acme/shop:pull'],
      service: 'a, b',
      authorization: asAlice,
    });
  });

  test('is asked for one token per kind of access, however much is done with it', async () => {
    const { url, asked } = await tokenRegistry();
    const repository = remote(url, 'acme/shop', loggedIn);
    for (const seed of ['a', 'b', 'c']) {
      const image = imageOf(seed);
      const { mediaType } = await store(repository, image);
      await repository.tag(parseTag(seed), image.bytes, mediaType, 'absent');
    }
    await listOf(repository.tags());
    await repository.remove(parseTag('a'));
    expect(asked.map(({ scopes }) => scopes[0])).toEqual([
      'repository:acme/shop:pull',
      'repository:acme/shop:pull,push',
      'repository:acme/shop:pull,delete',
    ]);
  });

  test('gives tokens to those who have no login too', async () => {
    const { url, asked } = await tokenRegistry();
    expect(await remote(url, 'acme/shop').resolve(tag)).toBeUndefined();
    expect(asked[0]?.authorization).toBeUndefined();
  });

  test('is asked for a new token when one has expired, even in the middle', async () => {
    const { url, asked, expire } = await tokenRegistry();
    const repository = remote(url, 'acme/shop', loggedIn);
    await putSample(repository, randomSample(10));
    expire();
    expect(await putSample(repository, randomSample(2_000_000))).toBe('stored');
    expect(asked).toHaveLength(4);
  });

  test('is told of both repositories when a blob is mounted', async () => {
    const { url, asked } = await tokenRegistry();
    const sister = remote(url, 'acme/sister', loggedIn);
    const repository = remote(url, 'acme/shop', loggedIn);
    const blob = randomSample(10);
    await putSample(sister, blob);
    const unasked = async () => {
      throw new Error('nobody should ask');
    };
    expect(await repository.putBlob(blob.descriptor, unasked, { mount: sister })).toBe('mounted');
    expect(asked.at(-1)?.scopes).toEqual([
      'repository:acme/shop:pull,push',
      'repository:acme/sister:pull',
    ]);
  });

  test('is Denied when the token does not allow it, after one more try', async () => {
    const { url, asked } = await tokenRegistry({ grants: 'repository:acme/shop:pull' });
    const put = putSample(remote(url, 'acme/shop', loggedIn), randomSample(10));
    await expect(put).rejects.toBeInstanceOf(Denied);
    await expect(put).rejects.toThrow(
      'writing registry.test/acme/shop was denied: ' +
        `${url.host} answered 401, and it says "UNAUTHORIZED: authentication required"; ` +
        `the login of "alice" for ${url.host} is not enough or no longer good`,
    );
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  const withService = async (answer: Partial<ServerResponse>) => {
    const service = await running(async () => ({ status: 200, headers: {}, ...answer }));
    open.push(service);
    const url = await guarded(() => refused(`Bearer realm="${service.url.href}"`));
    return { url, service };
  };

  test('is Denied when its token service knows the login not', async () => {
    const { url, service } = await withService({ status: 403 });
    await expect(remote(url, 'acme/shop', loggedIn).resolve(tag)).rejects.toEqual(
      new Denied(
        'using registry.test/acme/shop',
        `${service.url.origin} answered 403 when asked for a token; the login of "alice" for ${url.host} is not enough or no longer good`,
      ),
    );
  });

  test.each([
    ['no JSON', 'oops', 'it is not JSON in UTF-8'],
    ['no token', '{"token":1}', 'it holds no token'],
    ['a token that is no header', '{"token":"a\\r\\nb: c"}', 'it holds no token'],
  ])('is Corrupt when its token service sends %s', async (_, body, why) => {
    const { url, service } = await withService({ body: Buffer.from(body) });
    await expect(remote(url, 'acme/shop', loggedIn).resolve(tag)).rejects.toEqual(
      new Corrupt(`the token from ${service.url.origin}`, why),
    );
  });

  test.each([
    ['over http, away from this machine', 'http://auth.example/token'],
    ['that is no URL', 'token'],
    ['in a file', 'file:///etc/passwd'],
  ])('whose service is %s gets no login', async (_, realm) => {
    const url = await guarded(() => refused(`Bearer realm="${realm}"`));
    await expect(remote(url, 'acme/shop', loggedIn).resolve(tag)).rejects.toEqual(
      new Denied(
        'using registry.test/acme/shop',
        `the registry wants a token from ${JSON.stringify(realm)}, and tokens are asked for over https alone`,
      ),
    );
  });
});

describe('a login', () => {
  test('is never asked for when the registry wants none', async () => {
    let count = 0;
    const credentials = async () => {
      count += 1;
      return alice;
    };
    await store(remote(server.url, 'acme/shop', { credentials }), imageOf('a'));
    expect(count).toBe(0);
  });

  test('is not sent over plain http to another machine', async () => {
    const sent: (string | undefined)[] = [];
    const transport: RegistryOptions['transport'] = {
      send: async ({ headers, body }) => {
        sent.push(headers.authorization);
        expect(body).toBeUndefined();
        return {
          status: 401,
          headers: { 'www-authenticate': 'Basic realm="x"' },
          body: Readable.from([]),
        };
      },
    };
    const repository = remote(new URL('http://registry.example'), 'acme/shop', {
      transport,
      ...loggedIn,
    });
    await expect(repository.resolve(tag)).rejects.toThrow(
      /; a login is sent over https alone, and to loopback$/,
    );
    expect(new Set(sent)).toEqual(new Set([undefined]));
  });

  test('is no part of what is logged', async () => {
    const lines: string[] = [];
    const { url } = await tokenRegistry();
    const log = {
      debug: (line: string) => lines.push(line),
      warn: (line: string) => lines.push(line),
    };
    const secrets: string[] = [];
    const secret = (value: string) => secrets.push(value);
    await store(remote(url, 'acme/shop', { ...loggedIn, log, secret }), imageOf('a'));
    expect(secrets).toHaveLength(2);
    expect(lines).toContain(
      `PUT ${url.origin}/v2/acme/shop/manifests/${imageOf('a').descriptor.digest} 201`,
    );
    for (const hidden of [...secrets, 'sesame', asAlice])
      expect(lines.join('\n')).not.toContain(hidden);
  });

  test.each([
    [
      'nobody',
      undefined,
      'log in with "docker login ghcr.io", or give a github-token with the permission packages: write',
    ],
    [
      'somebody',
      alice,
      'the login of "alice" for ghcr.io is not enough or no longer good; it must be one with the permission packages: write',
    ],
  ])(
    'of %s that ghcr.io does not take comes with the permission that is missing',
    async (_, login, remedy) => {
      const repository = remote(new URL('https://ghcr.io'), 'acme/shop', {
        transport: {
          send: async ({ method }) => ({
            status: method === 'HEAD' ? 404 : 403,
            headers: {},
            body: Readable.from(['denied']),
          }),
        },
        credentials: async () => login,
      });
      await expect(putSample(repository, randomSample(10))).rejects.toEqual(
        new Denied('writing registry.test/acme/shop', `ghcr.io answered 403; ${remedy}`),
      );
    },
  );
});
