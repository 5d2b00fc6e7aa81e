import { Readable } from 'node:stream';

import { describe, expect, test } from '@jest/globals';

import type { Handler } from '#io';
import { guarded } from '#oci';

const open: Handler = async () => ({ status: 200, headers: {} });
const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

const ask = async (handler: Handler, method: string, path: string, authorization?: string) => {
  const answer = await handler({
    method,
    url: new URL(path, 'http://127.0.0.1'),
    headers: authorization === undefined ? {} : { authorization },
    body: Readable.from([]),
    signal: new AbortController().signal,
  });
  if (answer.status === 401) {
    expect(answer.headers['www-authenticate']).toBe('Basic realm="ecluse"');
    expect(answer.body).toBeInstanceOf(Uint8Array);
    expect((answer.body as Buffer).toString()).toContain('"UNAUTHORIZED"');
  }
  return answer.status;
};

describe('a guarded registry', () => {
  const handler = guarded(open, { token: 'a:b', anonymousRead: false });
  const tags = '/v2/acme/shop/tags/list';

  test.each([
    ['the token as the password of any user', basic('anyone:a:b'), 200],
    ['the token as a bearer token', 'bearer a:b', 200],
    ['nothing', undefined, 401],
    ['an empty login', basic(':'), 401],
    ['another token', basic('anyone:a:c'), 401],
    ['a part of it', basic('anyone:a'), 401],
    ['it as the user', basic('a:b'), 401],
    ['it without a scheme', 'a:b', 401],
    ['another scheme', 'Digest a:b', 401],
    ['nothing after the scheme', 'Bearer ', 401],
  ])('that is given %s answers', async (_, authorization, status) => {
    expect(await ask(handler, 'GET', tags, authorization)).toBe(status);
    expect(await ask(handler, 'POST', tags, authorization)).toBe(status);
  });

  test('may be read by anyone, and says at its base how to log in', async () => {
    const readable = guarded(open, { token: 'secret', anonymousRead: true });
    expect(await ask(readable, 'GET', tags)).toBe(200);
    expect(await ask(readable, 'HEAD', tags)).toBe(200);
    expect(await ask(readable, 'GET', tags, basic(':'))).toBe(200);
    expect(await ask(readable, 'GET', '/v2/')).toBe(401);
    expect(await ask(readable, 'PUT', tags)).toBe(401);
    expect(await ask(readable, 'DELETE', tags)).toBe(401);
    expect(await ask(readable, 'GET', tags, 'Bearer wrong')).toBe(401);
    expect(await ask(readable, 'PUT', tags, 'Bearer secret')).toBe(200);
  });
});
