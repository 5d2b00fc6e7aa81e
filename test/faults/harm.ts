import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { HangUp, type Handler, type ServerRequest, type ServerResponse } from '#io';

import { randomFrom } from '../rounds.ts';

/** What a fault does with a request that it takes. */
export type Harm =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The connection ends before the request goes on, without an answer. */
  | { readonly kind: 'reset' }
  /** The answer ends after so many bytes of its body, its headers promise all of them. */
  | { readonly kind: 'truncate'; readonly afterBytes: number }
  /** The answer comes so much later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The body of the answer comes in pieces, with so much time between two. */
  | { readonly kind: 'trickle'; readonly bytes: number; readonly ms: number }
  /** One bit of the answer's body is another. */
  | { readonly kind: 'corrupt' }
  /** Headers of the answer are replaced. */
  | { readonly kind: 'headers'; readonly headers: Readonly<Record<string, string>> }
  /**
   * Something happens before the request goes on, or when its answer is there and the client has not seen it.
   * Where that fails, the connection ends.
   */
  | {
      readonly kind: 'meanwhile';
      readonly when: 'before' | 'after';
      readonly happens: (request: { readonly method: string; readonly path: string }) => unknown;
    };

/** Which requests, and what happens to them. */
export interface Fault {
  readonly method?: string;
  /** Of path and query; without one every request. */
  readonly path?: RegExp;
  /** Counted from 1 among the requests that fit; without one all of them. */
  readonly nth?: number;
  /** From 0 to 1, by the seed. */
  readonly chance?: number;
  readonly harm: Harm;
}

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: ServerRequest['headers'];
  readonly harm: Harm['kind'] | undefined;
}

/**
 * Does harm to some requests and hands on the others. The same seed and the same requests give the same faults.
 * `requests` grows in the order in which they come.
 */
export function withFaults(
  handler: Handler,
  faults: readonly Fault[],
  { seed = 1 }: { readonly seed?: number } = {},
): { readonly handler: Handler; readonly requests: readonly Recorded[] } {
  const requests: Recorded[] = [];
  const choose = chooser(faults, seed);
  return {
    requests,
    handler: async (request) => {
      const { method, headers } = request;
      const path = request.url.pathname + request.url.search;
      const harm = choose(method, path);
      requests.push({ method, path, headers, harm: harm?.kind });
      return harm === undefined ? handler(request) : harmed(request, handler, harm);
    },
  };
}

function chooser(faults: readonly Fault[], seed: number) {
  const random = randomFrom(seed);
  const counts = faults.map(() => 0);
  return (method: string, path: string): Harm | undefined => {
    let chosen: Harm | undefined;
    for (const [index, fault] of faults.entries()) {
      if (fault.method !== undefined && fault.method !== method) continue;
      if (fault.path?.test(path) === false) continue;
      const count = (counts[index] ?? 0) + 1;
      counts[index] = count;
      const isIt = fault.nth === undefined || fault.nth === count;
      const happens = random.below(1_000_000) < (fault.chance ?? 1) * 1_000_000;
      if (isIt && happens) chosen ??= fault.harm;
    }
    return chosen;
  };
}

async function harmed(
  request: ServerRequest,
  handler: Handler,
  harm: Harm,
): Promise<ServerResponse> {
  if (harm.kind === 'reset') throw new HangUp();
  if (harm.kind === 'answer') {
    const { status, headers = {}, body } = harm;
    return { status, headers, ...(body === undefined ? {} : { body: Buffer.from(body) }) };
  }
  if (harm.kind === 'slow') await sleep(harm.ms);
  await meanwhile(request, harm, 'before');
  const answer = await handler(request);
  await meanwhile(request, harm, 'after');
  if (harm.kind === 'headers')
    return { ...answer, headers: { ...answer.headers, ...harm.headers } };
  const change = changes[harm.kind]?.(harm as never);
  return change === undefined ? answer : withBody(answer, change);
}

async function meanwhile(
  { method, url }: ServerRequest,
  harm: Harm,
  when: 'before' | 'after',
): Promise<void> {
  if (harm.kind !== 'meanwhile' || harm.when !== when) return;
  try {
    await harm.happens({ method, path: url.pathname + url.search });
  } catch (cause) {
    // What goes wrong here is what the test is about: the client sees it.
    throw new HangUp('what happened meanwhile failed', { cause });
  }
}

type Bytes = AsyncIterable<Uint8Array>;
type Change = (body: Bytes) => Bytes;
type Of<K extends Harm['kind']> = Extract<Harm, { readonly kind: K }>;

const changes: { readonly [K in Harm['kind']]?: (harm: Of<K>) => Change } = {
  truncate: ({ afterBytes }) =>
    async function* (body) {
      let left = afterBytes;
      for await (const chunk of body) {
        yield chunk.subarray(0, left);
        left -= chunk.byteLength;
        // Out, before the connection ends.
        await sleep(5);
        if (left <= 0) throw new HangUp();
      }
    },
  trickle: ({ bytes, ms }) =>
    async function* (body) {
      for await (const chunk of body) {
        for (let at = 0; at < chunk.byteLength; at += bytes) {
          yield chunk.subarray(at, at + bytes);
          await sleep(ms);
        }
      }
    },
  corrupt: () =>
    async function* (body) {
      let isSound = false;
      for await (const chunk of body) {
        const bytes = Buffer.from(chunk);
        if (!isSound) bytes[0] = (bytes[0] ?? 0) ^ 1;
        isSound = true;
        yield bytes;
      }
    },
};

function withBody(answer: ServerResponse, change: Change): ServerResponse {
  const { body } = answer;
  if (body === undefined) return answer;
  const length = body instanceof Uint8Array ? { 'content-length': String(body.byteLength) } : {};
  // One piece at a time, so that what comes before a fault is on its way when the fault happens.
  const changed = Readable.from(change(streamOf(body)), { objectMode: false, highWaterMark: 1 });
  return { ...answer, headers: { ...length, ...answer.headers }, body: changed };
}

function streamOf(body: NonNullable<ServerResponse['body']>): Readable {
  if (body instanceof Readable) return body;
  if (body instanceof Uint8Array) return Readable.from([body], { objectMode: false });
  const { path, from, lengthBytes } = body;
  if (lengthBytes === 0) return Readable.from([]);
  return createReadStream(path, { start: from, end: from + lengthBytes - 1 });
}

/** All bytes of an answer. */
export async function bytesOfAnswer({ body }: ServerResponse): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  if (body !== undefined)
    for await (const chunk of streamOf(body)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
