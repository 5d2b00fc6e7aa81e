import type { ClientRequest } from 'node:http';
import type { Readable } from 'node:stream';

import { Failed } from './errors.ts';
import { pour } from './flow.ts';
import type { Transport } from './io.ts';
import { errorOf } from './transport-errors.ts';

type Request = Parameters<Transport['send']>[0];

/** The length to announce; undefined for a request that has no body by its nature. */
export function lengthOf({ method, body, lengthBytes }: Request): number | undefined {
  if (body === undefined) return /^(?:GET|HEAD|DELETE|OPTIONS)$/.test(method) ? undefined : 0;
  if (typeof body !== 'function') return body.byteLength;
  if (lengthBytes !== undefined) return lengthBytes;
  throw new TypeError('a body that is streamed needs lengthBytes');
}

/** Sends the body as fast as the connection takes it, until all is sent or the answer is there. */
export async function upload(request: Request, into: ClientRequest): Promise<void> {
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
  const { lengthBytes, over } = how;
  let sentBytes = 0;
  await pour(source, async (bytes) => {
    sentBytes += bytes.byteLength;
    if (sentBytes > lengthBytes) throw wrongLength(lengthBytes, 'more');
    await written(into, bytes, over);
  });
  if (sentBytes < lengthBytes) throw wrongLength(lengthBytes, `${sentBytes}`);
  into.end();
}

const wrongLength = (lengthBytes: number, sent: string): Failed =>
  new Failed(3, 'length', `a body of ${lengthBytes} bytes had ${sent}`);

/** Until the system has them: their memory may then be used again. */
async function written(into: ClientRequest, bytes: Uint8Array, over: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const stop = () => {
    reject(errorOf(over.reason));
  };
  over.throwIfAborted();
  over.addEventListener('abort', stop, { once: true });
  into.write(bytes, (error) => {
    // What it was that broke, the request tells better, which ends then.
    if (Error.isError(error)) into.destroy(error);
    else resolve(undefined);
  });
  await promise.finally(() => {
    over.removeEventListener('abort', stop);
  });
}
