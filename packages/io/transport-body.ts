import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

import { Flow, type Run } from './flow.ts';
import { readingOf } from './transport-sockets.ts';

/** An answer's body. */
export interface Body {
  readonly stream: Readable;
  /** There is some of it that nobody has read yet. */
  isWaiting(): boolean;
  /** All of it has come: what becomes of the connection does not matter. */
  isComplete(): boolean;
}

// Such a body comes alone on its connection; with TLS the next one costs a handshake.
const largeBytes = 1024 * 1024;
const largeOverTlsBytes = 16 * largeBytes;

/** The body of an answer to a request, as a stream whose errors are ours. */
export function bodyOf(response: IncomingMessage, method: string): Body {
  const body = largeBody(response, method) ?? smallBody(response);
  // An error that comes before anybody reads waits in the stream; unheard, it would end the process.
  body.stream.on('error', () => undefined);
  body.stream.once('close', () => response.destroy());
  return body;
}

function smallBody(response: IncomingMessage): Body {
  const stream = new PassThrough();
  response.pipe(stream);
  return { stream, isWaiting: () => stream.readableLength > 0, isComplete: () => false };
}

/** One that goes past the parser; undefined when it is not worth that, or its length is not known. */
function largeBody(response: IncomingMessage, method: string): Body | undefined {
  const { headers, statusCode, socket } = response;
  const length = Number(headers['content-length'] ?? 0);
  const isBytes = method === 'GET' && (statusCode === 200 || statusCode === 206);
  const isLarge = length >= ('encrypted' in socket ? largeOverTlsBytes : largeBytes);
  if (!isBytes || !isLarge || headers['transfer-encoding'] !== undefined) return undefined;
  const basin = readingOf(socket)?.divert();
  if (basin === undefined) return undefined;
  // The parser has had the beginning, which came with the headers.
  let begunBytes = 0;
  const run: Run = async (sink, signal) => {
    for (let next = chunkOf(response); next !== undefined; next = chunkOf(response)) {
      begunBytes += next.byteLength;
      await sink(next);
    }
    for (let left = length - begunBytes; left > 0;) {
      await basin.take((bytes) => {
        const wanted = bytes.subarray(0, left);
        left -= wanted.byteLength;
        return sink(wanted);
      }, signal);
    }
  };
  const isComplete = () => begunBytes + response.readableLength + basin.totalBytes >= length;
  return { stream: new Flow(run), isWaiting: () => basin.isFull || isComplete(), isComplete };
}

const chunkOf = (response: IncomingMessage): Uint8Array | undefined =>
  (response.read() as Uint8Array | null) ?? undefined;
