import { Readable } from 'node:stream';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { Handler, ServerRequest, ServerResponse } from '#io';
import { Corrupt, Denied, openLayout, parseTag, serve, type RegistryOptions } from '#oci';

import { withTokens, type TokenSettings } from '../../faults/tokens.ts';
import { registryBehind } from './registry.open.ts';
import { bytesOf, imageOf, listOf, putSample, randomSample, store } from './samples.ts';
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
      /; a login is sent over https alone, and to loopback: name registry.example in plain-http to send it$/,
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

describe('a token', () => {
  const now = { ms: Date.parse('2026-11-25T12:00:00Z') };
  const behindTokens = async (settings: Partial<TokenSettings> = {}) => {
    const users = { alice: 'open:sesame' };
    const behind = await registryBehind((handler) =>
      withTokens(handler, { users, now: () => now.ms, ...settings }),
    );
    open.push(behind);
    const start = now.ms;
    return {
      ...behind,
      shop: (how: Partial<RegistryOptions> = {}) =>
        behind.at('acme/shop', { ...loggedIn, clock: () => now.ms - start, ...how }),
      asked: () => behind.requests.filter(({ path }) => path.startsWith('/token')),
    };
  };

  test.each([
    [300, 290_000, 1],
    [300, 296_000, 2],
    [60, 50_000, 1],
    [60, 56_000, 2],
  ])('of %i s is used for so long: after %i ms there were %i', async (expiresS, ms, count) => {
    const { shop, asked } = await behindTokens({ expiresS });
    const at = shop();
    await at.resolve(tag);
    now.ms += ms;
    await at.resolve(tag);
    expect(asked()).toHaveLength(count);
  });

  test.each([
    ['that says nothing of its life is good for a minute', {}, {}, 56_000, 2],
    ['that says nothing of its life is good for nearly a minute', {}, {}, 54_000, 1],
    ['with less than a minute is tried for a minute', { expires_in: 1 }, {}, 54_000, 1],
    [
      'that was issued before is as old as the clock of the server says',
      { expires_in: 300, issued_at: '2026-01-01T00:00:00Z' },
      { date: 'Thu, 01 Jan 2026 00:04:00 GMT' },
      56_000,
      2,
    ],
    [
      'whose age nobody can tell is new',
      { issued_at: 'yesterday', expires_in: 300 },
      {},
      200_000,
      1,
    ],
    ['whose life is no number is good for a minute', { expires_in: '9' }, {}, 54_000, 1],
  ])('%s', async (_, fields, headers, ms, count) => {
    let asked = 0;
    const service = await running(async () => {
      asked += 1;
      const body = Buffer.from(JSON.stringify({ token: `t${asked}`, ...fields }));
      return { status: 200, headers, body };
    });
    open.push(service);
    const url = await guarded(({ headers: { authorization } }) =>
      authorization === undefined ? refused(`Bearer realm="${service.url.href}"`) : undefined,
    );
    let clock = 0;
    const at = remote(url, 'acme/shop', { ...loggedIn, clock: () => clock });
    await at.resolve(tag);
    clock = ms;
    await at.resolve(tag);
    expect(asked).toBe(count);
  });

  test('is one for all who want it at once', async () => {
    const { shop, asked } = await behindTokens();
    const at = shop();
    await at.resolve(tag);
    now.ms += 3_600_000;
    await Promise.all([1, 2, 3, 4].map(async () => at.resolve(tag)));
    expect(asked()).toHaveLength(2);
  });

  test('for an identity token is asked for by POST, and once for each kind of access', async () => {
    const secrets: string[] = [];
    const { shop, asked } = await behindTokens();
    const at = shop({
      credentials: async () => ({ identityToken: 'alice:open:sesame' }),
      secret: (value) => secrets.push(value),
    });
    await store(at, imageOf('a'));
    expect(
      asked().map(({ method, path, headers }) => [method, path, headers.authorization]),
    ).toEqual([
      ['POST', '/token', undefined],
      ['POST', '/token', undefined],
    ]);
    expect(secrets).toHaveLength(2);
  });

  test.each([404, 405])('service that answers %i to POST is asked by GET', async (status) => {
    const asked: string[] = [];
    const service = await running(async ({ method, url, headers }) => {
      asked.push(`${method} ${url.searchParams.get('scope') ?? ''} ${headers.authorization ?? ''}`);
      return method === 'POST'
        ? { status, headers: {} }
        : { status: 200, headers: {}, body: Buffer.from('{"token":"t"}') };
    });
    open.push(service);
    const url = await guarded(({ headers: { authorization } }) =>
      authorization === 'Bearer t' ? undefined : refused(`Bearer realm="${service.url.href}"`),
    );
    const credentials = async () => ({ identityToken: 'refresh' });
    await remote(url, 'acme/shop', { credentials }).resolve(tag);
    const password = Buffer.from('<token>:refresh').toString('base64');
    expect(asked).toEqual(['POST  ', `GET repository:acme/shop:pull Basic ${password}`]);
  });

  test('service that gives a new identity token gets that one next', async () => {
    const asked: string[] = [];
    const service = await running(async ({ body }) => {
      const form = new URLSearchParams((await bytesOf(body)).toString());
      asked.push([...form].map(([name, value]) => `${name}=${value}`).join(' '));
      const answer = { access_token: `t${asked.length}`, refresh_token: 'second' };
      return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(answer)) };
    });
    open.push(service);
    const url = await guarded(({ headers: { authorization = '' } }) =>
      authorization.startsWith('Bearer ')
        ? undefined
        : refused(`Bearer realm="${service.url.href}",service="s"`),
    );
    const at = remote(url, 'acme/shop', { credentials: async () => ({ identityToken: 'first' }) });
    await at.resolve(tag);
    await putSample(at, randomSample(10));
    expect(asked).toEqual([
      'grant_type=refresh_token client_id=ecluse service=s scope=repository:acme/shop:pull refresh_token=first',
      'grant_type=refresh_token client_id=ecluse service=s scope=repository:acme/shop:pull,push refresh_token=second',
    ]);
  });

  test('service that sends 10 MB is not listened to', async () => {
    const service = await running(async () => ({
      status: 200,
      headers: {},
      body: Readable.from(megabytes(10), { objectMode: false }),
    }));
    open.push(service);
    const url = await guarded(() => refused(`Bearer realm="${service.url.href}"`));
    await expect(remote(url, 'acme/shop', loggedIn).resolve(tag)).rejects.toEqual(
      new Corrupt(`the token from ${service.url.origin}`, 'it has more than 262144 bytes'),
    );
  });

  test('service that redirects gets nothing sent anywhere else', async () => {
    const thief = await running(async () => ({
      status: 200,
      headers: {},
      body: Buffer.from('{}'),
    }));
    const seen: string[] = [];
    const service = await running(async ({ headers }) => {
      seen.push(headers.authorization ?? '');
      return { status: 307, headers: { location: thief.url.href } };
    });
    open.push(thief, service);
    const url = await guarded(() => refused(`Bearer realm="${service.url.href}"`));
    await expect(remote(url, 'acme/shop', loggedIn).resolve(tag)).rejects.toThrow(
      `${service.url.origin} answered 307 when asked for a token`,
    );
    expect(seen).toEqual([asAlice]);
  });
});

function* megabytes(count: number): Generator<Buffer> {
  for (let at = 0; at < count; at += 1) yield Buffer.alloc(1_000_000, 'x');
}

describe('over plain http to another machine', () => {
  /** What goes out to a registry that wants a login of this kind. */
  async function sent(challenge: string, how: Partial<RegistryOptions>) {
    const out: string[] = [];
    const transport: RegistryOptions['transport'] = {
      send: async ({ url, headers }) => {
        out.push(`${url.origin} ${headers.authorization ?? '-'}`);
        const isToken = url.pathname === '/token';
        return {
          status: isToken ? 200 : headers.authorization === undefined ? 401 : 404,
          headers: { 'www-authenticate': challenge },
          body: Readable.from(isToken ? [Buffer.from('{"token":"t"}')] : []),
        };
      },
    };
    const base = new URL('http://registry.example');
    await remote(base, 'acme/shop', { transport, ...loggedIn, ...how })
      .resolve(tag)
      .catch(() => undefined);
    return out;
  }

  const over = (...hosts: readonly string[]) => ({
    loginOverHttp: (host: string) => hosts.includes(host),
  });

  test('a login is sent when somebody asked for that', async () => {
    expect(await sent('Basic realm="x"', over('registry.example'))).toEqual([
      'http://registry.example -',
      `http://registry.example ${asAlice}`,
    ]);
    const both = over('registry.example', 'auth.example');
    expect(await sent('Bearer realm="http://auth.example/token"', both)).toEqual([
      'http://registry.example -',
      `http://auth.example ${asAlice}`,
      'http://registry.example Bearer t',
    ]);
  });

  test('a registry that was asked for does not name others that get it too', async () => {
    const out = await sent('Bearer realm="http://auth.example/token"', over('registry.example'));
    expect(out.filter((line) => line.includes(asAlice))).toEqual([]);
  });

  test('a token is asked for over https, and without the login: who named the place is not known', async () => {
    expect(await sent('Bearer realm="https://auth.example/token"', {})).toEqual([
      'http://registry.example -',
      'https://auth.example -',
      'http://registry.example Bearer t',
    ]);
  });
});
