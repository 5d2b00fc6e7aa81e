import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, describe, expect, test } from '@jest/globals';

import { transport, UsageError, type Transport, type TransportOptions } from '#io';

import { withTool } from '../../tools.ts';
import { selfSigned } from './certificate.ts';

type Sent = Parameters<Transport['send']>[0];

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

async function started(server: Server, scheme = 'http'): Promise<URL> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanup.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return new URL(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

const http = async (listener: RequestListener): Promise<URL> => started(createHttpServer(listener));
/** A server that speaks for itself: bytes in, bytes out. */
const raw = async (speak: (socket: Socket) => void): Promise<URL> =>
  started(
    createTcpServer((socket) => {
      speak(socket.on('error', () => undefined));
    }),
  );

const open = (how: Partial<TransportOptions> = {}): Transport =>
  transport({ env: new Map(), ...how });

const get = (url: URL, how: Partial<Sent> = {}): Sent => ({
  method: 'GET',
  url,
  headers: {},
  signal: new AbortController().signal,
  ...how,
});

async function text(body: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
}

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  );

describe('an exchange', () => {
  test('brings method, path, query and headers there, and status, headers and body back', async () => {
    const url = await http((request, answer) => {
      answer
        .writeHead(418, {
          'x-seen': `${request.method} ${request.url} ${String(request.headers.a)}`,
        })
        .end('short and stout');
    });
    const sent = get(new URL('/a%2Fb?c=d%20e', url), { method: 'PROPFIND', headers: { a: 'b' } });
    const answer = await open().send(sent);
    expect(answer.status).toBe(418);
    expect(answer.headers['x-seen']).toBe('PROPFIND /a%2Fb?c=d%20e b');
    expect(await text(answer.body)).toBe('short and stout');
  });

  test('follows no redirect and inflates nothing', async () => {
    const url = await http((_, answer) => {
      answer.writeHead(302, { location: '/other', 'content-encoding': 'gzip' }).end('not gzip');
    });
    const answer = await open().send(get(url));
    expect(answer.status).toBe(302);
    expect(await text(answer.body)).toBe('not gzip');
  });

  test('sends no login that stands in the URL', async () => {
    const url = await http((request, answer) =>
      answer.end(request.headers.authorization ?? 'none'),
    );
    url.username = 'user';
    url.password = 'secret';
    expect(await text((await open().send(get(url))).body)).toBe('none');
  });

  test.each([
    ['bytes', Buffer.from('0123456789'), undefined],
    ['a stream', () => Readable.from(['01234', '56789'], { objectMode: false }), 10],
    ['no bytes', Buffer.alloc(0), undefined],
    ['an empty stream', () => Readable.from([], { objectMode: false }), 0],
    ['nothing', undefined, undefined],
  ])('always tells the length of %s', async (_, body, lengthBytes) => {
    const url = await http((request, answer) => {
      const { 'content-length': length = 'none', 'transfer-encoding': coding = '' } =
        request.headers;
      void text(request).then((body) => answer.end(`${length}${coding}:${body}`));
    });
    const answer = await open().send(
      get(url, {
        method: 'PUT',
        ...(body === undefined ? {} : { body }),
        ...(lengthBytes === undefined ? {} : { lengthBytes }),
      }),
    );
    expect(await text(answer.body)).toMatch(/^(?:10:0123456789|0:)$/);
  });

  test('keeps connections for the next one', async () => {
    const ports = new Set<number | undefined>();
    const url = await http((request, answer) => {
      ports.add(request.socket.remotePort);
      answer.end('x');
    });
    const wire = open();
    for (let count = 0; count < 5; count += 1) await text((await wire.send(get(url))).body);
    expect(ports.size).toBe(1);
  });

  test('frees the connection of an answer to HEAD by itself', async () => {
    const ports = new Set<number | undefined>();
    const url = await http((request, answer) => {
      ports.add(request.socket.remotePort);
      answer.writeHead(200, { 'content-length': '1000' }).end();
    });
    const wire = open();
    for (let count = 0; count < 3; count += 1) {
      const answer = await wire.send(get(url, { method: 'HEAD' }));
      expect(answer.headers['content-length']).toBe('1000');
      expect(await text(answer.body)).toBe('');
    }
    expect(ports.size).toBe(1);
  });

  test('sends a big body no faster than the other side takes it', async () => {
    let made = 0;
    const source = () =>
      Readable.from(
        (function* () {
          for (; made < 64; made += 1) yield Buffer.alloc(1024 * 1024);
        })(),
        { objectMode: false },
      );
    let early = 0;
    const url = await http((request, answer) => {
      setTimeout(() => {
        early = made;
        request.resume().on('end', () => answer.end('done'));
      }, 100);
    });
    const sent = get(url, { method: 'PUT', body: source, lengthBytes: 64 * 1024 * 1024 });
    expect(await text((await open().send(sent)).body)).toBe('done');
    expect(early).toBeLessThan(32);
    expect(made).toBe(64);
  });

  test('takes an answer that comes before the body is sent, and ends the sending', async () => {
    const url = await http((_, answer) => {
      answer.writeHead(401, { connection: 'close' }).end('who are you');
    });
    let isDestroyed = false;
    const endless = () =>
      new Readable({
        read() {
          setTimeout(() => this.push(Buffer.alloc(1024)), 1);
        },
        destroy(error, done) {
          isDestroyed = true;
          done(error);
        },
      });
    const sent = get(url, { method: 'PUT', body: endless, lengthBytes: 10_000_000_000 });
    const answer = await open().send(sent);
    expect(answer.status).toBe(401);
    expect(await text(answer.body)).toBe('who are you');
    expect(isDestroyed).toBe(true);
  });
});

describe('a body that is sent', () => {
  const sink = async () =>
    http((request, answer) => request.resume().on('end', () => answer.end()));

  test.each([
    ['shorter', 11, 'a body of 11 bytes had 10'],
    ['longer', 9, 'a body of 9 bytes had more'],
  ])('is an error when it is %s than its length', async (_, lengthBytes, sentence) => {
    const body = () => Readable.from(['0123456789'], { objectMode: false });
    const sent = get(await sink(), { method: 'PUT', body, lengthBytes });
    await expect(open().send(sent)).rejects.toThrow(sentence);
  });

  test('that breaks ends in its own error', async () => {
    const broken = new Error('the disk is gone');
    const body = () =>
      new Readable({
        read() {
          this.destroy(broken);
        },
      });
    const sent = get(await sink(), { method: 'PUT', body, lengthBytes: 10 });
    expect(await failure(open().send(sent))).toBe(broken);
  });

  test('as a stream without a length is refused', async () => {
    const sent = get(await sink(), { method: 'PUT', body: () => Readable.from([]) });
    await expect(open().send(sent)).rejects.toThrow('a body that is streamed needs lengthBytes');
  });
});

describe('what goes wrong', () => {
  test.each<[string, string, (socket: Socket) => void, string]>([
    [
      'a reset',
      'ECONNRESET',
      (socket) => socket.once('data', () => socket.resetAndDestroy()),
      'the connection was reset',
    ],
    [
      'an end without an answer',
      'ECONNRESET',
      (socket) => socket.once('data', () => socket.end()),
      'the connection was reset',
    ],
    [
      'no HTTP',
      'HPE_INVALID_CONSTANT',
      (socket) => socket.end('SSH-2.0-x\r\n'),
      'it does not speak HTTP',
    ],
    [
      'another protocol in its place',
      'network',
      (socket) => socket.write('HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'),
      'it ended the connection without an answer',
    ],
    [
      'headers without end',
      'HPE_HEADER_OVERFLOW',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`),
      'its headers are too big',
    ],
  ])('%s has the code %s and a sentence', async (_, code, speak, sentence) => {
    const url = await raw(speak);
    expect(await failure(open().send(get(new URL('/secret?sig=1', url))))).toMatchObject({
      code,
      exit: 3,
      message: `GET ${url.origin} failed: ${sentence}`,
    });
  });

  test('a server that goes over to another protocol while we send has a sentence', async () => {
    const url = await raw((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n');
      }),
    );
    const piece = Buffer.alloc(1_000_000);
    const body = () => Readable.from(Array.from({ length: 50 }, () => piece));
    const sent = get(url, { method: 'PUT', body, lengthBytes: 50_000_000 });
    expect(await failure(open().send(sent))).toMatchObject({
      code: 'network',
      message: `PUT ${url.origin} failed: it ended the connection without an answer`,
    });
  });

  test('nobody there has a sentence', async () => {
    const url = await http(() => undefined);
    await cleanup.pop()?.();
    expect(await failure(open().send(get(url)))).toMatchObject({
      code: 'ECONNREFUSED',
      message: `GET ${url.origin} failed: nothing listens there`,
    });
  });

  test('a body that ends too early is an error while it is read', async () => {
    const url = await raw((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n01234')),
    );
    const { body } = await open().send(get(url));
    expect(await failure(text(body))).toMatchObject({ code: 'ECONNRESET' });
  });

  test('a body that breaks while nobody reads it ends no process', async () => {
    const url = await raw((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n01234');
        setTimeout(() => socket.resetAndDestroy(), 20);
      }),
    );
    const { body } = await open().send(get(url));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await failure(text(body))).toMatchObject({ code: 'ECONNRESET' });
  });

  test.each([
    ['a header', { headers: { a: 'b\r\nc: d' } }],
    ['a header name', { headers: { 'a\nb': 'c' } }],
    ['a method', { method: 'GET /x HTTP/1.1\r\n' }],
  ])('control characters in %s send nothing', async (_, how) => {
    let count = 0;
    const url = await http((_request, answer) => answer.end(String((count += 1))));
    await expect(open().send(get(url, how))).rejects.toThrow('failed: ERR_');
    expect(count).toBe(0);
  });

  test('a protocol that is none of ours is refused', async () => {
    await expect(open().send(get(new URL('ftp://example.com/')))).rejects.toThrow(
      '"ftp:" is not a protocol to send with: use https:',
    );
  });
});

describe('time', () => {
  const slow = { idleMs: 80 };

  test('ends an exchange in which no answer comes', async () => {
    const url = await http(() => undefined);
    expect(await failure(open(slow).send(get(url)))).toMatchObject({
      code: 'ETIMEDOUT',
      message: `GET ${url.origin} failed: no byte within 0.08 s`,
    });
  });

  test('ends an exchange whose answer stops', async () => {
    const url = await http((_, answer) => answer.writeHead(200).write('01234'));
    const { body } = await open(slow).send(get(url));
    expect(await failure(text(body))).toMatchObject({ code: 'ETIMEDOUT' });
  });

  test('does not run while bytes come, however long the whole takes', async () => {
    const url = await http((_, answer) => {
      let left = 8;
      const timer = setInterval(() => {
        left -= 1;
        answer.write('x');
        if (left === 0) {
          clearInterval(timer);
          answer.end();
        }
      }, 40);
    });
    expect(await text((await open(slow).send(get(url))).body)).toBe('xxxxxxxx');
  });

  // Long enough that a busy machine does not decide the outcome.
  const patient = { idleMs: 1_000 };
  test('does not run against a side that waits for us to read', async () => {
    const url = await http((_, answer) => answer.end(Buffer.alloc(5_000_000)));
    const { body } = await open(patient).send(get(url));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await text(body)).length).toBe(5_000_000);
  });

  test('does not run against a side that waits for us to send', async () => {
    const url = await http((request, answer) => request.resume().on('end', () => answer.end('ok')));
    const body = () =>
      Readable.from(
        (async function* () {
          yield Buffer.from('01234');
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          yield Buffer.from('56789');
        })(),
        { objectMode: false },
      );
    const sent = get(url, { method: 'PUT', body, lengthBytes: 10 });
    expect(await text((await open(patient).send(sent)).body)).toBe('ok');
  });

  test('ends the wait for headers that come letter by letter', async () => {
    const url = await raw((socket) => {
      const timer = setInterval(() => socket.write('H'), 20);
      socket.on('close', () => {
        clearInterval(timer);
      });
      socket.write('HTTP/1.1 200 OK\r\nx: ');
    });
    const wire = open({ idleMs: 5_000, answerMs: 80 });
    expect(await failure(wire.send(get(url)))).toMatchObject({
      code: 'ETIMEDOUT',
      message: `GET ${url.origin} failed: no answer within 0.08 s`,
    });
  });

  test('does not count the time of an answer that is there before all is sent', async () => {
    const url = await http((request, answer) => {
      answer.writeHead(200).write('x');
      request.resume().on('end', () => setTimeout(() => answer.end('y'), 200));
    });
    const sent = get(url, { method: 'PUT', body: Buffer.alloc(100_000) });
    const { body } = await open({ answerMs: 80 }).send(sent);
    expect(await text(body)).toBe('xy');
  });

  test('ends a connection whose TLS handshake is not answered', async () => {
    const url = await raw(() => undefined);
    expect(await failure(open(slow).send(get(new URL(`https://${url.host}/`))))).toMatchObject({
      code: 'ETIMEDOUT',
    });
  });

  test('ends the wait for a connection', async () => {
    // A proxy that does not answer the wish for a tunnel.
    const proxy = await raw(() => undefined);
    const wire = open({ env: new Map([['HTTPS_PROXY', proxy.href]]), connectMs: 80 });
    expect(await failure(wire.send(get(new URL('https://registry.invalid/'))))).toMatchObject({
      code: 'ETIMEDOUT',
      message: 'GET https://registry.invalid failed: no connection within 0.08 s',
    });
  });
});

describe('an abort', () => {
  test('while the first connection is prepared ends in the reason', async () => {
    const url = await http(() => undefined);
    const stop = new AbortController();
    const sending = failure(open().send(get(url, { signal: stop.signal })));
    stop.abort(new Error('enough'));
    expect(await sending).toMatchObject({ message: 'enough' });
  });

  test('ends a request that waits for its answer, in the reason', async () => {
    const stop = new AbortController();
    const url = await http(() => {
      stop.abort(new Error('enough'));
    });
    await expect(open().send(get(url, { signal: stop.signal }))).rejects.toThrow('enough');
  });

  test('ends a body that is being read, in the reason', async () => {
    const stop = new AbortController();
    const url = await http((_, answer) => answer.writeHead(200).write('x'));
    const { body } = await open().send(get(url, { signal: stop.signal }));
    setTimeout(() => {
      stop.abort(new Error('enough'));
    }, 20);
    await expect(text(body)).rejects.toThrow('enough');
  });

  test('that came before sends nothing', async () => {
    const url = await http((_, answer) => answer.end());
    const sent = get(url, { signal: AbortSignal.abort(new Error('enough')) });
    await expect(open().send(sent)).rejects.toThrow('enough');
  });

  test('leaves no listener at a signal that lives on', async () => {
    const url = await http((_, answer) => answer.end('x'));
    const { signal } = new AbortController();
    let count = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      count += 1;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      count -= 1;
      remove(...given);
    };
    const wire = open();
    for (let each = 0; each < 3; each += 1) {
      await text((await wire.send(get(url, { signal }))).body);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(count).toBe(0);
  });
});

describe('a proxy', () => {
  const proxied = async () => {
    const seen: string[] = [];
    const server = createHttpServer((request, answer) => {
      seen.push(`${request.method} ${request.url}`);
      answer.end('from the proxy');
    });
    server.on('connect', (request, socket) => {
      seen.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    return { url: await started(server), seen };
  };

  test.each(['HTTP_PROXY', 'http_proxy'])('that %s names takes requests', async (name) => {
    const { url, seen } = await proxied();
    const wire = open({ env: new Map([[name, url.href]]) });
    const answer = await wire.send(get(new URL('http://registry.invalid/v2/')));
    expect(await text(answer.body)).toBe('from the proxy');
    expect(seen).toEqual(['GET http://registry.invalid/v2/']);
  });

  test('is asked for a tunnel by https, and its no is a sentence without the password', async () => {
    const { url, seen } = await proxied();
    url.password = 'secret';
    const wire = open({ env: new Map([['HTTPS_PROXY', url.href]]) });
    expect(await failure(wire.send(get(new URL('https://registry.invalid/v2/'))))).toMatchObject({
      code: 'ERR_PROXY_TUNNEL',
      message: 'GET https://registry.invalid failed: the proxy did not let us through',
    });
    expect(seen).toEqual(['CONNECT registry.invalid:443']);
  });

  test('is not used for loopback, nor for what NO_PROXY names', async () => {
    const { url, seen } = await proxied();
    const local = await http((_, answer) => answer.end('direct'));
    const env = new Map([
      ['HTTP_PROXY', url.href],
      ['NO_PROXY', 'registry.invalid'],
    ]);
    const wire = open({ env });
    expect(await text((await wire.send(get(local))).body)).toBe('direct');
    await expect(wire.send(get(new URL('http://registry.invalid/')))).rejects.toThrow(
      /its name (?:is not known|could not be looked up now)$/,
    );
    expect(seen).toEqual([]);
  });

  test('whose variable is no URL is wrong use, and its value is not shown', async () => {
    const wire = open({ env: new Map([['HTTPS_PROXY', 'user:secret@proxy']]) });
    const error = await failure(wire.send(get(new URL('https://registry.invalid/'))));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      message: 'the variable HTTPS_PROXY is not the URL of a proxy: write http://host:port',
    });
  });
});

describe('certificates', () => {
  withTool(
    'openssl',
    'are trusted from SSL_CERT_FILE, SSL_CERT_DIR and the options',
    async ({ openssl }) => {
      const folder = mkdtempSync(join(tmpdir(), 'ecluse-tls-'));
      cleanup.push(() => {
        rmSync(folder, { recursive: true });
      });
      const { key, cert } = selfSigned(openssl, folder);
      writeFileSync(join(folder, 'note.txt'), 'no certificate');
      const url = await started(
        createHttpsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, answer) =>
          answer.end('private'),
        ),
        'https',
      );
      expect(await failure(open().send(get(url)))).toMatchObject({
        code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        message: `GET ${url.origin} failed: its certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT); name its authority's file in SSL_CERT_FILE`,
      });
      for (const how of [
        { env: new Map([['SSL_CERT_FILE', cert]]) },
        { env: new Map([['SSL_CERT_DIR', `/nowhere:${folder}`]]) },
        { ca: [readFileSync(cert, 'utf8')] },
      ]) {
        expect(await text((await open(how).send(get(url))).body)).toBe('private');
      }
    },
  );

  test('that SSL_CERT_FILE names and that are not there are wrong use', async () => {
    const wire = open({ env: new Map([['SSL_CERT_FILE', '/nowhere/ca.pem']]) });
    const error = await failure(wire.send(get(new URL('https://registry.invalid/'))));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      message: 'SSL_CERT_FILE names "/nowhere/ca.pem", which cannot be read: ENOENT',
    });
  });
});
