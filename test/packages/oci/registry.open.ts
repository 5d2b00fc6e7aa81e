import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Handler } from '#io';
import { openLayout, serve, type RegistryOptions, type Repository } from '#oci';

import { faultProxy, type Fault, type FaultProxy } from '../../faults.ts';
import { remote } from './server.open.ts';

export interface Behind extends FaultProxy {
  /** How often it was asked so, by method and the end of the path. */
  readonly count: (method: string, path?: RegExp) => number;
  readonly at: (repository: string, how?: Partial<RegistryOptions>) => Repository;
  /** What a client has waited for. */
  readonly waits: readonly number[];
  /** The storage itself, which nothing stands before. */
  readonly layout: (repository: string) => Repository;
}

/** Our server over layouts in a temporary folder, changed into another registry, with faults before it. */
export async function registryBehind(
  change: (handler: Handler) => Handler = (handler) => handler,
  faults: readonly Fault[] = [],
): Promise<Behind> {
  const folder = await mkdtemp(join(tmpdir(), 'ecluse-registry-'));
  const layout = (name: string) => openLayout(join(folder, 'store', name), name);
  const server = serve(layout, { uploads: join(folder, 'uploads') });
  const proxy = await faultProxy(change(server), faults);
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  return {
    ...proxy,
    waits,
    layout,
    at: (repository, how) => remote(proxy.url, repository, { wait, ...how }),
    count: (method, path = /./) =>
      proxy.requests.filter((each) => each.method === method && path.test(each.path)).length,
    close: async () => {
      await proxy.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
