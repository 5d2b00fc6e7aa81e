import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, test } from '@jest/globals';

import { pour, transport, type TransportOptions } from '#io';

import { withTool } from '../../tools.ts';
import { selfSigned } from './certificate.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanup.splice(0).reverse()) await step();
});

async function started(server: Server, scheme = 'http'): Promise<URL> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanup.push(() => server.close());
  return new URL(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}
const http = async (listener: RequestListener): Promise<URL> => {
  const server = createServer(listener);
  cleanup.push(() => {
    server.closeAllConnections();
  });
  return started(server);
};

const content = randomBytes(6_000_000);
const serving: RequestListener = (_, answer) => {
  answer.writeHead(200, { 'content-length': content.length }).end(content);
};

async function bodyFrom(
  url: URL,
  how: Partial<TransportOptions> = {},
  signal = new AbortController().signal,
): Promise<Readable> {
  const wire = transport({ env: new Map(), ...how });
  const { body } = await wire.send({ method: 'GET', url, headers: {}, signal });
  return body;
}

async function poured(body: Readable, work: () => unknown = () => undefined): Promise<Buffer> {
  const parts: Buffer[] = [];
  await pour(body, async (bytes) => {
    await work();
    // Copied after the work: the memory must not have been used again by then.
    parts.push(Buffer.from(bytes));
  });
  return Buffer.concat(parts);
}

describe('a large body', () => {
  test('comes whole, poured or read', async () => {
    const url = await http(serving);
    expect((await poured(await bodyFrom(url))).equals(content)).toBe(true);
    expect((await buffer(await bodyFrom(url))).equals(content)).toBe(true);
  });

  test('is what it was while slow work is done on it, and when the work begins late', async () => {
    const url = await http(serving);
    const body = await bodyFrom(url);
    await sleep(50);
    expect((await poured(body, async () => sleep(3))).equals(content)).toBe(true);
  });

  test('does not run ahead of the work on it', async () => {
    let sentBytes = 0;
    const url = await http((_, answer) => {
      answer.writeHead(200, { 'content-length': 100_000_000 });
      const piece = Buffer.alloc(100_000);
      const go = () => {
        while (sentBytes < 100_000_000 && answer.write(piece)) sentBytes += piece.length;
      };
      answer.on('drain', go);
      go();
    });
    const body = await bodyFrom(url);
    await sleep(200);
    expect(sentBytes).toBeLessThan(50_000_000);
    body.destroy();
  });

  test('does not need a connection that lives on once all of it has come', async () => {
    const url = await http((request, answer) => {
      serving(request, answer);
      answer.on('finish', () => request.socket.end());
    });
    expect((await poured(await bodyFrom(url), async () => sleep(5))).equals(content)).toBe(true);
  });

  test('gives no more than its length, whatever else comes', async () => {
    const url = await http((request) => {
      const { socket } = request;
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1048576\r\n\r\n');
      socket.end(content);
    });
    const body = await poured(await bodyFrom(url));
    expect(body.equals(content.subarray(0, 1_048_576))).toBe(true);
  });

  test.each([
    ['poured', poured],
    ['read', buffer],
  ])('that ends too early is an error while it is %s', async (_, read) => {
    const url = await http((request) => {
      const { socket } = request;
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 6000001\r\n\r\n');
      socket.end(content);
    });
    await expect(read(await bodyFrom(url))).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('that breaks while nobody reads it ends no process', async () => {
    const url = await http((request) => {
      const { socket } = request;
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2000000\r\n\r\nstart');
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    const body = await bodyFrom(url);
    await sleep(60);
    await expect(poured(body)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('that stops is an error in time, and one that waits for us is none', async () => {
    const url = await http((request, answer) => {
      if (request.url === '/whole') serving(request, answer);
      else answer.writeHead(200, { 'content-length': content.length }).write(content.subarray(9));
    });
    const stopped = await bodyFrom(url, { idleMs: 100 });
    await expect(poured(stopped)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    const waiting = await bodyFrom(new URL('/whole', url), { idleMs: 1_000 });
    await sleep(1_500);
    expect((await poured(waiting)).equals(content)).toBe(true);
  });

  test('ends with the signal, in the reason', async () => {
    const url = await http((_, answer) => {
      answer.writeHead(200, { 'content-length': content.length }).write(content.subarray(9));
    });
    const stop = new AbortController();
    const body = await bodyFrom(url, {}, stop.signal);
    setTimeout(() => {
      stop.abort(new Error('enough'));
    }, 30);
    await expect(poured(body)).rejects.toThrow('enough');
  });

  test('frees its connection when nobody wants it', async () => {
    const closed: Promise<unknown>[] = [];
    const url = await http((request, answer) => {
      // It may be closed by a reset, which is no matter here.
      closed.push(new Promise((resolve) => request.socket.once('close', resolve)));
      serving(request, answer);
    });
    (await bodyFrom(url)).destroy();
    await poured(await bodyFrom(url));
    await Promise.all(closed);
    expect(closed.length).toBe(2);
  });

  test('comes through a proxy as it is', async () => {
    const proxy = await http(serving);
    const env = new Map([['HTTP_PROXY', proxy.href]]);
    const body = await bodyFrom(new URL('http://registry.invalid/x'), { env });
    expect((await poured(body)).equals(content)).toBe(true);
  });

  withTool('openssl', 'comes over TLS as well', async ({ openssl }) => {
    const folder = mkdtempSync(join(tmpdir(), 'ecluse-tls-'));
    cleanup.push(() => {
      rmSync(folder, { recursive: true });
    });
    const { key, cert } = selfSigned(openssl, folder);
    const huge = randomBytes(20_000_000);
    const server = createHttpsServer(
      { key: readFileSync(key), cert: readFileSync(cert) },
      (request, answer) => {
        const sent = request.url === '/huge' ? huge : content;
        answer.writeHead(200, { 'content-length': sent.length }).end(sent);
      },
    );
    cleanup.push(() => {
      server.closeAllConnections();
    });
    const url = await started(server, 'https');
    const how = { ca: [readFileSync(cert, 'utf8')] };
    expect((await poured(await bodyFrom(url, how))).equals(content)).toBe(true);
    const body = await bodyFrom(new URL('/huge', url), how);
    expect((await poured(body, async () => sleep(2))).equals(huge)).toBe(true);
  });
});
