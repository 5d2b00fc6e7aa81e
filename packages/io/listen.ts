import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse as Answer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { codeOf, Failed } from './errors.ts';
import type { Handler, Listening, ServerRequest, ServerResponse } from './io.ts';
import { isLoopback } from './loopback.ts';
import { openPart, sendFile } from './send-file.ts';

export interface ListenOptions {
  /** Its abort ends the server and every connection. */
  readonly signal: AbortSignal;
  readonly host?: string;
  /** 0: one that the system picks. */
  readonly port?: number;
  /** A connection on which nothing moves for so long is ended. */
  readonly idleMs?: number;
  /** For a request's headers to arrive; its body may take as long as it moves. */
  readonly headersMs?: number;
  /** What `close` gives requests that are under way. */
  readonly graceMs?: number;
  readonly maxHeaderBytes?: number;
  /** More connections than so are ended at once. */
  readonly maxConnections?: number;
  /** Told what a handler threw; the client is told nothing of it. */
  readonly failed?: (error: unknown) => void;
}

/**
 * Serves `handler` over HTTP/1.1; bodies stream in both directions. On loopback only requests whose Host
 * is loopback are answered, so that no web page reaches it under a name of its own.
 * @throws Failed when the address cannot be had
 */
export async function listen(handler: Handler, how: ListenOptions): Promise<Listening> {
  how.signal.throwIfAborted();
  const { createServer } = await import('node:http');
  const host = how.host ?? '127.0.0.1';
  const headersMs = how.headersMs ?? 20_000;
  const server = createServer({
    maxHeaderSize: how.maxHeaderBytes ?? 32 * 1024,
    headersTimeout: headersMs,
    requestTimeout: 0,
    connectionsCheckingInterval: Math.min(headersMs, 5_000),
  });
  server.timeout = how.idleMs ?? 120_000;
  // Longer than clients in Go keep an idle connection: else they send into one that ends.
  server.keepAliveTimeout = Math.min(how.idleMs ?? 95_000, 95_000);
  server.maxHeadersCount = 200;
  server.maxConnections = how.maxConnections ?? 1_000;
  const url = await bind(server, host, how.port ?? 0);
  server.on('request', (request, answer) => {
    void serveOne(handler, { request, answer, url, failed: how.failed });
  });
  return { url, close: closing(server, how) };
}

async function bind(server: Server, host: string, port: number): Promise<URL> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = codeOf(error) ?? 'unknown';
    throw new Failed(3, code, `cannot listen on ${JSON.stringify(host)}, port ${port}: ${code}`);
  }
  const { port: given } = server.address() as AddressInfo;
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${given}`);
}

function closing(server: Server, { signal, graceMs = 2_000 }: ListenOptions) {
  const closed = once(server, 'close');
  const end = () => {
    server.close();
    server.closeAllConnections();
  };
  signal.addEventListener('abort', end, { once: true });
  return async () => {
    signal.removeEventListener('abort', end);
    server.close();
    const late = setTimeout(end, graceMs);
    // Node ends the connections that are idle now, and not those that become so.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, 10);
    await closed;
    clearInterval(sweep);
    clearTimeout(late);
  };
}

/** Thrown by a handler or the body of its answer: the connection ends here, without another word. */
export class HangUp extends Error {
  override readonly name = 'HangUp';
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly answer: Answer;
  readonly url: URL;
  readonly failed: ListenOptions['failed'];
}

async function serveOne(handler: Handler, exchange: Exchange): Promise<void> {
  const { request, answer, url, failed } = exchange;
  const gone = new AbortController();
  answer.once('close', () => {
    if (!answer.writableFinished) gone.abort();
  });
  try {
    const place = placeOf(request, url);
    const response =
      place === undefined
        ? text(400, 'bad request')
        : isStranger(request, url)
          ? text(421, 'this server answers to its own name only')
          : await handler(requestOf(exchange, place, gone.signal));
    await send(response, request, answer);
  } catch (error) {
    if (error instanceof HangUp && !answer.headersSent) {
      request.socket.resetAndDestroy();
      return;
    }
    if (!(error instanceof HangUp || isDeparture(error, gone.signal))) failed?.(error);
    if (answer.headersSent) answer.destroy();
    else await send(text(500, 'the server failed'), request, answer).catch(() => answer.destroy());
  }
}

const departures = new Set([
  'ABORT_ERR',
  'ECANCELED',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** Work that ended because the client went away is nobody's failure. */
const isDeparture = (error: unknown, gone: AbortSignal): boolean =>
  gone.aborted && (error === gone.reason || departures.has(codeOf(error) ?? ''));

const text = (status: number, sentence: string): ServerResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from(`${sentence}\n`),
});

/** Undefined for anything but a path: a proxy's absolute URL, `*`. */
const placeOf = ({ url = '' }: IncomingMessage, { origin }: URL): URL | undefined =>
  url.startsWith('/') ? (URL.parse(`${origin}${url}`) ?? undefined) : undefined;

const isStranger = ({ headers }: IncomingMessage, { hostname }: URL): boolean =>
  isLoopback(hostname) && !isLoopback(URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '');

const requestOf = (
  { request, answer }: Exchange,
  url: URL,
  signal: AbortSignal,
): ServerRequest => ({
  method: request.method ?? '',
  url,
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  ),
  body: hasBody(request) ? bodyOf(request, answer) : Readable.from([]),
  signal,
});

// https://www.rfc-editor.org/rfc/rfc9112#section-6.3
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Who destroys it, or answers before its end, wants no more bytes; the connection stays. */
function bodyOf(request: IncomingMessage, answer: Answer): Readable {
  const body = new PassThrough();
  body.on('error', () => undefined).once('close', () => request.unpipe(body).resume());
  request.once('error', (error) => body.destroy(error)).pipe(body);
  answer.once('finish', () => body.destroy());
  return body;
}

async function send(
  { status, headers, body }: ServerResponse,
  { method }: IncomingMessage,
  answer: Answer,
): Promise<void> {
  const isBytes = body instanceof Uint8Array;
  const part = body !== undefined && 'path' in body ? body : undefined;
  await using file = part && method !== 'HEAD' ? await openPart(part) : undefined;
  answer.writeHead(status, {
    ...headers,
    ...(isBytes && !('content-length' in headers || 'transfer-encoding' in headers)
      ? { 'content-length': String(body.byteLength) }
      : {}),
  });
  if (part !== undefined && file !== undefined) await sendFile(file, part, answer);
  else if (body instanceof Readable && method !== 'HEAD') await pipeline(body, answer);
  else {
    if (body instanceof Readable) body.destroy();
    answer.end(isBytes && method !== 'HEAD' ? body : undefined);
  }
}
