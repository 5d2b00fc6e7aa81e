import { once } from 'node:events';
import { request as send, type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';

import type { Handler } from '#io';

// Of one connection: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/** Hands requests on to a server of another program. */
export const passOn =
  (target: URL): Handler =>
  async ({ method, url, headers, body, signal }) => {
    // Host as it is, so that the server builds its links for us.
    const onward = send({
      host: target.hostname,
      port: target.port,
      method,
      path: url.pathname + url.search,
      headers: { ...headers },
      signal,
    });
    // It may answer before it has read all.
    pipeline(body, onward).catch(() => undefined);
    const [reply] = (await once(onward, 'response')) as [IncomingMessage];
    const kept = Object.entries(reply.headers).flatMap(([name, value]) =>
      ofConnection.has(name) || value === undefined
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
    );
    return { status: reply.statusCode ?? 500, headers: Object.fromEntries(kept), body: reply };
  };
