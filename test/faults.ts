import { once } from 'node:events';
import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { randomFrom } from './rounds.ts';

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
  readonly headers: IncomingHttpHeaders;
  readonly harm: Harm['kind'] | undefined;
}

export interface FaultProxy {
  readonly url: URL;
  /** In the order in which they came. */
  readonly requests: readonly Recorded[];
  close(): Promise<void>;
}

/**
 * Stands before a server, does harm to some requests and hands on the others. The same seed and the same
 * requests give the same faults. Without a `target`, what no fault takes is 404.
 */
export async function faultProxy(
  target: URL | undefined,
  faults: readonly Fault[],
  { seed = 1 }: { readonly seed?: number } = {},
): Promise<FaultProxy> {
  const requests: Recorded[] = [];
  const choose = chooser(faults, seed);
  const server = createServer((request, answer) => {
    const { method = '', url: path = '', headers } = request;
    const harm = choose(method, path);
    requests.push({ method, path, headers, harm: harm?.kind });
    // What goes wrong here is what the test is about: the client sees it.
    pass({ request, answer, target, harm }).catch(() => answer.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    requests,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
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

interface Passage {
  readonly request: IncomingMessage;
  readonly answer: ServerResponse;
  readonly target: URL | undefined;
  readonly harm: Harm | undefined;
}

async function pass({ request, answer, target, harm }: Passage): Promise<void> {
  if (harm?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  if (harm?.kind === 'answer' || target === undefined) {
    const { status = 404, headers = {}, body } = harm?.kind === 'answer' ? harm : {};
    answer.writeHead(status, { ...headers }).end(body);
    return;
  }
  if (harm?.kind === 'slow') await sleep(harm.ms);
  // Host as it is, so that the server builds its links for us.
  const { method = '', url: path = '', headers } = request;
  const meanwhile = async (when: 'before' | 'after'): Promise<void> => {
    if (harm?.kind === 'meanwhile' && harm.when === when) await harm.happens({ method, path });
  };
  await meanwhile('before');
  const onward = send({ host: target.hostname, port: target.port, method, path, headers });
  request.pipe(onward);
  answer.once('close', () => onward.destroy());
  const [reply] = (await once(onward, 'response')) as [IncomingMessage];
  await meanwhile('after');
  const replaced = harm?.kind === 'headers' ? harm.headers : {};
  answer.writeHead(reply.statusCode ?? 500, { ...reply.headers, ...replaced });
  for await (const bytes of harmed(reply, harm)) {
    // Out, before the next piece or the end of the connection.
    await new Promise((resolve) => answer.write(bytes, resolve));
  }
  answer.end();
}

async function* harmed(
  body: AsyncIterable<Buffer>,
  harm: Harm | undefined,
): AsyncGenerator<Uint8Array> {
  let left = harm?.kind === 'truncate' ? harm.afterBytes : Number.POSITIVE_INFINITY;
  let isSound = harm?.kind !== 'corrupt';
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk.subarray(0, left));
    left -= bytes.length;
    if (!isSound) bytes[0] = (bytes[0] ?? 0) ^ 1;
    isSound = true;
    yield bytes;
    if (left <= 0) throw new Error('the answer ends here');
  }
}
