import { resolve } from 'node:path';

import { isLoopback, kindOf, read, UsageError, type Action, type Handler } from '#io';
import { guarded, isRepositoryPath, openFolder, parseStore, serve } from '#oci';

import type { ServeDocument } from './document.ts';
import { inputs } from './inputs.ts';

/** Offers a folder as a registry, and returns once it is there. */
export const main: Action<ServeDocument> = async (io) => {
  const input = read(io, inputs);
  const { token, port, listen: host, name } = input;
  io.secret(token ?? '');
  check(input);
  const served = await openFolder(resolve(io.cwd, folderOf(input.folder)), {
    signal: afterDrain(io.signal),
    ...(name === undefined ? {} : { name }),
  });
  const registry = serve(served.open, {
    uploads: served.uploads,
    sparse: input.sparse,
    ...(input['read-only'] ? { readOnly: true } : {}),
    ...(isPublic(host)
      ? { warning: 'there is no TLS: what is sent, logins too, can be read' }
      : {}),
  });
  const handler: Handler =
    token === undefined
      ? registry
      : guarded(registry, { token, anonymousRead: input['anonymous-read'] });
  const { url } = await io.listen(handler, { host, port, drains: true });
  return {
    kind: kindOf('serve'),
    image: null,
    digest: null,
    results: [],
    url: url.origin,
    repository: served.only ?? null,
    token: token !== undefined,
    writable: !input['read-only'],
  };
};

/** @throws UsageError for what is no folder, such as the registry that ECLUSE_STORE may name */
function folderOf(text: string): string {
  const place = parseStore(text, 'folder');
  if (place.kind === 'folder') return place.path;
  throw new UsageError(
    `the store ${JSON.stringify(text)} is a registry already: name a folder to offer as one`,
    { input: 'folder' },
  );
}

const drainMs = 2_000;

/** Requests that are under way when a signal comes may still wait for a lock, and not for ever. */
function afterDrain(signal: AbortSignal): AbortSignal {
  const late = new AbortController();
  const abort = () => {
    late.abort(signal.reason);
  };
  signal.addEventListener('abort', () => setTimeout(abort, drainMs).unref(), { once: true });
  return late.signal;
}

const mostPort = 65_535;

function check(input: {
  readonly port: number;
  readonly listen: string;
  readonly token: string | undefined;
  readonly name: string | undefined;
}): void {
  const refuse = (sentence: string, name: keyof typeof inputs): never => {
    throw new UsageError(sentence, { input: name });
  };
  const { port, listen, token, name } = input;
  if (port > mostPort) refuse(`input "port" must be at most ${mostPort}, not ${port}`, 'port');
  if (isPublic(listen) && token === undefined) {
    refuse('input "listen" needs a token: give "token", or ECLUSE_SERVE_TOKEN', 'token');
  }
  if (name !== undefined && !isRepositoryPath(name)) {
    refuse(`input "name" must be the name of a repository, not ${JSON.stringify(name)}`, 'name');
  }
}

/** Can others reach this address? */
const isPublic = (host: string): boolean => !isLoopback(host.includes(':') ? `[${host}]` : host);
