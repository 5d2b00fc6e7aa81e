import { Readable } from 'node:stream';

import { flowOf, pour, type Flow, type Sink } from '#io';

import type { Descriptor } from './descriptor.ts';
import type { Digest } from './digest.ts';
import { Corrupt, NotThere, Unreachable } from './errors.ts';
import { discard, isInterruption, type Answer } from './registry-answer.ts';
import type { Call, RegistryClient } from './registry-client.ts';
import { backoffMs, ofTries, tries, unreachable } from './registry-retry.ts';
import type { ReadBlob } from './repository.ts';
import { verified } from './verified.ts';

type Signal = AbortSignal | undefined;

/** The size of a blob; undefined when it is not there. */
export async function blobSize(
  client: RegistryClient,
  digest: Digest,
  signal?: Signal,
): Promise<number | undefined> {
  const call = {
    method: 'HEAD',
    url: client.url(`blobs/${digest}`),
    access: 'pull',
    signal,
  } as const;
  return client.call(call, async (answer) => {
    await discard(answer);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw await client.refusal(call, answer);
    return lengthOf(answer) ?? 0;
  });
}

/**
 * Reads a blob, and goes on where it was when the connection breaks. From byte 0 on its digest is checked;
 * from a later byte only its size, since the bytes before do not come.
 */
export async function readBlob(
  client: RegistryClient,
  descriptor: Descriptor,
  { from = 0, signal, unchecked }: ReadBlob,
): Promise<Readable> {
  const { digest, size } = descriptor;
  const what = `the blob ${digest} of ${client.name}`;
  signal?.throwIfAborted();
  if (from > 0 && from >= size) return Readable.from([], { objectMode: false });
  const open = async (at: number) => openBlob(client, { descriptor, what, at, signal });
  const bytes = resumed(client, { first: await open(from), open, from, size });
  return from === 0 && unchecked !== true
    ? verified(bytes, descriptor, { what })
    : sized(bytes, { what, size: size - from });
}

async function openBlob(
  client: RegistryClient,
  how: {
    readonly descriptor: Descriptor;
    readonly what: string;
    readonly at: number;
    readonly signal: Signal;
  },
): Promise<Readable> {
  const { descriptor, what, at, signal } = how;
  const call: Call = {
    method: 'GET',
    url: client.url(`blobs/${descriptor.digest}`),
    access: 'pull',
    signal,
    // With its end, since some take no range without one.
    ...(at > 0 ? { headers: { range: `bytes=${at}-${descriptor.size - 1}` } } : {}),
  };
  return client.call(call, async (answer) => {
    const isPart = at > 0 && answer.headers['content-range']?.startsWith(`bytes ${at}-`) === true;
    if (answer.status !== 200 && !(answer.status === 206 && isPart)) {
      if (answer.status !== 404) throw await client.refusal(call, answer);
      await discard(answer);
      throw new NotThere(`the blob ${descriptor.digest}`, client.name);
    }
    const begins = answer.status === 206 ? at : 0;
    const whole = begins === 0 ? undefined : totalOf(answer);
    const length = whole === undefined ? lengthOf(answer) : whole - begins;
    if (length !== undefined && length !== descriptor.size - begins) {
      answer.body.destroy();
      throw new Corrupt(what, `it has ${length + begins} bytes and should have ${descriptor.size}`);
    }
    return begins === at ? answer.body : skipping(answer.body, at);
  });
}

const lengthOf = ({ headers }: Answer): number | undefined => {
  const text = headers['content-length'];
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};

/** The size of the whole, of which a part was sent. */
const totalOf = ({ headers }: Answer): number | undefined => {
  const text = /\/(\d{1,15})$/.exec(headers['content-range'] ?? '')?.[1];
  return text === undefined ? undefined : Number(text);
};

/** For a server that does not know ranges. */
const skipping = (source: Readable, skipBytes: number): Flow =>
  flowOf(source, async (sink) => {
    let left = skipBytes;
    await pour(source, async (bytes) => {
      const skip = Math.min(left, bytes.byteLength);
      left -= skip;
      if (skip < bytes.byteLength) await sink(bytes.subarray(skip));
    });
  });

const sized = (source: Readable, { what, size }: { what: string; size: number }): Flow =>
  flowOf(source, async (sink) => {
    let read = 0;
    await pour(source, async (bytes) => {
      read += bytes.byteLength;
      if (read > size) throw new Corrupt(what, 'it has more bytes than were promised');
      await sink(bytes);
    });
    if (read < size) throw new Corrupt(what, `it ended ${size - read} bytes too early`);
  });

interface Resumed {
  readonly first: Readable;
  readonly open: (at: number) => Promise<Readable>;
  readonly from: number;
  readonly size: number;
}

/** So much more of a blob makes good for a connection that broke. */
const advanceBytes = 1024 * 1024;

const resumed = (client: RegistryClient, { first, open, from, size }: Resumed): Flow =>
  flowOf(first, async (sink, signal) => {
    let source = first;
    let at = from;
    let lastBreak = from;
    for (let done = 1; ; done += 1) {
      const ended = await poured(client, source, {
        signal,
        sink: async (bytes) => {
          at += bytes.byteLength;
          await sink(bytes);
        },
      });
      if (ended === 'whole') return;
      if (!isInterruption(ended.by)) throw unreachable(client.name, ended.by);
      // Only the end of the answer was lost, and there is nothing left to ask for.
      if (at === size) return;
      if (at - lastBreak >= advanceBytes) done = 1;
      if (done === tries) throw new Unreachable(client.name, `${ended.by.message}${ofTries(done)}`);
      lastBreak = at;
      await client.wait(backoffMs(done));
      source = await open(at);
    }
  });

const windowMs = 60_000;
/** Less than a telephone line carried. */
const leastBytes = windowMs;

/**
 * Pours a body that may break. It also ends when hardly anything comes, though never nothing: only the time that
 * we wait is counted, since where bytes go on to may be slower than where they come from.
 * @throws what the sink throws
 */
async function poured(
  client: RegistryClient,
  source: Readable,
  { sink, signal }: { readonly sink: Sink; readonly signal: AbortSignal },
): Promise<'whole' | { readonly by: unknown }> {
  const { clock, base, name } = client;
  let [waitedMs, bytes, asked] = [0, 0, clock()];
  const ofSink: unknown[] = [];
  const stop = () => source.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await pour(source, async (chunk) => {
      waitedMs += clock() - asked;
      bytes += chunk.byteLength;
      if (waitedMs >= windowMs) {
        const place = `${base.host} sent ${bytes} bytes in ${Math.round(waitedMs / 1000)} s`;
        if (bytes < leastBytes) throw new Unreachable(name, place);
        [waitedMs, bytes] = [0, 0];
      }
      try {
        await sink(chunk);
      } catch (error) {
        ofSink.push(error);
        throw error;
      }
      asked = clock();
    });
    return 'whole';
  } catch (error) {
    if (signal.aborted || ofSink.includes(error)) throw error;
    return { by: error };
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
