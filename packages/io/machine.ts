import { tmpdir } from 'node:os';

import { openChildren } from './exec.ts';
import { messageOf } from './errors.ts';
import type { Io, Listening, Log, Transport } from './io.ts';
import { onSignals } from './signals.ts';
import { keepHeapSmall } from './small-heap.ts';
import { machineOf } from './platform.ts';
import { openTemporary } from './temporary.ts';

/** The part of `Io` that is the same in a workflow and on a terminal. */
export interface Machine {
  readonly io: Pick<
    Io,
    | 'cwd'
    | 'env'
    | 'now'
    | 'machine'
    | 'signal'
    | 'log'
    | 'exec'
    | 'transport'
    | 'temporary'
    | 'listen'
  >;
  close(): Promise<void>;
}

/** Opens this machine for one run: from here on a first signal aborts `io.signal`, and a second ends the process at once. */
export function openMachine(how: {
  readonly cwd: string;
  readonly env: ReadonlyMap<string, string>;
  readonly log: Log;
}): Machine {
  const { cwd, env, log } = how;
  const controller = new AbortController();
  const { signal } = controller;
  const children = openChildren({
    cwd,
    env,
    debug: (sentence) => {
      log.debug(sentence);
    },
  });
  const temporary = openTemporary(env.get('RUNNER_TEMP') ?? env.get('TMPDIR') ?? tmpdir());
  const servers = openServers(signal, log);
  const forget = onSignals(
    (reason) => {
      controller.abort(reason);
    },
    ({ exit }) => {
      children.endNow();
      temporary.removeNow();
      process.exit(exit);
    },
  );
  return {
    io: {
      cwd,
      env,
      now: () => new Date(),
      machine: machineOf(process.platform, process.arch),
      signal,
      log,
      exec: children.exec,
      transport: lazyTransport(env),
      temporary: temporary.make,
      listen: servers.listen,
    },
    close: async () => {
      await children.end();
      await servers.close();
      for (const left of await temporary.remove()) log.warn(`a temporary folder stayed: ${left}`);
      forget();
    },
  };
}

/** A run that asks nothing of the network does not pay for it. */
function lazyTransport(env: ReadonlyMap<string, string>): Transport {
  let opened: Promise<Transport> | undefined;
  return {
    send: async (request) => {
      opened ??= import('./transport.ts').then(({ transport }) => transport({ env }));
      return (await opened).send(request);
    },
  };
}

function openServers(signal: AbortSignal, log: Log) {
  const open: Listening[] = [];
  const listen: Io['listen'] = async (handler, { drains = false, ...place } = {}) => {
    // A server that drains is all that its process does.
    if (drains) keepHeapSmall();
    const server = await (
      await import('./listen.ts')
    ).listen(handler, {
      // One that drains ends by `close` alone.
      signal: drains ? new AbortController().signal : signal,
      failed: (error) => {
        log.warn(`a request failed: ${messageOf(error)}`);
      },
      ...place,
    });
    open.push(server);
    return server;
  };
  return {
    listen,
    close: async () => {
      await Promise.allSettled(open.map((server) => server.close()));
    },
  };
}
