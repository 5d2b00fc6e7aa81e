import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';

import { afterEach, describe, expect, test } from '@jest/globals';

import {
  listen,
  transport,
  type Handler,
  type Listening,
  type ListenOptions,
  type ServerRequest,
} from '#io';

const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function started(handler: Handler, how: Partial<ListenOptions> = {}): Promise<URL> {
  const { signal } = new AbortController();
  const server = await listen(handler, { signal, graceMs: 50, ...how });
  open.push(server);
  return server.url;
}

const wire = transport({ env: new Map() });
const never = new AbortController().signal;

async function text(body: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
}

async function ask(url: URL, method = 'GET', body?: Uint8Array) {
  const sent = { method, url, headers: {}, signal: never, ...(body === undefined ? {} : { body }) };
  const answer = await wire.send(sent);
  return { ...answer, text: await text(answer.body) };
}

/** Sends bytes as they are and gives all that comes back until the server ends the connection. */
async function raw(url: URL, bytes: string): Promise<string> {
  const socket = connect(Number(url.port), url.hostname);
  socket.write(bytes);
  return text(socket);
}

const plain = (body?: string | Readable): Awaited<ReturnType<Handler>> => ({
  status: 200,
  headers: {},
  ...(body === undefined ? {} : { body: typeof body === 'string' ? Buffer.from(body) : body }),
});

describe('a server', () => {
  test('stands on loopback, at a port that the system picks', async () => {
    const url = await started(async () => plain('here'));
    expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await ask(url)).text).toBe('here');
  });

  test('gives its handler method, path, query, headers and body', async () => {
    const url = await started(async ({ method, url: { pathname, search }, headers, body }) =>
      plain(
        `${method} ${pathname}${search} ${headers['content-length'] ?? ''} ${await text(body)}`,
      ),
    );
    const answer = await ask(new URL('/a%2Fb?c=d', url), 'PUT', Buffer.from('content'));
    expect(answer.text).toBe('PUT /a%2Fb?c=d 7 content');
  });

  test('tells the length of bytes, and sends a stream in pieces', async () => {
    const url = await started(async ({ url: { pathname } }) =>
      plain(pathname === '/bytes' ? 'bytes' : Readable.from(['a', 'b'], { objectMode: false })),
    );
    const bytes = await ask(new URL('/bytes', url));
    expect([bytes.headers['content-length'], bytes.text]).toEqual(['5', 'bytes']);
    const stream = await ask(new URL('/stream', url));
    expect([stream.headers['transfer-encoding'], stream.text]).toEqual(['chunked', 'ab']);
  });

  test('answers HEAD with the headers alone', async () => {
    let isDestroyed = false;
    const url = await started(async ({ url: { pathname } }) => {
      if (pathname === '/bytes') return plain('bytes');
      const stream = Readable.from(['ab'], { objectMode: false });
      stream.once('close', () => (isDestroyed = true));
      return { status: 200, headers: { 'content-length': '2' }, body: stream };
    });
    for (const [path, length] of [
      ['/bytes', '5'],
      ['/stream', '2'],
    ] as const) {
      const answer = await ask(new URL(path, url), 'HEAD');
      expect([answer.status, answer.headers['content-length'], answer.text]).toEqual([
        200,
        length,
        '',
      ]);
    }
    expect(isDestroyed).toBe(true);
  });

  test('sends no faster than the client reads', async () => {
    let made = 0;
    const source = function* () {
      for (; made < 64; made += 1) yield Buffer.alloc(1024 * 1024);
    };
    const url = await started(async () => plain(Readable.from(source(), { objectMode: false })));
    const { body } = await wire.send({ method: 'GET', url, headers: {}, signal: never });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(made).toBeLessThan(32);
    expect((await text(body)).length).toBe(64 * 1024 * 1024);
  });

  test('has an address that is taken only once', async () => {
    const url = await started(async () => plain());
    const again = listen(async () => plain(), { signal: never, port: Number(url.port) });
    await expect(again).rejects.toMatchObject({
      code: 'EADDRINUSE',
      exit: 3,
      message: `cannot listen on "127.0.0.1", port ${url.port}: EADDRINUSE`,
    });
  });
});

describe('a handler', () => {
  test('that throws is 500 with a short text, and only we are told why', async () => {
    const told: unknown[] = [];
    const why = new Error('secret of /home/me');
    const url = await started(
      async () => {
        throw why;
      },
      { failed: (error) => told.push(error) },
    );
    const answer = await ask(url);
    expect([answer.status, answer.text]).toEqual([500, 'the server failed\n']);
    expect(told).toEqual([why]);
  });

  test('whose body breaks ends the connection, so that nobody takes a part for the whole', async () => {
    const told: unknown[] = [];
    const broken = function* () {
      yield Buffer.from('a');
      throw new Error('the disk is gone');
    };
    const url = await started(async () => plain(Readable.from(broken(), { objectMode: false })), {
      failed: (error) => told.push(error),
    });
    await expect(ask(url)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(told).toHaveLength(1);
  });

  test('that answers early leaves the connection usable', async () => {
    const url = await started(async () => plain('early'));
    const body = Buffer.alloc(3_000_000);
    for (let count = 0; count < 3; count += 1) {
      expect((await ask(url, 'PUT', body)).text).toBe('early');
    }
  });

  test('that wants no more of the body may still answer', async () => {
    const url = await started(async ({ body }) => {
      await once(body, 'readable');
      body.destroy();
      expect(body.destroyed).toBe(true);
      return plain('enough');
    });
    for (let count = 0; count < 3; count += 1) {
      expect((await ask(url, 'PUT', Buffer.alloc(3_000_000))).text).toBe('enough');
    }
  });

  test('sees an error where the body of a client that goes away ends', async () => {
    const seen = Promise.withResolvers<unknown>();
    const url = await started(async ({ body }) => {
      await text(body).catch(seen.resolve);
      return plain();
    });
    const socket = connect(Number(url.port), url.hostname);
    socket.write('PUT / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nabc');
    await once(socket, 'connect');
    setTimeout(() => socket.destroy(), 30);
    expect(await seen.promise).toMatchObject({ code: 'ECONNRESET' });
  });

  test('is told when the client goes away', async () => {
    const seen = Promise.withResolvers<AbortSignal>();
    const gone = Promise.withResolvers<unknown>();
    const told: unknown[] = [];
    const url = await started(
      async ({ signal }: ServerRequest) => {
        seen.resolve(signal);
        await once(signal, 'abort');
        gone.resolve(true);
        signal.throwIfAborted();
        return plain();
      },
      { failed: (error) => told.push(error) },
    );
    const client = httpRequest(url).on('error', () => undefined);
    client.end();
    await seen.promise;
    client.destroy();
    expect(await gone.promise).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toEqual([]);
  });
});

describe('a request that is refused', () => {
  test.each([
    [
      'for another host, as a web page would send it',
      'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      421,
    ],
    ['without a host', 'GET / HTTP/1.0\r\n\r\n', 421],
    [
      'as to a proxy',
      'GET http://127.0.0.1/x HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['for no path', 'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n', 400],
    ['that is no HTTP', 'hello\r\n\r\n', 400],
    [
      'with headers that are too big',
      `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`,
      431,
    ],
  ])('%s never reaches the handler', async (_, bytes, status) => {
    let isReached = false;
    const url = await started(async () => {
      isReached = true;
      return plain();
    });
    expect(await raw(url, bytes)).toMatch(new RegExp(`^HTTP/1\\.[01] ${status} `));
    expect(isReached).toBe(false);
  });

  test('a path with two slashes stays a path', async () => {
    const url = await started(async (request) => plain(request.url.href));
    const answer = await raw(
      url,
      'GET //evil.example/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toContain(`${url.origin}//evil.example/x`);
  });
});

describe('time', () => {
  test('ends a connection whose headers do not come', async () => {
    const url = await started(async () => plain(), { headersMs: 50 });
    expect(await raw(url, 'GET / HTTP/1.1\r\nHost: 127')).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('ends a connection on which nothing moves', async () => {
    const url = await started(async ({ body }) => plain(await text(body)), { idleMs: 50 });
    const stuck = raw(url, 'PUT / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nabc');
    expect(await stuck).toBe('');
  });
});

describe('to close', () => {
  const isClosed = async (socket: Socket) =>
    socket.closed || once(socket, 'close').then(() => true);

  test('ends idle connections, lets a request finish, and hears nobody new', async () => {
    const begun = Promise.withResolvers<undefined>();
    const url = await started(
      async ({ method }) => {
        if (method === 'HEAD') return plain();
        begun.resolve(undefined);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return plain('finished');
      },
      { graceMs: 4_000 },
    );
    const idle = connect(Number(url.port), url.hostname);
    idle.write('HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await once(idle, 'data');
    const answer = ask(url);
    await begun.promise;
    const server = open.pop();
    const before = performance.now();
    await server?.close();
    expect(performance.now() - before).toBeLessThan(2_000);
    expect((await answer).text).toBe('finished');
    expect(await isClosed(idle)).toBe(true);
    await expect(ask(url)).rejects.toMatchObject({ code: expect.stringMatching(/^ECONN/) });
  });

  test('does not wait for ever', async () => {
    const begun = Promise.withResolvers<undefined>();
    const url = await started(
      async () => {
        begun.resolve(undefined);
        return new Promise(() => undefined);
      },
      { graceMs: 50 },
    );
    const answer = ask(url);
    await begun.promise;
    await open.pop()?.close();
    await expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('happens at once when the signal says so, and twice does no harm', async () => {
    const stop = new AbortController();
    const url = await started(async () => new Promise(() => undefined), { signal: stop.signal });
    const answer = ask(url);
    setTimeout(() => {
      stop.abort();
    }, 20);
    await expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' });
    const server = open.pop();
    await server?.close();
    await server?.close();
    await expect(ask(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
