import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { urlToHttpOptions } from 'node:url';

import { Failed } from './errors.ts';
import type { Transport } from './io.ts';
import { openWire, type AgentOptions, type Wire } from './transport-agents.ts';
import { exchangeFailed, timedOut } from './transport-errors.ts';

export interface TransportOptions extends AgentOptions {
  /** Without a byte in either direction, and without our side being the reason. */
  readonly idleMs?: number;
  /** Until a connection stands. */
  readonly connectMs?: number;
}

type Request = Parameters<Transport['send']>[0];
type Response = Awaited<ReturnType<Transport['send']>>;
type Limits = Readonly<Record<'idleMs' | 'connectMs' | 'maxHeaderSize', number>>;

const maxHeaders = 200;

/**
 * HTTP/1.1 over Node's own client: connections are kept, proxy variables and certificate variables are
 * honoured, lengths are always sent. An answer that comes before the body is sent ends the sending. The
 * caller reads the answer's body to its end, or destroys it: until then its connection is taken.
 * @throws Failed with the system's code; an abort ends in the signal's reason
 */
export function transport(how: TransportOptions): Transport {
  const wires = new Map<string, Promise<Wire>>();
  const limits = {
    idleMs: how.idleMs ?? 120_000,
    connectMs: how.connectMs ?? 20_000,
    maxHeaderSize: 32 * 1024,
  };
  return {
    async send(request) {
      request.signal.throwIfAborted();
      const { protocol } = request.url;
      const wire = wires.get(protocol) ?? openWire(protocol, how);
      wires.set(protocol, wire);
      return exchange(request, await wire, limits);
    },
  };
}

async function exchange(request: Request, wire: Wire, limits: Limits): Promise<Response> {
  const { method, url } = request;
  const client = start(request, wire, limits);
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  let body: PassThrough | undefined;
  const fail = (error: Error) => {
    body?.destroy(error);
    client.destroy(error);
    reject(error);
  };
  const broken = (error: unknown) => {
    fail(exchangeFailed(method, url, error));
  };
  client.on('error', broken);
  client.once('response', (response) => {
    body = bodyOf(response, broken);
    response.once('end', () => {
      if (!client.writableFinished) client.destroy();
    });
    resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body });
  });
  const ourTurn = () =>
    (body?.readableLength ?? 0) > 0 || (!client.writableEnded && client.writableLength === 0);
  watch(client, { request, limits, ourTurn, fail });
  void upload(request, client).catch((error: unknown) => {
    fail(errorOf(error));
  });
  return promise;
}

function start(request: Request, wire: Wire, limits: Limits): ClientRequest {
  const { method, url } = request;
  const length = lengthOf(request);
  try {
    const client = wire.request({
      ...urlToHttpOptions(url),
      auth: null,
      method,
      headers: {
        ...request.headers,
        ...(length === undefined ? {} : { 'content-length': String(length) }),
      },
      agent: wire.agentFor(url),
      maxHeaderSize: limits.maxHeaderSize,
    });
    client.maxHeadersCount = maxHeaders;
    return client;
  } catch (error) {
    throw exchangeFailed(method, url, error);
  }
}

function lengthOf({ method, body, lengthBytes }: Request): number | undefined {
  if (body === undefined) return /^(?:GET|HEAD|DELETE|OPTIONS)$/.test(method) ? undefined : 0;
  if (typeof body !== 'function') return body.byteLength;
  if (lengthBytes !== undefined) return lengthBytes;
  throw new TypeError('a body that is streamed needs lengthBytes');
}

/** Ends the exchange when it hangs, and when the caller's signal says so. */
function watch(
  client: ClientRequest,
  how: {
    readonly request: Request;
    readonly limits: Limits;
    readonly ourTurn: () => boolean;
    readonly fail: (error: Error) => void;
  },
): void {
  const { request, limits, ourTurn, fail } = how;
  const { method, url, signal } = request;
  const seconds = (ms: number) => `within ${ms / 1000} s`;
  const connecting = setTimeout(() => {
    fail(timedOut(method, url, `no connection ${seconds(limits.connectMs)}`));
  }, limits.connectMs);
  const connected = () => {
    clearTimeout(connecting);
  };
  client.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', connected);
    else connected();
  });
  client.setTimeout(limits.idleMs).on('timeout', () => {
    // A socket's timer runs once: it is set anew while the other side is not the reason.
    if (ourTurn()) client.setTimeout(limits.idleMs);
    else fail(timedOut(method, url, `no byte ${seconds(limits.idleMs)}`));
  });
  const abort = () => {
    fail(errorOf(signal.reason));
  };
  signal.addEventListener('abort', abort, { once: true });
  client.once('close', () => {
    connected();
    signal.removeEventListener('abort', abort);
  });
}

const errorOf = (thrown: unknown): Error =>
  Error.isError(thrown) ? thrown : new Error('aborted', { cause: thrown });

/** The answer's body as a stream whose errors are ours. */
function bodyOf(response: IncomingMessage, broken: (error: unknown) => void): PassThrough {
  const body = new PassThrough();
  // An error that comes before anybody reads waits in the stream; unheard, it would end the process.
  body.on('error', () => undefined);
  response.on('error', broken).pipe(body);
  body.once('close', () => response.destroy());
  return body;
}

const headersOf = ({ headers }: IncomingMessage): Response['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );

/** Sends the body as fast as the connection takes it, until all is sent or the answer is there. */
async function upload(request: Request, into: ClientRequest): Promise<void> {
  const { body } = request;
  if (typeof body !== 'function') {
    into.end(body);
    return;
  }
  const over = new AbortController();
  const source = body();
  const stop = () => {
    over.abort();
    source.destroy();
  };
  into.once('response', stop).once('close', stop);
  try {
    await pump(source, into, { lengthBytes: lengthOf(request) ?? 0, over: over.signal });
  } catch (error) {
    if (!over.signal.aborted) throw error;
  }
}

async function pump(
  source: Readable,
  into: ClientRequest,
  how: { readonly lengthBytes: number; readonly over: AbortSignal },
): Promise<void> {
  let sentBytes = 0;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    sentBytes += chunk.byteLength;
    if (sentBytes > how.lengthBytes) break;
    if (!into.write(chunk)) await once(into, 'drain', { signal: how.over });
  }
  if (sentBytes !== how.lengthBytes) {
    const sent = sentBytes > how.lengthBytes ? 'more' : `${sentBytes}`;
    throw new Failed(3, 'length', `a body of ${how.lengthBytes} bytes had ${sent}`);
  }
  into.end();
}
