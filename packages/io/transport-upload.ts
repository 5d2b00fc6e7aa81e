import { once } from 'node:events';
import type { ClientRequest } from 'node:http';
import type { Readable } from 'node:stream';

import { Failed } from './errors.ts';
import type { Transport } from './io.ts';

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
