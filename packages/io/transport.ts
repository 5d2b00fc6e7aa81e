import type { ClientRequest, IncomingMessage } from 'node:http';
import { urlToHttpOptions } from 'node:url';

import type { Transport } from './io.ts';
import { openWire, type AgentOptions, type Wire } from './transport-agents.ts';
import { bodyOf, type Body } from './transport-body.ts';
import { errorOf, exchangeFailed, noAnswer } from './transport-errors.ts';
import { lengthOf, upload } from './transport-upload.ts';
import { watch, type Limits as Waits } from './transport-watch.ts';

export interface TransportOptions extends AgentOptions {
  /** Without a byte in either direction, and without our side being the reason. */
  readonly idleMs?: number;
  /** Until a connection stands. */
  readonly connectMs?: number;
  /** From the end of the request until the headers of its answer are there, also when they come letter by letter. */
  readonly answerMs?: number;
}

type Request = Parameters<Transport['send']>[0];
type Response = Awaited<ReturnType<Transport['send']>>;
interface Limits extends Waits {
  readonly maxHeaderSize: number;
}

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
    answerMs: how.answerMs ?? 300_000,
    maxHeaderSize: 32 * 1024,
  };
  return {
    async send(request) {
      request.signal.throwIfAborted();
      const { protocol } = request.url;
      const wire = wires.get(protocol) ?? openWire(protocol, how);
      wires.set(protocol, wire);
      const opened = await wire;
      request.signal.throwIfAborted();
      return exchange(request, opened, limits);
    },
  };
}

async function exchange(request: Request, wire: Wire, limits: Limits): Promise<Response> {
  const { method, url } = request;
  const client = start(request, wire, limits);
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  let body: Body | undefined;
  const fail = (error: Error) => {
    if (body?.isComplete() === true) return;
    body?.stream.destroy(error);
    client.destroy(error);
    reject(error);
  };
  const broken = (error: unknown) => {
    fail(exchangeFailed(method, url, error));
  };
  client.on('error', broken);
  client.once('close', () => {
    if (body === undefined) fail(noAnswer(method, url));
  });
  client.once('response', (response) => {
    body = bodyOf(response, method);
    response.on('error', broken).once('end', () => {
      if (!client.writableFinished) client.destroy();
    });
    resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body: body.stream });
  });
  const ourTurn = () =>
    body?.isWaiting() === true || (!client.writableEnded && client.writableLength === 0);
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

const headersOf = ({ headers }: IncomingMessage): Response['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
