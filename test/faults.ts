import { listen, type Handler } from '#io';

import { withFaults, type Fault, type Recorded } from './faults/harm.ts';
import { passOn } from './faults/pass-on.ts';

export type { Fault, Harm, Recorded } from './faults/harm.ts';

export interface FaultProxy {
  readonly url: URL;
  /** In the order in which they came. */
  readonly requests: readonly Recorded[];
  close(): Promise<void>;
}

const nothing: Handler = async () => ({ status: 404, headers: {} });

/**
 * Stands before a server of another program, or is our own one, given as its handler; does harm to some requests and
 * hands on the others. The same seed and the same requests give the same faults. Without a `target`, what no
 * fault takes is 404.
 */
export async function faultProxy(
  target: URL | Handler | undefined,
  faults: readonly Fault[],
  how: { readonly seed?: number } = {},
): Promise<FaultProxy> {
  const inner = target instanceof URL ? passOn(target) : (target ?? nothing);
  const { handler, requests } = withFaults(inner, faults, how);
  const stop = new AbortController();
  // Without an answer, as where the other side is gone.
  const server = await listen(handler, { signal: stop.signal });
  return {
    url: server.url,
    requests,
    close: async () => {
      stop.abort();
      await server.close();
    },
  };
}
