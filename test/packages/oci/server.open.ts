import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { listen, transport, type Handler } from '#io';
import { openLayout, registry, serve, type RegistryOptions, type Repository } from '#oci';

const direct = transport({ env: new Map(), idleMs: 10_000 });

/** A repository of the registry at `base`; tests do not wait between tries. */
export const remote = (
  base: URL,
  repository: string,
  how: Partial<RegistryOptions> = {},
): Repository & { readonly path: string } =>
  registry({
    base,
    repository,
    name: `registry.test/${repository}`,
    transport: direct,
    credentials: async () => undefined,
    signal: new AbortController().signal,
    wait: async () => undefined,
    ...how,
  });

/** Something on loopback that is closed at the end of a test. */
export interface Running {
  readonly url: URL;
  readonly close: () => Promise<void>;
}

export async function running(handler: Handler): Promise<Running> {
  const { signal } = new AbortController();
  const listening = await listen(handler, {
    signal,
    graceMs: 100,
    failed: (error) => {
      console.error(error);
    },
  });
  return { url: listening.url, close: async () => listening.close() };
}

export interface RunningServer extends Running {
  readonly folder: string;
  /** The layout behind a name. */
  readonly layout: (name: string) => Repository;
}

/** Our server over layouts in a temporary folder. */
export async function runningServer(
  how: { readonly readOnly?: true } = {},
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'ecluse-server-'));
  const layout = (name: string) => openLayout(join(folder, 'store', name), name);
  const server = await running(serve(layout, { uploads: join(folder, 'uploads'), ...how }));
  return {
    url: server.url,
    folder,
    layout,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
