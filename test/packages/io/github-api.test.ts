import { afterAll, expect, test } from '@jest/globals';

import { gitHubJson, listen, transport, type Handler, type Listening } from '#io';

const controller = new AbortController();
const open: Listening[] = [];
afterAll(async () => {
  for (const server of open) await server.close();
});

/** A GitHub on loopback; gives what it was asked. */
async function gitHub(handler: Handler) {
  const asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const server = await listen(
    async (request) => {
      asked.push({ path: request.url.pathname, authorization: request.headers.authorization });
      return handler(request);
    },
    { signal: controller.signal },
  );
  open.push(server);
  return { asked, url: server.url.href };
}

const ask = (api: string, path: string, signal = controller.signal) => {
  const env = new Map([['GITHUB_API_URL', api]]);
  return gitHubJson({ io: { env, signal, transport: transport({ env }) }, token: 's3cret' }, path);
};
const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  headers,
  body: Buffer.from(JSON.stringify(value)),
});

test('a question carries the token, and its answer is data', async () => {
  const { asked, url } = await gitHub(async () => json({ name: 'shop' }));
  expect(await ask(url, '/repos/acme/shop')).toEqual({ name: 'shop' });
  expect(asked).toEqual([{ path: '/repos/acme/shop', authorization: 'Bearer s3cret' }]);
});

test('a repository that was renamed is followed on the same host alone', async () => {
  const other = await gitHub(async () => json({ name: 'stolen' }));
  const { url } = await gitHub(async ({ url: { pathname } }) => {
    if (pathname === '/repositories/7') return json({ name: 'renamed' });
    const location = pathname === '/repos/a/old' ? '/repositories/7' : other.url;
    return { status: 301, headers: { location } };
  });
  expect(await ask(url, '/repos/a/old')).toEqual({ name: 'renamed' });
  await expect(ask(url, '/repos/a/evil')).rejects.toThrow('it redirects elsewhere');
  expect(other.asked).toEqual([]);
});

test.each([
  [401, 'the token is not valid (401): check "github-token"'],
  [404, 'it is not there, or the token may not read it (404): the job needs contents: read'],
  [500, 'it answered 500'],
])('the answer %d is one sentence', async (status, sentence) => {
  const { url } = await gitHub(async () => json({ message: '::error::x' }, status));
  await expect(ask(url, '/repos/a/b')).rejects.toMatchObject({
    code: 'github',
    exit: 3,
    message: `GitHub was asked for ${JSON.stringify(`${url}repos/a/b`)}: ${sentence}`,
  });
});

test('what is no JSON, too large or out of reach is an error of the same kind', async () => {
  const { url } = await gitHub(async ({ url: { pathname } }) => ({
    status: 200,
    headers: {},
    body: Buffer.from(pathname === '/large' ? ' '.repeat(9 << 20) : '<html>'),
  }));
  await expect(ask(url, '/text')).rejects.toThrow('the answer is not JSON');
  await expect(ask(url, '/large')).rejects.toThrow('must not be larger than');
  await expect(ask('http://127.0.0.1:1', '/x')).rejects.toMatchObject({ code: 'github' });
  await expect(ask('not a url', '/x')).rejects.toThrow(
    'GITHUB_API_URL must be a URL, not "not a url"',
  );
});

test('the token goes over no plain http but to this machine', async () => {
  await expect(ask('http://ghes.example', '/x')).rejects.toThrow(
    'the token would go over plain http: GITHUB_API_URL must start with https',
  );
});

test('an abort ends the question with its own reason', async () => {
  const aborted = AbortSignal.abort(new Error('stopped'));
  await expect(ask('http://127.0.0.1:1', '/x', aborted)).rejects.toThrow('stopped');
});
